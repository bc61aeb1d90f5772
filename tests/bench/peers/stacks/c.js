import { parse as readYaml } from "yaml";
import { load as loadRenderer } from "../renderers/micromark.js";
import { purify, stack } from "../stack.js";

export const load = async () => stack({ readYaml, render: await loadRenderer(), sanitize: purify });
