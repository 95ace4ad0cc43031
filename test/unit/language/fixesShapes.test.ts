// Fixes of dependencies, of what a good plan lacks, of fields and signs, and of what is no YAML, in the styles a plan may be written in.
import { table } from './fixesCases';

const rest =
  '    title: A\n    start: 2026-11-02\n    description: D\n    owner: me\n    acceptanceCriteria: [1 page]\n';
const head = 'people: { me: {}, ana: { name: Ana, role: client } }\nmilestones:\n';
const one = (fields: string) => `${head}  - id: a\n${rest}${fields}`;

const two = (dependsOn: string) =>
  `milestones:\n  - id: a\n    title: A\n    dependsOn: [b]\n  - id: b\n    title: B\n${dependsOn}    owner: me\n`;

table('dependencies', [
  {
    code: 'dependency.cycle',
    title: 'Do not wait for a',
    before: two('    dependsOn: [a] # why\n'),
    after: two(''),
  },
  {
    code: 'dependency.cycle',
    title: 'Do not wait for a',
    before: two('    dependsOn: [b.1, {id: a, lag: 2d}, b.2]\n').concat(
      '  - { id: b.1, title: C }\n  - { id: b.2, title: C }\n',
    ),
    after: two('    dependsOn: [b.1, b.2]\n').concat('  - { id: b.1, title: C }\n  - { id: b.2, title: C }\n'),
  },
  {
    code: 'dependency.cycle',
    title: 'Do not wait for a',
    before: two('    dependsOn:\n      - c # c\n      # about a\n      - a # a\n').concat('  - { id: c, title: C }\n'),
    after: two('    dependsOn:\n      - c # c\n      # about a\n').concat('  - { id: c, title: C }\n'),
  },
  {
    code: 'dependency.cycle',
    title: 'Do not wait for a',
    before: two('    dependsOn:\n      - id: a\n        type: SS\n      - c\n').concat('  - { id: c, title: C }\n'),
    after: two('    dependsOn:\n      - c\n').concat('  - { id: c, title: C }\n'),
  },
  {
    code: 'dependency.cycle',
    title: 'Do not wait for a',
    before: two('    dependsOn:\n      # about a\n      - a\n'),
    after: two('      # about a\n'),
  },
  {
    code: 'dependency.family',
    title: 'Do not wait for a',
    before:
      'milestones:\r\n  - id: a\r\n    title: A\r\n    milestones:\r\n      - id: b\r\n        title: B\r\n        dependsOn:\r\n          - a\r\n',
    after: 'milestones:\r\n  - id: a\r\n    title: A\r\n    milestones:\r\n      - id: b\r\n        title: B\r\n',
  },
  {
    code: 'dependency.unknown',
    title: 'Remove xyz',
    before: two('    dependsOn: [\n      xyz, # x\n      c,\n    ]\n')
      .concat('  - { id: c, title: C }\n')
      .replace('[b]', '[]'),
    after: two('    dependsOn: [\n      c,\n    ]\n').concat('  - { id: c, title: C }\n').replace('[b]', '[]'),
  },
]);

