// Reads and changes single values of front matter in the text itself: a change is a list of edits of ranges, and every
// character that it is not about stays as the author wrote it. Where a change is not certain, there is none.

/** @import {EntryPlace, FrontMatterPlace, JSONValue, ValuePlace} from "../../core/types.js" */
/** @import {Edit} from "../editor/editor.js" */

/**
 * An entry with what is around it: the maps that hold it, outermost first, and the words of its value.
 * @typedef {{entry: EntryPlace, around: EntryPlace[], flow: boolean, value: JSONValue}} Found
 */

/** @typedef {ValuePlace & {kind: "map"}} MapPlace */

export class FrontMatter {
  #text;
  #place;
  #metadata;

  /**
   * @param {string} text of the release
   * @param {FrontMatterPlace | null} place
   * @param {{[key: string]: JSONValue}} metadata
   */
  constructor(text, place, metadata) {
    this.#text = text;
    this.#place = place;
    this.#metadata = metadata;
  }

  /** Whether values can be changed: not where the block could not be read. */
  get isEditable() {
    const place = this.#place;
    return place === null || place.value !== null || this.#text.slice(place.content.start, place.content.end).trim() === "";
  }

  /**
   * The first of these dotted paths that is there and has a value. A map is none where another path leads into it.
   * @param {readonly string[]} paths
   * @returns {Found | null}
   */
  find(paths) {
    const root = this.#place?.value;
    if (root?.kind !== "map") return null;
    for (const path of paths) {
      const found = this.#step(root, this.#metadata, path, []);
      if (!found || found.value === null) continue;
      if (found.entry.value.kind !== "map" || !paths.some((each) => each.startsWith(`${path}.`))) return found;
    }
    return null;
  }

  /** The words of a value; null where there is none, or where it is a list or a map. @param {readonly string[]} paths */
  read(paths) {
    const found = this.find(paths);
    return found && found.entry.value.kind === "scalar" ? String(found.value) : null;
  }

  /**
   * Writes a value: in the place of the first path that is there, else as a new entry of the first path. Without words the
   * entry is taken out.
   * @param {readonly [string, ...string[]]} paths
   * @param {string} words
   * @returns {Edit[] | null} null: not certain
   */
  write(paths, words) {
    const found = this.find(paths) ?? this.#empty(paths);
    if (!found) return words === "" ? [] : this.#add(paths[0], words);
    if (found.entry.value.kind !== "scalar") return null;
    return words === "" ? this.#remove(found) : this.#replace(found, words);
  }

  /**
   * The items of a list; one value counts as a list of it.
   * @param {readonly string[]} paths
   * @returns {readonly ValuePlace[]}
   */
  items(paths) {
    const found = this.find(paths);
    if (!found) return [];
    return found.entry.value.kind === "list" ? found.entry.value.items : [found.entry.value];
  }

