// What pressmark.js adds to the types of a page, beside what badge.js does.

import type { PressmarkErrorEvent, PressmarkRenderEvent } from "./events.js";
import type { PressReleaseElement } from "./press-release.js";

declare global {
  interface HTMLElementTagNameMap {
    "press-release": PressReleaseElement;
  }
  interface PressmarkEventMap {
    "pressmark-render": PressmarkRenderEvent;
    "pressmark-error": PressmarkErrorEvent;
  }
  interface GlobalEventHandlersEventMap extends PressmarkEventMap {}
  interface ShadowRootEventMap extends PressmarkEventMap {}
}
