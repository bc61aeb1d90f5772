// The life of an element in its page: upgrade, changes, moves, removal, and several of it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { defined, embedPage, RELEASE, rendered, SCRIPT, SECOND_RELEASE, settle, visibleText } from "./harness/embed.mjs";
import { test } from "./harness/test.mjs";

const headline = (page, selector = "press-release") =>
  page.evaluate((chosen) => document.querySelector(chosen).querySelector(".pm-headline")?.textContent ?? null, selector);
const renders = async (page) => (await page.seen()).events.filter((event) => event.type === "pressmark-render").length;

test("life: a release is fetched and becomes an article", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  await page.goto(embedPage(server, '<press-release id="one" src="/release.md"><p>Waiting</p></press-release>'));
  await rendered(page);
  assert.equal(await headline(page), "Brackenford library passes its inspection");
  assert.equal(server.hits("/release.md"), 1);
  assert.equal(server.hits("/dist/pressmark.wasm"), 1);
  const { events } = await page.seen();
  assert.deepEqual(events.map(({ type, target }) => ({ type, target })), [{ type: "pressmark-render", target: "one" }]);
  assert.ok(!(await visibleText(page, "press-release")).includes("Waiting"));
});

test("life: the children are shown until the release is there", async ({ page, server }) => {
  let open;
  const gate = new Promise((resolve) => (open = resolve));
  server.route("/release.md", async () => (await gate, { body: RELEASE }));
  await page.goto(embedPage(server, '<press-release src="/release.md"><p>Read it <a href="/release.md">here</a>.</p></press-release>'));
  await defined(page, "press-release");
  await settle(page);
  assert.match(await visibleText(page, "press-release"), /^Read it here\./);
  open();
  await rendered(page);
  assert.ok(!(await visibleText(page, "press-release")).includes("Read it here"));
});

test("life: the text may stand in a script child", async ({ page, server }) => {
  await page.goto(embedPage(server, `<press-release><script type="text/markdown">${RELEASE}</script></press-release>`));
  await rendered(page);
  assert.equal(await headline(page), "Brackenford library passes its inspection");
  assert.equal(await page.evaluate(() => document.querySelectorAll(".pm-body li").length), 2);
});

test("life: properties set before the script came are kept", async ({ page, server }) => {
  const early = `<press-release id="a"></press-release>
    <script>const a = document.getElementById("a"); a.source = "# Set early"; a.headingLevel = 3;</script>`;
  await page.goto(embedPage(server, early));
  await rendered(page);
  assert.equal(await headline(page), "Set early");
  assert.equal(await page.evaluate(() => document.querySelector(".pm-headline").localName), "h3");
  assert.equal(await page.evaluate(() => Object.hasOwn(document.getElementById("a"), "source")), false, "the class's own accessor is reached again");
});

test("life: a property that cannot be set, set before the script came, stops nothing", async ({ page, server }) => {
  const early = '<press-release id="a" source="# Shown"></press-release><script>a.release = null; a.embargoed = true;</script>';
  await page.goto(embedPage(server, early));
  await rendered(page);
  assert.equal(await headline(page), "Shown");
});

test("life: where CSS is not there, as in a page that a test makes without a browser, a release is shown", async ({ page, server }) => {
  const early = '<script>delete globalThis.CSS;</script><press-release src="/release.md"></press-release><inspection-grade scale="cqc" grade="good"></inspection-grade>';
  server.release("/release.md", RELEASE);
  await page.goto(embedPage(server, early));
  await rendered(page);
  assert.equal(await headline(page), "Brackenford library passes its inspection");
  assert.equal(await page.evaluate(() => document.querySelector("inspection-grade .pm-grade-word").textContent), "Good");
});

test("life: a copy of a badge, as a kept page has it, does not bring its grade back when that is taken away", async ({ page, server }) => {
  await page.goto(embedPage(server, '<inspection-grade id="a" scale="cqc" area="Safe" grade="good">Safe: Good</inspection-grade>'));
  await defined(page, "inspection-grade");
  await settle(page);
  const words = await page.evaluate(async () => {
    document.body.innerHTML = document.body.innerHTML;
    const copy = document.getElementById("a");
    const told = [];
    for (const grade of ["good", "outstanding", null]) {
      copy.grade = grade;
      await new Promise(requestAnimationFrame);
      told.push(copy.textContent.trim());
    }
    return told;
  });
  assert.deepEqual(words, ["Safe Good", "Safe Outstanding", ""]);
});

