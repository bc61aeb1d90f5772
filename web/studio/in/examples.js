// Releases to begin with: our own words about invented organisations.

import { FIRST_RELEASE } from "../first-release.js";

const CARE_HOME = `---
title: Alder House rated good for the third time
summary: Inspectors praise how residents choose what they do with their day.
area: Penfold
published: 14 March 2027
inspection:
  scale: cqc
  subject: Alder House
  date: 2027-02-11
  grades:
    Safe: good
    Effective: good
    Caring: outstanding
    Responsive: good
    Well-led: good
---

Residents of Alder House in Penfold live in a home that inspectors rate as good, and outstanding for its care.

> “I grow tomatoes again,” said a resident. “I had not done that for nine years.”

## What has changed

- Meals are cooked in the home, from what residents ask for.
- A second nurse works at night.

## Notes to editors

Questions: Alder House, [press@alder-house.example](mailto:press@alder-house.example), telephone 01632 960 200.
`;

const UNDER_EMBARGO = `---
title: Saltby library opens on Sundays
summary: From May, the town's library opens seven days a week.
area: Saltby
embargo: 00:01 02/05/2035
---

Saltby library opens its doors on Sundays from May. It will be open from ten to four, with story time at eleven.

The council pays for it with the rent of the café on the ground floor.

## Notes to editors

Questions: the press office, [press@saltby.example](mailto:press@saltby.example), telephone 01632 960 300.
`;

export const EXAMPLES = Object.freeze([
  { name: "A police force, with a guide: some things to mend", text: FIRST_RELEASE },
  { name: "A care home: grades declared", text: CARE_HOME },
  { name: "A library: under embargo", text: UNDER_EMBARGO },
]);
