import { micromark } from "micromark";

export const load = async () => (markdown) => micromark(markdown, { allowDangerousHtml: true });
