// A page with badges alone.
import { addScales } from "pressmark/badge";

addScales([{ id: "marks", grades: ["Gold", "Silver"] }]);
const badge = document.createElement("inspection-grade");
badge.scale = "marks";
document.createElement("inspection-grades").layout = "bar";
// @ts-expect-error the badges alone have no releases
document.createElement("press-release").src = "release.md";
// @ts-expect-error there is no such layout
document.createElement("inspection-grades").layout = "pie";
