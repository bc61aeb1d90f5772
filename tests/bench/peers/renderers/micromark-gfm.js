import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

const options = { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] };
export const load = async () => (markdown) => micromark(markdown, options);
