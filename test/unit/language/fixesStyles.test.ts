// Fixes of values in the styles a plan may be written in: lines and braces, quotation marks, comments, line ends.
import { table } from './fixesCases';

const rest =
  '    title: A\n    start: 2026-11-02\n    description: D\n    owner: me\n    acceptanceCriteria: [1 page]\n';
const head = 'people: { me: {}, ana: { name: Ana, role: client } }\nmilestones:\n';
const one = (fields: string) => `${head}  - id: a\n${rest}${fields}`;

table('what was meant', [
  {
    code: 'date.invalid',
    title: 'Write 2026-11-30',
    before: one('    due:   "2026-11-31"   # as agreed\n'),
    after: one('    due:   "2026-11-30"   # as agreed\n'),
  },
  {
    code: 'date.invalid',
    title: 'Write 2026-12-04',
    before: one('    due: 4. Dez. 2026\n').replaceAll('\n', '\r\n'),
    after: one('    due: 2026-12-04\n').replaceAll('\n', '\r\n'),
  },
  {
    code: 'boolean.invalid',
    title: 'Write true',
    before: one('    tasks: [{title: T, done: yes}] # t\n'),
    after: one('    tasks: [{title: T, done: true}] # t\n'),
  },
  {
    code: 'status.invalid',
    title: 'Write on-hold',
    before: one("    status: 'on-hols'\n"),
    after: one("    status: 'on-hold'\n"),
  },
  {
    code: 'currency.invalid',
    title: 'Write EUR',
    before: `currency: eur # c\n${one('')}`,
    after: `currency: EUR # c\n${one('')}`,
  },
  {
    code: 'unknown.key',
    title: 'Write due',
    before: one('    deu: 2026-12-04\n'),
    after: one('    due: 2026-12-04\n'),
  },
  {
    code: 'unknown.key',
    title: 'Keep it as x-colour',
    before: one('    colour: red\n'),
    after: one('    x-colour: red\n'),
  },
  {
    code: 'dependency.unknown',
    title: 'Write a',
    before: one(
      `  - { id: b, title: B, description: D, owner: me, acceptanceCriteria: [1], dependsOn: [{ id: "A", lag: 1d }] }\n`,
    ),
    after: one(
      `  - { id: b, title: B, description: D, owner: me, acceptanceCriteria: [1], dependsOn: [{ id: "a", lag: 1d }] }\n`,
    ),
  },
]);

table('ids', [
  {
    code: 'id.missing',
    title: 'Write the id site-live',
    before: 'milestones:\n  # first\n  - title: Site live # t\n    due: 2026-12-04\n',
    after: 'milestones:\n  # first\n  - id: site-live\n    title: Site live # t\n    due: 2026-12-04\n',
  },
  {
    code: 'id.missing',
    title: 'Write the id site-live',
    before: 'milestones:\r\n-   title: Site live\r\n',
    after: 'milestones:\r\n-   id: site-live\r\n    title: Site live\r\n',
  },
  {
    code: 'id.missing',
    title: 'Write the id site-live',
    before: 'milestones: [{title: Site live}] # c',
    after: 'milestones: [{id: site-live, title: Site live}] # c',
  },
  {
    code: 'id.missing',
    title: 'Write the id größe',
    before: 'milestones:\n  -\n    title: Größe\n',
    after: 'milestones:\n  -\n    id: "größe"\n    title: Größe\n',
  },
  {
    code: 'id.duplicate',
    title: 'Write design-2',
    before: 'milestones:\n  - { id: design, title: A }\n  - { id: "design", title: B }\n',
    after: 'milestones:\n  - { id: design, title: A }\n  - { id: "design-2", title: B }\n',
  },
  {
    code: 'id.duplicate',
    title: 'Write the id a-2',
    before: 'milestones:\n  - title: A\n  - title: A\n',
    after: 'milestones:\n  - title: A\n  - id: a-2\n    title: A\n',
  },
  {
    code: 'id.invalid',
    title: 'Write the id M-1',
    before: 'milestones:\n  - id: M 1\n    title: A\n  - id: b\n    title: B\n    dependsOn: ["M 1"]\n',
    after: 'milestones:\n  - id: M-1\n    title: A\n  - id: b\n    title: B\n    dependsOn: ["M-1"]\n',
  },
  {
    code: 'id.invalid',
    title: 'Write the id design',
    before: 'milestones:\n  - id: "!"\n    title: Design\n',
    after: 'milestones:\n  - id: "design"\n    title: Design\n',
  },
  {
    code: 'id.lookalike',
    title: 'Write the id cаfe-2',
    before: 'milestones:\n  - { id: cafe, title: A }\n  - { id: cаfe, title: B }\n',
    after: 'milestones:\n  - { id: cafe, title: A }\n  - { id: "cаfe-2", title: B }\n',
  },
]);

