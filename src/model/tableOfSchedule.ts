// The problems of a plan that does not hold: hours that are missing and deadlines that are missed. Part of the table of problems.
import type { ProblemEntry } from './problemEntry';

type Codes = 'date.infeasible' | 'deadline.missed' | 'float.negative';

export const tableOfSchedule: Readonly<Record<Codes, ProblemEntry>> = {
  'date.infeasible': {
    severities: ['warning'],
    meaning: 'Somebody has fewer hours until this day than what is due by then needs.',
    why: 'Even when everything that is due first is done first, this date or one before it will be missed. What counts is the `remaining` effort, else what the progress leaves of `effort`, and the days and hours of the calendar from today on.',
    example: 'milestones:\n  - title: Texts final\n    effort: 10d\n    due: ⟦2026-11-27⟧\n',
    fix: 'Move the date, give some of the work to somebody else, or do less.',
    fixed: 'milestones:\n  - title: Texts final\n    effort: 10d\n    due: 2026-12-04\n',
  },
  'deadline.missed': {
    severities: ['warning'],
    meaning: 'The deadline of a milestone, or of the project, is before the day it is forecast for.',
    why: 'A deadline is a promise to somebody else, and as the plan stands it will be broken.',
    example: 'milestones:\n  - title: Site live\n    due: 2027-01-22\n    deadline: ⟦2027-01-15⟧\n',
    fix: 'Move what drives the forecast, which the message names, or agree on another deadline.',
    fixed: 'milestones:\n  - title: Site live\n    due: 2027-01-15\n    deadline: 2027-01-15\n',
  },
  'float.negative': {
    severities: ['warning'],
    meaning: 'A milestone comes so late that a deadline further on cannot be held.',
    why: 'This is the date that has to move: all that follows up to the deadline moves with it.',
    example:
      'milestones:\n  - { id: texts, title: Texts final, due: ⟦2026-12-18⟧ }\n  - { id: live, title: Site live, duration: 5d, dependsOn: [texts], deadline: 2026-12-18 }\n',
    fix: 'Move this date by the working days that the message names, or take time out of what follows.',
    fixed:
      'milestones:\n  - { id: texts, title: Texts final, due: 2026-12-11 }\n  - { id: live, title: Site live, duration: 5d, dependsOn: [texts], deadline: 2026-12-18 }\n',
  },
};
