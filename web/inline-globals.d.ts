// What pressmark.inline.js adds to the types of a page.

import type * as page from "./elements/index.js";

declare global {
  var Pressmark: Readonly<typeof page>;
}
