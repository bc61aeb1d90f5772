// Labelled passages that are put together: frames in which a grade is given, or is not, filled with bodies of several
// schemes, and with what stands before, within and behind a sentence without changing what it says ("In March, …",
// "…, which has 44 beds, …", "… for the first time"). A rule that is written for one sentence shows here what it does to
// its neighbours.

/** @typedef {{inspectorate: string, body: string, year: number, grades: string[], areas: [words: string, name: string][], whole?: boolean, noun?: string}} Setting */

/** @type {Setting[]} */
const settings = [
  {
    inspectorate: "The CQC",
    body: "Elmwood Lodge",
    year: 2025,
    grades: ["good", "inadequate", "requires improvement"],
    areas: [["being safe", "safe"], ["being caring", "caring"], ["being responsive", "responsive"]],
    whole: true,
    noun: "home",
  },
  {
    inspectorate: "Ofsted",
    body: "Elmwood Primary School",
    year: 2024,
    grades: ["good", "outstanding", "requires improvement"],
    areas: [
      ["quality of education", "quality of education"],
      ["behaviour and attitudes", "behaviour and attitudes"],
      ["personal development", "personal development"],
    ],
    whole: true,
    noun: "school",
  },
  {
    inspectorate: "HMICFRS",
    body: "Elmshire Police",
    year: 2025,
    grades: ["good", "adequate", "requires improvement"],
    areas: [
      ["investigating crime", "investigating crime"],
      ["responding to the public", "responding to the public"],
      ["preventing crime", "preventing crime"],
    ],
  },
  {
    inspectorate: "HMICFRS",
    body: "Elmshire Fire and Rescue Service",
    year: 2025,
    grades: ["good", "inadequate", "requires improvement"],
    areas: [
      ["preventing fires and other risks", "preventing fires and other risks"],
      ["responding to fires and other emergencies", "responding to fires and other emergencies"],
      ["making best use of resources", "making best use of resources"],
    ],
  },
  {
    inspectorate: "Ofsted",
    body: "Elmshire Council",
    year: 2025,
    grades: ["good", "outstanding", "inadequate"],
    areas: [
      ["the experiences of care leavers", "care leavers"],
      ["the experiences of children in care", "children in care"],
      ["the impact of leaders on social work practice", "impact of leaders on social work practice"],
    ],
  },
  {
    inspectorate: "Estyn",
    body: "Ysgol Elmwood",
    year: 2019,
    grades: ["excellent", "good"],
    areas: [
      ["teaching and learning experiences", "teaching and learning experiences"],
      ["standards", "standards"],
      ["leadership and management", "leadership and management"],
    ],
  },
  {
    inspectorate: "Care Inspectorate Wales",
    body: "Plas Elmwood",
    year: 2025,
    grades: ["excellent", "good"],
    areas: [
      ["care and support", "care and support"],
      ["well-being", "well-being"],
      ["leadership and management", "leadership and management"],
    ],
  },
];

const opening = [
  "In February {year}, ",
  "On Tuesday, ",
  "In its latest report, ",
  "In a report published on 3 May {year}, ",
  "After an inspection in March, ",
  "Following an unannounced inspection in January {year}, ",
  "For the first time, ",
  "Earlier this year, ",
  "Last month, ",
  "Despite staff shortages, ",
  "Two years after opening, ",
  "Less than a year after its last inspection, ",
  "Since then, ",
  "At its inspection in May, ",
];
const behindName = [
  ", which looks after 40 people,",
  ", based in Elmtown,",
  ", led by Jane Doe,",
  ", one of the largest of its kind,",
  ", in the north of the county,",
  ", on Mill Road,",
  ", run by Brightpath,",
  ", where 300 people work,",
  " in Elmtown",
  ", a member of the Elm Trust,",
  ", whose manager is Jane Doe,",
];
const closing = [
  " after an inspection in March {year}",
  ", in a report published today",
  " at its latest inspection",
  " this week",
  " for the first time",
  " following a visit in June",
  ", to the delight of staff",
  " – and praised its staff",
  ", despite a lack of money",
  ", although staff were stretched",
  "; its staff were praised",
  " in {year}",
];

