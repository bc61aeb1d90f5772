// The badge elements: words first, a shape for the rank, colour last.
import assert from "node:assert/strict";
import { embedPage, failed, RELEASE, rendered, SECOND_RELEASE, settle, visibleText } from "./harness/embed.mjs";
import { test } from "./harness/test.mjs";

const BADGE_SCRIPT = '<script type="module" src="/dist/badge.js"></script>';
const PEEL = 'scale="hmicfrs-peel-5"';

/** What one badge says: its words, the drawing of its shape, and its colour family. */
const readBadges = (page, selector) =>
  page.evaluate((chosen) => [...document.querySelectorAll(`${chosen} .pm-grade`)].map((badge) => ({
    area: badge.querySelector(".pm-grade-area")?.textContent ?? null,
    word: badge.querySelector(".pm-grade-word").textContent,
    shape: badge.querySelector("svg.pm-grade-shape path")?.getAttribute("d") ?? null,
    tone: [...badge.classList].find((name) => name.startsWith("pm-tone-")) ?? null,
  })), selector);

test("badges: each grade of a scale has its words, and a shape of its own", async ({ page, server }) => {
  const grades = ["outstanding", "good", "adequate", "requires-improvement", "inadequate"];
  const body = grades.map((grade) => `<inspection-grade ${PEEL} area="Managing offenders" grade="${grade}"></inspection-grade>`).join(" ");
  await page.goto(embedPage(server, body, { script: BADGE_SCRIPT }));
  await page.waitFor(() => document.querySelectorAll(".pm-grade").length === 5);
  const badges = await readBadges(page, "inspection-grade");
  assert.deepEqual(badges.map((badge) => badge.word), ["Outstanding", "Good", "Adequate", "Requires improvement", "Inadequate"]);
  assert.deepEqual([...new Set(badges.map((badge) => badge.area))], ["Managing offenders"]);
  assert.equal(new Set(badges.map((badge) => badge.shape)).size, 5, "one shape for each rank");
  assert.ok(badges.every((badge) => badge.tone && badge.shape));
  assert.ok(await page.evaluate(() => [...document.querySelectorAll(".pm-grade-shape")].every((shape) => shape.getAttribute("aria-hidden") === "true")));
});

test("badges: the same word has the shape and colour of its own scale", async ({ page, server }) => {
  const body = '<inspection-grade id="five" scale="hmicfrs-peel-5" area="Managing offenders" grade="good"></inspection-grade><inspection-grade id="four" scale="hmicfrs-peel-4" area="Efficiency" grade="good"></inspection-grade><inspection-grade id="worst5" scale="hmicfrs-peel-5" area="Managing offenders" grade="inadequate"></inspection-grade><inspection-grade id="worst4" scale="hmicfrs-peel-4" area="Efficiency" grade="inadequate"></inspection-grade>';
  await page.goto(embedPage(server, body, { script: BADGE_SCRIPT }));
  await page.waitFor(() => document.querySelectorAll(".pm-grade").length === 4);
  const [worst5] = await readBadges(page, "#worst5");
  const [worst4] = await readBadges(page, "#worst4");
  assert.notEqual(worst5.shape, worst4.shape, "fifth and fourth are different ranks");
  assert.equal(worst5.word, worst4.word);
});

test("badges: what a scale does not know keeps its words and gets no shape and no colour", async ({ page, server }) => {
  const body = `<inspection-grade id="word" ${PEEL} area="Managing offenders" grade="brilliant">Brilliant, they say</inspection-grade>
    <inspection-grade id="scale" scale="nobody" area="Managing offenders" grade="good">Good</inspection-grade>
    <inspection-grade id="none">Nothing</inspection-grade>`;
  await page.goto(embedPage(server, body, { script: BADGE_SCRIPT }));
  await page.waitFor(() => document.querySelectorAll(".pm-grade").length === 2);
  assert.deepEqual((await readBadges(page, "inspection-grade")).map(({ shape, tone }) => [shape, tone]), [[null, null], [null, null]]);
  assert.match(await visibleText(page, "#word"), /Managing offenders brilliant/i);
  assert.equal(await visibleText(page, "#none"), "Nothing");
});

