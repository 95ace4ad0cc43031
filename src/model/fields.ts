// Every field of the plan file, once: its kind, what it means and how it is written. Reader and JSON schema are driven by it.
import * as kind from './kinds';
import { field, group, list, otherwise, required, shape } from './kinds';
import { decisions, dependencyTypes, paymentStates, riskStatuses, statuses, weekdays } from './plan';

export const calendarShape = shape(
  'calendar',
  'When work is done: the days of the week, the hours of a day and the days off.',
  {
    workweek: field(
      kind.filled(kind.choice(weekdays)),
      'The days of the week on which work is done. Monday to Friday where absent.',
      '[mon, tue, wed, thu, fri]',
    ),
    hoursPerDay: field(
      kind.number({ min: 0, above: true, max: 24 }),
      'Working hours of one day, by which hours and days convert. 8 where absent.',
      '8',
      '6',
    ),
    holidays: otherwise(
      [],
      field(
        list(kind.days),
        'Days on which nobody works, each a day or a range of days with both ends included.',
        '[2026-12-24..2027-01-01]',
        '[2026-05-01, 2026-10-03]',
      ),
    ),
    workdays: otherwise(
      [],
      field(
        list(kind.days),
        'Days that are worked although the week or a holiday says otherwise, such as a Saturday.',
        '[2026-12-12]',
      ),
    ),
  },
);

export const personShape = shape(
  'person',
  'Someone who takes part. The key is the name by which the plan refers to the person.',
  {
    name: field(kind.text, 'The full name, as readers see it.', 'Ana Ruiz'),
    role: field(kind.text, 'What the person is in this project, such as freelancer or client.', 'client'),
    email: field(kind.text, 'The e-mail address.', 'ana@acme.example'),
    hoursPerDay: field(
      kind.number({ min: 0, above: true, max: 24 }),
      'Working hours this person has for the project in a day. Those of the calendar where absent.',
      '4',
    ),
    rate: field(kind.money, 'The price of an hour. Internal: never in anything made for a client.', '95'),
    calendar: field(
      group(calendarShape),
      'The working days of this person, where they differ from those of the plan.',
      '{ workweek: [mon, tue, wed] }',
    ),
  },
);

export const taskShape = shape(
  'task',
  'Something to do on the way to a milestone. A plain text is an open task.',
  {
    title: required(field(kind.text, 'What is to be done.', 'Visual design')),
    done: otherwise(false, field(kind.boolean, 'Whether it is done.', 'true')),
    owner: field(kind.person, 'Who does it: a key of `people`.', 'me'),
    effort: field(kind.duration, 'The work it takes, in days (`d`), hours (`h`) or weeks (`w`).', '5d', '4h'),
    due: field(kind.aDay, 'The last day on which it still counts as in time.', '2026-12-04'),
    completed: field(kind.aDay, 'The day on which it was done.', '2026-11-18'),
    url: field(kind.text, 'Where to read more, such as an issue.', 'https://example.com/issues/12'),
  },
  'title',
);

export const criterionShape = shape(
  'criterion',
  'One thing that must be true for the milestone to count as done. A plain text is an open criterion.',
  {
    text: required(field(kind.text, 'What must be true.', 'Contrast at least 4.5 to 1 everywhere')),
    done: otherwise(false, field(kind.boolean, 'Whether it is met.', 'true')),
    evidence: otherwise(
      [],
      field(
        kind.oneOrMore(kind.text),
        'What shows that it is met: a path, an address or a commit, or a list of them.',
        'reports/contrast.html',
      ),
    ),
  },
  'text',
);

export const deliverableShape = shape(
  'deliverable',
  'Something that is handed over. A plain text is its title.',
  {
    title: required(field(kind.text, 'What is handed over.', 'Figma file')),
    url: field(kind.text, 'Where it lies.', 'https://example.com/figma'),
  },
  'title',
);

const texts = (doc: string, example: string) => otherwise([], field(list(kind.text), doc, example));

export const scopeShape = shape(
  'scope',
  'The boundary of a milestone: what belongs to it, what does not, and what is taken for granted.',
  {
    in: texts('What belongs to the milestone.', '[Five templates]'),
    out: texts('What does not belong to it.', '[Illustrations]'),
    assumptions: texts(
      'What is taken for granted; when it turns out wrong, dates and price may change.',
      '[Texts arrive by 16 November]',
    ),
  },
);

