// Whose the bytes of pressmark.wasm are. The module that ships has no names and is optimized as a whole, where what came
// from which object is lost. So it is built once more, without that (a few hundredths larger), with the names of its
// functions kept and the linker's map. The map knows the bytes before the optimizer, the module those after it: code is
// counted in the module, data in the map. A function that was put into another counts with that one, and text that the
// linker merges with the room that it met first.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";

/** How many of a room's largest functions are named. */
const NAMED = 4;

/** @typedef {{code: number, functions: number, data: number, largest: [number, string][]}} Room */

/**
 * @param {string} root of the project
 * @returns {Map<string, Room>}
 */
export function bytesByRoom(root) {
  const build = join(root, "build/wasm-rooms");
  const map = join(build, "names/pressmark.map");
  const module = join(build, "names/pressmark.wasm");
  inShell(root, `cmake --preset wasm-release -B ${build} -DPRESSMARK_LTO=OFF && cmake --build ${build} --target pressmark_wasm`);
  linkWithNames(build, module, map);
  const roomOf = roomsOfObjects(join(root, "src/pressmark"));
  const { owners, data } = readMap(readFileSync(map, "latin1"));
  /** @type {Map<string, Room>} */
  const rooms = new Map();
  const room = (object) => {
    const name = object ? roomOf(object) : "made by the optimizer";
    if (!rooms.has(name)) rooms.set(name, { code: 0, functions: 0, data: 0, largest: [] });
    return rooms.get(name);
  };
  for (const [size, name] of functionsOf(readFileSync(module))) {
    const home = room(owners.get(name));
    home.code += size;
    home.functions++;
    home.largest.push([size, name]);
  }
  for (const [object, size] of data) room(object).data += size;
  for (const home of rooms.values()) home.largest = home.largest.sort(([a], [b]) => b - a).slice(0, NAMED);
  return rooms;
}

/** Emscripten lets no flag for a map pass, so the linker is asked for it once more, as Emscripten called it. */
function linkWithNames(build, module, map) {
  const told = spawnSync("ninja", ["-t", "commands", "pressmark_wasm"], { cwd: build, encoding: "utf8" });
  const link = told.stdout?.trim().split("\n").at(-1);
  if (told.status !== 0 || !link?.includes("-o wasm/pressmark.wasm")) throw new Error("Ninja does not tell how it links the module");
  mkdirSync(join(build, "names"), { recursive: true });
  const said = inShell(build, link.replace("-o wasm/pressmark.wasm", `--profiling-funcs -Wl,--no-demangle -v -o ${module}`));
  const linker = said.split("\n").find((line) => /^ *"?[^ "]*wasm-ld/.test(line));
  if (!linker) throw new Error(`Emscripten does not tell how it calls the linker:\n${said}`);
  inShell(build, `${linker} --Map=${map} -o ${map}.wasm`);
}

/** Runs a command and returns what it said of itself. @param {string} folder @param {string} command */
function inShell(folder, command) {
  const ended = spawnSync("sh", ["-c", command], { cwd: folder, encoding: "utf8", env: { NODE_PATH: "/usr/share/nodejs", ...process.env } });
  if (ended.status !== 0) throw new Error(`The module with names cannot be built:\n${ended.stderr}`);
  return ended.stderr;
}

/** Rooms by the names of their source files; libraries by their archives. */
function roomsOfObjects(sources) {
  const rooms = new Map([["scales.cpp", "inspection"]]);
  for (const folder of readdirSync(sources, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    for (const file of readdirSync(join(sources, folder.name), { recursive: true })) rooms.set(basename(file), folder.name);
  }
  return (object) => {
    const [, archive, member] = object.match(/([^/(]+)\.a\((.*)\.o\)$/) ?? [];
    if (!archive) return "wasm";
    if (archive === "libpressmark_core") return rooms.get(member) ?? "pressmark";
    return archive.replace(/^lib(pressmark_)?/, "").replace(/-.*/, "");
  };
}

/** What the linker put into the code and the data, with the object that each piece came from. */
function readMap(text) {
  const owners = new Map();
  const data = new Map();
  let section = "";
  for (const line of text.split("\n")) {
    const [, size, indent, what] = line.match(/^\s*\S+\s+\S+\s+([0-9a-f]+) ( *)(.+)$/) ?? [];
    if (!what) continue;
    if (indent.length === 0) section = what;
    const [, object, symbol] = what.match(/^(.+):\((.+)\)$/) ?? [];
    if (!object) continue;
    if (section === "CODE") owners.set(symbol, object);
    else data.set(object, (data.get(object) ?? 0) + parseInt(size, 16));
  }
  return { owners, data };
}

/** [size, name] of every function that a module defines. @param {Buffer} bytes @returns {[number, string][]} */
function functionsOf(bytes) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  const text = () => {
    const length = number();
    return bytes.toString("utf8", at, (at += length));
  };
  const sizes = [];
  const names = new Map();
  const imported = WebAssembly.Module.imports(new WebAssembly.Module(bytes)).filter(({ kind }) => kind === "function").length;
  const functionNames = (end) => {
    while (at < end) {
      const kind = bytes[at++];
      const next = number() + at;
      if (kind === 1) for (let count = number(); count > 0; count--) names.set(number(), text());
      at = next;
    }
  };
  while (at < bytes.length) {
    const id = bytes[at++];
    const end = number() + at;
    if (id === 10) {
      for (let count = number(); count > 0; count--) {
        const size = number();
        sizes.push(size);
        at += size;
      }
    }
    if (id === 0 && text() === "name") functionNames(end);
    at = end;
  }
  return sizes.map((size, i) => [size, names.get(imported + i) ?? "?"]);
}