test("life: a framework that writes source as an attribute before the script came has it shown", async ({ page, server }) => {
  const early = `<press-release id="a" source="# From the server"></press-release><script>const b = document.createElement("press-release");
    b.id = "b"; b.setAttribute("source", "# From a framework"); document.body.append(b);</script>`;
  await page.goto(embedPage(server, early));
  await rendered(page);
  assert.equal(await headline(page, "#a"), "From the server");
  assert.equal(await headline(page, "#b"), "From a framework");
  await page.evaluate(() => {
    a.source = "# Newer";
    b.source = null;
    document.body.prepend(b);
  });
  await settle(page);
  assert.equal(await headline(page, "#a"), "Newer");
  assert.equal(await headline(page, "#b"), null, "what was taken back stays away");
});

test("life: the source property can be set again and the last one shows", async ({ page, server }) => {
  await page.goto(embedPage(server, "<press-release></press-release>"));
  await defined(page, "press-release");
  await page.evaluate(() => (document.querySelector("press-release").source = "# One"));
  await rendered(page);
  await page.evaluate(() => {
    const element = document.querySelector("press-release");
    element.source = "# Two";
    element.source = "# Three";
  });
  await page.waitFor(() => document.querySelector(".pm-headline")?.textContent === "Three");
  assert.equal(await page.evaluate(() => document.querySelectorAll(".pm-article").length), 1);
});

test("life: changes of one turn become one render", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  await page.goto(embedPage(server, '<press-release src="/release.md"></press-release>'));
  await rendered(page);
  await settle(page);
  assert.equal(await renders(page), 1);
  await page.evaluate(() => {
    const element = document.querySelector("press-release");
    element.setAttribute("heading-level", "2");
    element.setAttribute("grades", "none");
    element.setAttribute("language", "cy");
    element.setAttribute("language", "en");
  });
  await page.waitFor(() => document.querySelector(".pm-headline")?.localName === "h2");
  await settle(page);
  assert.equal(await renders(page), 2);
  assert.equal(await page.evaluate(() => document.querySelectorAll(".pm-grades").length), 0);
  assert.equal(server.hits("/release.md"), 1, "the text is there already");
});

test("life: an attribute set to what it was renders nothing", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  await page.goto(embedPage(server, '<press-release src="/release.md" heading-level="2"></press-release>'));
  await rendered(page);
  await page.evaluate(() => {
    window.article = document.querySelector(".pm-article");
    document.querySelector("press-release").setAttribute("heading-level", "2");
  });
  await settle(page);
  assert.equal(await renders(page), 1);
  assert.equal(await page.evaluate(() => document.querySelector(".pm-article") === window.article), true);
});

test("life: another src brings another release", async ({ page, server }) => {
  server.release("/one.md", RELEASE);
  server.release("/two.md", SECOND_RELEASE);
  await page.goto(embedPage(server, '<press-release src="/one.md"></press-release>'));
  await rendered(page);
  await page.evaluate(() => (document.querySelector("press-release").src = "/two.md"));
  await page.waitFor(() => document.querySelector(".pm-headline")?.textContent === "Second release");
  assert.equal(await page.evaluate(() => document.querySelector("press-release").release.title), "Second release");
  assert.equal(await page.evaluate(() => document.querySelectorAll(".pm-article").length), 1);
});

test("life: moving an element fetches and renders nothing again", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  await page.goto(embedPage(server, '<press-release src="/release.md"></press-release><main></main>'));
  await rendered(page);
  await page.evaluate(() => {
    window.article = document.querySelector(".pm-article");
    document.querySelector("main").append(document.querySelector("press-release"));
  });
  await settle(page);
  assert.equal(await page.evaluate(() => document.querySelector("main .pm-article") === window.article), true);
  assert.equal(await renders(page), 1);
  assert.equal(server.hits("/release.md"), 1);
});

test("life: moving an element while it loads does not stop it", async ({ page, server }) => {
  let open;
  const gate = new Promise((resolve) => (open = resolve));
  server.route("/release.md", async () => (await gate, { body: RELEASE }));
  await page.goto(embedPage(server, '<press-release src="/release.md"></press-release><main></main>'));
  await defined(page, "press-release");
  await settle(page);
  await page.evaluate(() => document.querySelector("main").append(document.querySelector("press-release")));
  await settle(page);
  open();
  await rendered(page);
  assert.equal(server.hits("/release.md"), 1);
});

