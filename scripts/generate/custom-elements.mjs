#!/usr/bin/env node
// Makes what is told of the elements from web/elements/elements.yaml:
//   node scripts/generate/custom-elements.mjs OUTPUT            custom-elements.json
//   node scripts/generate/custom-elements.mjs docs [--check]    the tables in docs/embed.md, in place
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parse } from "yaml";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");
const { elements, "custom-properties": customProperties } = parse(read("web/elements/elements.yaml"));
const tokens = read("web/styles/tokens.css") + read("web/styles/tokens-article.css");

function defaultOf(name) {
  const declaration = new RegExp(`${name}: ([^;]+);`).exec(tokens);
  if (!declaration) throw new Error(`no style sheet declares ${name}`);
  return declaration[1];
}

const text = (type) => ({ text: type });
const withDefault = (value) => (value === undefined ? {} : { default: value });

function declaration(element) {
  const fields = [
    ...element.attributes.map(({ name, property, type, description, ...rest }) => ({
      kind: "field", name: property, type: text(rest["property-type"] ?? type), description, attribute: name, reflects: !rest["property-type"], ...withDefault(rest.default),
    })),
    ...(element.members ?? []).map(({ name, type, description, readonly }) =>
      name.endsWith("()")
        ? { kind: "method", name: name.slice(0, -2), description }
        : { kind: "field", name, type: text(type), description, ...(readonly && { readonly }) }),
  ];
  return {
    kind: "class",
    name: element.class,
    tagName: element.tag,
    customElement: true,
    superclass: { name: "HTMLElement" },
    description: element.description,
    attributes: element.attributes.map(({ name, property, type, description, ...rest }) => ({
      name, fieldName: property, type: text(type), description, ...withDefault(rest.default),
    })),
    members: fields,
    events: (element.events ?? []).map(({ name, type, description }) => ({ name, type: text(type), description })),
    cssProperties: customProperties.map(({ name, description }) => ({ name, ...(description && { description }), default: defaultOf(name) })),
  };
}

function manifest() {
  const module = (path, used) => ({
    kind: "javascript-module",
    path,
    declarations: used.map(declaration),
    exports: used.flatMap((element) => [
      { kind: "js", name: element.class, declaration: { name: element.class, module: path } },
      { kind: "custom-element-definition", name: element.tag, declaration: { name: element.class, module: path } },
    ]),
  });
  const badges = elements.filter((element) => element.tag !== "press-release");
  return { schemaVersion: "2.1.0", modules: [module("dist/pressmark.js", elements), module("dist/badge.js", badges)] };
}

const row = (cells) => `| ${cells.map((cell) => String(cell ?? "").replaceAll("|", "\\|")).join(" | ")} |`;
const table = (heads, rows) => [row(heads), `|${heads.map(() => "---").join("|")}|`, ...rows.map(row)].join("\n");
const code = (value) => (value ? `\`${value}\`` : "");

const tables = {
  attributes: ({ attributes }) =>
    table(
      ["attribute", "property", "values", "default", "meaning"],
      attributes.map((one) => [code(one.name), code(one.property), code(one.type), one.default ?? "", one.description]),
    ),
  members: ({ members }) =>
    table(
      ["name", "type", "meaning"],
      members.map((one) => [code(one.name), one.type ? `${code(one.type)}${one.readonly ? ", read only" : ""}` : "method", one.description]),
    ),
  events: ({ events }) => table(["event", "class", "meaning"], events.map((one) => [code(one.name), code(one.type), one.description])),
};

function tableFor(kind, tag) {
  if (kind === "custom-properties") {
    return table(["property", "default", "for"], customProperties.map(({ name, description }) => [code(name), code(defaultOf(name)), description]));
  }
  return tables[kind](elements.find((element) => element.tag === tag));
}

function filled(page) {
  return page.replace(/<!-- (attributes|members|events|custom-properties) ?([a-z-]*) -->\n[^]*?<!-- end -->/g, (_, kind, tag) => {
    const name = tag ? `${kind} ${tag}` : kind;
    return `<!-- ${name} -->\n${tableFor(kind, tag)}\n<!-- end -->`;
  });
}

const [output, flag] = process.argv.slice(2);
if (!output) throw new Error("usage: custom-elements.mjs OUTPUT | docs [--check]");
if (output === "docs") {
  const page = read("docs/embed.md");
  if (flag === "--check" && filled(page) !== page) throw new Error("docs/embed.md is older than web/elements/elements.yaml: run scripts/generate/custom-elements.mjs docs");
  writeFileSync(new URL("docs/embed.md", root), filled(page));
} else {
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(output, `${JSON.stringify(manifest(), null, 2)}\n`);
}
