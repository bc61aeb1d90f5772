// British time of the core against the tz database that Intl carries: every day from 1996 to 2037 at the embargo minute,
// and both sides of every change of the clocks.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./pressmark.js";

const pressmark = await load();
const wall = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** What a clock in London shows, in the words that are parsed: "00:01 2 May 2019". @param {Date} instant */
function shown(instant) {
  const part = Object.fromEntries(wall.formatToParts(instant).map(({ type, value }) => [type, value]));
  return { text: `${part.hour}:${part.minute} ${part.day} ${part.month} ${part.year}`, weekday: part.weekday };
}

/** @param {string} text */
function published(text) {
  const release = pressmark.parse(`---\npublished: ${text}\n---\nText`);
  return { iso: release.published?.iso ?? "", codes: release.diagnostics.map(({ code }) => code), release };
}

test("every day from 1996 to 2037 at 00:01", () => {
  let days = 0;
  for (let day = new Date(Date.UTC(1996, 0, 1)); day.getUTCFullYear() < 2038; day.setUTCDate(day.getUTCDate() + 1)) {
    const month = day.toLocaleString("en-GB", { month: "long", timeZone: "UTC" });
    const text = `00:01 ${day.getUTCDate()} ${month} ${day.getUTCFullYear()}`;
    const { iso } = published(text);
    assert.equal(shown(new Date(iso)).text, text);
    days += 1;
  }
  assert.equal(days, 15341);
});

test("both sides of all 84 changes of the clocks", () => {
  const hour = 3_600_000;
  let changes = 0;
  for (let instant = Date.UTC(1996, 0, 1, 1); instant < Date.UTC(2038, 0, 1); instant += 24 * hour) {
    const { text } = shown(new Date(instant));
    const { text: before } = shown(new Date(instant - 60_000));
    const spring = before.startsWith("00:59") && text.startsWith("02:00");
    const autumn = before.startsWith("01:59") && text.startsWith("01:00");
    if (!spring && !autumn) continue;
    const date = text.slice(6);
    changes += 1;
    if (spring) {
      assert.equal(Date.parse(published(`00:59 ${date}`).iso), instant - 60_000);
      assert.equal(Date.parse(published(`02:00 ${date}`).iso), instant);
      assert.ok(published(`01:30 ${date}`).codes.includes("release-time-skipped"));
    } else {
      assert.equal(Date.parse(published(`00:59 ${date}`).iso), instant - hour - 60_000);
      assert.equal(Date.parse(published(`02:00 ${date}`).iso), instant + hour);
      assert.ok(published(`01:30 ${date}`).codes.includes("release-time-repeated"));
    }
  }
  assert.equal(changes, 84);
});

test("the page names the day of the week that the calendar has", () => {
  for (let day = Date.UTC(1996, 0, 1, 12); day < Date.UTC(2038, 0, 1); day += 13 * 86_400_000) {
    const { text, weekday } = shown(new Date(day));
    assert.ok(published(text).release.toHTML().includes(`>${weekday} ${text.slice(6)}, `), text);
  }
});