test("badges: attributes change the badge, in one step", async ({ page, server }) => {
  await page.goto(embedPage(server, `<inspection-grade ${PEEL} area="Managing offenders" grade="good"></inspection-grade>`, { script: BADGE_SCRIPT }));
  await page.waitFor(() => document.querySelector(".pm-grade"));
  await page.evaluate(() => {
    const element = document.querySelector("inspection-grade");
    element.setAttribute("grade", "outstanding");
    element.area = "Investigating crime";
  });
  await page.waitFor(() => document.querySelector(".pm-grade-word").textContent === "Outstanding");
  assert.equal(await visibleText(page, "inspection-grade .pm-grade-area"), "Investigating crime");
  assert.equal(await page.evaluate(() => document.querySelectorAll(".pm-grade").length), 1);
});

test("badges: with an href the words are the link, and a dangerous one is none", async ({ page, server }) => {
  const body = `<inspection-grade id="safe" ${PEEL} area="Managing offenders" grade="good" href="/report"></inspection-grade>
    <inspection-grade id="evil" ${PEEL} area="Managing offenders" grade="good" href="javascript:alert(1)"></inspection-grade>`;
  await page.goto(embedPage(server, body, { script: BADGE_SCRIPT }));
  await page.waitFor(() => document.querySelectorAll(".pm-grade").length === 2);
  assert.equal(await page.evaluate(() => document.querySelector("#safe a").href), server.url("/report"));
  assert.match(await visibleText(page, "#safe a"), /Managing offenders\s*Good/);
  assert.equal(await page.evaluate(() => document.querySelectorAll("#evil a[href]").length), 0);
});

test("badges: words of the page stay words", async ({ page, server }) => {
  await page.goto(embedPage(server, `<inspection-grade ${PEEL} area="<img src=x onerror=alert(1)>" grade="good"></inspection-grade>`, { script: BADGE_SCRIPT }));
  await page.waitFor(() => document.querySelector(".pm-grade, inspection-grade"));
  assert.equal(await page.evaluate(() => document.querySelectorAll("inspection-grade img").length), 0);
});

test("grades: the grades of a release as badges, as a table and as a bar", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  const layouts = ["badges", "table", "bar"].map((layout) => `<inspection-grades id="${layout}" for="release" layout="${layout}"></inspection-grades>`).join("");
  await page.goto(embedPage(server, `${layouts}<press-release id="release" src="/release.md"></press-release>`));
  await rendered(page);
  for (const layout of ["badges", "table"]) {
    await page.waitFor((id) => /Good/.test(document.getElementById(id).innerText), layout);
    const text = await visibleText(page, `#${layout}`);
    assert.match(text, /Managing offenders.*Good/s, layout);
    assert.match(text, /Investigating crime.*Requires improvement/s, layout);
  }
  await page.waitFor(() => document.querySelector("#bar svg[role=img] text"));
  const bar = await page.evaluate(() => ({
    name: document.querySelector("#bar svg[role=img]").getAttribute("aria-label"),
    counts: [...document.querySelectorAll("#bar svg[role=img] text")].map((text) => text.textContent),
  }));
  assert.deepEqual(bar, { name: "1 Good, 1 Requires improvement of 2 areas", counts: ["1", "1"] });
  const table = await page.evaluate(() => [...document.querySelectorAll("#table tbody tr")].map((row) => [...row.cells].map((cell) => cell.innerText.trim())));
  assert.equal(table.length, 2);
  const heads = await page.evaluate(() => [...document.querySelectorAll("#table th")].map((cell) => cell.scope));
  assert.ok(heads.length > 0 && heads.every((scope) => ["row", "col"].includes(scope)));
});

test("grades: they follow their release when it changes", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  server.release("/second.md", SECOND_RELEASE);
  await page.goto(embedPage(server, '<press-release id="release" src="/release.md"></press-release><inspection-grades id="all" for="release"></inspection-grades>'));
  await page.waitFor(() => document.querySelectorAll("#all .pm-grade").length === 2);
  await page.evaluate(() => (document.getElementById("release").src = "/second.md"));
  await page.waitFor(() => document.querySelectorAll("#all .pm-grade").length === 0);
});

