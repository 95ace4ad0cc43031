// The problems of what the plan says: ids, people, status, dates and dependencies. Part of the table of problems.
import type { ProblemCode } from './codes';
import type { ProblemEntry } from './problemEntry';

type Codes = Extract<
  ProblemCode,
  | `${'id' | 'owner' | 'dependency' | 'completed' | 'dates' | 'milestone' | 'progress'}.${string}`
  | 'status.contradiction'
>;

export const tableOfPlan: Readonly<Record<Exclude<Codes, 'milestone.type'>, ProblemEntry>> = {
  'id.invalid': {
    severities: ['error'],
    meaning: 'An id has letters, digits, `.`, `_` and `-` only.',
    why: 'The milestone gets an id made from its title instead, so whatever refers to the id you wrote does not find it.',
    example: 'milestones:\n  - id: ⟦M 1⟧\n    title: Design approved\n',
    fix: 'Write a dash in place of spaces and other signs.',
    fixed: 'milestones:\n  - id: M-1\n    title: Design approved\n',
  },
  'id.duplicate': {
    severities: ['error', 'warning'],
    meaning: 'Two milestones have the same id, or the same title and no id.',
    why: 'A dependency on this id means the first of them, whichever you had in mind.',
    example: 'milestones:\n  - { id: review, title: Design reviewed }\n  - { id: ⟦review⟧, title: Site reviewed }\n',
    fix: 'Give each milestone an id of its own.',
    fixed: 'milestones:\n  - { id: review, title: Design reviewed }\n  - { id: review-2, title: Site reviewed }\n',
  },
  'id.missing': {
    severities: ['hint'],
    meaning: 'A milestone has no id of its own, so one is made from its title.',
    why: 'As soon as the title changes, it is another milestone to everything that refers to it, and its history ends.',
    example: 'milestones:\n  - title: ⟦Site live⟧\n',
    fix: 'Write the id down; it then stays when the title changes.',
    fixed: 'milestones:\n  - id: site-live\n    title: Site live\n',
  },
  'id.lookalike': {
    severities: ['warning'],
    meaning: 'Two ids, or two keys of people, look the same but are written with different characters.',
    why: 'Nobody can see which of the two a dependency or an owner means.',
    example: {
      described: 'The ids `cafe` and `cаfe`, the second with a Cyrillic а.',
      make: () => 'milestones:\n  - { id: cafe, title: One }\n  - { id: ⟦c\u0430fe⟧, title: Two }\n',
    },
    fix: 'Type one of them anew, or give it another name.',
    fixed: {
      described: 'Two ids that differ to the eye.',
      make: () => 'milestones:\n  - { id: cafe, title: One }\n  - { id: cafe-2, title: Two }\n',
    },
  },
  'owner.unknown': {
    severities: ['warning'],
    meaning: 'Nobody of this name stands under `people`.',
    why: 'The working hours and the role of this person are not known, and a misspelt name is a person of its own in every list.',
    example: 'people:\n  ana: { name: Ana Ruiz }\nmilestones:\n  - title: Texts final\n    owner: ⟦anna⟧\n',
    fix: 'Write a key of `people`, or add a line for this person there.',
    fixed: 'people:\n  ana: { name: Ana Ruiz }\nmilestones:\n  - title: Texts final\n    owner: ana\n',
  },
  'status.contradiction': {
    severities: ['error', 'warning'],
    meaning: 'What the fields say of being started, done or completed does not agree.',
    why: 'A reader does not know which of them to believe. What is written as `status` and `done` counts: a milestone that is done may not have open criteria, and a task with a day of completion still needs `done: true`.',
    example: 'milestones:\n  - title: Design approved\n    status: ⟦in-progress⟧\n    completed: 2026-11-18\n',
    fix: 'Correct the field that is out of date.',
    fixed: 'milestones:\n  - title: Design approved\n    status: done\n    completed: 2026-11-18\n',
  },
  'progress.derived': {
    severities: ['hint'],
    meaning: 'Progress follows from the tasks, criteria or milestones inside, so a written number is not used.',
    why: 'The number grows old and says something else than every view shows.',
    example: 'milestones:\n  - title: Design approved\n    progress: ⟦40⟧\n    tasks: [Wireframes, Visual design]\n',
    fix: 'Delete the number, and tick what is done.',
    fixed: 'milestones:\n  - title: Design approved\n    tasks: [{ title: Wireframes, done: true }, Visual design]\n',
  },
  'completed.future': {
    severities: ['error', 'warning'],
    meaning: 'Something is said to be completed, or started, on a day that is still to come.',
    why: 'Until that day every figure counts it as done although it is not.',
    example: 'milestones:\n  - title: Design approved\n    completed: ⟦2099-01-01⟧\n',
    fix: 'Write the day on which it was completed; a planned day is `due`.',
    fixed: 'milestones:\n  - title: Design approved\n    due: 2099-01-01\n',
  },
  'dates.order': {
    severities: ['error', 'warning'],
    meaning: 'Two days cannot come in this order: a start after the end, or an older decision below a newer one.',
    why: 'Something would be over before it begins, so neither day can be relied on. Of several decisions the last one counts.',
    example: 'milestones:\n  - title: Design approved\n    start: ⟦2026-12-07⟧\n    due: 2026-12-04\n',
    fix: 'Correct one of the two days.',
    fixed: 'milestones:\n  - title: Design approved\n    start: 2026-11-09\n    due: 2026-12-04\n',
  },
  'milestone.dueAfterParent': {
    severities: ['warning'],
    meaning: 'A milestone inside another one is due after it.',
    why: 'The outer one is reached only when everything inside is, so it cannot be in time.',
    example:
      'milestones:\n  - title: Site live\n    due: 2027-01-15\n    milestones:\n      - { title: Texts final, due: ⟦2027-01-22⟧ }\n',
    fix: 'Move one of the two due dates.',
    fixed:
      'milestones:\n  - title: Site live\n    due: 2027-01-15\n    milestones:\n      - { title: Texts final, due: 2027-01-08 }\n',
  },
  'milestone.dueBeforePredecessor': {
    severities: ['warning'],
    meaning: 'A milestone is due before one that has to come first.',
    why: 'It cannot be in time: what it waits for is due only after it.',
    example:
      'milestones:\n  - { id: design, title: Design approved, due: 2026-12-18 }\n  - { id: live, title: Site live, due: ⟦2026-12-11⟧, dependsOn: [design] }\n',
    fix: 'Move one of the two due dates, or take the dependency out.',
    fixed:
      'milestones:\n  - { id: design, title: Design approved, due: 2026-12-18 }\n  - { id: live, title: Site live, due: 2027-01-15, dependsOn: [design] }\n',
  },
  'dependency.unknown': {
    severities: ['error'],
    meaning: 'A dependency names a milestone that is not there.',
    why: 'The milestone seems to wait for nothing, and dates that would move it do not.',
    example:
      'milestones:\n  - { id: design, title: Design approved }\n  - { id: live, title: Site live, dependsOn: [⟦desing⟧] }\n',
    fix: 'Write the id of a milestone of this file, or `acme/design` for the milestone `design` of the plan `acme`.',
    fixed:
      'milestones:\n  - { id: design, title: Design approved }\n  - { id: live, title: Site live, dependsOn: [design] }\n',
  },
  'dependency.ambiguous': {
    severities: ['warning'],
    meaning: 'Several plans have this name and a milestone with this id.',
    why: 'The first of them is taken, which may not be the one you mean.',
    example: 'milestones:\n  - { id: live, title: Site live, dependsOn: [⟦brand/logo⟧] }\n',
    fix: 'Give one of the files another name.',
    fixed: 'milestones:\n  - { id: live, title: Site live, dependsOn: [shop/logo] }\n',
    beside: {
      'old/brand.milestones.yaml': 'milestones: [{ id: logo, title: Logo }]\n',
      'new/brand.milestones.yaml': 'milestones: [{ id: logo, title: Logo }]\n',
      'new/shop.milestones.yaml': 'milestones: [{ id: logo, title: Logo }]\n',
    },
  },
  'dependency.family': {
    severities: ['error'],
    meaning: 'A milestone waits for one that it is part of.',
    why: 'The outer milestone is not reached before the inner one is, so neither could ever be. The dependency is not followed.',
    example:
      'milestones:\n  - id: live\n    title: Site live\n    milestones:\n      - { id: texts, title: Texts final, dependsOn: [⟦live⟧] }\n',
    fix: 'Take the dependency out, or move the milestone out of the other one.',
    fixed:
      'milestones:\n  - id: live\n    title: Site live\n    milestones:\n      - { id: texts, title: Texts final }\n',
  },
  'dependency.cycle': {
    severities: ['error'],
    meaning: 'Milestones wait for each other in a circle.',
    why: 'None of them can be the first. The dependencies of the circle are not followed.',
    example:
      'milestones:\n  - { id: design, title: Design approved, dependsOn: [live] }\n  - { id: live, title: Site live, dependsOn: [⟦design⟧] }\n',
    fix: 'Take one of the dependencies out.',
    fixed:
      'milestones:\n  - { id: design, title: Design approved }\n  - { id: live, title: Site live, dependsOn: [design] }\n',
  },
};
