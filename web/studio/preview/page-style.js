// The page that the preview imagines around an article: a quiet one, with the type of the reader's own device.
//
// Blocks are positioned, though nothing moves, because Chromium then leaves those alone that a keystroke has not changed: at
// 200 kB its walk before painting takes 2 ms in place of 8.

export const PAGE_STYLE = `
:root { color-scheme: light; background: #fff; color: #1d2125; }
:root[data-colours="dark"] { color-scheme: dark; background: #14171a; color: #e7e5df; }
body {
  box-sizing: border-box;
  max-width: 46rem;
  margin: 0 auto;
  padding: clamp(1.25rem, 5vw, 3rem) clamp(1.1rem, 6vw, 3.5rem) 40vh;
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif;
}
a { color: light-dark(#17577a, #8ecbe8); text-underline-offset: 0.15em; }
.pm-article { --pm-heading-font: Charter, "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "Noto Serif", serif; }
:where(.pm-body > *) { position: relative; }
.here { outline: 2px solid light-dark(#17577a33, #8ecbe840); outline-offset: 0.35em; border-radius: 2px; }
.blank { opacity: 0.75; }
@media print { body { max-width: none; padding: 0; } }
`;
