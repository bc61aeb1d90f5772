// A user of the package in TypeScript: what is written here must type-check, and what is marked must not.
import { loadPressmark, type ErrorCode, type Grade, type JSONValue, type LoadReason, type Scale, type Shortfall } from "pressmark/core";
import { FetchError, type FetchReason } from "pressmark";
import "pressmark/inline";
import "pressmark/pressmark.css";
import wasm from "pressmark/pressmark.wasm";

const pressmark = await loadPressmark({ wasm: new URL("https://example.org/pressmark.wasm") });
const again = await loadPressmark({ wasm });
const release = again.parse("# Calm harbour", { headingLevel: 2, grades: "declared", now: new Date(0) });
const title: string | null = release.title;
const grades: readonly Grade[] = release.grades;
const words: string[] = grades.map((grade) => `${grade.area}: ${grade.label} (${grade.rank} of ${grade.of})`);
const headline: JSONValue | undefined = release.toJSONLD()["headline"];
const shortfall: Shortfall | undefined = release.inspection.shortfalls[0];
const scale: Scale | undefined = pressmark.scales[0];
release.toJSON().grades[0]!.label = "Good";
release.toJSONLD()["author"] = [{ "@type": "Person", name: "Ada Field" }];
// @ts-expect-error there is no such level
pressmark.parse("", { headingLevel: 7 });
// @ts-expect-error it is frozen to its depth
release.grades[0]!.label = "Good";
// @ts-expect-error likewise
release.published!.iso = null;
// @ts-expect-error likewise
release.metadata["title"] = "Other";
// @ts-expect-error likewise
scale!.grades[0] = scale!.grades[1]!;
// @ts-expect-error likewise
pressmark.scales[0]!.id = "other";

const element = document.createElement("press-release");
element.src = "release.md";
element.scales = [{ name: "Kitchen marks", grades: ["Gold", "Silver"] }];
// @ts-expect-error a scale needs a name or an id
element.scales = [{ grades: ["Gold"] }];
element.scales = null;
element.source = new Uint8Array();
element.gradeEntries()?.entries.map(({ area }) => area);
element.attachShadow({ mode: "open" }).addEventListener("pressmark-render", (event) => event.release.title);
document.addEventListener("pressmark-error", ({ error, type }) => {
  const code: ErrorCode = error.code;
  const reason: FetchReason | null = error instanceof FetchError ? error.reason : null;
  // @ts-expect-error there is no such code
  if (error.code === "ftech") console.log(code, reason, type, title, words, headline, shortfall);
});

const inline = await window.Pressmark.loadPressmark();
const reasonOf = (error: unknown): LoadReason | null => (error instanceof Pressmark.LoadError ? error.reason : null);
console.log(inline.version, reasonOf);