table('quality', [
  {
    code: 'quality.noCriteria',
    title: 'Add acceptance criteria',
    before: `${head}  - id: a\n    title: A # a\n    tasks:\n      - T\n`,
    after: `${head}  - id: a\n    title: A # a\n    acceptanceCriteria:\n      - "Shown to Ana and accepted in writing, with 0 open points"\n    tasks:\n      - T\n`,
  },
  {
    code: 'quality.noCriteria',
    title: 'Add acceptance criteria',
    before: `${head}- {id: a, title: A, deliverables: [Logo]}\n`,
    after: `${head}- {id: a, title: A, acceptanceCriteria: [Logo handed over and opened on 1 other computer, "Shown to Ana and accepted in writing, with 0 open points"], deliverables: [Logo]}\n`,
  },
  {
    code: 'quality.noCriteria',
    title: 'Add acceptance criteria, from which the progress follows',
    before: `${head}  - id: a\n    title: A\n    progress: 40\n`,
    after: `${head}  - id: a\n    title: A\n    acceptanceCriteria:\n      - "Shown to Ana and accepted in writing, with 0 open points"\n`,
  },
  {
    code: 'quality.amountWithoutCriteria',
    title: 'Add acceptance criteria',
    before: `${head}  - id: a\n    title: A\n    amount: 400\n`,
    after: `${head}  - id: a\n    title: A\n    acceptanceCriteria:\n      - "Shown to Ana and accepted in writing, with 0 open points"\n    amount: 400\n`,
  },
  {
    code: 'quality.vagueCriterion',
    title: 'Add who checks it',
    before: one('').replace('[1 page]', "['Looks good']"),
    after: one('').replace('[1 page]', '["Looks good, checked by Ana with 0 open points"]'),
  },
  {
    code: 'quality.noDescription',
    title: 'Add a description to be filled in',
    before: `${head}  - id: a\n    title: Site "live"\n    due: 2026-12-04\n`,
    after: `${head}  - id: a\n    title: Site "live"\n    description: "What “Site \\"live\\"” brings, for whom, and what does not belong to it."\n    due: 2026-12-04\n`,
  },
  {
    code: 'quality.noStart',
    title: 'Begin after First: one',
    before: `${head}  - id: a\n    title: "First: one"\n    start: 2026-11-02\n    due: 2026-11-27\n  - id: b\n    title: B\n    due: 2026-12-04\n`,
    after: `${head}  - id: a\n    title: "First: one"\n    start: 2026-11-02\n    due: 2026-11-27\n  - id: b\n    title: B\n    due: 2026-12-04\n    dependsOn: [a]\n`,
  },
  {
    code: 'quality.noStart',
    title: 'Begin on Nov 23, 2026',
    before: `${head}  - id: b\n    title: B\n    due: 2026-12-04\n`,
    after: `${head}  - id: b\n    title: B\n    start: 2026-11-23\n    due: 2026-12-04\n`,
  },
]);

table('fields', [
  {
    code: 'key.duplicate',
    title: 'Delete the earlier due',
    before: 'milestones:\n  - id: a\n    due: 2026-12-04 # old\n    title: A\n    due: 2026-12-11 # new\n',
    after: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-11 # new\n',
  },
  {
    code: 'milestone.type',
    title: 'Make this the title of a milestone',
    before: 'milestones:\n  - Design approved # d\n',
    after: 'milestones:\n  - id: design-approved\n    title: Design approved # d\n',
  },
  {
    code: 'milestone.type',
    title: 'Make this the title of a milestone',
    before: 'milestones: ["Design: approved"]\n',
    after: 'milestones: [{ id: design-approved, title: "Design: approved" }]\n',
  },
  {
    code: 'title.missing',
    title: 'Write the title Site live',
    before: 'milestones:\n  - id: site-live\n    due: 2026-12-04\n',
    after: 'milestones:\n  - id: site-live\n    title: Site live\n    due: 2026-12-04\n',
  },
]);

table('words and signs', [
  {
    code: 'yaml.tag',
    title: 'Put it in quotation marks',
    before: one('    notes: !important # n\n'),
    after: one('    notes: "!important" # n\n'),
  },
  {
    code: 'alias.unknown',
    title: 'Put it in quotation marks',
    before: 'milestones:\n  - { id: a, title: A, notes: *nope }\n',
    after: 'milestones:\n  - { id: a, title: A, notes: "*nope" }\n',
  },
  {
    code: 'text.invalid',
    title: 'Put it in quotation marks',
    before: 'milestones:\n  - id: a\n    title: [Draft] # t\n',
    after: 'milestones:\n  - id: a\n    title: "[Draft]" # t\n',
  },
  {
    code: 'text.invisible',
    title: 'Remove the characters that cannot be seen',
    before: 'milestones:\n  - id: a\n    title: De\u200bsign\n',
    after: 'milestones:\n  - id: a\n    title: Design\n',
  },
  {
    code: 'file.lineEnds',
    title: 'End every line with LF',
    before: 'project: P\r\nclient: C\nmilestones: []\n',
    after: 'project: P\nclient: C\nmilestones: []\n',
  },
  {
    code: 'ignore.unknown',
    title: 'Delete nope, which silences nothing',
    before: 'project: P # milestones-ignore: nope, unknown.key\nmilestones: []\n',
    after: 'project: P # milestones-ignore: unknown.key\nmilestones: []\n',
  },
  {
    code: 'ignore.unknown',
    title: 'Delete nope, which silences nothing',
    before: '# milestones-ignore: nope\nproject: P\nmilestones: []\n',
    after: 'project: P\nmilestones: []\n',
  },
  {
    code: 'ignore.unknown',
    title: 'Delete nope, which silences nothing',
    before: 'project: P # milestones-ignore: nope\nmilestones: []\n',
    after: 'project: P\nmilestones: []\n',
  },
]);

