// Footnotes and endnotes of Word and Google Docs: a reference leads to the note, and the note leads back. Where both were
// copied, they become a footnote of Markdown; a reference alone keeps its number as words.

const REFERENCE = /#(_ftn|_edn|ftnt)(\d+)$/;
const BACK = /#(_ftnref|_ednref|ftnt_ref)(\d+)$/;

/** Attributes in which this module and the writer of Markdown agree. */
export const FOOTNOTE = "data-footnote";
export const FOOTNOTE_REFERENCE = "data-footnote-reference";

/** @param {Document} document */
export function markFootnotes(document) {
  const links = [...document.querySelectorAll("a[href*='#']")];
  const notes = new Map(links.map((link) => [nameOf(link, BACK), link]));
  const references = new Map(links.map((link) => [nameOf(link, REFERENCE), link]));
  for (const [name, link] of references) {
    if (name === null) continue;
    const back = notes.get(name);
    const note = back && noteOf(back);
    if (back && note) {
      back.remove();
      note.setAttribute(FOOTNOTE, name);
      const mark = document.createElement("span");
      mark.setAttribute(FOOTNOTE_REFERENCE, name);
      (link.closest("sup") ?? link).replaceWith(mark);
    } else {
      link.replaceWith(link.textContent ?? "");
    }
  }
  // A note without its reference is a paragraph that begins with its number.
  for (const [name, link] of notes) if (name !== null && link.isConnected) link.replaceWith(link.textContent ?? "");
}

/** @param {Element} link @param {RegExp} pattern */
function nameOf(link, pattern) {
  const [, kind, number] = pattern.exec(link.getAttribute("href") ?? "") ?? [];
  if (!number) return null;
  return kind?.includes("edn") ? `end-${number}` : number;
}

/** The largest element around a back link that holds this one note and nothing else. @param {Element} link */
function noteOf(link) {
  let note = link.closest("p, li, div");
  for (let around = note?.parentElement; around?.localName === "div"; around = around.parentElement) {
    const backs = [...around.querySelectorAll("a[href*='#']")].filter((each) => nameOf(each, BACK) !== null);
    if (backs.length !== 1 || [...around.querySelectorAll("a[href*='#']")].some((each) => nameOf(each, REFERENCE) !== null) || /mso-element:\s*\w+-list/.test(around.getAttribute("data-style") ?? "")) break;
    note = around;
  }
  return note;
}
