// Tables in Markdown and a picture of what was measured.

const SAFE_STACKS = ["a", "b", "c", "d", "f2"];
const NAMES = {
  a: "(a) js-yaml + marked + DOMPurify",
  b: "(b) js-yaml + markdown-it + DOMPurify",
  c: "(c) yaml + micromark + DOMPurify",
  d: "(d) js-yaml + md4w + DOMPurify",
  f: "(f) js-yaml + cmark as wasm, no sanitizer",
  f2: "(f2) js-yaml + cmark as wasm + DOMPurify",
  "pressmark-element": "**Pressmark**, `<press-release>`",
  "pressmark-mount": "**Pressmark**, `parse()` and `mount()`",
  pressmark: "**Pressmark**",
  cmark: "cmark 0.30.2 as wasm",
  "md4w-small": "md4w, small",
  "md4w-fast": "md4w, fast",
  "micromark-gfm": "micromark with GFM",
  "remark-rehype": "remark, rehype and sanitize",
  commonmark: "commonmark.js",
};
const nameOf = (/** @type {string} */ name) => NAMES[name] ?? name;
const isOurs = (/** @type {string} */ name) => name.startsWith("pressmark");

/** Milliseconds as people read them. @param {number} time */
function readable(time) {
  if (time >= 100) return `${time.toFixed(0)} ms`;
  return time >= 1 ? `${time.toFixed(2)} ms` : `${(time * 1000).toFixed(time < 0.1 ? 1 : 0)} µs`;
}
const times = (/** @type {number} */ ratio) => `${ratio.toFixed(2)}×`;

/** @param {string[]} head @param {string[][]} rows */
function table(head, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, index) => (index ? "--:" : "---"))), ...rows.map(line), ""].join("\n");
}

/** Rows by contender, columns by a key, each cell with its ratio to ours. */
function compared(results, key, ours) {
  const columns = [...new Set(results.map((result) => result[key]))];
  const names = [...new Set(results.map(({ name }) => name))];
  const find = (name, column) => results.find((result) => result.name === name && result[key] === column)?.time;
  const last = columns.at(-1);
  names.sort((one, other) => (find(one, last) ?? Infinity) - (find(other, last) ?? Infinity));
  return {
    columns,
    rows: names.map((name) => [
      nameOf(name),
      ...columns.map((column) => {
        const time = find(name, column);
        return time === undefined ? "" : `${readable(time)} (${times(time / find(ours, column))})`;
      }),
    ]),
  };
}

function mountSection(results) {
  const { columns, rows } = compared(results, "count", "pressmark-element");
  const fastest = (count) => Math.min(...results.filter((result) => result.count === count && SAFE_STACKS.includes(result.name)).map(({ time }) => time));
  const time = (name, count) => results.find((result) => result.name === name && result.count === count)?.time;
  const verdicts = columns.map((count) =>
    `- ${count} on a page: \`<press-release>\` takes ${times(time("pressmark-element", count) / fastest(count))} the time of the fastest safe stack and ` +
    `${times(time("pressmark-element", count) / time("f", count))} that of (f); \`parse()\` and \`mount()\` ${times(time("pressmark-mount", count) / fastest(count))} and ` +
    `${times(time("pressmark-mount", count) / time("f", count))}.`);
  return `${table(["per article (as a multiple of `<press-release>`)", ...columns.map((count) => `${count} on a page`)], rows)}\n${verdicts.join("\n")}\n`;
}

function renderSection(results) {
  const { columns, rows } = compared(results, "size", "pressmark");
  const verdicts = columns.map((size) => {
    const ours = results.find((result) => result.size === size && isOurs(result.name)).time;
    const npm = results.filter((result) => result.size === size && !isOurs(result.name) && result.name !== "cmark" && result.name !== "snarkdown");
    const best = npm.reduce((one, other) => (other.time < one.time ? other : one));
    return `- ${size}: ${times(ours / best.time)} the time of the fastest package, ${nameOf(best.name)}.`;
  });
  return `${table(["one run (as a multiple of ours)", ...columns], rows)}\n${verdicts.join("\n")}\n`;
}

const nativeSection = (results) =>
  table(["native", "Pressmark", "cmark", "cmark's time as a multiple of ours"], results.map(({ text, pressmark, cmark }) => [text, readable(pressmark), readable(cmark), times(cmark / pressmark)]));