test("grades: of inspection-grade children, without any release", async ({ page, server }) => {
  const child = (area, grade) => `<inspection-grade ${PEEL} area="${area}" grade="${grade}"></inspection-grade>`;
  await page.goto(embedPage(server, `<inspection-grades layout="table">${child("Managing offenders", "good")}${child("Investigating crime", "inadequate")}</inspection-grades>`, { script: BADGE_SCRIPT }));
  await page.waitFor(() => document.querySelectorAll("inspection-grades table tbody tr").length === 2);
  assert.match(await visibleText(page, "inspection-grades table"), /Managing offenders.*Good.*Investigating crime.*Inadequate/s);
  const twice = (await visibleText(page, "inspection-grades")).match(/Managing offenders/g);
  assert.equal(twice.length, 1, "the badges give way to the table");
});

test("grades: a release that fails leaves no grade standing", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  server.route("/broken.md", { status: 500, body: "" });
  await page.goto(embedPage(server, '<press-release id="release" src="/release.md"></press-release><inspection-grades id="all" for="release"></inspection-grades>'));
  await page.waitFor(() => document.querySelectorAll("#all .pm-grade").length === 2);
  await page.evaluate(() => (document.getElementById("release").src = "/broken.md"));
  await failed(page, "release");
  await page.waitFor(() => document.querySelectorAll("#all .pm-grade").length === 0);
});

test("lists: the words are those of the article, in the language that its element asks for", async ({ page, server }) => {
  server.release("/release.md", DETECTED);
  await page.goto(embedPage(server, '<press-release id="release" src="/release.md" language="cy"></press-release><inspection-grades id="all" for="release"></inspection-grades><inspection-grades id="english" for="release" language="en"></inspection-grades>'));
  await page.waitFor(() => document.querySelectorAll("#all .pm-grade").length === 2);
  const notes = (list) => page.evaluate((id) => [...document.querySelectorAll(`${id} .pm-grade-source`)].map((note) => note.textContent), list);
  assert.deepEqual(await notes("#all"), await notes("#release .pm-grades"));
  assert.notDeepEqual(await notes("#all"), await notes("#english"));
});

const DETECTED = `# News

HMICFRS **rated Northford Police good for efficiency. It** was found to require improvement at legitimacy.

At its previous inspection Northford Police was rated inadequate for efficiency.

${"Further words.\n\n".repeat(60)}`;

const reachedWords = (page, shadow = false) =>
  page.evaluate((inShadow) => {
    const release = document.querySelector("press-release");
    return [...(inShadow ? release.shadowRoot : release).querySelectorAll(".pm-reached")].map((piece) => piece.textContent).join("");
  }, shadow);

for (const shadow of [false, true]) {
  test(`evidence: a badge leads to its words, which get the focus and are marked${shadow ? ", in a shadow root" : ""}`, async ({ page, server }) => {
    server.release("/release.md", DETECTED);
    await page.goto(embedPage(server, `<press-release id="release" src="/release.md"${shadow ? " shadow" : ""}></press-release>`));
    await rendered(page);
    const follow = (index) =>
      page.evaluate((at, inShadow) => {
        const release = document.querySelector("press-release");
        (inShadow ? release.shadowRoot : release).querySelectorAll("a.pm-grade")[at].click();
      }, index, shadow);
    await follow(0);
    assert.equal(await reachedWords(page, shadow), "HMICFRS rated Northford Police good for efficiency.");
    const focused = await page.evaluate((inShadow) => (inShadow ? document.querySelector("press-release").shadowRoot : document).activeElement.id, shadow);
    assert.equal(focused, "pm-evidence-1");
    assert.equal(await page.evaluate(() => location.hash), "#pm-evidence-1");
    await follow(1);
    assert.equal(await reachedWords(page, shadow), "It was found to require improvement at legitimacy.");
    const looks = await page.evaluate((inShadow) => {
      const root = inShadow ? document.querySelector("press-release").shadowRoot : document;
      const [reached, other] = [".pm-reached", ".pm-evidence:not(.pm-reached)"].map((name) => getComputedStyle(root.querySelector(name)).backgroundColor);
      return { reached, other };
    }, shadow);
    assert.notEqual(looks.reached, looks.other, "reached words look different");
  });
}

