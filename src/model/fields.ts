// Every field of the plan file, once: its kind, what it means and how it is written. Reader and JSON schema are driven by it.
import {
  approvalShape,
  blockerShape,
  calendarShape,
  changeShape,
  criterionShape,
  deliverableShape,
  dependencyShape,
  effortShape,
  paymentShape,
  personShape,
  riskShape,
  scopeShape,
  taskShape,
  texts,
} from './fieldsOfParts';
import * as kind from './kinds';
import { field, group, list, otherwise, required, shape } from './kinds';
import { statuses } from './plan';

const people = (doc: string, example: string) =>
  otherwise([], field(kind.oneOrMore(kind.person), doc, example, '[me, ana]'));
const risks = (doc: string) =>
  otherwise([], field(list(group(riskShape)), doc, '[{ title: Texts arrive late, probability: 0.4, impact: 5d }]'));

export const milestoneShape = shape(
  'milestone',
  'A point of the project that is reached, shown and agreed on. Only `title` is required.',
  {
    id: field(
      kind.id,
      'A short name that stays when the title changes: letters, digits, `.`, `_` and `-`. Derived from the title where absent.',
      'design',
      'm-01',
    ),
    title: required(field(kind.text, 'What is reached, as readers see it.', 'Design approved')),
    description: field(
      kind.markdown,
      'What the milestone is about, in Markdown.',
      'All page templates, signed off on desktop and phone.',
    ),
    start: field(kind.aDay, 'The day on which work is planned to start.', '2026-11-02'),
    due: field(
      kind.aDay,
      'The day on which the milestone is planned to be reached, and the last day that still counts as in time.',
      '2026-12-04',
    ),
    deadline: field(
      kind.aDay,
      'A day promised to others. The plan is checked against it and never scheduled with it.',
      '2026-12-18',
    ),
    baseline: field(kind.aDay, 'The due date that was agreed, against which slip is counted.', '2026-11-27'),
    started: field(kind.aDay, 'The day on which work did start.', '2026-11-03'),
    completed: field(kind.aDay, 'The day on which the milestone was reached.', '2026-12-02'),
    status: field(
      kind.choice(statuses, 'status.invalid'),
      'Where the milestone stands. Derived from `completed`, `started` and what is done inside where absent; `submitted` is delivered and waiting for the client.',
      ...statuses,
    ),
    progress: field(
      kind.percent,
      'How far the work is, from 0 to 100. Only where nothing inside the milestone tells it.',
      '40',
      '40%',
    ),
    weight: field(
      kind.number({ min: 0, above: true, max: 1_000_000 }),
      'Its share in the progress of the milestone around it. Its effort where every neighbour has one, else 1.',
      '2',
    ),
    tasks: otherwise(
      [],
      field(
        list(group(taskShape)),
        'What is to be done to get there, each a text or a group of fields.',
        '[Wireframes]',
        '[{ title: Visual design, effort: 5d, done: true }]',
      ),
    ),
    milestones: otherwise(
      [],
      field(
        kind.milestones,
        'Smaller milestones inside this one.',
        '[{ id: texts, title: Texts final, due: 2026-12-11 }]',
      ),
    ),
    acceptanceCriteria: otherwise(
      [],
      field(
        list(group(criterionShape)),
        'How it is measured that the milestone is done, each a text or a group of fields.',
        '[Five templates approved by the client]',
      ),
    ),
    deliverables: otherwise(
      [],
      field(
        list(group(deliverableShape)),
        'What is handed over, each a text or a group of fields.',
        '[{ title: Figma file, url: https://example.com/figma }]',
      ),
    ),
    scope: field(
      group(scopeShape),
      'What belongs to the milestone, what does not, and what is taken for granted.',
      '{ in: [Five templates], out: [Illustrations] }',
    ),
    dependsOn: otherwise(
      [],
      field(
        list(group(dependencyShape)),
        'The milestones that come before this one.',
        '[design]',
        '[{ id: texts, type: FS, lag: 2d }]',
      ),
    ),
    duration: field(kind.duration, 'Working time from start to finish, where the effort is not the measure.', '3w'),
    effort: field(
      group(effortShape),
      'The work to do in all, as one estimate or three. The sum of the tasks where absent.',
      '10d',
      '{ optimistic: 6d, likely: 9d, pessimistic: 15d }',
    ),
    remaining: field(kind.duration, 'The work still to do.', '3d'),
    owner: field(kind.person, 'Who answers for the milestone: a key of `people`.', 'me'),
    responsible: people('Who does the work: one key of `people`, or a list of them.', 'me'),
    accountable: people('Who answers for the result. The owner where absent.', 'me'),
    consulted: people('Who is asked before decisions.', 'ana'),
    informed: people('Who is told about results.', 'ana'),
    risks: risks('What may happen on the way, and what is done about it.'),
    blockedBy: field(
      group(blockerShape),
      'Something outside the plan that the milestone waits for.',
      'Access to the staging server',
      '{ text: Access to the staging server, who: IT, since: 2026-11-16 }',
    ),
    clientAction: field(kind.text, 'What the client must do next.', 'Send the final texts'),
    approvals: otherwise(
      [],
      field(
        list(group(approvalShape)),
        'What was decided about the milestone, the newest last.',
        '[{ by: ana, decision: approved, on: 2026-11-20 }]',
      ),
    ),
    amount: field(kind.money, 'What is paid for the milestone, in the currency of the plan.', '4000', '"1250.50"'),
    payment: field(group(paymentShape), 'How far the payment is.', '{ state: funded, funded: 2026-11-03 }'),
    changes: otherwise(
      [],
      field(
        list(group(changeShape)),
        'Why agreed fields moved.',
        '[{ on: 2026-11-12, field: due, from: 2026-12-04, to: 2026-12-11, reason: Texts came late }]',
      ),
    ),
    tags: texts('Words to find and group milestones by.', '[lts]'),
    notes: field(kind.markdown, 'Remarks that the client may read, in Markdown.', 'Logo variants come next week.'),
    internal: field(kind.markdown, 'Remarks that never leave the file, in Markdown.', 'Margin is thin on this one.'),
  },
);

