export { JSX } from "./index.js";
export function jsx(...values: unknown[]): object;
export function jsxs(...values: unknown[]): object;