test("evidence: in a page with a base element, the address stays that of the page", async ({ page, server }) => {
  server.release("/release.md", DETECTED);
  await page.goto(`${embedPage(server, '<press-release src="/release.md"></press-release>', { head: '<base href="/elsewhere/">' })}?page=1`);
  await rendered(page);
  const before = await page.evaluate(() => location.href);
  await page.evaluate(() => document.querySelector("a.pm-grade").click());
  assert.equal(await page.evaluate(() => location.href), `${before}#pm-evidence-1`);
  assert.equal(await reachedWords(page), "HMICFRS rated Northford Police good for efficiency.");
});

test("evidence: what the badges of inspection-grades say leads into the release, and history stands in the table alone", async ({ page, server }) => {
  server.release("/release.md", DETECTED);
  const lists = ["badges", "table"].map((layout) => `<inspection-grades id="${layout}" for="release" layout="${layout}"></inspection-grades>`).join("");
  await page.goto(embedPage(server, `${lists}<press-release id="release" src="/release.md"></press-release>`));
  await rendered(page);
  await page.waitFor(() => document.querySelectorAll("#badges a.pm-grade").length === 2 && document.querySelector("#table td"));
  assert.match(await visibleText(page, "#badges"), /Efficiency Good read from the text/);
  assert.doesNotMatch(await visibleText(page, "#badges"), /Inadequate/);
  const table = await page.evaluate(() => [...document.querySelectorAll("#table tr")].map((row) => [...row.cells].map((cell) => cell.innerText.replace(/\s+/g, " ").trim())));
  assert.deepEqual(table[0], ["Area", "Grade", "Previously"]);
  assert.match(table[1].join("|"), /^Efficiency\|Good read from the text\|Inadequate/);
  await page.evaluate(() => document.querySelector("#badges a.pm-grade").click());
  assert.equal(await reachedWords(page), "HMICFRS rated Northford Police good for efficiency.");
});

test("grades: a bar for each scale, with words for those who do not see it, in Welsh where it is asked for", async ({ page, server }) => {
  const child = (scale, area, grade) => `<inspection-grade scale="${scale}" area="${area}" grade="${grade}" language="cy"></inspection-grade>`;
  const body = `<inspection-grades id="two" layout="bar" language="cy">${child("fhrs", "A", "5")}${child("fhrs", "A", "very-good")}${child("estyn-2010", "B", "excellent")}${child("estyn-2010", "C", "excellent")}</inspection-grades>`;
  await page.goto(embedPage(server, body, { script: BADGE_SCRIPT }));
  await page.waitFor(() => document.querySelectorAll("#two svg[role=img]").length === 2);
  const names = await page.evaluate(() => [...document.querySelectorAll("#two svg[role=img]")].map((svg) => svg.getAttribute("aria-label")));
  assert.equal(names[1], "2 Rhagorol o 2 maes");
  const captions = await page.evaluate(() => [...document.querySelectorAll("#two figcaption")].map((caption) => caption.textContent));
  assert.deepEqual(captions, ["FHRS", "ESTYN 2010"]);
});

test("badges: a grade that is taken away takes its badge along, and the page's own words are back", async ({ page, server }) => {
  await page.goto(embedPage(server, `<inspection-grade ${PEEL} area="Managing offenders" grade="good">Not inspected yet</inspection-grade>`, { script: BADGE_SCRIPT }));
  await page.waitFor(() => document.querySelector(".pm-grade"));
  await page.evaluate(() => {
    const element = document.querySelector("inspection-grade");
    element.area = "Investigating crime";
    element.grade = "";
  });
  await page.waitFor(() => !document.querySelector(".pm-grade"));
  assert.equal(await visibleText(page, "inspection-grade"), "Not inspected yet");
  await page.evaluate(() => (document.querySelector("inspection-grade").grade = "adequate"));
  await page.waitFor(() => document.querySelector(".pm-grade"));
  assert.match(await visibleText(page, "inspection-grade"), /^Investigating crime\s*Adequate$/);
});