table('people', [
  {
    code: 'owner.unknown',
    title: 'Add bob to the people',
    before: 'people:\n  me:  { name: Kim } # k\n\nmilestones:\n  - { id: a, title: A, owner: bob }\n',
    after:
      'people:\n  me:  { name: Kim } # k\n  bob: { name: Bob }\n\nmilestones:\n  - { id: a, title: A, owner: bob }\n',
  },
  {
    code: 'owner.unknown',
    title: 'Add Bob Lee to the people',
    before: 'people: {me: {}}\nmilestones:\n  - { id: a, title: A, owner: "Bob Lee" }\n',
    after: 'people: {me: {}, Bob Lee: { name: Bob Lee }}\nmilestones:\n  - { id: a, title: A, owner: "Bob Lee" }\n',
  },
  {
    code: 'owner.unknown',
    title: 'Add bob to the people',
    before: '# plan\nproject: P # p\nmilestones:\n  - { id: a, title: A, owner: bob }\n',
    after: '# plan\nproject: P # p\npeople:\n  bob: { name: Bob }\nmilestones:\n  - { id: a, title: A, owner: bob }\n',
  },
  {
    code: 'quality.noOwner',
    title: 'Make Ana the owner',
    before: `${head}  - id: a\n    title: A\n    due: 2026-12-04 # d\n    tags: [x]\n`,
    after: `${head}  - id: a\n    title: A\n    due: 2026-12-04 # d\n    owner: ana\n    tags: [x]\n`,
  },
  {
    code: 'quality.noOwner',
    title: 'Make me the owner and add me to the people',
    before: 'milestones:\n  - id: a\n    title: A\n',
    after: 'people:\n  me: {}\nmilestones:\n  - id: a\n    title: A\n    owner: me\n',
  },
  {
    code: 'quality.noApprover',
    title: 'Add the client to the people',
    before: 'client: "Acme: GmbH"\nmilestones:\n  - { id: a, title: A }\n',
    after:
      'client: "Acme: GmbH"\npeople:\n  client: { name: "Acme: GmbH", role: client }\nmilestones:\n  - { id: a, title: A }\n',
  },
  {
    code: 'quality.noApprover',
    title: 'Make Bo the client',
    before: 'client: Acme\npeople:\n  bo:\n    name: Bo # b\nmilestones:\n  - { id: a, title: A }\n',
    after: 'client: Acme\npeople:\n  bo:\n    name: Bo # b\n    role: client\nmilestones:\n  - { id: a, title: A }\n',
  },
]);