test("life: removed and added again, it shows its release", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  await page.goto(embedPage(server, '<press-release src="/release.md"></press-release>'));
  await rendered(page);
  await page.evaluate(() => {
    window.element = document.querySelector("press-release");
    window.element.remove();
  });
  await settle(page);
  await page.evaluate(() => document.body.append(window.element));
  await rendered(page);
  assert.equal(await headline(page), "Brackenford library passes its inspection");
  assert.equal(await page.evaluate(() => document.querySelectorAll(".pm-article").length), 1);
});

test("life: elements made by script, by innerHTML and by cloning work", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  server.release("/two.md", SECOND_RELEASE);
  await page.goto(embedPage(server, '<press-release src="/release.md"></press-release><div id="more"></div>'));
  await rendered(page);
  await page.evaluate(() => {
    const made = document.createElement("press-release");
    made.src = "/two.md";
    document.body.append(made);
    document.getElementById("more").innerHTML = '<press-release src="/two.md"></press-release>';
    document.body.append(document.querySelector("press-release").cloneNode(true));
  });
  await page.waitFor(() => document.querySelectorAll("press-release").length === 4);
  await rendered(page);
  const headlines = await page.evaluate(() => [...document.querySelectorAll("press-release")].map((element) => {
    return [...element.querySelectorAll(".pm-headline")].map((each) => each.textContent);
  }));
  assert.deepEqual(headlines, [["Brackenford library passes its inspection"], ["Second release"], ["Second release"], ["Brackenford library passes its inspection"]]);
});

test("life: the script may be included twice, and the inline build beside it", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  const scripts = `${SCRIPT}<script type="module" src="/dist/pressmark.js?again"></script><script src="/dist/pressmark.inline.js"></script>`;
  await page.goto(embedPage(server, '<press-release src="/release.md"></press-release>', { script: scripts }));
  await rendered(page);
  await settle(page);
  assert.equal(await renders(page), 1);
});

test("life: a page that took the name first keeps it, and nothing is thrown", async ({ page, server }) => {
  const squatter = '<script>customElements.define("press-release", class extends HTMLElement {});</script>';
  await page.goto(embedPage(server, '<press-release src="/release.md"><p>Mine</p></press-release><inspection-grade scale="hmicfrs-peel-5" area="Managing offenders" grade="good"></inspection-grade>', { head: squatter }));
  await defined(page, "inspection-grade");
  await settle(page);
  assert.equal(await visibleText(page, "press-release"), "Mine");
  assert.match(await visibleText(page, "inspection-grade"), /Managing offenders\s+Good/);
});

test("life: fifty elements share one core", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  const elements = Array.from({ length: 50 }, (_, index) => `<press-release loading="eager" src="/release.md?${index}"></press-release>`).join("");
  await page.goto(embedPage(server, elements));
  await rendered(page);
  assert.equal(server.hits("/dist/pressmark.wasm"), 1);
  assert.equal(server.hits("/release.md"), 50);
  assert.equal(await page.evaluate(() => document.querySelectorAll(".pm-article").length), 50);
});

test("life: a lazy release is fetched when it comes near, an eager one at once", async ({ page, server }) => {
  server.release("/near.md", RELEASE);
  server.release("/far.md", SECOND_RELEASE);
  server.release("/eager.md", SECOND_RELEASE);
  const body = `<press-release src="/near.md" loading="lazy"></press-release><div style="height: 30000px"></div>
    <press-release id="eager" src="/eager.md" loading="eager"></press-release>
    <press-release id="far" src="/far.md" loading="lazy"></press-release>`;
  await page.goto(embedPage(server, body));
  await rendered(page, "press-release:first-of-type");
  await rendered(page, "#eager");
  await settle(page);
  assert.equal(server.hits("/far.md"), 0);
  await page.evaluate(() => document.getElementById("far").scrollIntoView());
  await rendered(page, "#far");
});

test("life: the text's checksum is kept to when one is given", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  const right = await sha384(RELEASE);
  const wrong = await sha384(SECOND_RELEASE);
  const body = `<press-release id="right" src="/release.md" integrity="${right}"></press-release>
    <press-release id="wrong" src="/release.md?2" integrity="${wrong}"><p>Waiting</p></press-release>
    <press-release id="garbled" src="/release.md?3" integrity="sha384-no"><p>Waiting</p></press-release>`;
  await page.goto(embedPage(server, body));
  await rendered(page, "#right");
  await page.waitFor(() => seen.events.filter((event) => event.type === "pressmark-error").length === 2);
  assert.match(await visibleText(page, "#wrong"), /^Waiting/);
  assert.match(await visibleText(page, "#garbled"), /^Waiting/);
});

