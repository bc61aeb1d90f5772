#!/usr/bin/env node
// Kills the browser while an author writes in the studio, at a moment that nobody chose, and starts it again: what the studio
// had said to be kept must be there.
//   node tests/browser/studio_crash.mjs [--engine chromium|firefox] [--rounds NUMBER] [--dist DIR]
// The author of one round goes on where the one before was stopped. WebKit's driver gives no profile that outlives it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import puppeteer from "puppeteer-core";
import { TestServer } from "../support/server.mjs";
import { findProgram } from "./harness/programs.mjs";

const { values: options } = parseArgs({
  options: {
    engine: { type: "string", multiple: true, default: ["chromium", "firefox"] },
    rounds: { type: "string", default: "3" },
    dist: { type: "string", default: fileURLToPath(new URL("../../dist", import.meta.url)) },
  },
});

const ENGINES = {
  chromium: { browser: "chrome", executablePath: () => findProgram("chromium", "google-chrome"), args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] },
  firefox: { browser: "firefox", executablePath: () => findProgram("firefox-esr", "firefox"), extraPrefsFirefox: { "toolkit.startup.max_resumed_crashes": -1 } },
};
/** How long an author writes at most before the browser is killed. */
const LONGEST = 3000;

/** Runs in the page: the text, and whether the studio says that it is kept. */
function standing() {
  const lines = [...(document.querySelector("#editor")?.shadowRoot?.querySelectorAll(".cm-line") ?? [])];
  return { text: lines.map((line) => line.textContent).join("\n"), isKept: document.querySelector(".draft-state")?.dataset.state === "kept" };
}

async function openStudio(engine, profile, server) {
  const { executablePath, ...settings } = ENGINES[engine];
  const browser = await puppeteer.launch({ ...settings, executablePath: executablePath(), userDataDir: profile });
  const page = await browser.newPage();
  await page.goto(server.url("/dist/studio/index.html"));
  await page.waitForFunction(() => document.querySelector(".stage iframe")?.contentDocument?.querySelector(".pm-article"), { timeout: 60_000 });
  return { browser, page };
}

/** Writes until the browser is killed. @returns what was last said to be kept */
async function writeUntilKilled({ browser, page }, round) {
  await page.evaluate(() => document.querySelector("#editor").shadowRoot.querySelector(".cm-content").focus());
  await page.keyboard.down("Control");
  await page.keyboard.press("End");
  await page.keyboard.up("Control");
  let kept = "";
  const end = Date.now() + 300 + Math.random() * LONGEST;
  const ended = new Promise((resolve) => browser.process().once("exit", resolve));
  for (let word = 0; Date.now() < end; word++) {
    await page.keyboard.type(`r${round}w${word} `);
    // A save comes with the author's pauses, and in between.
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 400));
    const { text, isKept } = await page.evaluate(standing);
    if (isKept) kept = text;
  }
  browser.process().kill("SIGKILL");
  await ended;
  // Puppeteer puts Firefox's settings back into the profile after that.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  return kept;
}

async function crashRounds(engine) {
  const server = await new TestServer(options.dist).start();
  const profile = mkdtempSync(join(tmpdir(), `pressmark-crash-${engine}-`));
  let [passed, failed, kills] = [0, 0, 0];
  try {
    // A kill before any save proves nothing, and does not count.
    for (let round = 1; passed + failed < Number(options.rounds) && round <= 3 * Number(options.rounds); round++) {
      const kept = await writeUntilKilled(await openStudio(engine, profile, server), round);
      const { browser, page } = await openStudio(engine, profile, server);
      // Spaces at the end of a line are the author's, too.
      const { text } = await page.evaluate(standing);
      await browser.close();
      kills += 1;
      if (kept === "") continue;
      if (text.startsWith(kept)) passed += 1;
      else {
        failed += 1;
        console.log(`FAILED ${engine}, round ${round}: kept was\n${kept}\nthere is\n${text}`);
      }
    }
  } finally {
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  console.log(`${engine}: killed ${kills} times, ${passed + failed} times after a save, ${failed} saves lost`);
  if (passed + failed < Number(options.rounds)) failed += 1;
  return { passed, failed };
}

let [passed, failed] = [0, 0];
for (const engine of options.engine) {
  const result = await crashRounds(engine);
  passed += result.passed;
  failed += result.failed;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