table('what is no YAML', [
  {
    code: 'yaml.syntax',
    title: 'Put it in quotation marks',
    before: 'milestones:\n  - id: a\n    title: Phase 2: "Launch" # t\n',
    after: 'milestones:\n  - id: a\n    title: "Phase 2: \\"Launch\\"" # t\n',
  },
  {
    code: 'yaml.syntax',
    title: 'Put it in quotation marks',
    before: 'milestones:\n  - id: a\n    title: @home\n',
    after: 'milestones:\n  - id: a\n    title: "@home"\n',
  },
  {
    code: 'yaml.syntax',
    title: 'Put the whole value in quotation marks',
    before: 'milestones:\n  - id: a\n    title: "Launch" of the site\n',
    after: 'milestones:\n  - id: a\n    title: "\\"Launch\\" of the site"\n',
  },
  {
    code: 'yaml.syntax',
    title: 'Close the quotation mark',
    before: 'milestones:\n  - id: a\n    title: "Launch # t\n    due: 2026-12-04\n',
    after: 'milestones:\n  - id: a\n    title: "Launch" # t\n    due: 2026-12-04\n',
  },
  {
    code: 'yaml.syntax',
    title: 'Indent with spaces',
    before: 'milestones:\n  - id: a\n\ttitle: A\n',
    after: 'milestones:\n  - id: a\n    title: A\n',
  },
  {
    code: 'yaml.syntax',
    title: 'Indent with spaces',
    before: 'milestones:\n  - id: a\n    title: A\n    people:\n\t\tme: {}\n',
    after: 'milestones:\n  - id: a\n    title: A\n    people:\n        me: {}\n',
  },
  {
    code: 'yaml.syntax',
    title: 'Put a space behind the colon',
    before: 'milestones:\n  - id: a\n    title:Phase\n    due: 2026-12-01\n',
    after: 'milestones:\n  - id: a\n    title: Phase\n    due: 2026-12-01\n',
  },
  {
    code: 'yaml.syntax',
    title: 'Put a space behind the dash',
    before: 'milestones:\n  - id: a\n    title: A\n  -id: b\n    title: B\n',
    after: 'milestones:\n  - id: a\n    title: A\n  - id: b\n    title: B\n',
  },
  {
    code: 'yaml.syntax',
    title: 'Put a colon behind the name',
    before: 'milestones:\n  - id: a\n    title: A\n    due 2026-12-01\n',
    after: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-01\n',
  },
  {
    code: 'yaml.syntax',
    title: 'Close the bracket',
    before: 'milestones:\n  - { id: a, title: A # c\n  - { id: b, title: B }\n',
    after: 'milestones:\n  - { id: a, title: A } # c\n  - { id: b, title: B }\n',
  },
]);

table('silencing', [
  {
    code: 'id.missing',
    title: 'Ignore id.missing here',
    before: 'milestones:\r\n  - title: A\r\n',
    after: 'milestones:\r\n  # milestones-ignore: id.missing\r\n  - title: A\r\n',
  },
  {
    code: 'quality.noOwner',
    title: 'Ignore quality.noOwner here',
    before: 'milestones:\n  # milestones-ignore: id.missing\n  - title: A\n',
    after: 'milestones:\n  # milestones-ignore: id.missing, quality.noOwner\n  - title: A\n',
  },
  {
    code: 'version.unsupported',
    title: 'Ignore version.unsupported here',
    before: '\ufeffversion: 2\nmilestones: []\n',
    after: '\ufeff# milestones-ignore: version.unsupported\nversion: 2\nmilestones: []\n',
  },
]);
