// axe-core on a whole page.

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Every rule of axe that is left out, with its reason; none is. */
const EXCEPTIONS = {};

/** Runs axe on the whole page and returns its findings, one line each. */
export async function axeFindings(page) {
  await page.evaluate(() => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "/axe.js";
    script.onload = resolve;
    script.onerror = () => reject(new Error("axe could not be loaded"));
    document.head.append(script);
  }));
  return page.evaluate(async (tags, exceptions) => {
    const rules = Object.fromEntries(Object.keys(exceptions).map((rule) => [rule, { enabled: false }]));
    const { violations, passes } = await axe.run(document, { runOnly: { type: "tag", values: tags }, rules });
    if (passes.length < 10) return [`axe looked at next to nothing: ${passes.length} rules passed`];
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`));
  }, TAGS, EXCEPTIONS);
}
