// The beginning of the studio as a folder: the core is fetched from beside the script.

import { startStudio } from "./studio.js";

startStudio();
