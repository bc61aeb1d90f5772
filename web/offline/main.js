// The beginning of the studio as a folder: the core and the worker are fetched from beside the script, and everything is kept
// for the time without a network.

import { startStudio } from "../studio/studio.js";
import { keepForOffline } from "./install.js";

startStudio();
keepForOffline();
