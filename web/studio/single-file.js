// The beginning of studio.html, the one page that opens from disk: the core is inside.

import { useCoreInside } from "../inline-core.js";
import { startStudio } from "./studio.js";

useCoreInside();
startStudio();
