// The shapes that cross the public interface, as JSDoc types.

/**
 * @typedef {object} ParseOptions
 * @property {string} [baseURL] relative links and images resolve against it
 * @property {1|2|3|4|5|6} [headingLevel] level of the headline (default 1); headings of the body follow below it
 * @property {"both" | "declared" | "detected" | "none"} [grades] default "both": a declared grade replaces a detected one of its area
 * @property {string} [scale] id of the scale to assume where the text names no inspectorate
 * @property {readonly ScaleDefinition[]} [scales] grade scales of the page's own, beside the built-in ones
 * @property {"en" | "cy"} [language] words of badges and dates
 * @property {boolean} [smart] typographic quotes and dashes (default true)
 * @property {string} [timeZone] default "Europe/London"
 * @property {"all" | "same-origin" | "none"} [images] which images become <img>; others become a link with their text (default "all")
 * @property {number} [maxBytes] size limit of the source in bytes of UTF-8 (default 1 MiB)
 * @property {Date} [now] the clock for embargoes, for tests and previews (default: the time of the call)
 * @property {boolean} [places] for editors: every block of the article tells the line on which it begins (data-line), and
 *   the release where the values of its front matter stand (default false)
 */

/**
 * An instant with the words that stated it.
 * @typedef {object} Moment
 * @property {string} text as the author wrote it
 * @property {string | null} iso "2019-05-02T00:01+01:00", or "2019-05-02" for a date alone; null where the text could not be read
 * @property {string} timeZone "Europe/London"
 */

/**
 * @typedef {object} Grade
 * @property {string} inspectorate "HMICFRS"
 * @property {string} scale "hmicfrs-peel-5"
 * @property {string} scaleName "PEEL since 2021"
 * @property {string} area canonical name, or "overall", or "all" / "some" where the text names no area
 * @property {number | null} [count] how many areas, with "all" and "some", where the text says so
 * @property {string} grade "requires-improvement"
 * @property {string} label "Requires improvement"
 * @property {string | null} labelCy the label in Welsh, where the scale gives one
 * @property {number} rank 1 is best
 * @property {number} of how many grades the scale has
 * @property {number} tone colour family of the badge, 1 (best) to 5
 * @property {string | null} subject who was graded
 * @property {"current" | "previous"} when
 * @property {"declared" | "detected"} source
 * @property {string | null} [date] of the inspection, as declared
 * @property {Evidence | null} evidence
 */

/**
 * The words that state a grade: for a declared one its value in the front matter.
 * @typedef {object} Evidence
 * @property {string} text
 * @property {number} start UTF-16 offset into the source as given
 * @property {number} end
 * @property {string | null} [id] of the element that shows the words in the article; null for a declared grade
 */

/**
 * A grade that the text claims for more areas than the release names.
 * @typedef {object} Shortfall
 * @property {string} scale
 * @property {string} grade
 * @property {string} label
 * @property {number} claimed how many areas the text claims
 * @property {number} named how many are named
 * @property {Evidence} evidence
 */

/**
 * Whom the media may ask, as the front matter states it.
 * @typedef {object} Contact
 * @property {string | null} name
 * @property {string | null} role
 * @property {string | null} organisation
 * @property {string | null} telephone as written
 * @property {string | null} email
 */

/**
 * @typedef {object} Attachment
 * @property {string} url
 * @property {string} title the name of the file where no other is stated
 * @property {string | null} type as stated: "PDF"
 * @property {string | null} size as stated: "1.2 MB"
 */

/**
 * Where a release stands, as the front matter states it.
 * @typedef {object} Status
 * @property {"draft" | "embargoed" | "published" | "corrected" | "withdrawn"} state
 * @property {string | null} reason
 * @property {Moment | null} date
 */

/**
 * @typedef {object} Change
 * @property {Moment | null} date
 * @property {string} note
 */

/**
 * @typedef {object} Heading
 * @property {number} level as written, 1 to 6
 * @property {string} text
 * @property {string} id with the prefix pm-
 * @property {number} line from 1
 */

/**
 * What is doubtful in a source, in plain English. Offsets are UTF-16 units into the source as given; lines and columns
 * count from 1.
 * @typedef {object} Diagnostic
 * @property {"error" | "warning" | "info"} severity
 * @property {string} code
 * @property {string} message
 * @property {number} line
 * @property {number} column
 * @property {number} start
 * @property {number} end
 * @property {Fix} [fix]
 */

/**
 * An edit that the author may accept: replace the range by `text`.
 * @typedef {object} Fix
 * @property {string} label
 * @property {number} start
 * @property {number} end
 * @property {string} text
 */

/**
 * A value of front matter. Objects are plain; a key such as "__proto__" is an own key like any other.
 * @typedef {null | boolean | number | string | JSONValue[] | {[key: string]: JSONValue}} JSONValue
 */

/**
 * A range of the source, in UTF-16 units.
 * @typedef {{start: number, end: number}} Place
 */

/**
 * Where a value of front matter stands, quotes and brackets included; a block list or map from its first to its last child.
 * @typedef {Place & {kind: "scalar"}
 *   | Place & {kind: "list", items: readonly ValuePlace[]}
 *   | Place & {kind: "map", entries: readonly EntryPlace[]}} ValuePlace
 */

