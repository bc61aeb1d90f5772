// Two real releases that are not part of this repository: where they lie beside it, what must come of them is checked.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import assert from "node:assert/strict";

const folder = "../shared/seeds";
const now = Date.UTC(2024, 5, 1, 12) / 1000;

/** What must hold of each seed, by the beginning of its name. */
const seeds = {
  "002_": ({ model, html, body }, source, parsed) => {
    assert.equal(model.title, "Force given good review by police watchdog");
    assert.equal(model.summary, "HMICFRS report published today (2 May)");
    assert.deepEqual(model.published, { text: "00:01 02/05/2019", iso: "2019-05-02T00:01+01:00", timeZone: "Europe/London" });
    assert.equal(model.state, "live");
    assert.equal(model.area, "Leicestershire");
    assert.equal(model.language, "en-GB");
    assert.ok(model.url.startsWith("https://www.leics.police.uk/news/"), model.url);
    assert.ok(model.image.src.endsWith("&w=600&h=300&scale=both"), model.image.src);
    assert.equal(model.metadata.title, "Force given good review by police watchdog | Leicestershire Police");
    assert.equal(model.metadata.publish.date, "00:01 02/05/2019");
    assert.deepEqual(model.grades.filter(({ source }) => source === "declared"), []);
    const codes = model.diagnostics.map(({ severity, code }) => `${severity} ${code}`);
    assert.ok(codes.includes("info release-date-ambiguous"), codes.join());
    const words = ({ model: { grades } }, from) => grades.map(({ area, grade, source }) => `${area}: ${grade} ${source === from}`).sort();
    const named = ["Effectiveness: good true", "Efficiency: good true", "Legitimacy: good true"];
    assert.deepEqual(words({ model }, "detected"), named);
    const declare = model.diagnostics.find(({ code }) => code === "grades-detected");
    assert.deepEqual(words(parsed(source.slice(0, declare.fix.start) + declare.fix.text + source.slice(declare.fix.end)), "declared"), named);
    const list = model.diagnostics.find(({ code }) => code === "markdown-escaped-list");
    assert.equal(list?.severity, "warning");
    const mended = source.slice(0, list.fix.start) + list.fix.text + source.slice(list.fix.end);
    assert.equal(mended.match(/^- /gm).length, 5, "the fix makes all five paragraphs items");
    assert.equal(body.match(/<p>- /g).length, 5);
    assert.ok(!body.includes("<ul>") && !body.includes("<h"));
    assert.ok(html.includes('<h1 class="pm-headline">Force given good review by police watchdog</h1>'));
    assert.ok(html.includes('<time datetime="2019-05-02T00:01+01:00">Thursday 2 May 2019, 00:01</time>'));
    assert.ok(html.includes("Leicestershire Police was “good” in all areas."), "straight quotes are curled in pairs");
    assert.ok(html.includes("<p>“Our focus is,"), "a quotation that goes on in the next paragraph opens again");
  },
  "000_": ({ model, html }) => {
    assert.equal(model.title, null);
    assert.deepEqual(model.metadata, {});
    assert.deepEqual([model.url, model.area, model.published, model.image], [null, null, null, null]);
    assert.deepEqual(model.grades.filter(({ source }) => source === "declared"), []);
    assert.deepEqual(model.diagnostics.filter(({ severity }) => severity === "error"), []);
    assert.ok(model.diagnostics.some(({ code, severity }) => code === "release-no-headline" && severity === "warning"));
    assert.ok(html.includes('aria-label="Leicestershire Police Temporary Chief Constable Rob Nixon"'));
    assert.ok(!html.includes("<h1"));
    assert.match(html, /<p>(?:<span[^>]*>)?“I am proud of what we have achieved/);
    assert.deepEqual(model.inspection.shortfalls.map(({ label, claimed, named }) => [label, claimed, named]), [["Outstanding", 3, 1]]);
    assert.ok(html.includes("The text claims three areas at Outstanding and names one: "));
    assert.ok(html.includes("‘good’ score – treatment of the public"), "curly quotes stay as they are");
    assert.equal(html.match(/<p>/g).length, 12);
  },
};

/**
 * @param {(source: Uint8Array, options: object) => any} outputsOf
 * @param {(name: string, fault: string) => void} count
 */
export function checkSeeds(outputsOf, count) {
  if (!existsSync(folder)) {
    console.log(`The seeds are not here (${folder}): what must come of them is not checked.`);
    return;
  }
  for (const [start, check] of Object.entries(seeds)) {
    const file = readdirSync(folder).find((name) => name.startsWith(start));
    if (!file) {
      count(`seed ${start}`, "is missing");
      continue;
    }
    try {
      const bytes = readFileSync(`${folder}/${file}`);
      check(outputsOf(bytes, { now }), bytes.toString("utf8"), (text) => outputsOf(Buffer.from(text), { now }));
      count(`seed ${file}`, "");
    } catch (error) {
      count(`seed ${file}`, String(error?.message ?? error));
    }
  }
}
