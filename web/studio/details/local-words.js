// A moment as the form writes it into the head of a text.

/** @import {Moment} from "../../core/types.js" */

/** "2027-03-14 09:30" as the zone's clock shows it. @param {Moment | null} moment */
export function localWords(moment) {
  const [, date = "", time = ""] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?/.exec(moment?.iso ?? "") ?? [];
  return time ? `${date} ${time}` : date;
}
