// pressmark.inline.js: one classic script with the core inside, for pages that are opened from disk.
//
// The names one by one: what bundles a whole module lists them with for-in, which stops at values that a page has put on
// the prototype of all objects.

import {
  addScales,
  ArgumentError,
  FetchError,
  InspectionGradeElement,
  InspectionGradesElement,
  InternalError,
  LoadError,
  loadPressmark,
  Pressmark,
  PressmarkError,
  PressmarkErrorEvent,
  PressmarkRenderEvent,
  PressReleaseElement,
  Release,
  setDefaultWasm,
  TooLargeError,
} from "./elements/index.js";
import { useCoreInside } from "./inline-core.js";

useCoreInside();
Object.assign(globalThis, {
  Pressmark: Object.freeze({
    addScales,
    ArgumentError,
    FetchError,
    InspectionGradeElement,
    InspectionGradesElement,
    InternalError,
    LoadError,
    loadPressmark,
    Pressmark,
    PressmarkError,
    PressmarkErrorEvent,
    PressmarkRenderEvent,
    PressReleaseElement,
    Release,
    setDefaultWasm,
    TooLargeError,
  }),
});
