// A user of the package in Node: parses a release and makes its outputs.
import assert from "node:assert/strict";
import { loadPressmark } from "pressmark/core";

const source = `---
title: Harbour school praised
date: 2019-05-02
---

Inspectors wrote of a **calm** and <font color="red">busy</font> place.
`;

const pressmark = await loadPressmark();
assert.match(pressmark.version, /^\d+\.\d+\.\d+$/);
assert.ok(pressmark.scales.some(({ id }) => id === "hmicfrs-peel-5"));

const release = pressmark.parse(source);
assert.equal(release.title, "Harbour school praised");
assert.equal(release.metadata.title, "Harbour school praised");
assert.match(release.toHTML({ part: "body" }), /<strong>calm<\/strong>/);
assert.doesNotMatch(release.toHTML(), /<font/);
assert.match(release.toText(), /calm/);
assert.equal(release.toJSONLD()["@type"], "NewsArticle");

const bytes = pressmark.parse(new TextEncoder().encode(source));
assert.equal(bytes.toHTML(), release.toHTML());
