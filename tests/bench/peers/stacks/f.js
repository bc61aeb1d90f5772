// Safe by the renderer alone: cmark leaves out raw HTML and dangerous addresses.
import { load as readYaml } from "js-yaml";
import { loadCmark } from "../cmark.js";
import { stack, trusted } from "../stack.js";

export const load = async () => stack({ readYaml, render: await loadCmark({ unsafe: false }), sanitize: trusted });
