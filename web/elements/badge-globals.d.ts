// What badge.js adds to the types of a page.

import type { InspectionGradeElement } from "./inspection-grade.js";
import type { InspectionGradesElement } from "./inspection-grades.js";

declare global {
  interface HTMLElementTagNameMap {
    "inspection-grade": InspectionGradeElement;
    "inspection-grades": InspectionGradesElement;
  }
}
