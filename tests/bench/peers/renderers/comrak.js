import { markdownToHTML } from "comrak";

export const load = async () => (markdown) => markdownToHTML(markdown);
