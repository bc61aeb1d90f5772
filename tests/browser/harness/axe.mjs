// axe-core on a whole page.

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Every rule of axe that is left out, with its reason; none is. */
const EXCEPTIONS = {};

function loadAxe(page) {
  return page.evaluate(() => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "/axe.js";
    script.onload = resolve;
    script.onerror = () => reject(new Error("axe could not be loaded"));
    document.head.append(script);
  }));
}

/**
 * What a screen reader meets in the page, in its order: "role name (states)", one line each. Without the words in between.
 * @param {string} selector of the part that is asked for
 */
export async function spokenOutline(page, selector) {
  await loadAxe(page);
  return page.evaluate((wanted) => {
    const { aria, dom, text } = axe.commons;
    const SPOKEN = "header, nav, main, aside, section, form, fieldset, dialog, h1, h2, h3, ul, ol, iframe, button, a[href], input, select, textarea, summary, [role]";
    const STATES = ["aria-pressed", "aria-selected", "aria-expanded", "aria-disabled", "aria-current"];
    axe.setup(document);
    try {
      // A shadow root's elements stand where their host does.
      const inside = (root) => [...root.querySelectorAll("*")].flatMap((each) => [each, ...(each.shadowRoot ? inside(each.shadowRoot) : [])]);
      const part = document.querySelector(wanted);
      return [part, ...inside(part)].filter((each) => each.matches(SPOKEN) && dom.isVisibleToScreenReaders(each)).flatMap((each) => {
        const role = aria.getRole(each);
        if (!role || role === "none" || role === "presentation") return [];
        const states = STATES.flatMap((name) => (["true", "false"].includes(each.getAttribute(name)) ? [`${name.slice(5)} ${each.getAttribute(name)}`] : []));
        // In WebKit axe does not see the title of an SVG, which the browser itself tells.
        const title = each.querySelector(":scope > title")?.textContent ?? "";
        const name = (text.accessibleText(each) || title).replace(/\s+/g, " ").trim();
        return [`${role} “${name}”${states.length > 0 ? ` (${states.join(", ")})` : ""}`];
      });
    } finally {
      axe.teardown();
    }
  }, selector);
}

/** Runs axe on the whole page and returns its findings, one line each. */
export async function axeFindings(page) {
  await loadAxe(page);
  return page.evaluate(async (tags, exceptions) => {
    const rules = Object.fromEntries(Object.keys(exceptions).map((rule) => [rule, { enabled: false }]));
    const { violations, passes } = await axe.run(document, { runOnly: { type: "tag", values: tags }, rules });
    if (passes.length < 10) return [`axe looked at next to nothing: ${passes.length} rules passed`];
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`));
  }, TAGS, EXCEPTIONS);
}
