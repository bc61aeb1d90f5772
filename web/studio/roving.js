// One stop of the Tab key for a row of buttons; the arrow keys move inside it.

/** @param {HTMLElement} row */
export function rove(row) {
  /** @returns {HTMLButtonElement[]} */
  const buttons = () => [.../** @type {NodeListOf<HTMLButtonElement>} */ (row.querySelectorAll("button"))].filter(({ hidden }) => !hidden);
  /** @param {HTMLButtonElement} stop */
  const stopAt = (stop) => {
    for (const button of row.querySelectorAll("button")) button.tabIndex = button === stop ? 0 : -1;
  };
  const [first] = buttons();
  if (first) stopAt(first);
  row.addEventListener("focusin", ({ target }) => target instanceof HTMLButtonElement && stopAt(target));
  row.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = buttons();
    const now = all.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    all[Math.min(all.length - 1, Math.max(0, now + step))]?.focus();
  });
}
