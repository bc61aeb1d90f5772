// pressmark.js: importing it registers the elements.

import { InspectionGradeElement } from "./inspection-grade.js";
import { InspectionGradesElement } from "./inspection-grades.js";
import { PressReleaseElement } from "./press-release.js";
// Last: the bundle is smaller.
import { define } from "./define.js";

define("inspection-grade", InspectionGradeElement);
define("inspection-grades", InspectionGradesElement);
define("press-release", PressReleaseElement);

export * from "../core/index.js";
export { setDefaultWasm } from "../core/default-wasm.js";
/** @typedef {import("./fetch-source.js").FetchReason} FetchReason */

export { PressmarkErrorEvent, PressmarkRenderEvent } from "./events.js";
export { FetchError } from "./fetch-source.js";
export { addScales } from "./scales.js";
export { InspectionGradeElement, InspectionGradesElement, PressReleaseElement };