/** @typedef {{key: string, place: Place, value: ValuePlace}} EntryPlace place: that of the key */

/**
 * Where the front matter stands, with its markers; `content` is what stands between them. `value` is null where it could
 * not be read.
 * @typedef {Place & {kind: "yaml" | "fenced-yaml" | "json" | "json-object", content: Place, value: ValuePlace | null}} FrontMatterPlace
 */

/**
 * @typedef {object} ReleaseModel
 * @property {string | null} title the headline as the reader sees it
 * @property {string | null} summary
 * @property {string | null} url
 * @property {string | null} area
 * @property {string | null} language
 * @property {Moment | null} published
 * @property {Moment | null} embargo
 * @property {"live" | "embargoed"} state "embargoed" while the clock that was given stands before the embargo
 * @property {{src: string, alt: string | null} | null} image
 * @property {{[key: string]: JSONValue}} metadata the front matter as JSON, keys as written
 * @property {Grade[]} grades
 * @property {{date: string | null, report: string | null, shortfalls: readonly Shortfall[]}} inspection what the front matter says of the inspection as a whole
 * @property {Scale[]} scales those beside the built-in ones: of the release itself and of the page
 * @property {Contact[]} contacts whom the front matter names for the media
 * @property {Attachment[]} attachments
 * @property {Status | null} status whether it is a draft, corrected, withdrawn and so on; null where the front matter does not say
 * @property {Change[]} history what was changed since the release was published, in the author's order
 * @property {Heading[]} headings
 * @property {Diagnostic[]} diagnostics what is doubtful in the source; never thrown
 * @property {FrontMatterPlace | null} [frontMatter] where the front matter stands; with ParseOptions.places alone
 */

/**
 * One rung of a scale.
 * @typedef {object} ScaleGrade
 * @property {string} id "requires-improvement"
 * @property {string} label "Requires improvement"
 * @property {string | null} labelCy the label in Welsh, where the inspectorate gives one
 * @property {number} rank 1 is best
 * @property {number} tone colour family of the badge, 1 (best) to 5
 */

/**
 * @typedef {object} Scale
 * @property {string} id "hmicfrs-peel-5"
 * @property {string} name "PEEL since 2021"
 * @property {string} inspectorate "HMICFRS"
 * @property {string} from "2021-04"
 * @property {string | null} to null: still used
 * @property {boolean} overall whether there is an overall grade
 * @property {readonly ScaleGrade[]} grades best first
 * @property {readonly {name: string, nameCy: string | null}[]} areas
 */

/**
 * A grade scale as a page brings it; a release does in its front matter, with the same keys. docs/scales.md explains them.
 * @typedef {ScaleKeys & ({id: string} | {name: string})} ScaleDefinition
 */

/**
 * @typedef {object} ScaleKeys
 * @property {string} [id] small letters, digits and hyphens; without it made from the name
 * @property {string} [name] of the scheme; without it the id
 * @property {string} [inspectorate] who gives the grades; without it the name
 * @property {readonly string[]} [names] full and former names of the inspectorate
 * @property {readonly string[]} [nicknames] what papers call it
 * @property {readonly string[]} [programmes] names of the scheme in texts
 * @property {readonly string[]} [cues] words that tell what kind of body is graded
 * @property {{from?: string, to?: string}} [period] when the scheme was in use: "2024-04"
 * @property {boolean} [overall] whether there is one grade for the whole
 * @property {"none" | "grade" | "bare" | "scores" | "stars"} [numbers] how its figures are written
 * @property {readonly (string | number | GradeDefinition)[]} grades best first; a label alone is enough
 * @property {readonly (string | AreaDefinition)[]} [areas] a name alone is enough
 * @property {readonly string[]} [ungraded] what is looked at and never graded
 * @property {readonly string[]} [never] words that look like grades and are none
 */

/**
 * @typedef {object} GradeDefinition
 * @property {string} [id] without it made from the label
 * @property {string} label "Requires improvement"
 * @property {string} [cy] the label in Welsh
 * @property {number} [rank] 1 is best; must be the place in the list
 * @property {1|2|3|4|5} [tone] colour of the badge, 1 (best) to 5; without it spread evenly
 * @property {number} [number] the figure that stands for the grade
 * @property {readonly string[]} [words] other forms of the label
 * @property {string} [definition]
 */

/**
 * @typedef {object} AreaDefinition
 * @property {string} name
 * @property {string} [cy] the name in Welsh
 * @property {string} [pillar] the area that this one is part of
 * @property {readonly string[]} [aliases] other words for it
 * @property {boolean} [former] graded under an earlier scheme
 */

/**
 * Where the core comes from: an address, an answer, its bytes, or the compiled module.
 * @typedef {URL | string | Response | Promise<Response> | ArrayBuffer | ArrayBufferView | WebAssembly.Module} WasmSource
 */

/**
 * What is for reading alone, to its depth.
 * @template T
 * @typedef {T extends object ? {readonly [Key in keyof T]: Frozen<T[Key]>} : T} Frozen
 */

export {};