test("grades: what has no grade keeps its words beside a table or bar, and is not counted", async ({ page, server }) => {
  const children = `<inspection-grade ${PEEL} area="Managing offenders" grade="good"></inspection-grade><inspection-grade ${PEEL} area="Investigating crime">Investigating crime: next year</inspection-grade>`;
  await page.goto(embedPage(server, `<inspection-grades layout="table">${children}</inspection-grades><inspection-grades id="bar" layout="bar">${children}</inspection-grades>`, { script: BADGE_SCRIPT }));
  await page.waitFor(() => document.querySelector("table") && document.querySelector("#bar svg[role=img]"));
  assert.equal(await page.evaluate(() => document.querySelectorAll("tbody tr").length), 1);
  assert.match(await visibleText(page, "inspection-grades"), /Investigating crime: next year/);
  assert.equal(await page.evaluate(() => document.querySelector("#bar svg[role=img]").getAttribute("aria-label")), "1 Good");
  await page.evaluate(() => (document.querySelectorAll("inspection-grade")[1].grade = "inadequate"));
  await page.waitFor(() => document.querySelectorAll("tbody tr").length === 2);
  assert.doesNotMatch(await visibleText(page, "inspection-grades"), /next year/);
});

test("grades: what a translator does to a table stays as it left it", async ({ page, server }) => {
  await page.goto(embedPage(server, `<inspection-grades layout="table"><inspection-grade ${PEEL} area="Managing offenders" grade="good"></inspection-grade></inspection-grades>`, { script: BADGE_SCRIPT }));
  await page.waitFor(() => document.querySelector("table"));
  await page.evaluate(() => {
    const words = document.createElement("font");
    words.textContent = "Bon";
    document.querySelector("td .pm-grade-word").replaceChildren(words);
  });
  await settle(page);
  assert.equal(await page.evaluate(() => document.querySelector("td .pm-grade-word").innerHTML), "<font>Bon</font>");
});

test("grades: those of a release that is taken out of the page go with it, and come back with it", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  await page.goto(embedPage(server, '<press-release id="release" src="/release.md"></press-release><inspection-grades id="all" for="release">See the report</inspection-grades><div id="host"></div>'));
  await page.waitFor(() => document.querySelectorAll("#all .pm-grade").length === 2);
  await page.evaluate(() => {
    window.release = document.getElementById("release");
    window.release.remove();
  });
  await page.waitFor(() => document.querySelectorAll("#all .pm-grade").length === 0);
  assert.equal(await visibleText(page, "#all"), "See the report");
  await page.evaluate(() => document.body.append(window.release));
  await page.waitFor(() => document.querySelectorAll("#all .pm-grade").length === 2);
  // In a shadow root it is no longer in the list's own document, and there is no moment without it.
  await page.evaluate(() => document.getElementById("host").attachShadow({ mode: "closed" }).append(window.release));
  await page.waitFor(() => document.querySelectorAll("#all .pm-grade").length === 0);
});

test("grades: of grades before alone there are no badges and no bar, and what stands inside stays", async ({ page, server }) => {
  server.release("/release.md", "# News\n\nAt its previous inspection Northford Police was rated inadequate for efficiency by HMICFRS.\n");
  const lists = ["badges", "bar", "table"].map((layout) => `<inspection-grades id="${layout}" for="release" layout="${layout}">See the report</inspection-grades>`).join("");
  await page.goto(embedPage(server, `<press-release id="release" src="/release.md"></press-release>${lists}`));
  await page.waitFor(() => document.querySelector("#table td"));
  assert.equal(await visibleText(page, "#badges"), "See the report");
  assert.equal(await visibleText(page, "#bar"), "See the report");
});

test("grades: a bar hides no grade from those who hear it", async ({ page, server }) => {
  server.release("/release.md", "# News\n\nHMICFRS graded Northmoor Police good at preventing crime. It was outstanding in some areas.\n");
  await page.goto(embedPage(server, '<press-release id="release" src="/release.md"></press-release><inspection-grades id="bar" for="release" layout="bar"></inspection-grades>'));
  await page.waitFor(() => document.querySelector("#bar svg[role=img]"));
  const heard = await page.evaluate(() => {
    const hidden = (element) => element.closest("[aria-hidden=true]");
    const words = [...document.querySelectorAll("#bar .pm-grade")].filter((element) => !hidden(element)).map((element) => element.textContent);
    return [document.querySelector("#bar svg[role=img]").getAttribute("aria-label"), ...words].join(" ");
  });
  assert.match(heard, /Outstanding/);
});

