// core.js: the parser without any DOM, for browsers, workers and Node.

export { loadPressmark, Pressmark } from "./pressmark.js";
export { Release } from "./release.js";
export { ArgumentError, InternalError, LoadError, PressmarkError, TooLargeError } from "./errors.js";

/** @import * as types from "./types.js" */
/** @typedef {types.ParseOptions} ParseOptions */
/** @typedef {types.ReleaseModel} ReleaseModel */
/** @typedef {types.Moment} Moment */
/** @typedef {types.Grade} Grade */
/** @typedef {types.Shortfall} Shortfall */
/** @typedef {types.Evidence} Evidence */
/** @typedef {types.Attachment} Attachment */
/** @typedef {types.Change} Change */
/** @typedef {types.Contact} Contact */
/** @typedef {types.Status} Status */
/** @typedef {types.Heading} Heading */
/** @typedef {types.Diagnostic} Diagnostic */
/** @typedef {types.Fix} Fix */
/** @typedef {types.FrontMatterPlace} FrontMatterPlace */
/** @typedef {types.JSONValue} JSONValue */
/** @typedef {types.Scale} Scale */
/** @typedef {types.ScaleGrade} ScaleGrade */
/** @typedef {types.ScaleDefinition} ScaleDefinition */
/** @typedef {types.GradeDefinition} GradeDefinition */
/** @typedef {types.AreaDefinition} AreaDefinition */
/** @typedef {types.WasmSource} WasmSource */
/** @typedef {import("./errors.js").ErrorCode} ErrorCode */
/** @typedef {import("./errors.js").LoadReason} LoadReason */
