// badge.js: the badge elements alone, without the core.

import { define } from "./define.js";
import { InspectionGradeElement } from "./inspection-grade.js";
import { InspectionGradesElement } from "./inspection-grades.js";
import { addScales } from "./scales.js";

define("inspection-grade", InspectionGradeElement);
define("inspection-grades", InspectionGradesElement);

export { addScales, InspectionGradeElement, InspectionGradesElement };
