// cmark 0.30.2 by Emscripten -O3, raw HTML kept.
import { loadCmark } from "../cmark.js";

export const load = async () => loadCmark({ unsafe: true });
