// The beginning of studio.html, the one page that opens from disk: the core and the worker are inside.

import { useCoreInside } from "../inline-core.js";
import readingWorker from "pressmark-reading-worker.js";
import { startStudio } from "./studio.js";
import { useWorkerInside } from "./worker.js";

useCoreInside();
useWorkerInside(readingWorker);
startStudio();
