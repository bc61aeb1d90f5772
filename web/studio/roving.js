// One stop of the Tab key for a row of buttons; the arrow keys move inside it.

/** @param {HTMLElement} row */
export function rove(row) {
  /** @returns {HTMLButtonElement[]} */
  const buttons = () => [.../** @type {NodeListOf<HTMLButtonElement>} */ (row.querySelectorAll("button"))].filter(({ hidden }) => !hidden);
  /** @param {HTMLButtonElement} stop */
  const stopAt = (stop) => {
    for (const button of row.querySelectorAll("button")) button.tabIndex = button === stop ? 0 : -1;
  };
  /** A stop that is hidden would leave the row out of reach. */
  const keepStop = () => {
    const all = buttons();
    if (all[0] && !all.some(({ tabIndex }) => tabIndex === 0)) stopAt(all[0]);
  };
  for (const button of buttons()) button.tabIndex = -1;
  keepStop();
  new MutationObserver(keepStop).observe(row, { attributes: true, attributeFilter: ["hidden"], subtree: true });
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
