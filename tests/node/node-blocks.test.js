// The blocks of an article: what makes two of them the same, and that they give back what the stream holds.
import assert from "node:assert/strict";
import { test } from "node:test";
import { changeBetween, changed, readBlocks, sameBlock } from "../../web/core/node-blocks.js";
import { buildFrom, buildNodes } from "../../web/core/node-stream.js";
import { load } from "./pressmark.js";
import { TinyDocument } from "./tiny-document.js";

const SOURCE = `---
title: Good review
area: Brackenford
inspection:
  scale: hmicfrs-peel-5
  grades:
    Managing offenders: good
---

First paragraph with *stress* and a [link](https://example.org/).

- one
- two

> Quoted.

| a | b |
|---|---|
| c | d |
`;

const pressmark = await load();
const blocksOf = (source, options = {}) => readBlocks(pressmark.parse(source, { places: true, ...options }).toNodes());
const html = ({ words, text }) => buildFrom(words, text, new TinyDocument()).toString();

test("the blocks together are the article, without the lines", () => {
  const { article, before, body, blocks, after } = blocksOf(SOURCE);
  const inside = (head, ...children) => html(head).replace(/<\/(article|div)>$/, "") + children.join("") + html(head).match(/<\/(article|div)>$/)[0];
  const whole = inside(article, ...before.map(html), inside(body, ...blocks.map(html)), ...after.map(html));
  assert.equal(whole, buildNodes(pressmark.parse(SOURCE).toNodes(), new TinyDocument()).toString());
});

test("each block knows which of its elements begin on which line", () => {
  const { before, blocks } = blocksOf(SOURCE);
  assert.deepEqual(before.map(({ elements, lines }) => [elements, lines]), [[[1], [2]]]);
  assert.deepEqual(blocks.map(({ lines }) => lines), [[10], [12, 12, 13], [15, 15], [17, 17, 19]]);
  assert.deepEqual(blocks[1].elements, [0, 1, 2]);
});

test("a line put in above changes no block", () => {
  const one = blocksOf(SOURCE);
  const other = blocksOf(SOURCE.replace("area:", "# a comment\narea:"));
  assert.equal(one.blocks.length, other.blocks.length);
  one.blocks.forEach((block, index) => assert.ok(sameBlock(block, other.blocks[index]), `block ${index}`));
  assert.notDeepEqual(one.blocks[0].lines, other.blocks[0].lines);
});

test("a changed word, address or class makes another block", () => {
  const [paragraph] = blocksOf(SOURCE).blocks;
  for (const [from, to] of [["First", "Fifth"], ["example.org", "example.net"], ["*stress*", "**stress**"]]) {
    assert.ok(!sameBlock(paragraph, blocksOf(SOURCE.replace(from, to)).blocks[0]), `${from} to ${to}`);
  }
});

test("an empty text has an article without blocks", () => {
  const { before, blocks, after } = blocksOf("");
  assert.deepEqual([before, blocks, after], [[], [], []]);
});

test("a change of an article holds the changed blocks alone, and makes the new article of the old one", () => {
  const one = blocksOf(SOURCE);
  const edits = {
    "a word": [SOURCE.replace("First", "Fifth"), 1],
    "a word at the end": [SOURCE.replace("| d |", "| e |"), 1],
    "a line put in above": [SOURCE.replace("area:", "# a comment\narea:"), 0],
    "a block more": [SOURCE.replace("> Quoted.", "> Quoted.\n\nNew."), 1],
    "a block less": [SOURCE.replace("> Quoted.\n\n", ""), 0],
    "a line more in a block": [SOURCE.replace("- two", "- two\n- three"), 1],
    "a headline": [SOURCE.replace("Good review", "New review"), 0],
    "nothing left": ["", 0],
    "nothing": [SOURCE, 0],
  };
  for (const [name, [source, count]] of Object.entries(edits)) {
    const other = blocksOf(source);
    const change = structuredClone(changeBetween(one, other));
    assert.equal(change.fresh.length, count, name);
    assert.deepEqual(changed(one, change), other, name);
  }
  assert.equal(changed(one, changeBetween(one, blocksOf(SOURCE.replace("First", "Fifth")))).blocks[1], one.blocks[1], "the same object");
});

test("articles follow one another by changes through many edits", () => {
  let source = SOURCE;
  let here = blocksOf(source);
  for (let step = 0; step < 60; step++) {
    const at = (step * 37) % source.length;
    source = step % 3 === 2 ? source.slice(0, at) + source.slice(at + 5) : source.slice(0, at) + ["x", "\n\n- y\n", "\n> z"][step % 4 % 3] + source.slice(at);
    const there = blocksOf(source);
    here = changed(here, structuredClone(changeBetween(here, there)));
    assert.deepEqual(here, there, `step ${step}`);
  }
});
