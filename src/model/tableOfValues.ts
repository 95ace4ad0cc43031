// The problems of single values and fields. Part of the table of problems.
import type { ProblemCode } from './codes';
import type { ProblemEntry } from './problemEntry';

type Codes = Extract<
  ProblemCode,
  | `${'date' | 'range' | 'duration' | 'percent' | 'money' | 'number' | 'boolean' | 'enum'}.invalid`
  | `${'currency' | 'timezone' | 'type'}.invalid`
  | 'status.invalid'
  | 'version.unsupported'
  | 'key.duplicate'
  | 'unknown.key'
  | 'title.missing'
  | 'field.missing'
  | 'plan.type'
  | 'milestone.type'
>;

const leftOut = 'The field is left out of the plan; everything else is read.';

export const tableOfValues: Readonly<Record<Codes, ProblemEntry>> = {
  'date.invalid': {
    severities: ['error'],
    meaning: 'This is no day of the calendar, or it is not written as year, month and day.',
    why: 'Without the day nothing can be said of being early or late. In other orders nobody knows which number is the month.',
    example: 'milestones:\n  - title: Site live\n    due: ⟦2026-06-31⟧\n',
    fix: 'Write four digits of the year, two of the month and two of the day, with dashes between them.',
    fixed: 'milestones:\n  - title: Site live\n    due: 2026-06-30\n',
  },
  'range.invalid': {
    severities: ['error', 'warning'],
    meaning:
      'A range of days ends before it begins or is longer than ten years, or of three estimates the smallest is not the optimistic one.',
    why: 'The days of such a range are not taken off, so dates are computed as if they were worked.',
    example: 'calendar:\n  holidays: [⟦2027-01-01..2026-12-24⟧]\n',
    fix: 'Write the first day, two dots and the last day.',
    fixed: 'calendar:\n  holidays: [2026-12-24..2027-01-01]\n',
  },
  'duration.invalid': {
    severities: ['error'],
    meaning: 'This is no working time.',
    why: leftOut,
    example: 'milestones:\n  - title: Site live\n    effort: ⟦10 days⟧\n',
    fix: 'Write a number with its unit: `w` for weeks, `d` for working days, `h` for hours, such as `3d` or `1d 4h`.',
    fixed: 'milestones:\n  - title: Site live\n    effort: 10d\n',
  },
  'percent.invalid': {
    severities: ['error'],
    meaning: 'Progress is a number from 0 to 100.',
    why: leftOut,
    example: 'milestones:\n  - title: Site live\n    progress: ⟦half⟧\n',
    fix: 'Write a number, with or without a percent sign.',
    fixed: 'milestones:\n  - title: Site live\n    progress: 50\n',
  },
  'money.invalid': {
    severities: ['error'],
    meaning: 'This is no amount: a plain number with at most 4 digits behind a point.',
    why: 'An amount that could be read in two ways is not read at all: `1,500` is one and a half to some and fifteen hundred to others.',
    example: 'milestones:\n  - title: Site live\n    amount: ⟦1.250,50⟧\n',
    fix: 'Write digits and at most one point. The currency stands once, at the top of the file.',
    fixed: 'milestones:\n  - title: Site live\n    amount: 1250.50\n',
  },
  'number.invalid': {
    severities: ['error'],
    meaning: 'This is no number, or one outside the limits of this field.',
    why: leftOut,
    example: 'risks:\n  - title: Texts arrive late\n    probability: ⟦40%⟧\n',
    fix: 'Write a number within the limits that the message names.',
    fixed: 'risks:\n  - title: Texts arrive late\n    probability: 0.4\n',
  },
  'boolean.invalid': {
    severities: ['error'],
    meaning: 'Something is either done or not: `true` or `false`.',
    why: 'In older YAML `yes` meant the same; today it is a plain word, and readers disagree on it.',
    example: 'milestones:\n  - title: Site live\n    tasks:\n      - { title: Wireframes, done: ⟦yes⟧ }\n',
    fix: 'Write `true` or `false`.',
    fixed: 'milestones:\n  - title: Site live\n    tasks:\n      - { title: Wireframes, done: true }\n',
  },
  'status.invalid': {
    severities: ['error'],
    meaning: 'This is no status a milestone can have.',
    why: 'The status is derived from the other fields instead, as if none were written.',
    example: 'milestones:\n  - title: Site live\n    status: ⟦in progress⟧\n',
    fix: 'Write one of `planned`, `in-progress`, `submitted`, `done`, `on-hold` and `cancelled`.',
    fixed: 'milestones:\n  - title: Site live\n    status: in-progress\n',
  },
  'enum.invalid': {
    severities: ['error'],
    meaning: 'This field has a fixed list of words, and this is none of them.',
    why: leftOut,
    example: 'milestones:\n  - title: Site live\n    amount: 4000\n    payment: { state: ⟦relesed⟧ }\n',
    fix: 'Write one of the words that the message names.',
    fixed: 'milestones:\n  - title: Site live\n    amount: 4000\n    payment: { state: released }\n',
  },
  'currency.invalid': {
    severities: ['error', 'warning'],
    meaning: 'A currency is the three capital letters of ISO 4217.',
    why: 'Amounts are shown without a currency.',
    example: 'currency: ⟦€⟧\n',
    fix: 'Write the three letters, such as `EUR`.',
    fixed: 'currency: EUR\n',
  },
  'timezone.invalid': {
    severities: ['error'],
    meaning: 'This is no time zone that is known here.',
    why: 'Which day is today is then decided by the time zone of the editor.',
    example: 'timezone: ⟦Europe/Berln⟧\n',
    fix: 'Write a name of the IANA list, such as `Europe/Berlin`.',
    fixed: 'timezone: Europe/Berlin\n',
  },
  'type.invalid': {
    severities: ['error'],
    meaning: 'A list or a group of fields is expected here, or a single value where one of these stands.',
    why: leftOut,
    example: 'milestones:\n  - id: design\n    title: Design\n  - title: Site live\n    dependsOn: ⟦design⟧\n',
    fix: 'Write entries in brackets, or each on a line of its own behind a dash; write a group in braces, or each field on a line of its own.',
    fixed: 'milestones:\n  - id: design\n    title: Design\n  - title: Site live\n    dependsOn: [design]\n',
  },
  'version.unsupported': {
    severities: ['warning'],
    meaning: 'The file says a version of the format, or of YAML, that is not known here.',
    why: 'It is read as version 1 of the format and as YAML 1.2; what other versions add or mean is not understood.',
    example: 'version: ⟦2⟧\nproject: Relaunch\n',
    fix: 'Update the extension, or write version 1; delete a line with `%YAML`.',
    fixed: 'version: 1\nproject: Relaunch\n',
  },
  'key.duplicate': {
    severities: ['error'],
    meaning: 'The same field stands here twice.',
    why: 'Only the last one counts; the value you look at may not be the one that is used.',
    example: 'milestones:\n  - title: Site live\n    due: 2027-01-15\n    ⟦due⟧: 2027-01-22\n',
    fix: 'Delete one of the two lines.',
    fixed: 'milestones:\n  - title: Site live\n    due: 2027-01-22\n',
  },
  'unknown.key': {
    severities: ['hint'],
    meaning: 'There is no field of this name here.',
    why: 'It is kept in the file but not read, so a date or an owner behind a misspelt name is missing from the plan.',
    example: 'milestones:\n  - title: Site live\n    ⟦deu⟧: 2027-01-15\n',
    fix: 'Write the name of the field, or begin a field of your own with `x-`.',
    fixed: 'milestones:\n  - title: Site live\n    due: 2027-01-15\n',
  },
  'title.missing': {
    severities: ['error'],
    meaning: 'A milestone, task, risk or deliverable has no title.',
    why: 'It is the one thing that is needed to show it, so it is left out of the plan.',
    example: 'milestones:\n  - id: live\n    ⟦title⟧:\n',
    fix: 'Write what is reached, done or handed over.',
    fixed: 'milestones:\n  - id: live\n    title: Site live\n',
  },
  'field.missing': {
    severities: ['error'],
    meaning: 'A field is missing without which this entry says nothing.',
    why: 'The entry is left out of the plan.',
    example: 'milestones:\n  - title: Site live\n    acceptanceCriteria:\n      - { ⟦done⟧: true }\n',
    fix: 'Add the field that the message names.',
    fixed:
      'milestones:\n  - title: Site live\n    acceptanceCriteria:\n      - { text: All 12 pages load in 2 s, done: true }\n',
  },
  'plan.type': {
    severities: ['error'],
    meaning: 'The file is YAML but no plan: a plan begins with named fields.',
    why: 'Nothing of it can be shown.',
    example: '⟦- title: Design approved\n- title: Site live⟧\n',
    fix: 'Put `milestones:` above the list, and `project:` with a name above that.',
    fixed: 'milestones:\n  - title: Design approved\n  - title: Site live\n',
  },
  'milestone.type': {
    severities: ['error'],
    meaning: 'A milestone is a group of fields, at least a title.',
    why: 'This entry is left out of the plan.',
    example: 'milestones:\n  - ⟦Design approved⟧\n',
    fix: 'Write `title:` in front of the text.',
    fixed: 'milestones:\n  - title: Design approved\n',
  },
};