test("life: a shadow root when asked for, with everything inside and styled", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  await page.goto(embedPage(server, '<press-release shadow src="/release.md"><p>Waiting</p></press-release>', { head: "<style>h1 { color: rgb(255, 0, 0) }</style>" }));
  await rendered(page);
  const found = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector("press-release");
    const headline = shadowRoot.querySelector(".pm-headline");
    return {
      headline: headline.textContent,
      color: getComputedStyle(headline).color,
      badge: getComputedStyle(shadowRoot.querySelector(".pm-grade")).display,
      outside: document.querySelectorAll(".pm-article").length,
    };
  });
  assert.equal(found.headline, "Brackenford library passes its inspection");
  assert.notEqual(found.color, "rgb(255, 0, 0)");
  assert.notEqual(found.badge, "inline", "the badge is styled");
  assert.equal(found.outside, 0);
});

test("life: a link within a release leads to its own heading, whatever else is on the page", async ({ page, server }) => {
  server.release("/release.md", `# Long\n\n[Down](#pm-notes)\n\n${"Text.\n\n".repeat(80)}## Notes\n\nThe end.\n`);
  const body = '<press-release id="a" src="/release.md"></press-release><press-release id="b" src="/release.md"></press-release><press-release id="c" shadow src="/release.md"></press-release>';
  await page.goto(embedPage(server, body));
  await rendered(page);
  for (const id of ["b", "c", "a"]) {
    const top = await page.evaluate((chosen) => {
      const element = document.getElementById(chosen);
      const root = element.shadowRoot ?? element;
      root.querySelector(".pm-body a").click();
      return root.querySelector(".pm-body h2").getBoundingClientRect().top;
    }, id);
    assert.ok(top >= -1 && top < 1000, `the heading of ${id} is in sight: ${top}`);
  }
});

test("life: a thousand elements come and go, and nothing of them is kept", async ({ page, server, engine }) => {
  await page.goto(embedPage(server, '<press-release id="stays"></press-release><main></main>'));
  await page.waitFor(() => Boolean(customElements.get("press-release")));
  /** Puts elements of every kind into the page, waits until they show something, and takes them out. */
  const comeAndGo = (count) => page.evaluate(async (wanted, text) => {
    const place = document.querySelector("main");
    for (let index = 0; index < wanted; index += 10) {
      const shown = [];
      for (let each = index; each < index + 10; each++) {
        const release = Object.assign(document.createElement("press-release"), { id: `r${each}`, source: text, shadow: each % 2 === 1 });
        shown.push(new Promise((resolve) => release.addEventListener("pressmark-render", resolve, { once: true })));
        const list = document.createElement("inspection-grades");
        list.setAttribute("for", release.id);
        list.setAttribute("layout", ["badges", "table", "bar"][each % 3]);
        const badge = Object.assign(document.createElement("inspection-grade"), { scale: "hmicfrs-peel-5", area: "Managing offenders", grade: "good" });
        place.append(release, list, badge);
      }
      await Promise.all(shown);
      place.replaceChildren();
      await new Promise((resolve) => setTimeout(resolve));
    }
  }, count, RELEASE);
  await comeAndGo(50);
  const before = await page.kept();
  assert.equal(Boolean(before), engine === "chromium", "this engine can be asked");
  await comeAndGo(engine === "chromium" ? 1000 : 100);
  await page.evaluate(() => (document.getElementById("stays").source = "# Still here"));
  await rendered(page, "#stays");
  if (!before) return;
  const after = await page.kept();
  assert.ok(after.nodes - before.nodes < 100, `${before.nodes} nodes, then ${after.nodes}`);
  assert.ok(after.listeners - before.listeners < 20, `${before.listeners} listeners, then ${after.listeners}`);
  assert.ok(after.bytes - before.bytes < 2 ** 20, `${before.bytes} bytes, then ${after.bytes}`);
});

test("events: they bubble, are composed, and carry the release", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  const listener = `<script>window.heard = [];
    document.addEventListener("pressmark-render", (event) => heard.push({ bubbles: event.bubbles, composed: event.composed, plain: event.constructor === Event,
      title: event.release?.title, same: event.release === event.target.release }));</script>`;
  await page.goto(embedPage(server, '<press-release src="/release.md"></press-release>', { head: listener }));
  await rendered(page);
  assert.deepEqual(await page.evaluate(() => heard), [
    { bubbles: true, composed: true, plain: false, title: "Brackenford library passes its inspection", same: true },
  ]);
});

