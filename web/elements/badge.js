// badge.js: the badge elements alone, without the core.

// In the order whose bundle is smallest.
import { define } from "./define.js";
import { addScales } from "./scales.js";
import { InspectionGradesElement } from "./inspection-grades.js";
import { InspectionGradeElement } from "./inspection-grade.js";

define("inspection-grade", InspectionGradeElement);
define("inspection-grades", InspectionGradesElement);

export { addScales, InspectionGradeElement, InspectionGradesElement };
