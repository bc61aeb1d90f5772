// Comes beside the studio's script and is much smaller: the core is fetched and compiled while that script is on its way.

import { defaultWasm } from "../core/default-wasm.js";
import { compileWasm } from "../core/wasm.js";

// The studio asks for the same, again where it failed, and tells the author.
compileWasm(defaultWasm().wasm).catch(() => {});