export const dependencyShape = shape(
  'dependency',
  'A milestone that comes before this one. A plain id stands for finish to start without a lag.',
  {
    id: required(
      field(
        kind.reference,
        'The id of the milestone that comes first: one of this file, or `file-base-name/id` for another file.',
        'design',
        'brand/logo',
      ),
    ),
    type: otherwise(
      'FS',
      field(
        kind.choice(dependencyTypes),
        'What waits for what: finish to start (`FS`), start to start (`SS`), finish to finish (`FF`) or start to finish (`SF`).',
        'FS',
      ),
    ),
    lag: field(kind.lag, 'Working time that passes in between. A negative lag lets the two overlap.', '2d', '-1d'),
  },
  'id',
);

export const effortShape = shape(
  'effort',
  'The work to do in all: one estimate such as `10d`, or three.',
  {
    optimistic: field(kind.duration, 'The work if everything goes well.', '6d'),
    likely: required(field(kind.duration, 'The work that is most likely.', '9d')),
    pessimistic: field(kind.duration, 'The work if much goes wrong.', '15d'),
  },
  'likely',
);

export const riskShape = shape('risk', 'Something that may happen and would cost time or money.', {
  title: required(field(kind.text, 'What may happen.', 'Texts arrive late')),
  probability: field(kind.number({ min: 0, max: 1 }), 'How likely it is, from 0 (never) to 1 (certain).', '0.4'),
  impact: field(kind.impact, 'What it would cost: working time such as `5d`, or an amount of money.', '5d', '2000'),
  response: field(kind.text, 'What is done about it.', 'Placeholder texts'),
  owner: field(kind.person, 'Who watches it: a key of `people`.', 'ana'),
  status: otherwise(
    'open',
    field(kind.choice(riskStatuses), 'Whether it may still happen. `open` where absent.', 'open', 'closed', 'happened'),
  ),
});

export const blockerShape = shape(
  'blocker',
  'Something outside the plan that the milestone waits for. A plain text is enough.',
  {
    text: required(field(kind.text, 'What is waited for.', 'Access to the staging server')),
    who: field(kind.text, 'Who can end the wait.', 'IT of the client'),
    since: field(kind.aDay, 'The day since which it is waited for.', '2026-11-16'),
  },
  'text',
);

export const approvalShape = shape('approval', 'What someone decided about the milestone. The newest stands last.', {
  by: required(field(kind.person, 'Who decided: a key of `people`.', 'ana')),
  decision: required(field(kind.choice(decisions), 'What was decided.', 'approved', 'changes-requested', 'rejected')),
  on: field(kind.aDay, 'The day of the decision.', '2026-11-20'),
  digest: field(
    kind.text,
    'A fingerprint of what was decided about, so that a later change of it shows.',
    "'v1:sha256:3f9a…'",
  ),
  note: field(kind.text, 'What was said.', 'Quick to get going'),
});

const paymentDay = (doc: string) => field(kind.aDay, doc, '2026-11-03');
const paymentDays = (doc: string, example: string) =>
  field(kind.number({ min: 0, max: 3650, whole: true }), doc, example);

export const paymentShape = shape(
  'payment',
  'How far the payment of the milestone is. States are recorded here; no money is moved.',
  {
    state: field(kind.choice(paymentStates), 'Where the payment stands.', 'funded', 'released'),
    funded: paymentDay('The day on which the amount was set aside.'),
    submitted: paymentDay('The day on which the work was handed in for payment.'),
    approved: paymentDay('The day on which payment was approved.'),
    invoiced: paymentDay('The day of the invoice.'),
    released: paymentDay('The day on which the amount was paid out.'),
    invoice: field(kind.text, 'The number or address of the invoice.', 'RE-2026-014'),
    reviewDays: paymentDays('Calendar days the client has to review what was handed in. 14 where absent.', '14'),
    holdDays: paymentDays('Calendar days between approval and payment. 5 where absent.', '5'),
  },
);

export const changeShape = shape('change', 'Why an agreed field moved.', {
  on: field(kind.aDay, 'The day of the change.', '2026-11-12'),
  field: required(field(kind.text, 'The field that changed.', 'due')),
  from: field(kind.text, 'Its value before.', '2026-12-04'),
  to: field(kind.text, 'Its value since.', '2026-12-11'),
  reason: field(kind.text, 'Why it changed.', 'Texts came a week late'),
});

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
