// Pages with releases in them: what most tests start from.
import { readFileSync } from "node:fs";

export const SCRIPT = '<script type="module" src="/dist/pressmark.js"></script>';

/** A short release with most of what a release can have. */
export const RELEASE = `---
title: Brackenford library passes its inspection
area: Brackenford
publish:
  date: 09:30 14/03/2024
inspection:
  scale: hmicfrs-peel-5
  date: 2024-03-14
  grades:
    Managing offenders: good
    Investigating crime: requires improvement
---

The library in **Brackenford** opens on Sundays from next month.

## What changes

- The doors open at *ten*.
- The [full times](/times) are on the door.

> "We are glad," said a reader.
`;

/** Another one, to tell apart. */
export const SECOND_RELEASE = "---\ntitle: Second release\n---\n\nThe second text.\n";

/** A page that embeds; `body` is its HTML, the script comes last as the guide advises. Returns the address. */
export function embedPage(server, body, { path = "/", head = "", headers = {}, attributes, script = SCRIPT } = {}) {
  return server.page(path, { head, body: body + script, attributes }, headers);
}

/** Waits until the page knows the element. */
export function defined(page, name) {
  return page.waitFor((wanted) => Boolean(customElements.get(wanted)), name);
}

/** Waits until every element that matches shows a release. */
export function rendered(page, selector = "press-release") {
  return page.waitFor((chosen) => {
    const elements = [...document.querySelectorAll(chosen)];
    const shows = (element) => element.release && (element.shadowRoot ?? element).querySelector(".pm-article");
    return elements.length > 0 && elements.every(shows);
  }, selector);
}

/** Waits for the error event of the element with this id and returns it as the watching script wrote it down. */
export function failed(page, id) {
  return page.waitFor((wanted) => seen.events.find((event) => event.type === "pressmark-error" && event.target === wanted), id);
}

/** The text that a reader sees in the first element that matches: what is hidden is left out. */
export function visibleText(page, selector) {
  return page.evaluate((chosen) => document.querySelector(chosen).innerText.replace(/\s+/g, " ").trim(), selector);
}

/** Presses Tab and waits until something else has the focus: keys reach a page some time after they are pressed. */
export async function tab(page) {
  await page.evaluate(() => {
    window.focusedBefore = document.activeElement;
  });
  await page.press("Tab");
  await page.waitFor(() => document.activeElement !== window.focusedBefore);
}

/** Waits until the server was asked for a path. */
export async function asked(server, path) {
  for (let tries = 0; server.hits(path) === 0; tries++) {
    if (tries === 1000) throw new Error(`${path} is never asked for`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Lets everything that is already on its way in the page happen: a few frames and tasks. */
export function settle(page, milliseconds = 150) {
  return page.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), milliseconds);
}

/** A document that is delivered beside the repository and may be absent; null then. */
export function seed(name) {
  try {
    return readFileSync(new URL(`../../../../shared/seeds/${name}`, import.meta.url), "utf8");
  } catch {
    return null;
  }
}
