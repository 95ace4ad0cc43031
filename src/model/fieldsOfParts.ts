// The fields of everything inside a milestone or beside the milestones, such as a task, a risk or a person. Part of the table of fields.
import * as kind from './kinds';
import { field, group, list, otherwise, required, shape } from './kinds';
import { decisions, dependencyTypes, paymentStates, riskStatuses, weekdays } from './plan';

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

export const texts = (doc: string, example: string) => otherwise([], field(list(kind.text), doc, example));

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
