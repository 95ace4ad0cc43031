// The hints of plan quality: what makes milestones realistic, achievable and measurable. Part of the table of problems.
import type { ProblemCode } from './codes';
import type { ProblemEntry } from './problemEntry';

type Codes = Extract<ProblemCode, `quality.${string}`>;

/** A milestone nothing can be said against, but for the lines given. */
const milestone = (...lines: string[]) =>
  `people:\n  me: { name: Kim Lee, role: freelancer }\n  ana: { name: Ana Ruiz, role: client }\nmilestones:\n${lines.join('')}`;
const id = '  - id: design\n';
const title = '    title: Design approved\n';
const titleMarked = '    title: ⟦Design approved⟧\n';
const description = '    description: All page templates, on desktop and phone.\n';
const days = '    start: 2026-11-02\n    due: 2026-12-04\n';
const owner = '    owner: me\n';
const criteria = '    acceptanceCriteria: [5 templates approved by the client]\n';
const amount = '    amount: 4000\n';
const live =
  '  - id: live\n    title: Site live\n    description: The new site is public.\n    due: 2027-01-15\n    dependsOn: [design]\n    owner: me\n    acceptanceCriteria: [12 pages deployed]\n';
const good = milestone(id, title, description, days, owner, criteria);

export const tableOfQuality: Readonly<Record<Codes, ProblemEntry>> = {
  'quality.noCriteria': {
    severities: ['hint'],
    meaning: 'The milestone does not say how it is measured that it is reached.',
    why: 'Without a criterion both sides decide for themselves when it is done, and they rarely decide the same.',
    example: milestone(id, titleMarked, description, days, owner),
    fix: 'Add one to five `acceptanceCriteria` that somebody else could check.',
    fixed: good,
  },
  'quality.vagueCriterion': {
    severities: ['hint'],
    meaning: 'The criterion has neither a number nor a word such as "approved" or "delivered", so nobody can check it.',
    why: 'What "nice" or "fast" means is argued about at the end, when it is most expensive.',
    example: milestone(id, title, description, days, owner, '    acceptanceCriteria: [⟦Looks good⟧]\n'),
    fix: 'Write what is counted or who does what: "5 templates approved by the client", "loads in 2 s".',
    fixed: good,
  },
  'quality.noOwner': {
    severities: ['hint'],
    meaning: 'Nobody answers for the milestone.',
    why: 'What belongs to everybody is done by nobody.',
    example: milestone(id, titleMarked, description, days, criteria),
    fix: 'Write `owner:` with a key of `people`.',
    fixed: good,
  },
  'quality.noDescription': {
    severities: ['hint'],
    meaning: 'The milestone has no description.',
    why: 'A title alone means different things to different people, most of all half a year later.',
    example: milestone(id, titleMarked, days, owner, criteria),
    fix: 'Write in a sentence or two what is reached.',
    fixed: good,
  },
  'quality.noStart': {
    severities: ['hint'],
    meaning: 'The milestone waits for nothing and has no start, so nothing says when its work begins.',
    why: 'Whether there is enough time for it cannot be seen.',
    example: milestone(id, titleMarked, description, '    due: 2026-12-04\n', owner, criteria),
    fix: 'Write `start:` with a day, or `dependsOn:` with what comes before.',
    fixed: good,
  },
  'quality.dayOff': {
    severities: ['hint'],
    meaning: 'The milestone is due on a day on which nobody works.',
    why: 'Work ends on the working day before, or the weekend is spent on it.',
    example: milestone(id, title, description, '    start: 2026-11-02\n    due: ⟦2026-12-05⟧\n', owner, criteria),
    fix: 'Move the due date to a working day, or name the day under `workdays` of the calendar.',
    fixed: good,
  },
  'quality.longGap': {
    severities: ['hint'],
    meaning: 'More than 44 working days, about two months, pass from one checkpoint to the next.',
    why: 'What goes wrong in between is noticed late, and nothing can be shown or invoiced for long.',
    example: milestone(id, title, description, '    start: 2026-11-23\n    due: ⟦2027-03-26⟧\n', owner, criteria),
    fix: 'Put a milestone in between that can be shown.',
    fixed: good,
  },
  'quality.weightLast': {
    severities: ['hint'],
    meaning: 'Nearly everything depends on the last milestone: it has almost all of the weight.',
    why: 'The project seems to stand still until the very end, and so do payments.',
    example: milestone(id, title, description, days, owner, criteria, '    weight: 1\n', live, '    weight: ⟦99⟧\n'),
    fix: 'Split the last milestone, or spread the weights (by default the efforts).',
    fixed: milestone(id, title, description, days, owner, criteria, '    weight: 2\n', live, '    weight: 3\n'),
  },
  'quality.noApprover': {
    severities: ['hint'],
    meaning: 'The plan is for a client or has an amount, but nobody on the side of the client stands under `people`.',
    why: 'Nobody is named who may say that a milestone is accepted.',
    example: `client: ⟦Acme GmbH⟧\npeople:\n  me: { name: Kim Lee, role: freelancer }\nmilestones:\n${id}${title}${description}${days}${owner}${criteria}`,
    fix: 'Add the person of the client who approves, with `role: client`.',
    fixed: `client: Acme GmbH\n${good}`,
  },
  'quality.amountWithoutCriteria': {
    severities: ['hint'],
    meaning: 'An amount is to be paid for the milestone, but nothing says how it is measured that it is reached.',
    why: 'The client cannot tell whether the amount is due.',
    example: milestone(id, title, description, days, owner, '    amount: ⟦4000⟧\n'),
    fix: 'Add `acceptanceCriteria` that the client can check.',
    fixed: milestone(id, title, description, days, owner, criteria, amount),
  },
};