test("grades: a list that says the same after its release is shown again keeps the focus", async ({ page, server }) => {
  server.release("/release.md", DETECTED);
  await page.goto(embedPage(server, '<press-release id="release" src="/release.md"></press-release><inspection-grades id="all" for="release"></inspection-grades>'));
  await page.waitFor(() => document.querySelector("#all a"));
  await page.evaluate(() => {
    document.querySelectorAll("#all a")[1].focus();
    document.getElementById("release").headingLevel = 2;
  });
  await page.waitFor(() => document.querySelector("#release h2.pm-headline"));
  await settle(page);
  assert.equal(await page.evaluate(() => document.activeElement === document.querySelectorAll("#all a")[1]), true);
});

test("grades: what was and what is stand in one row, also where the front matter alone says whose they are", async ({ page, server }) => {
  server.release("/release.md", RELEASE.replace("  scale:", "  subject: Northmoor Police\n  scale:").replace("## What", "HMICFRS inspects the police. At its previous inspection the force was rated adequate at managing offenders.\n\n## What"));
  await page.goto(embedPage(server, '<press-release id="release" src="/release.md"></press-release><inspection-grades for="release" layout="table"></inspection-grades>'));
  await page.waitFor(() => document.querySelector("inspection-grades td"));
  const rows = await page.evaluate(() => [...document.querySelectorAll("inspection-grades tbody tr")].map((row) => [...row.cells].map((cell) => cell.innerText.replace(/\s+/g, " ").trim())));
  assert.deepEqual(rows, [["Managing offenders", "Good", "Adequate read from the text"], ["Investigating crime", "Requires improvement", "–"]]);
});

test("lists: they say their language where it is known, and so do a badge and a message", async ({ page, server }) => {
  server.release("/welsh.md", RELEASE.replace("area: ", "language: cy\narea: "));
  server.release("/arabic.md", RELEASE.replace("area: ", "language: ar\narea: "));
  const release = (id) => `<press-release id="${id}" src="/${id}.md"></press-release><inspection-grades class="${id}" for="${id}"></inspection-grades>`;
  const badge = (language) => `<inspection-grade ${PEEL} area="Managing offenders" grade="good"${language}></inspection-grade>`;
  await page.goto(embedPage(server, `${release("welsh")}${release("arabic")}${release("missing")}${badge(' language="cy" id="told"')}${badge(' id="silent"')}`, { attributes: 'lang="ar" dir="rtl"' }));
  await rendered(page, "#welsh, #arabic");
  await failed(page, "missing");
  await page.waitFor(() => document.querySelector(".arabic ul") && document.querySelector("#silent .pm-grade"));
  const said = await page.evaluate(() => [".welsh ul", ".arabic ul", "#told .pm-grade", "#silent .pm-grade", ".pm-notice"].map((selector) => {
    const element = document.querySelector(selector);
    return [element.lang, element.dir].join(" ");
  }));
  assert.deepEqual(said, ["cy ltr", " ", "cy ", " ", "en ltr"]);
});

test("failures: on a Welsh page the message is in Welsh, with the reason in English", async ({ page, server }) => {
  await page.goto(embedPage(server, '<press-release id="missing" src="/missing.md"></press-release>', { attributes: 'lang="cy-GB"' }));
  await failed(page, "missing");
  const [notice, reason] = await page.evaluate(() => [document.querySelector(".pm-notice").lang, document.querySelector(".pm-notice span").lang]);
  assert.deepEqual([notice, reason], ["cy", "en"]);
});

test("evidence: to follow the same badge again is no second step back", async ({ page, server }) => {
  server.release("/release.md", DETECTED);
  await page.goto(embedPage(server, '<press-release src="/release.md"></press-release>'));
  await rendered(page);
  // Not by history.length, which WebKit brings up to date later.
  const steps = await page.evaluate(() => {
    let pushed = 0;
    const push = history.pushState;
    history.pushState = (...step) => {
      pushed++;
      push.apply(history, step);
    };
    for (let time = 0; time < 3; time++) document.querySelector("a.pm-grade").click();
    return pushed;
  });
  assert.equal(steps, 1);
});
