// The demo page's own conveniences: choosing the colours and copying the code. The releases need neither.

/** The choice is kept for this visit of the page alone: nothing is stored. */
function offerThemes() {
  const themes = /** @type {HTMLFieldSetElement | null} */ (document.querySelector(".themes"));
  if (!themes) return;
  themes.hidden = false;
  themes.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement) document.documentElement.dataset.theme = event.target.value;
  });
}

/** @param {Element} block */
function offerCopy(block) {
  const code = block.querySelector("code");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  // Several buttons would otherwise have the same name.
  const title = block.closest("section")?.querySelector("h2")?.textContent ?? "the script line";
  button.append("Copy", forScreenReaders(` the code: ${title}`));
  const status = forScreenReaders("");
  status.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    const copied = await copy(code?.textContent ?? "");
    status.textContent = copied ? "Copied" : "Copying is not allowed here";
    status.className = "copy-status";
    setTimeout(() => {
      status.textContent = "";
    }, 3000);
  });
  block.append(button, status);
}

/** @param {string} text */
function forScreenReaders(text) {
  const span = document.createElement("span");
  span.className = "for-screen-readers";
  span.textContent = text;
  return span;
}

/** @param {string} text */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

offerThemes();
for (const block of document.querySelectorAll(".code")) offerCopy(block);
