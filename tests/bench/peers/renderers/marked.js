import { marked } from "marked";

export const load = async () => (markdown) => marked.parse(markdown);
