// Judges, in a page, what Pressmark makes of hostile releases. A classic script; trees.js comes before it.
(() => {
  const ran = [];
  for (const name of ["alert", "prompt", "confirm", "print", "open"]) window[name] = (...values) => void ran.push(`${name}(${values})`);

  const SAFE_PROTOCOLS = ["http:", "https:", "mailto:", "tel:"];
  const ADDRESSES = ["href", "src"];

  /** Whether following an address does no more than leave the page. One that is no address at all leads nowhere. */
  const isSafe = (address) => !URL.canParse(address, "https://page.example/") || SAFE_PROTOCOLS.includes(new URL(address, "https://page.example/").protocol);

  /** The attributes of an element, even of a form whose fields have taken the names of its properties. */
  const attributesOf = (element) =>
    Element.prototype.getAttributeNames.call(element).map((name) => [name, Element.prototype.getAttribute.call(element, name)]);

  /** What in a tree is outside of the lists. @param {{elements: string[], attributes: string[], classes: string[]}} vocabulary */
  function strangers(root, vocabulary) {
    const found = [];
    for (const element of root.querySelectorAll("*")) {
      if (!vocabulary.elements.includes(element.localName)) found.push(`<${element.localName}>`);
      for (const [name, value] of attributesOf(element)) {
        if (name === "class") {
          found.push(...value.split(/\s+/).filter((each) => !vocabulary.classes.includes(each)).map((each) => `class ${each}`));
        } else if (!vocabulary.attributes.includes(name)) {
          found.push(`${name} of <${element.localName}>`);
        } else if (name === "id" && !value.startsWith("pm-")) {
          found.push(`id ${value}`);
        } else if (ADDRESSES.includes(name) && !isSafe(value)) {
          found.push(`${name} ${value}`);
        }
      }
    }
    return found;
  }

  const inert = (html) => new DOMParser().parseFromString(html, "text/html").body;

  /**
   * All that DOMPurify takes away from our HTML with its defaults. It does not know the attribute that keeps the page's
   * address from the servers of pictures. And words of the author in an attribute that quote the end of a comment or of raw
   * text go with their attribute, for the sake of readers that are no browser; the author's words stay.
   */
  const isListed = ({ localName }, name, value) =>
    (localName === "img" && name === "referrerpolicy" && value === "no-referrer") ||
    (["alt", "title", "aria-label"].includes(name) && /(--!?|\])>|<\/(style|script|title|xmp|textarea|noscript|iframe|noembed|noframes)/i.test(value));

  /** What DOMPurify makes of the HTML, beside that. It takes spaces off the ends of attributes. */
  function purified(html) {
    const ours = inert(html);
    for (const element of ours.querySelectorAll("*")) {
      for (const [name, value] of attributesOf(element)) {
        if (isListed(element, name, value)) element.removeAttribute(name);
        else if (name !== "value" && value !== value.trim()) element.setAttribute(name, value.trim());
      }
    }
    const clean = DOMPurify.sanitize(html, { RETURN_DOM: true }) ?? document.createElement("body");
    if (written(clean) === written(ours)) return [];
    return ["DOMPurify changes it", ...DOMPurify.removed.map(({ element, attribute }) => `DOMPurify: ${attribute ? `${attribute.name}="${attribute.value}"` : `<${element?.localName}>`}`)];
  }

  /** What is wrong with the article of one release, as HTML, as DOM, as text and as data. */
  function faults(release, vocabulary) {
    const html = release.toHTML();
    const tree = inert(html);
    const found = [...strangers(tree, vocabulary), ...purified(html)];
    const container = document.createElement("div");
    release.mount(container);
    if (written(container) !== written(tree)) found.push("the DOM is not the HTML");
    const nested = JSON.stringify([release.toJSON(), release.toJSONLD(), release.toNinjs()]);
    if (JSON.stringify(JSON.parse(nested)) !== nested) found.push("JSON that does not come back");
    if ({}.polluted !== undefined) found.push("a prototype with a new property");
    return [...found, ...scriptFaults(release), ...textFaults(release)];
  }

  /** Data for search engines, as a server writes it into a page. */
  function scriptFaults(release) {
    const json = release.toJSONLDText();
    const tree = inert(`<script type="application/ld+json">${json}</script><p>after</p>`);
    const [script, after] = tree.ownerDocument.querySelectorAll("script, p");
    if (tree.ownerDocument.querySelectorAll("head > *, body > *").length !== 2 || after.textContent !== "after") return ["JSON-LD that ends its script"];
    return JSON.stringify(JSON.parse(script.textContent)) === JSON.stringify(release.toJSONLD()) ? [] : ["JSON-LD that is another in its script"];
  }

  function textFaults(release) {
    const element = document.createElement("p");
    element.textContent = release.toText();
    return element.childElementCount === 0 ? [] : ["a text with elements"];
  }

  const HEAD = ["meta", "title", "link", "style"];

  /** The page that stands alone: nothing in its head but what it always has, and the article. */
  function pageFaults(html, vocabulary) {
    const { head, body, documentElement, scripts } = new DOMParser().parseFromString(html, "text/html");
    const found = strangers(body.querySelector("main"), vocabulary).map((each) => `page: ${each}`);
    const elements = [...head.children].filter(({ localName }) => !HEAD.includes(localName));
    found.push(...elements.map(({ localName }) => `page: <${localName}> in its head`));
    const attributes = [...head.querySelectorAll("*"), documentElement, body].flatMap((element) => element.getAttributeNames());
    found.push(...attributes.filter((name) => !["charset", "http-equiv", "name", "property", "content", "rel", "href", "lang", "dir"].includes(name)).map((name) => `page: ${name}`));
    const refreshes = head.querySelectorAll("meta[http-equiv]:not([http-equiv=Content-Security-Policy]), link:not([rel=canonical])").length;
    if (refreshes || scripts.length || body.children.length !== 1 || head.querySelectorAll("style").length !== 1) found.push("page: more than an article");
    for (const link of head.querySelectorAll("link")) if (!/^https?:/.test(link.href)) found.push(`page: ${link.href}`);
    return found;
  }

  /** Writes a page alive into a frame, without its policy, so that nothing else keeps words from running. */
  async function live(html) {
    const frame = document.createElement("iframe");
    const traps = "<script>for (const name of ['alert', 'prompt', 'confirm', 'print', 'open']) window[name] = (...values) => parent[name](...values)<" + "/script>";
    frame.srcdoc = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, traps);
    const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
    document.body.append(frame);
    await loaded;
    frame.remove();
  }

  const PICTURE = ["svg", "title", "rect", "path", "text"];

  /** A badge as a picture: a file of its own, and inside of HTML. */
  function pictureFaults(svg, words) {
    const trees = [new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, inert(svg).firstElementChild];
    return trees.flatMap((tree) => {
      const elements = [tree, ...tree.querySelectorAll("*")];
      const found = elements.filter(({ localName }) => !PICTURE.includes(localName)).map(({ localName }) => `picture: <${localName}>`);
      found.push(...elements.flatMap((element) => element.getAttributeNames()).filter((name) => /^on|href|style/i.test(name)).map((name) => `picture: ${name}`));
      const shown = [...tree.querySelectorAll("text")].map(({ textContent }) => textContent);
      if (JSON.stringify(shown) !== JSON.stringify(words)) found.push(`picture: other words, ${JSON.stringify(shown)}`);
      return found;
    });
  }

  /** What XML has no way to write stands as a box in its place. */
  const writable = (text) => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD");

  /** Puts a tree into the page, alive; pictures that would be fetched are links in it. */
  function alive(pressmark, source, options) {
    const element = document.createElement("div");
    element.innerHTML = pressmark.parse(source, { ...options, images: "none" }).toHTML();
    document.body.append(element);
    element.remove();
  }

  /** Runs a check for each of the hostile strings, and tells what has run in the meantime. @returns {Promise<string[]>} one line for each fault */
  async function each(texts, check) {
    const lines = [];
    for (const text of texts) {
      try {
        for (const fault of await check(text)) lines.push(`${fault}: ${JSON.stringify(text).slice(0, 300)}`);
      } catch (error) {
        lines.push(`${error?.stack}: ${JSON.stringify(text).slice(0, 300)}`);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
    return [...lines, ...ran.splice(0).map((call) => `ran ${call}`)];
  }

  const BASE = { baseURL: "https://page.example/" };

  window.judge = {
    ran,
    strangers,
    inert,
    purified,

    /** The article of each source, in every form. */
    releases: (sources, vocabulary, options = {}) =>
      each(sources, (source) => {
        alive(window.pressmark, source, options);
        return faults(window.pressmark.parse(source, { ...BASE, ...options }), vocabulary);
      }),

    /** The same with scales of the page's own, which carry the string; one that is no scale at all is refused. */
    scales: (texts, vocabulary, write) =>
      each(texts, (text) => {
        const { source, scales } = write(text);
        try {
          alive(window.pressmark, source, { scales });
        } catch (error) {
          if (error.name === "ArgumentError") return [];
          throw error;
        }
        return faults(window.pressmark.parse(source, { ...BASE, scales }), vocabulary);
      }),

    /** What the studio saves of each source; every so many pages are opened. */
    exports: (sources, vocabulary, { standalonePage, OUTPUTS }, stride) => {
      let count = 0;
      return each(sources, async (source) => {
        const release = window.pressmark.parse(source, { ...BASE, images: "none" });
        const html = standalonePage(release);
        if (count++ % stride === 0) await live(html);
        const data = OUTPUTS.find(({ id }) => id === "json-ld").make(release);
        const embed = inert(OUTPUTS.find(({ id }) => id === "embed").make(release, source, "release"));
        const found = pageFaults(html, vocabulary);
        if (/[<>]/.test(data) || JSON.stringify(JSON.parse(data)) !== JSON.stringify(release.toJSONLD())) found.push("search data that may end a script");
        const inside = [...embed.ownerDocument.querySelectorAll("body *, script")].map(({ localName }) => localName);
        if (!/^(script,)?press-release,p,a(,p)?$/.test(inside.join())) found.push(`embed code: ${inside}`);
        return found;
      });
    },

    /** Badges as pictures. */
    pictures: (texts, { badgePicture, svgText }) =>
      each(texts, (text) => {
        const words = writable(text);
        const badge = { area: text, word: text, rank: 2, of: 4, tone: 2, notes: [text] };
        const svg = svgText(badgePicture(badge));
        const element = document.createElement("div");
        element.innerHTML = svg;
        document.body.append(element);
        element.remove();
        return pictureFaults(svg, [words, words, words]);
      }),

    /** What becomes of each string as HTML on the clipboard of the studio. */
    pasted: (texts, vocabulary, { htmlToMarkdown }) =>
      each(texts, (html) => faults(window.pressmark.parse(htmlToMarkdown(html).markdown, BASE), vocabulary)),

    /** Nodes alone, alive in the page: for policies under which no HTML string may be parsed. */
    mounted: (sources, vocabulary) =>
      each(sources, (source) => {
        const container = document.createElement("div");
        window.pressmark.parse(source, { ...BASE, images: "none" }).mount(container);
        document.body.append(container);
        const found = strangers(container, vocabulary);
        container.remove();
        return found;
      }),
  };
})();
