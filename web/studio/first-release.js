// What the studio shows to those who open it for the first time: a short release of an invented force, with a few things
// left to mend, so that every part of the studio has something to show.

export const FIRST_RELEASE = `---
title: Marlshire Police keeps its good grades
area: Marlshire
publish:
  date: 09:30 14/03/2027
---

Marlshire Police looks after victims of crime better than two years ago. That is what inspectors write in a report that HMICFRS publishes today.

The force was graded good for managing offenders, and adequate for investigating crime.

\\- Every caller now hears back within a day.

\\- A new team in Saltby works with young drivers.

> “People told us that they wanted to hear from us sooner,” said the chief constable. “So we rang them.”

## Notes for editors

Questions: the press office, [press@marlshire.example](mailto:press@marlshire.example), telephone 01632 960 100.
`;