test("events: they are of the classes that the script exports, and errors say by code what happened", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  const body = '<press-release id="good" src="/release.md"></press-release><press-release id="bad" src="/missing.md"></press-release>';
  const head = "<script>window.heard = {}; for (const type of ['pressmark-render', 'pressmark-error']) addEventListener(type, (event) => (heard[type] = event))</script>";
  await page.goto(embedPage(server, body, { head }));
  await page.waitFor(() => Object.keys(heard).length === 2);
  const found = await page.evaluate(async () => {
    const { FetchError, PressmarkError, PressmarkErrorEvent, PressmarkRenderEvent } = await import("/dist/pressmark.js");
    const { error } = heard["pressmark-error"];
    return {
      classes: [heard["pressmark-render"] instanceof PressmarkRenderEvent, heard["pressmark-error"] instanceof PressmarkErrorEvent],
      errors: [error instanceof FetchError, error instanceof PressmarkError, error instanceof Error],
      words: [error.name, error.code, error.reason, error.status],
    };
  });
  assert.deepEqual(found, { classes: [true, true], errors: [true, true, true], words: ["FetchError", "fetch", "status", 404] });
});

test("life: the wasm may stand in another place", async ({ page, server, dist }) => {
  server.release("/release.md", RELEASE);
  server.route("/assets/core.wasm", { type: "application/wasm", body: await readFile(`${dist}/pressmark.wasm`) });
  const script = '<script type="module">import { setDefaultWasm } from "/dist/pressmark.js"; setDefaultWasm(new URL("/assets/core.wasm", location.origin))</script>';
  await page.goto(embedPage(server, '<press-release src="/release.md"></press-release>', { script }));
  await rendered(page);
  assert.equal(server.hits("/assets/core.wasm"), 1);
  assert.equal(server.hits("/dist/pressmark.wasm"), 0);
});

test("life: relative addresses count from where the file was found", async ({ page, server }) => {
  server.route("/old.md", { redirect: "/archive/2024/new.md" });
  server.release("/archive/2024/new.md", "# Moved\n\n[times](times.html)\n");
  await page.goto(embedPage(server, '<press-release src="/old.md"></press-release>'));
  await rendered(page);
  assert.equal(await page.evaluate(() => document.querySelector(".pm-body a").href), server.url("/archive/2024/times.html"));
});

test("life: files in older encodings are read as their server says", async ({ page, server }) => {
  const words = "# Caf\u00e9 \u201copens\u201d\n";
  const windows = Buffer.from(words.replace("\u201c", "\x93").replace("\u201d", "\x94"), "latin1");
  server.route("/windows.txt", { type: "text/plain; charset=windows-1252", body: windows });
  server.route("/utf16.txt", { type: "text/plain", body: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words, "utf16le")]) });
  server.route("/utf8.txt", { type: "application/octet-stream", body: `\ufeff${words}` });
  await page.goto(embedPage(server, ["windows", "utf16", "utf8"].map((name) => `<press-release src="/${name}.txt"></press-release>`).join("")));
  await rendered(page);
  const headlines = await page.evaluate(() => [...document.querySelectorAll(".pm-headline")].map((element) => element.textContent));
  assert.deepEqual(headlines, Array(3).fill("Caf\u00e9 \u201copens\u201d"));
});

async function sha384(text) {
  const digest = await crypto.subtle.digest("SHA-384", new TextEncoder().encode(text));
  return `sha384-${Buffer.from(digest).toString("base64")}`;
}

test("life: a text without a word leaves the children, whether it is a property or a script", async ({ page, server }) => {
  await page.goto(embedPage(server, '<press-release id="property">Loading</press-release><press-release id="script">Soon here<script type="text/markdown">\n  </script></press-release>'));
  await defined(page, "press-release");
  await page.evaluate(() => (document.getElementById("property").source = ""));
  await settle(page);
  assert.equal(await visibleText(page, "#property"), "Loading");
  assert.equal(await visibleText(page, "#script"), "Soon here");
  await page.evaluate(() => (document.getElementById("property").source = "# Here"));
  await rendered(page, "#property");
  await page.evaluate(() => (document.getElementById("property").source = ""));
  await page.waitFor(() => !document.querySelector("#property .pm-article"));
  assert.equal(await visibleText(page, "#property"), "Loading");
});

test("life: a lazy release is not called busy while nobody loads it", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  await page.goto(embedPage(server, '<div style="height: 9000px"></div><press-release loading="lazy" src="/release.md"><p>Read it</p></press-release>'));
  await defined(page, "press-release");
  await settle(page);
  assert.equal(await page.evaluate(() => document.querySelector("press-release").hasAttribute("aria-busy")), false);
});
