// pressmark.inline.js: one classic script with the core inside, for pages that are opened from disk.

import * as elements from "./elements/index.js";
import { useCoreInside } from "./inline-core.js";

useCoreInside();
Object.assign(globalThis, { Pressmark: Object.freeze({ ...elements }) });
