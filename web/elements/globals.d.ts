// What the elements add to the types of a page.

import type { PressmarkErrorEvent, PressmarkRenderEvent } from "./events.js";
import type { InspectionGradeElement } from "./inspection-grade.js";
import type { InspectionGradesElement } from "./inspection-grades.js";
import type { PressReleaseElement } from "./press-release.js";

declare global {
  interface HTMLElementTagNameMap {
    "press-release": PressReleaseElement;
    "inspection-grade": InspectionGradeElement;
    "inspection-grades": InspectionGradesElement;
  }
  interface GlobalEventHandlersEventMap {
    "pressmark-render": PressmarkRenderEvent;
    "pressmark-error": PressmarkErrorEvent;
  }
}
