// A user of the package in TypeScript: what is written here must type-check, and what is marked must not.
import { loadPressmark, type Grade } from "pressmark/core";
import "pressmark";
import "pressmark/badge";

const pressmark = await loadPressmark({ wasm: new URL("https://example.org/pressmark.wasm") });
const release = pressmark.parse("# Calm harbour", { headingLevel: 2, grades: "declared", now: new Date(0) });
const title: string | null = release.title;
const grades: readonly Grade[] = release.grades;
const words: string[] = grades.map((grade) => `${grade.area}: ${grade.label} (${grade.rank} of ${grade.of})`);
// @ts-expect-error there is no such level
pressmark.parse("", { headingLevel: 7 });

const element = document.createElement("press-release");
element.src = "release.md";
document.addEventListener("pressmark-error", (event) => console.log(event.type, title, words));
