// Runs in the pages of the bench: loads contenders, and times them when the driver asks.

const contenders = new Map();
const texts = new Map();
let kept = 0;

/** @param {string} path */
export async function load(path) {
  if (contenders.has(path)) return;
  const module = await import(`/${path}.js`);
  contenders.set(path, await module.load());
}

/** @param {string} key */
async function textOf(key) {
  if (!texts.has(key)) texts.set(key, await (await fetch(`/texts/${key}`)).text());
  return texts.get(key);
}

/** The HTML. @param {string} path @param {string} key */
export const rendered = async (path, key) => contenders.get(path)(await textOf(key));

/**
 * Renders for so many milliseconds, at least once; answers with the milliseconds of one run.
 * @param {string} path @param {string} key @param {number} milliseconds
 */
export async function timeRender(path, key, milliseconds) {
  const render = contenders.get(path);
  const text = await textOf(key);
  const start = performance.now();
  let runs = 0;
  let end = start;
  do {
    const html = render(text);
    kept ^= html.charCodeAt(html.length >> 1); // a lazy string is made in full
    runs++;
    end = performance.now();
  } while (end - start < milliseconds);
  return (end - start) / runs;
}

/** As many empty hosts as articles, laid out. */
function hostsFor(contender, count) {
  const hosts = Array.from({ length: count }, () => document.createElement(contender.host ?? "div"));
  document.body.replaceChildren(...hosts);
  document.body.offsetHeight;
  return hosts;
}

/** A text that was never seen before. */
const fresh = (text) => `${text}\nCopy ${++kept + Math.random()}.\n`;

/**
 * Mounts articles into as many hosts, again and again for so many milliseconds; answers with the milliseconds of one
 * article. What stands in the hosts is taken out between the turns, outside of the time.
 * @param {string} path @param {string} key @param {number} milliseconds @param {number} count articles on the page
 */
export async function timeMount(path, key, milliseconds, count) {
  const contender = contenders.get(path);
  const text = await textOf(key);
  let time = 0;
  let mounted = 0;
  do {
    const turns = Math.max(1, Math.round(20 / count));
    for (let turn = 0; turn < turns; turn++) {
      const hosts = hostsFor(contender, count);
      const own = hosts.map(() => fresh(text));
      const start = performance.now();
      // An element is told all its texts at once, as a page would; what answers at once is called once for each.
      if (contender.host) await Promise.all(hosts.map((host, index) => contender.mount(own[index], host)));
      else for (let index = 0; index < count; index++) contender.mount(own[index], hosts[index]);
      time += performance.now() - start;
      mounted += count;
    }
    document.body.replaceChildren();
  } while (time < milliseconds);
  return time / mounted;
}

/** What the article and its metadata say, to compare contenders by. @param {string} path @param {string} key */
export async function mountedContent(path, key) {
  const contender = contenders.get(path);
  const [host] = hostsFor(contender, 1);
  const metadata = await contender.mount(await textOf(key), host);
  return {
    headline: host.querySelector("h1")?.textContent ?? "",
    title: metadata.title ?? "",
    nested: metadata.og?.type ?? "",
    paragraphs: [...host.querySelectorAll("p")].map((paragraph) => paragraph.textContent.trim().slice(0, 20)),
    grades: contender.grades?.(host) ?? null,
  };
}

/**
 * Bytes of wasm memory that reading and writing a text takes, in an instance of its own.
 * @param {string} path ours; it is loaded anew @param {string} key
 */
export async function memoryFor(path, key) {
  const { instantiate } = WebAssembly;
  const memories = [];
  WebAssembly.instantiate = async (...values) => {
    const made = await instantiate(...values);
    memories.push((made.instance ?? made).exports.memory);
    return made;
  };
  try {
    const module = await import(`/${path}.js`);
    const render = await module.load();
    const text = await textOf(key);
    const before = memories[0].buffer.byteLength;
    render(text);
    return { text: new TextEncoder().encode(text).length, before, peak: memories[0].buffer.byteLength };
  } finally {
    WebAssembly.instantiate = instantiate;
  }
}