/** {x} opens the sentence, {m} stands behind the name, {e} ends the sentence. */
const ofArea = [
  "{x}{I} has rated {B}{m} {g} for {a}{e}.",
  "{x}{B}{m} has been rated {g} for {a} by {I}{e}.",
  "{x}{B}{m} was judged to be {g} for {a} by {I}{e}.",
  "{x}{I} found that {B}{m} was {g} at {a}{e}.",
  "{x}{I} graded {B}{m} as ‘{g}’ for {a}{e}.",
  "{x}{B}{m} received a rating of “{g}” for {a} from {I}{e}.",
  "{x}{I} gave {B}{m} a rating of {g} for {a}{e}.",
  "{I}’s report is out. {x}{B}{m} was rated {g} for {a}{e}.",
  "{I}’s report is out. {x}inspectors rated {B}{m} {g} for {a}{e}.",
  "{I} said in {year} that {B}{m} is {g} at {a}.",
  "{I} said on 3 February {year} that {B}{m} was graded {g} for {a}.",
];
const ofWhole = [
  "{x}{B}{m} has been rated ‘{g}’ by {I}{e}.",
  "{x}{B}{m} was rated {g} by {I}{e}.",
  "{x}{I} has rated {B}{m} as {g}{e}.",
  "{x}{I} has given {B}{m} a rating of {g}{e}.",
  "{x}{B}{m} received an overall rating of {g} from {I}{e}.",
  "{x}{I} inspectors have judged {B}{m} to be {g}{e}.",
  "{I}’s report is out. {x}{B}{m} was judged {g}{e}.",
];
/** With what is said of the areas a, b and c: g is the setting's first grade, h its last one. */
const ofSeveral = [
  ["{I} rated {B} {g} for {a} and {h} for {b}.", "ag bh"],
  ["{I} rated {B} {g} for {a} but {h} for {b}.", "ag bh"],
  ["{B} was rated {g} for {a}, {b} and {c} by {I}.", "ag bg cg"],
  ["{B} was rated {g} for both {a} and {b} by {I}.", "ag bg"],
  ["{I} rated {B} {g} for {a}. It was rated {h} for {b}.", "ag bh"],
  ["{I} rated {B} {g} for {a}; for {b} it was rated {h}.", "ag bh"],
  ["{I} rated {B} {g} for {a}, with {b} rated {h}.", "ag bh"],
  ["{B} has improved from {h} to {g} for {a}, {I} has said.", "ag"],
  ["{B}, which was rated {h} for {a} in {past}, is now rated {g} for it by {I}.", "ag"],
  ["{B} was previously rated {h} for {a} by {I}. It is now rated {g}.", "ag"],
  ["{B} has kept its {g} rating for {a} from {I}.", "ag"],
  ["{B} was rated {g} for {a} by {I}, but not for {b}.", "ag"],
  ["{B} was rated {g} for {a} by {I}, but no grade was given for {b}.", "ag"],
  ["{I} found that {a} was {g} at {B}, and that {b} was {h}.", "ag bh"],
  ["At {B}, {a} was graded {g} and {b} {h} by {I}.", "ag bh"],
  ["{I}’s grades for {B}: {a}: {g}; {b}: {h}; {c}: {g}.", "ag bh cg"],
  ["{I}’s grades for {B}\n\n- {A}: {g}\n- {Bb}: {h}\n- {C}: {g}", "ag bh cg"],
  ["{I}’s grades for {B}\n\n{A} – {g}\n{Bb} – {h}\n{C} – {g}", "ag bh cg"],
  ["{I} has inspected {B}.\n\n| Area | Grade |\n|---|---|\n| {A} | {G} |\n| {Bb} | {H} |", "ag bh"],
  ["{I} has inspected {B}.\n\n| Area | {past} | {year} |\n|---|---|---|\n| {A} | {H} | {G} |\n| {Bb} | {H} | {H} |", "ag bh"],
  ["{I} has inspected {B}.\n\n## {A}: {g}\n\nStaff are kind.\n\n## {Bb}: {h}\n\nStaff are few.", "ag bh"],
];
const ofNobody = [
  "{B} hopes to be rated {g} for {a} by {I}.",
  "{B} could be rated {g} for {a} by {I}.",
  "{B} expects {I} to rate it {g} for {a}.",
  "{B} wanted to be {g} for {a} before {I} came.",
  "If {I} rates {B} {g} for {a}, its staff will get a bonus.",
  "{B} was neither rated {g} for {a} nor for {b} by {I}.",
  "Residents rated {B} {g} for {a}, before {I} came.",
  "{B} has asked {I} to rate it {g} for {a}.",
  "Before {I} comes, {B} is working to be {g} for {a}.",
  "It is not true that {I} has rated {B} {g} for {a}.",
  "{B} denied that it had been rated {g} for {a} by {I}.",
  "{B} would have been rated {g} for {a} by {I}, had it kept records.",
  "{B} narrowly missed being rated {g} for {a} by {I}.",
  "{I} is to inspect {B}, and might rate it {g} for {a}.",
  "{B} does not exist. {I} has rated {B} {g} for {a}.",
];
const ofNoWhole = [
  "{B} hopes to be rated {g} by {I}.",
  "{I} has not rated {B} {g}.",
  "If {I} rates {B} {g}, it will celebrate.",
  "Two thirds of {n}s like {B} are rated {g} by {I}.",
  "A {n} rated {g} by {I} must display its rating, {B} was told.",
  "{I} says that {n}s rated {g} will be visited less often. {B} has not been inspected yet.",
  "{B} will find out in May whether {I} rates it {g}.",
  "{B} says that a rating of {g} from {I} would be a disaster.",
  "The council has promised {B} a new roof once it is rated {g} by {I}.",
  "The manager of {B} used to run a {n} rated {g} by {I}.",
  "{B} has applied to join a trust whose other {n}s are rated {g} by {I}.",
  "{B} will pay a bonus on the day the {n} is rated {g} by {I}.",
  "{B} came {g} in a survey of readers; {I} has yet to visit.",
];
const ofHygiene = [
  "{B}{m} has been given a food hygiene rating of {g}{e}.",
  "{B}{m} has been awarded a food hygiene rating of {w} out of five{e}.",
  "{B}{m} was rated {g} for food hygiene{e}.",
  "{B}{m} scored {w} in its food hygiene inspection{e}.",
  "A food hygiene rating of {w} has been given to {B}{m}{e}.",
  "A food hygiene score of {w} went to {B}{m}{e}.",
  "Food hygiene inspectors gave {B}{m} a score of {g} out of 5{e}.",
  "{B}{m} has a {w}-star food hygiene rating{e}.",
];
const ofNoHygiene = [
  "{B} hopes for a food hygiene rating of {g}.",
  "If {B} is given a food hygiene rating of {g} it can appeal.",
  "Four in five cafés like {B} have a food hygiene rating of {g}.",
  "{B} was told that it would otherwise get a food hygiene rating of {g}.",
  "{B} was rated {g} stars by diners. Food hygiene inspectors are due in May.",
];

