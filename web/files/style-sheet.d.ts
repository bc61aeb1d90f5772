// What TypeScript has to know of pressmark/pressmark.css: it is imported for its effect.
export {};