  /**
   * An item that is a line of words and no map.
   * @param {readonly string[]} paths of the list
   * @param {number} index
   * @returns {Found | null}
   */
  findLine(paths, index) {
    const found = this.find(paths);
    const item = this.items(paths)[index];
    if (!found || item?.kind !== "scalar" || !/^[^\n]+$/.test(this.#text.slice(item.start, item.end))) return null;
    if (item === found.entry.value) return found;
    const values = /** @type {JSONValue[]} */ (found.value);
    return { entry: { key: "", place: item, value: item }, around: [], flow: this.#isFlow(found.entry.value), value: values[index] ?? null };
  }

  /**
   * Writes an item that is a line of words.
   * @param {readonly string[]} paths of the list
   * @param {number} index
   * @param {string} words
   * @returns {Edit[] | null} null: not certain
   */
  writeLine(paths, index, words) {
    const found = this.findLine(paths, index);
    if (!found) return null;
    const { start, end } = found.entry.value;
    return words === "" ? [{ start, end, text: '""' }] : this.#replace(found, words);
  }

  /**
   * Makes a line of words a map of these entries.
   * @param {readonly string[]} paths of the list
   * @param {number} index
   * @param {readonly {key: string, words: string}[]} entries
   * @returns {Edit[] | null} null: not certain
   */
  splitLine(paths, index, entries) {
    const found = this.findLine(paths, index);
    if (!found) return null;
    const { start, end } = found.entry.value;
    if (this.#isJSON || found.flow) return [{ start, end, text: this.#flowMap(entries) }];
    const lines = entries.map(({ key, words }) => this.#entry(key, words));
    const lead = this.#leadOf(found);
    return lead && [{ start: lead.start, end, text: lead.text + lines.join(`\n${lead.indent}`) }];
  }

  /**
   * An entry of an item that is a map. A line of words is the value of the key that it is plain for.
   * @param {readonly string[]} paths of the list
   * @param {number} index
   * @param {readonly string[]} keys the first that is there counts
   * @param {string} [plain]
   * @returns {Found | null}
   */
  findInItem(paths, index, keys, plain = "") {
    const item = this.items(paths)[index];
    if (item?.kind === "scalar" && keys.includes(plain)) return this.findLine(paths, index);
    if (item?.kind !== "map") return null;
    const entry = item.entries.find(({ key }) => keys.includes(key.toLowerCase()));
    if (!entry) return null;
    const value = this.find(paths)?.value ?? null;
    const values = /** @type {{[key: string]: JSONValue} | undefined} */ (Array.isArray(value) ? value[index] : value);
    return { entry, around: [], flow: this.#isFlow(item) || this.#isFlow(/** @type {Found} */ (this.find(paths)).entry.value), value: values?.[entry.key] ?? null };
  }

  /**
   * Writes one value of an item; behind the last item, it begins a new one.
   * @param {readonly [string, ...string[]]} paths of the list
   * @param {number} index
   * @param {readonly [string, ...string[]]} keys
   * @param {string} words
   * @param {string} [plain] the key of which a line of words would be the value
   * @returns {Edit[] | null} null: not certain
   */
  writeInItem(paths, index, keys, words, plain = "") {
    const items = this.items(paths);
    const item = items[index];
    if (!item) return words === "" ? [] : this.#addItem(paths, keys[0], words);
    if (item.kind === "scalar" && keys.includes(plain)) return this.writeLine(paths, index, words);
    if (item.kind === "scalar" && words === "") return [];
    if (item.kind === "scalar") return this.#addToLine(paths, index, plain, { key: keys[0], words });
    if (item.kind !== "map") return null;
    const found = this.findInItem(paths, index, keys);
    if (!found) return words === "" ? [] : this.#addTo(item, keys[0], words);
    if (found.entry.value.kind !== "scalar") return null;
    return words === "" ? this.#remove(found) : this.#replace(found, words);
  }

  /**
   * Takes an item out; the last one takes its list along.
   * @param {readonly string[]} paths
   * @param {number} index
   * @returns {Edit[] | null}
   */
  removeItem(paths, index) {
    const found = this.find(paths);
    const items = this.items(paths);
    const item = items[index];
    if (!found || !item) return null;
    if (items.length === 1) return this.#remove(found);
    if (this.#isJSON || this.#isFlow(found.entry.value)) {
      const [before, next] = [items[index - 1], items[index + 1]];
      return [{ start: before ? before.end : item.start, end: before ? item.end : (next?.start ?? item.end), text: "" }];
    }
    if (!isDash(this.#text.slice(this.#lineStart(item.start), item.start))) return null;
    return [{ start: this.#lineStart(item.start), end: Math.min(this.#lineEnd(Math.max(item.start, item.end - 1)) + 1, this.#text.length), text: "" }];
  }

  /**
   * A line of words becomes a map in which it is the value of `plain`; its own characters stay.
   * @param {readonly string[]} paths
   * @param {number} index
   * @param {string} plain
   * @param {{key: string, words: string}} entry to be added
   * @returns {Edit[] | null}
   */
  #addToLine(paths, index, plain, { key, words }) {
    const item = this.items(paths)[index];
    // A dash without words behind it.
    if (item && item.start === item.end && this.#text[item.start - 1] === "-") {
      return [{ start: item.start, end: item.start, text: ` ${this.#entry(key, words)}` }];
    }
    const found = this.findLine(paths, index);
    if (!found || plain === "") return null;
    const { start, end } = found.entry.value;
    if (this.#isJSON || found.flow) {
      const [name, further] = this.#isJSON ? [JSON.stringify(plain), JSON.stringify(key)] : [plain, key];
      return [{ start, end: start, text: `{${name}: ` }, { start: end, end, text: `, ${further}: ${JSON.stringify(words)}}` }];
    }
    const lead = this.#leadOf(found);
    const lineEnd = this.#lineEnd(end);
    return lead && [{ start: lead.start, end: start, text: `${lead.text}${plain}: ` }, { start: lineEnd, end: lineEnd, text: `\n${lead.indent}${this.#entry(key, words)}` }];
  }

  /**
   * What comes before a line of words that becomes a map, from where on, and how far its entries are indented.
   * @param {Found} found
   */
  #leadOf({ entry: { key, place, value } }) {
    const before = this.#text.slice(this.#lineStart(value.start), value.start);
    if (key === "") return isDash(before) ? { start: value.start, text: "", indent: before.replace("-", " ") } : null;
    const indent = /^\s*/.exec(before)?.[0] ?? "";
    const colon = this.#text.indexOf(":", place.end) + 1;
    if (this.#lineStart(place.start) + indent.length !== place.start || /\S/.test(this.#text.slice(colon, value.start))) return null;
    return { start: colon, text: `\n${indent}  `, indent: `${indent}  ` };
  }

  /** @param {readonly {key: string, words: string}[]} entries */
  #flowMap(entries) {
    if (this.#isJSON) return JSON.stringify(Object.fromEntries(entries.map(({ key, words }) => [key, words])));
    return `{${entries.map(({ key, words }) => `${key}: ${JSON.stringify(words)}`).join(", ")}}`;
  }

  /**
   * @param {readonly [string, ...string[]]} paths
   * @param {string} key
   * @param {string} words
   * @returns {Edit[] | null}
   */
  #addItem(paths, key, words) {
    const found = this.find(paths) ?? this.#empty(paths);
    const scalar = this.#scalar(words, "", false);
    if (!found) return this.#add(paths[0], this.#isJSON ? [{ [key]: words }] : `\n  - ${key}: ${scalar}`);
    const { value } = found.entry;
    const last = value.kind === "list" ? value.items.at(-1) : undefined;
    if (this.#isJSON || found.flow || this.#isFlow(value)) {
      const map = this.#flowMap([{ key, words }]);
      if (last) return [{ start: last.end, end: last.end, text: `, ${map}` }];
      if (found.value === null || value.kind === "list") return [{ start: value.start, end: value.end, text: `[${map}]` }];
      return [{ start: value.start, end: value.start, text: "[" }, { start: value.end, end: value.end, text: `, ${map}]` }];
    }
    if (found.value === null && this.#text.slice(value.start, value.end) === "") {
      const colon = this.#text.indexOf(":", found.entry.place.end) + 1;
      return [{ start: colon, end: colon, text: `\n  - ${key}: ${scalar}` }];
    }
    if (!last) return this.#makeList(found, `${key}: ${scalar}`);
    const lead = this.#text.slice(this.#lineStart(last.start), last.start);
    if (!isDash(lead)) return null;
    const end = this.#lineEnd(Math.max(last.start, last.end - 1));
    return [{ start: end, end, text: `\n${lead}${key}: ${scalar}` }];
  }

  /**
   * The one value of an entry becomes the first item of a list; its own characters stay.
   * @param {Found} found
   * @param {string} entry of the second item
   * @returns {Edit[] | null}
   */
  #makeList(found, entry) {
    const { place, value } = found.entry;
    if (value.kind === "map") return this.#makeListOfMap(value, entry);
    const lead = this.findLine([found.entry.key], 0) && this.#leadOf(found);
    const lineEnd = this.#lineEnd(Math.max(place.end, value.end - 1));
    return lead && [{ start: lead.start, end: value.start, text: `${lead.text}- ` }, { start: lineEnd, end: lineEnd, text: `\n${lead.indent}- ${entry}` }];
  }

  /** @param {MapPlace} map @param {string} entry @returns {Edit[] | null} */
  #makeListOfMap({ start, end }, entry) {
    const indent = this.#text.slice(this.#lineStart(start), start);
    if (indent.trim() !== "") return null;
    const last = this.#lineEnd(Math.max(start, end - 1));
    /** @type {Edit[]} */
    const edits = [{ start, end: start, text: "- " }];
    for (let at = this.#lineEnd(start) + 1; at < last; at = this.#lineEnd(at) + 1) {
      if (this.#lineEnd(at) > at) edits.push({ start: at, end: at, text: "  " });
    }
    return [...edits, { start: last, end: last, text: `\n${indent}- ${entry}` }];
  }

  get #isJSON() {
    return this.#place?.kind === "json" || this.#place?.kind === "json-object";
  }

  /** An entry of one of the paths whose value is still to be written. @param {readonly string[]} paths @returns {Found | null} */
  #empty(paths) {
    const root = this.#place?.value;
    if (root?.kind !== "map") return null;
    for (const path of paths) {
      const found = this.#step(root, this.#metadata, path, []);
      if (found) return found;
    }
    return null;
  }

  /**
   * As the core looks for a path: maps inside maps, or keys that are spelled with the dot, at any level.
   * @param {MapPlace} map
   * @param {JSONValue | undefined} values
   * @param {string} path
   * @param {EntryPlace[]} around
   * @returns {Found | null}
   */
  #step(map, values, path, around) {
    if (typeof values !== "object" || values === null || Array.isArray(values)) return null;
    for (let dot = path.indexOf("."); dot !== -1; dot = path.indexOf(".", dot + 1)) {
      const outer = entryNamed(map, path.slice(0, dot));
      if (outer?.value.kind !== "map") continue;
      const found = this.#step(outer.value, values[outer.key], path.slice(dot + 1), [...around, outer]);
      if (found) return found;
    }
    const entry = entryNamed(map, path);
    if (!entry) return null;
    const flow = [map, ...around.map(({ value }) => value)].some((place) => this.#isFlow(place));
    return { entry, around, flow, value: values[entry.key] ?? null };
  }

  /** @param {ValuePlace} value */
  #isFlow(value) {
    return /^[[{]/.test(this.#text.slice(value.start, value.start + 1));
  }

  /**
   * @param {Found} found
   * @param {string} words
   * @returns {Edit[]}
   */
  #replace({ entry, flow }, words) {
    const { start, end } = entry.value;
    const old = this.#text.slice(start, end);
    if (old === "") {
      const colon = this.#text.indexOf(":", entry.place.end) + 1;
      return [{ start: colon, end: colon, text: ` ${this.#scalar(words, "", flow)}` }];
    }
    // A block of text ends with the end of its last line.
    const lineEnd = /^[|>]/.test(old) && old.endsWith("\n") ? "\n" : "";
    return [narrowed(this.#text, { start, end, text: this.#scalar(words, old[0] ?? "", flow) + lineEnd })];
  }

  /**
   * @param {Found} found
   * @returns {Edit[]}
   */
  #remove({ entry, around, flow }) {
    const { start, end } = entry.value;
    if (this.#isJSON || flow) return [{ start, end, text: this.#isJSON ? "null" : '""' }];
    const parent = around.at(-1);
    const isAlone = parent?.value.kind === "map" && parent.value.entries.length === 1;
    // A comment of the author between them stays.
    if (isAlone && !/\n\s*#/.test(this.#text.slice(parent.place.end, entry.place.start))) {
      return this.#remove({ entry: parent, around: around.slice(0, -1), flow, value: null });
    }
    const from = this.#lineStart(entry.place.start);
    const lineEnd = this.#lineEnd(Math.max(entry.place.end, end - 1, start));
    const rest = this.#text.slice(Math.max(end, this.#text.indexOf(":", entry.place.end) + 1), lineEnd);
    // A comment of the author behind the value stays.
    if (rest.trim() !== "" || this.#text.slice(from, entry.place.start).trim() !== "") return [{ start, end, text: "" }];
    return [{ start: from, end: Math.min(lineEnd + 1, this.#text.length), text: "" }];
  }

  /**
   * @param {string} path
   * @param {string | JSONValue} value words that are a value as they stand where they begin with a line end
   * @returns {Edit[] | null}
   */
  #add(path, value) {
    const place = this.#place;
    if (!place) {
      const start = this.#text.startsWith("\uFEFF") ? 1 : 0;
      return [{ start, end: start, text: `---\n${this.#entry(path, value)}\n---\n\n` }];
    }
    const parentPath = path.slice(0, Math.max(0, path.lastIndexOf(".")));
    const parent = parentPath ? this.find([parentPath]) : null;
    if (parent && parent.entry.value.kind === "map") {
      return this.#addTo(parent.entry.value, path.slice(parentPath.length + 1), value);
    }
    return this.#addTo(place.value?.kind === "map" ? place.value : null, path, value);
  }

  /** @param {string} key @param {string | JSONValue} value */
  #entry(key, value) {
    if (typeof value === "string" && value.startsWith("\n")) return `${key}:${value}`;
    return `${key}: ${this.#scalar(String(value), "", false)}`;
  }

  /**
   * @param {MapPlace | null} map null: the block is empty
   * @param {string} key
   * @param {string | JSONValue} value
   * @returns {Edit[] | null}
   */
  #addTo(map, key, value) {
    const last = map?.entries.at(-1);
    if (!map || !last) {
      const { end } = /** @type {FrontMatterPlace} */ (this.#place).content;
      if (this.#isJSON) return null;
      return [{ start: end, end, text: `${this.#entry(key, value)}\n` }];
    }
    const lineStart = this.#lineStart(last.place.start);
    const lead = this.#text.slice(lineStart, last.place.start);
    // The first entry of an item stands behind its dash.
    const indent = isDash(lead) ? lead.replace("-", " ") : lead;
    if (this.#isJSON) {
      const gap = indent.trim() === "" ? `\n${indent}` : " ";
      return [{ start: last.value.end, end: last.value.end, text: `,${gap}${JSON.stringify(key)}: ${JSON.stringify(value)}` }];
    }
    if (this.#isFlow(map)) return typeof value === "string" ? [{ start: last.value.end, end: last.value.end, text: `, ${key}: ${JSON.stringify(value)}` }] : null;
    if (indent.trim() !== "") return null;
    const end = this.#lineEnd(Math.max(last.place.end, last.value.end - 1));
    return [{ start: end, end, text: `\n${indent}${this.#entry(key, value)}` }];
  }

  /**
   * Words as a value: plain where that is read back as the same words, else in quotes; in the author's kind of quotes where
   * there were some.
   * @param {string} words
   * @param {string} quote the first character of the value before
   * @param {boolean} flow
   */
  #scalar(words, quote, flow) {
    const line = words.replace(/\s+/g, " ").trim();
    if (this.#isJSON || quote === '"') return JSON.stringify(line);
    if (quote === "'") return `'${line.replaceAll("'", "''")}'`;
    return isPlain(line) && !(flow && /[,[\]{}]/.test(line)) ? line : JSON.stringify(line);
  }

  /** @param {number} offset */
  #lineStart(offset) {
    return this.#text.lastIndexOf("\n", offset - 1) + 1;
  }

  /** @param {number} offset */
  #lineEnd(offset) {
    const end = this.#text.indexOf("\n", offset);
    return end < 0 ? this.#text.length : end;
  }
}

/** As the core looks for a key: else the first that differs in capitals alone. @param {MapPlace} map @param {string} key */
function entryNamed({ entries }, key) {
  const small = key.toLowerCase();
  return entries.find((entry) => entry.key === key) ?? entries.find((entry) => entry.key.toLowerCase() === small);
}

/** What stands before an item of a list on its line. @param {string} lead */
function isDash(lead) {
  return /^\s*-\s+$/.test(lead);
}

/** Whether YAML reads these characters, without quotes, as the same text. @param {string} line */
function isPlain(line) {
  if (line === "" || /^[-?:,[\]{}#&*!|>'"%@`=~]/.test(line) || /:(\s|$)|\s#/.test(line)) return false;
  if (/[\u0000-\u001F\u007F\u0085\u2028\u2029\uFEFF]/.test(line)) return false;
  return !/^(true|false|null|yes|no|on|off|none|\.nan|[-+]?\.inf|[-+.\d][\d_,.eExXoOa-fA-F+-]*)$/i.test(line) || /^\d{4}-\d\d-\d\d$/.test(line);
}

/**
 * The same edit without what it leaves as it is at both ends.
 * @param {string} text
 * @param {Edit} edit
 * @returns {Edit}
 */
export function narrowed(text, { start, end, text: words }) {
  const old = text.slice(start, end);
  const most = Math.min(old.length, words.length);
  let head = 0;
  while (head < most && old[head] === words[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === words[words.length - 1 - tail]) tail += 1;
  return { start: start + head, end: end - tail, text: words.slice(head, words.length - tail) };
}