table('how far it is', [
  {
    code: 'status.contradiction',
    title: 'Write done',
    before: one('    status: "planned" # s\n    completed: 2026-11-20\n').replace(
      '[1 page]',
      '[{ text: 1 page, done: true }]',
    ),
    after: one('    status: "done" # s\n    completed: 2026-11-20\n').replace(
      '[1 page]',
      '[{ text: 1 page, done: true }]',
    ),
  },
  {
    code: 'status.contradiction',
    title: 'Delete the day of completion',
    before: one('    status: submitted\n    completed: 2026-11-20 # c\n'),
    after: one('    status: submitted\n'),
  },
  {
    code: 'status.contradiction',
    title: 'Delete the status, which follows from the rest',
    before: 'milestones:\n  - { id: a, title: A, status: planned, started: 2026-11-02 }\n',
    after: 'milestones:\n  - { id: a, title: A, started: 2026-11-02 }\n',
  },
  {
    code: 'status.contradiction',
    title: 'Mark all acceptance criteria as met',
    before:
      'milestones:\n  - id: a\n    title: A\n    status: done\n    acceptanceCriteria:\n      - One # 1\n      - { text: Two }\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    status: done\n    acceptanceCriteria:\n      - { text: One, done: true } # 1\n      - { text: Two, done: true }\n',
  },
  {
    code: 'status.contradiction',
    title: 'Set the status to submitted, waiting for the client',
    before: one('    status: done\n    completed: 2026-11-20\n'),
    after: one('    status: submitted\n'),
  },
  {
    code: 'progress.derived',
    title: 'Delete the progress, which is not used',
    before: one('    progress: 40 # p\n    tasks: [x]\n'),
    after: one('    tasks: [x]\n'),
  },
  {
    code: 'progress.derived',
    title: 'Delete the progress, which is not used',
    before: 'milestones: [{ id: a, title: A, progress: "40%", tasks: [x] }]\n',
    after: 'milestones: [{ id: a, title: A, tasks: [x] }]\n',
  },
  {
    code: 'completed.future',
    title: 'Write today, Nov 23, 2026',
    before: 'milestones:\n  - { id: a, title: A, completed: "2027-01-01" }\n',
    after: 'milestones:\n  - { id: a, title: A, completed: "2026-11-23" }\n',
  },
  {
    code: 'completed.future',
    title: 'Write today, Nov 23, 2026',
    before: one('    tasks:\n      - title: T\n        done: true\n        completed: 2027-01-01 # c\n'),
    after: one('    tasks:\n      - title: T\n        done: true\n        completed: 2026-11-23 # c\n'),
  },
]);

table('days', [
  {
    code: 'dates.order',
    title: 'Swap the two days',
    before: `${head}  - { id: a, title: A, start: 2026-12-04, due: "2026-11-24" }\n`,
    after: `${head}  - { id: a, title: A, start: "2026-11-24", due: 2026-12-04 }\n`,
  },
  {
    code: 'dates.order',
    title: 'Swap the two days',
    before: 'start: 2027-01-29 # s\ndeadline: 2026-11-02\nmilestones: []\n',
    after: 'start: 2026-11-02 # s\ndeadline: 2027-01-29\nmilestones: []\n',
  },
  {
    code: 'milestone.dueAfterParent',
    title: 'Move it to Dec 4, 2026',
    before:
      'milestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n    milestones:\n      - {id: b, title: B, due: 2026-12-11} # b\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n    milestones:\n      - {id: b, title: B, due: 2026-12-04} # b\n',
  },
  {
    code: 'milestone.dueAfterParent',
    title: 'Move “A”, which it belongs to, to Dec 11, 2026',
    before:
      'milestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n    milestones:\n      - {id: b, title: B, due: 2026-12-11} # b\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    due: 2026-12-11\n    milestones:\n      - {id: b, title: B, due: 2026-12-11} # b\n',
  },
  {
    code: 'milestone.dueBeforePredecessor',
    title: 'Move it to Dec 11, 2026',
    before: 'milestones:\n  - { id: a, title: A, due: 2026-12-04, dependsOn: [shop/b] }\n',
    after: 'milestones:\n  - { id: a, title: A, due: 2026-12-11, dependsOn: [shop/b] }\n',
    others: { 'shop.milestones.yaml': 'milestones:\n  - { id: b, title: B, due: 2026-12-11 }\n' },
  },
  {
    code: 'quality.dayOff',
    title: 'Move it to Dec 7, 2026',
    before: one("    due: '2026-12-05' # a Saturday\n"),
    after: one("    due: '2026-12-07' # a Saturday\n"),
  },
  {
    code: 'quality.dayOff',
    title: 'Move it to Dec 4, 2026',
    before: one('    due: 2026-12-05\n'),
    after: one('    due: 2026-12-04\n'),
  },
]);
