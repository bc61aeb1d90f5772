// A table as GitHub writes it in Markdown. Cells that reach over several are written once; the others of them stay empty.

/**
 * @param {readonly Element[]} rows
 * @param {(cell: Element) => string} words of a cell, on one line
 * @returns {string}
 */
export function tableToMarkdown(rows, words) {
  const grid = gridOf(rows, words);
  const width = Math.max(...grid.map((row) => row.length));
  const lines = grid.map((row) => `| ${Array.from({ length: width }, (_, column) => row[column] ?? "").join(" | ")} |`);
  lines.splice(1, 0, `| ${alignments(rows[0], width).join(" | ")} |`);
  return lines.join("\n");
}

/**
 * @param {readonly Element[]} rows
 * @param {(cell: Element) => string} words
 * @returns {string[][]}
 */
function gridOf(rows, words) {
  /** @type {string[][]} */
  const grid = rows.map(() => []);
  rows.forEach((row, index) => {
    let column = 0;
    for (const cell of row.children) {
      while (grid[index]?.[column] !== undefined) column += 1;
      const text = words(cell).replace(/\s+/g, " ").trim().replace(/\|/g, "\\|");
      const [across, down] = [span(cell, "colspan"), span(cell, "rowspan")];
      for (let y = 0; y < down && index + y < rows.length; y++) {
        for (let x = 0; x < across; x++) /** @type {string[]} */ (grid[index + y])[column + x] = y === 0 && x === 0 ? text : "";
      }
      column += across;
    }
  });
  return grid;
}

/** @param {Element} cell @param {"colspan" | "rowspan"} name */
function span(cell, name) {
  return Math.min(50, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? "1", 10) || 1));
}

/** @param {Element | undefined} row the first @param {number} width */
function alignments(row, width) {
  const cells = [...(row?.children ?? [])].flatMap((cell) => Array.from({ length: span(cell, "colspan") }, () => cell));
  return Array.from({ length: width }, (_, column) => {
    const cell = cells[column];
    const align = (/text-align\s*:\s*(\w+)/i.exec(cell?.getAttribute("data-style") ?? "")?.[1] ?? cell?.getAttribute("align") ?? "").toLowerCase();
    return align === "right" || align === "end" ? "---:" : align === "center" ? ":---:" : "---";
  });
}