function coldSection(results) {
  const networks = [...new Set(results.map(({ network }) => network))];
  const names = [...new Set(results.map(({ name }) => name))];
  const find = (name, network, hints) => results.find((result) => result.name === name && result.network === network && result.hints === hints);
  const cell = (name, network, hints) => {
    const { mounted, painted } = find(name, network, hints);
    return `${mounted.toFixed(1)} / ${painted.toFixed(0)} ms`;
  };
  const head = ["in the page / painted", ...networks.flatMap((network) => [network, `${network}, with hints`])];
  const rows = names.map((name) => [nameOf(name), ...networks.flatMap((network) => [cell(name, network, false), cell(name, network, true)])]);
  const verdicts = networks.map((network) => {
    const part = (what) => {
      const best = (hints) => Math.min(...SAFE_STACKS.map((name) => find(name, network, hints)[what]));
      return `${times(find("pressmark-element", network, false)[what] / best(false))} (with hints ${times(find("pressmark-element", network, true)[what] / best(true))})`;
    };
    return `- ${network}: ${part("mounted")} the time of the fastest safe stack until the article is in the page, ${part("painted")} until it is painted.`;
  });
  return `${table(head, rows)}\n${verdicts.join("\n")}\n`;
}

const growthSection = (results) =>
  table(
    ["text", "one run", "a byte", "wasm memory at its peak", "as a multiple of the text"],
    results.map(({ size, bytes, time, peak, ratio }) => [size, readable(time), `${((time * 1e6) / bytes).toFixed(1)} ns`, `${(peak / 2 ** 20).toFixed(1)} MiB`, times(ratio)]),
  );

/** @param {any} results */
export function asMarkdown(results) {
  const parts = [
    "# Speed beside other ways",
    "",
    `Written by \`scripts/bench --write\` on ${results.date} at commit ${results.commit}, on ${results.machine}${results.quick ? ", in a hurry (--quick)" : ""}. ` +
      "Rounds are interleaved and figures are medians: compare those of one table, and no others. Layout is left out everywhere.",
    "",
    "![The same as a picture](performance.svg)",
    "",
  ];
  for (const engine of results.engines) {
    if (engine.mount) parts.push(`## A release in the page: ${engine.engine}`, "", "From the text of a release of 6 kB with front matter to safe nodes and metadata; ours with grades, diagnostics and ids besides.", "", mountSection(engine.mount));
    if (engine.render) parts.push(`## Markdown to HTML: ${engine.engine}`, "", "From string to string. Ours makes a safe body with ids, GitHub's extensions and diagnostics.", "", renderSection(engine.render));
    if (engine.growth) parts.push("## Growth", "", growthSection(engine.growth));
  }
  if (results.native) parts.push("## The native core", "", "Markdown to HTML, ours with all of the above, cmark 0.30.2 alone.", "", nativeSection(results.native));
  if (results.cold) parts.push("## Cold start in Chromium", "", "Milliseconds from the page's first script to the article in the page, and from navigation to its first frame; nothing cached, files compressed by brotli.", "", coldSection(results.cold));
  return `${parts.join("\n").trimEnd()}\n`;
}

const BAR = { height: 18, gap: 6, left: 290, width: 420, top: 34 };

/** A chart of bars, ours in colour. @param {string} title @param {{name: string, time: number}[]} bars @param {number} top */
function chart(title, bars, top) {
  const sorted = [...bars].sort((one, other) => one.time - other.time);
  const longest = Math.min(sorted.at(-1).time, sorted[0].time * 20);
  const plain = (/** @type {string} */ text) => text.replace(/[*`]/g, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const lines = sorted.map(({ name, time }, index) => {
    const y = top + BAR.top + index * (BAR.height + BAR.gap);
    const width = Math.max(2, (Math.min(time, longest) / longest) * BAR.width);
    const cut = time > longest ? " …" : "";
    return `<text x="${BAR.left - 8}" y="${y + 13}" text-anchor="end">${plain(nameOf(name))}</text>` +
      `<rect x="${BAR.left}" y="${y}" width="${width.toFixed(1)}" height="${BAR.height}" fill="${isOurs(name) ? "#1d5fa8" : "#b9c2cc"}"/>` +
      `<text x="${BAR.left + width + 6}" y="${y + 13}">${readable(time)}${cut}</text>`;
  });
  return { svg: [`<text x="0" y="${top + 18}" font-weight="bold">${plain(title)}</text>`, ...lines].join("\n"), end: top + BAR.top + sorted.length * (BAR.height + BAR.gap) + 16 };
}

/** @param {any} results */
export function asPicture(results) {
  const [engine] = results.engines;
  const charts = [];
  let top = 8;
  const add = (title, bars) => {
    const { svg, end } = chart(title, bars, top);
    charts.push(svg);
    top = end;
  };
  if (engine?.mount) add("One of 100 releases in the page, without layout", engine.mount.filter(({ count }) => count === 100));
  const size = engine?.render?.at(-1)?.size;
  if (engine?.render) add(`Markdown of ${size} to HTML`, engine.render.filter((result) => result.size === size));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 820 ${top}" width="820" height="${top}" font-family="sans-serif" font-size="13">
<rect width="820" height="${top}" fill="#ffffff"/>
${charts.join("\n")}
</svg>
`;
}