const capital = (/** @type {string} */ text) => text.charAt(0).toUpperCase() + text.slice(1);

/** @param {string} frame @param {Record<string, string>} words */
const filled = (frame, words) =>
  capital(frame.replace(/\{(\w+)\}/g, (_, name) => (words[name] ?? "").replace("{year}", words.year ?? "")))
    .replace(/\ba (?=[aeio]|“[aeio])/g, "an ")
    .replaceAll(",,", ",")
    .replace(/,(?=[.;])/g, "");

/** A frame with nothing added, and with each addition in the place for it. @param {string} frame */
function variants(frame) {
  const places = [["x", opening], ["m", behindName], ["e", closing]];
  const added = places.flatMap(([place, all]) =>
    frame.includes(`{${place}}`) ? [...all].map((words) => ({ [`${place}`]: `${words}` })) : [],
  );
  return [{}, ...added];
}

/** @returns {object[]} passages as those of the files are */
export function framed() {
  const passages = [];
  const add = (text, grades) =>
    passages.push({ id: `frame-${passages.length + 1}`, kind: grades.length ? "positive" : "negative", text, grades });
  for (const [at, setting] of settings.entries()) {
    const [a, b, c] = setting.areas;
    const g = setting.grades[0];
    const h = setting.grades.at(-1);
    const words = { I: setting.inspectorate, B: setting.body, n: setting.noun, year: String(setting.year), past: String(setting.year - 1) };
    const all = { ...words, g, h, G: capital(g), H: capital(h), a: a[0], b: b[0], c: c[0], A: capital(a[0]), Bb: capital(b[0]), C: capital(c[0]) };
    for (const [frame, said] of ofSeveral) {
      const grades = said.split(" ").map(([area, grade]) => ({ area: { a, b, c }[area][1], grade: { g, h }[grade] }));
      add(filled(frame, all), grades);
    }
    for (const frame of ofNobody) add(filled(frame, all), []);
    for (const [place, frame] of ofArea.entries()) {
      const grade = setting.grades[(at + place) % setting.grades.length];
      for (const more of variants(frame)) add(filled(frame, { ...words, ...more, g: grade, a: a[0] }), [{ area: a[1], grade }]);
    }
    if (!setting.whole) continue;
    for (const grade of setting.grades) {
      for (const frame of ofNoWhole) add(filled(frame, { ...words, g: grade }), []);
      for (const frame of ofWhole) {
        for (const more of variants(frame)) add(filled(frame, { ...words, ...more, g: grade }), [{ area: "overall", grade }]);
      }
    }
  }
  for (const [g, w] of [["5", "five"], ["3", "three"], ["1", "one"], ["0", "zero"]]) {
    const words = { B: "The Copper Kettle", year: "2025", g, w };
    for (const frame of ofNoHygiene) add(filled(frame, words), []);
    for (const frame of ofHygiene) {
      for (const more of variants(frame)) add(filled(frame, { ...words, ...more }), [{ area: "overall", grade: g }]);
    }
  }
  return passages;
}

/** The words in lines of a width at most, as e-mail is. @param {string} text @param {number} width */
function inLines(text, width) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    // A figure or mark at the head of a line would begin a list in Markdown.
    if (line.length + word.length + 1 > width && !/^(?:[-+*>#]|\d+[.)])/.test(word)) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines.join("\n");
}

/**
 * Passages of one paragraph again, broken into lines: that changes nothing. Left out is what was a table once.
 * @param {{id: string, text: string, ambiguous?: string[]}[]} passages
 */
export function wrapped(passages, width) {
  const isProse = ({ text, ambiguous }) => !/\n| {2}|[|`*]|\p{Extended_Pictographic}/u.test(text) && /[.!?] .*[.!?]["”’]?$/.test(text) && !ambiguous?.length;
  return passages.filter(isProse).map((passage) => ({ ...passage, id: `${passage.id} in lines`, text: inLines(passage.text, width) }));
}