const noCalendar = { holidays: [], workdays: [] };

/** The fields at the top of the file. `people` stands before everything that refers to a person: fields are read in this order. */
export const planShape = shape('plan', 'One project as milestones.', {
  version: field(kind.number({ min: 1, whole: true }), 'The version of the file format, which is 1.', '1'),
  project: field(kind.text, 'The name of the project. The name of the file where absent.', 'Website relaunch'),
  client: field(kind.text, 'Who the project is for.', 'Acme GmbH'),
  description: field(kind.markdown, 'What the project is about, in Markdown.', 'A new site on the old content.'),
  currency: field(kind.currency, 'The currency of all amounts: three capital letters (ISO 4217).', 'EUR'),
  timezone: field(
    kind.timezone,
    'The time zone that decides which day today is. That of the editor where absent.',
    'Europe/Berlin',
  ),
  start: field(kind.aDay, 'The day on which the project starts.', '2026-11-02'),
  deadline: field(
    kind.aDay,
    'The day in the contract. The plan is checked against it and never scheduled with it.',
    '2027-01-29',
  ),
  baseline: field(kind.text, 'A git tag, branch or commit whose dates are the agreed ones.', 'contract-v1'),
  calendar: otherwise(
    noCalendar,
    field(group(calendarShape), 'When work is done.', '{ workweek: [mon, tue, wed, thu, fri], hoursPerDay: 8 }'),
  ),
  people: otherwise(
    [],
    field(
      kind.people(personShape),
      'Who takes part, each under a short name of its own.',
      '{ ana: { name: Ana Ruiz, role: client } }',
    ),
  ),
  risks: risks('What may happen to the project as a whole.'),
  milestones: otherwise(
    [],
    field(
      kind.milestones,
      'The milestones, in the order in which they are shown.',
      '[{ title: Design approved, due: 2026-12-04 }]',
    ),
  ),
});

/** Every group of fields the format has. */
export const shapes = [
  planShape,
  calendarShape,
  personShape,
  milestoneShape,
  taskShape,
  criterionShape,
  deliverableShape,
  scopeShape,
  dependencyShape,
  effortShape,
  riskShape,
  blockerShape,
  approvalShape,
  paymentShape,
  changeShape,
] as const;
