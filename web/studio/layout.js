// Where things stand: three columns on a desk, two beside a drawer on a tablet, one at a time on a telephone; and the
// tabs of the column at the side.

/** @typedef {"write" | "preview" | "checks" | "details"} View */

/** Where the columns stand beside each other, as in studio.css. */
const NARROW = "(max-width: 43.99rem)";

/**
 * @param {Document} document
 * @returns {{open: (view: View) => void}}
 */
export function startLayout(document) {
  const desk = /** @type {HTMLElement} */ (document.getElementById("desk"));
  const tabs = startTabs(/** @type {HTMLElement} */ (document.querySelector("#side [role=tablist]")));
  const switches = [.../** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll(".views button"))];
  const drawer = /** @type {HTMLButtonElement} */ (document.getElementById("drawer"));

  /** @param {View} view */
  function open(view) {
    desk.dataset["view"] = view;
    for (const button of switches) button.setAttribute("aria-pressed", String(button.value === view));
    if (view === "checks" || view === "details") {
      tabs.choose(`${view}-tab`);
      showDrawer(true);
    }
  }

  /** @param {boolean} shown */
  function showDrawer(shown) {
    desk.dataset["drawer"] = shown ? "open" : "closed";
    drawer.setAttribute("aria-expanded", String(shown));
  }

  for (const button of switches) button.addEventListener("click", () => open(/** @type {View} */ (button.value)));
  drawer.addEventListener("click", () => showDrawer(drawer.getAttribute("aria-expanded") !== "true"));
  desk.addEventListener("keydown", ({ key, target }) => {
    if (key === "Escape" && desk.querySelector("#side")?.contains(/** @type {Node} */ (target)) && !matchMedia("(min-width: 75rem)").matches) {
      showDrawer(false);
      drawer.focus();
    }
  });
  showDrawer(matchMedia("(min-width: 75rem)").matches || matchMedia(NARROW).matches);
  return { open };
}

/**
 * Tabs as WAI-ARIA describes them: arrow keys move and choose.
 * @param {HTMLElement} list
 */
function startTabs(list) {
  const tabs = [.../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[role=tab]"))];

  /** @param {string} id */
  function choose(id) {
    for (const tab of tabs) {
      const chosen = tab.id === id;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      const panel = document.getElementById(tab.getAttribute("aria-controls") ?? "");
      if (panel) panel.hidden = !chosen;
    }
  }

  for (const tab of tabs) tab.addEventListener("click", () => choose(tab.id));
  list.addEventListener("keydown", ({ key }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (!step) return;
    const now = tabs.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const next = /** @type {HTMLElement} */ (tabs[(now + step + tabs.length) % tabs.length]);
    choose(next.id);
    next.focus();
  });
  return { choose };
}
