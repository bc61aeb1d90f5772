import { load as readYaml } from "js-yaml";
import { load as loadRenderer } from "../renderers/marked.js";
import { purify, stack } from "../stack.js";

export const load = async () => stack({ readYaml, render: await loadRenderer(), sanitize: purify });
