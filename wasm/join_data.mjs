#!/usr/bin/env node
// Joins the data segments of a linked module into one. The optimizer cuts the data at every row of zeros, into some 400
// segments with an offset and a size each; those compress worse than the zeros: 1.1 kB of brotli.
//   wasm/join_data.mjs MODULE.wasm
// A module whose segments are not all placed at a constant address when it starts stays as it is.
import { readFileSync, writeFileSync } from "node:fs";

const DATA = 11, DATA_COUNT = 12; // ids of sections: WebAssembly 2.0, 5.5.2
const I32_CONST = 0x41, END = 0x0b;

class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  get done() {
    return this.at >= this.bytes.length;
  }
  byte() {
    return this.bytes[this.at++];
  }
  /** An integer of LEB128; addresses are never negative here. */
  integer() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }
  slice(size) {
    this.at += size;
    return this.bytes.subarray(this.at - size, this.at);
  }
}

/** As LEB128; with one more bit where the highest would be taken for a sign. */
function integer(value, signed = false) {
  const bytes = [];
  for (; value >= (signed ? 0x40 : 0x80); value = Math.floor(value / 128)) bytes.push((value % 128) | 0x80);
  return Buffer.from([...bytes, value]);
}

function sectionsOf(module) {
  const reader = new Reader(module, 8);
  const sections = [];
  while (!reader.done) sections.push({ id: reader.byte(), content: reader.slice(reader.integer()) });
  return sections;
}

/** @returns {{address: number, bytes: Uint8Array}[] | null} null: some segment is of another kind */
function segmentsOf(content) {
  const reader = new Reader(content);
  const segments = [];
  for (let left = reader.integer(); left > 0; --left) {
    if (reader.byte() !== 0 || reader.byte() !== I32_CONST) return null;
    const address = reader.integer();
    if (reader.byte() !== END) return null;
    segments.push({ address, bytes: reader.slice(reader.integer()) });
  }
  return segments;
}

function joined(segments) {
  const start = Math.min(...segments.map(({ address }) => address));
  const end = Math.max(...segments.map(({ address, bytes }) => address + bytes.length));
  const all = Buffer.alloc(end - start);
  for (const { address, bytes } of segments) all.set(bytes, address - start);
  return Buffer.concat([integer(1), Buffer.from([0, I32_CONST]), integer(start, true), Buffer.from([END]), integer(all.length), all]);
}

const file = process.argv[2];
const module = readFileSync(file);
const sections = sectionsOf(module);
const data = sections.find(({ id }) => id === DATA);
const segments = data && segmentsOf(data.content);
if (segments?.length) {
  data.content = joined(segments);
  for (const section of sections) if (section.id === DATA_COUNT) section.content = integer(1);
  const parts = sections.flatMap(({ id, content }) => [Buffer.from([id]), integer(content.length), content]);
  writeFileSync(file, Buffer.concat([module.subarray(0, 8), ...parts]));
}
