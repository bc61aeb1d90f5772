// A page and a program in TypeScript, as others write them: compiled against the types that ship, never run.
import { ArgumentError, LoadError, loadPressmark, type Grade, type Release, type ScaleDefinition } from "../../../dist/types/core/index.js";
import { PressReleaseElement, setDefaultWasm } from "../../../dist/types/elements/index.js";
import { addScales, InspectionGradeElement } from "../../../dist/types/elements/badge.js";

export async function read(text: string): Promise<readonly Grade[]> {
  const pressmark = await loadPressmark({ wasm: new URL("https://example.org/pressmark.wasm") });
  const release: Release = pressmark.parse(text, { headingLevel: 2, grades: "declared", now: new Date(), images: "none" });
  const title: string | null = release.title;
  const html: string = release.toHTML({ part: "body" });
  const line: number | undefined = release.diagnostics[0]?.line;
  const label: string | undefined = pressmark.scales[0]?.grades[0]?.label;
  console.log(title, html, line, label, release.published?.iso, release.metadata["area"], release.toJSON().state);
  return release.grades;
}

export function fails(error: unknown): string {
  if (error instanceof LoadError) return error.reason;
  if (error instanceof ArgumentError) return error.code;
  return "";
}

export function onPage(): void {
  setDefaultWasm("/assets/pressmark.wasm");
  const element: PressReleaseElement = document.createElement("press-release");
  element.src = "/release.md";
  element.headingLevel = 3;
  element.source = new Uint8Array();
  element.embargo = "show";
  const marks: ScaleDefinition = { id: "marks", grades: ["Gold", { label: "Silver", tone: 2 }], areas: [{ name: "Kitchen", aliases: ["cooking"] }] };
  element.scales = [marks];
  addScales([marks]);
  // @ts-expect-error: no such colour
  addScales([{ id: "marks", grades: [{ label: "Gold", tone: 6 }] }]);
  document.addEventListener("pressmark-render", (event) => console.log(event.release.grades.length));
  document.addEventListener("pressmark-error", (event) => console.log(event.error.code));
  const badge: InspectionGradeElement | null = document.querySelector("inspection-grade");
  if (badge) badge.grade = "good";
  document.querySelector("inspection-grades")!.layout = "bar";

  // @ts-expect-error: no such level
  element.headingLevel = 7;
  // @ts-expect-error: no such word
  element.grades = "all";
  // @ts-expect-error: read only
  element.release = null;
}
