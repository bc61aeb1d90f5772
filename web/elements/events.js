// The events of <press-release>: typed, bubbling, and visible outside shadow roots.

/** @import {Release} from "../core/release.js" */
/** @import {PressmarkError} from "../core/errors.js" */

const REACHES_PAGE = Object.freeze({ bubbles: true, composed: true });

/** A release has been shown, or held back until its embargo ends. */
export class PressmarkRenderEvent extends Event {
  static type = /** @type {const} */ ("pressmark-render");
  /** @type {Release} */
  release;

  /** @param {Release} release */
  constructor(release) {
    super(PressmarkRenderEvent.type, REACHES_PAGE);
    this.release = release;
  }
}

/** A release could not be shown; the page says so in its place. */
export class PressmarkErrorEvent extends Event {
  static type = /** @type {const} */ ("pressmark-error");
  /** @type {PressmarkError} */
  error;

  /** @param {PressmarkError} error */
  constructor(error) {
    super(PressmarkErrorEvent.type, REACHES_PAGE);
    this.error = error;
  }
}
