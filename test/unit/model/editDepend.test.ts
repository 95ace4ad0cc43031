// Making a milestone wait for another one: where the entry goes in every way of writing, what is written with it, and what is refused.
import { expect, it } from 'vitest';
import { planEdit } from '../../../src/model/edit';
import { intend } from '../../../src/model/intend';
import { readPlanFile } from '../../../src/model/read';
import { type Case, table, yaml } from './editCases';

const wait = { kind: 'addDependency', id: 'live', on: 'design' } as const;
const design = '  - { id: design, title: Design }\n';

/** The lines of the milestone that is to wait, behind one that comes first. */
function lines(before: string, after: string): Pick<Case, 'change' | 'before' | 'after'> {
  const text = (own: string) => `milestones:\n${design}${own}`;
  return {
    change: wait,
    before: text(before),
    after: after.startsWith('refused: ') ? after : text(after),
  };
}

function file(before: string, after: string, change: Case['change'] = wait): Pick<Case, 'change' | 'before' | 'after'> {
  return { change, before, after };
}

table('no dependsOn yet', [
  {
    name: 'behind the title',
    ...lines('  - id: live\n    title: Live\n', '  - id: live\n    title: Live\n    dependsOn: [design]\n'),
  },
  {
    name: 'behind the dates and the status, before the effort',
    ...lines(
      '  - id: live\n    title: Live\n    due: 2027-01-15\n    status: planned\n    effort: 3d\n',
      '  - id: live\n    title: Live\n    due: 2027-01-15\n    status: planned\n    dependsOn: [design]\n    effort: 3d\n',
    ),
  },
  {
    name: 'behind a comment beside the last date',
    ...lines(
      '  - id: live\n    title: Live\n    due: 2027-01-15 # agreed\n    owner: me\n',
      '  - id: live\n    title: Live\n    due: 2027-01-15 # agreed\n    dependsOn: [design]\n    owner: me\n',
    ),
  },
  {
    name: 'with a comment line below the title',
    ...lines(
      '  - id: live\n    title: Live\n    # the rest\n    owner: me\n',
      '  - id: live\n    title: Live\n    dependsOn: [design]\n    # the rest\n    owner: me\n',
    ),
  },
  {
    name: 'in braces',
    ...lines('  - { id: live, title: Live }\n', '  - { id: live, title: Live, dependsOn: [design] }\n'),
  },
  {
    name: 'in tight braces, in front of the effort',
    ...lines(
      '  - {id: live, title: Live, effort: 3d}\n',
      '  - {id: live, title: Live, dependsOn: [design], effort: 3d}\n',
    ),
  },
  {
    name: 'in braces over lines',
    ...lines(
      '  - {\n      id: live,\n      title: Live,\n      owner: me,\n    }\n',
      '  - {\n      id: live,\n      title: Live,\n      dependsOn: [design],\n      owner: me,\n    }\n',
    ),
  },
  {
    name: 'behind a title of several lines',
    ...lines(
      '  - id: live\n    title: >-\n      Site\n      live\n    owner: me\n',
      '  - id: live\n    title: >-\n      Site\n      live\n    dependsOn: [design]\n    owner: me\n',
    ),
  },
  {
    name: 'without a last line end',
    ...lines('  - id: live\n    title: Live', '  - id: live\n    title: Live\n    dependsOn: [design]'),
  },
  {
    name: 'with a list inside',
    ...lines(
      '  - id: live\n    title: Live\n    milestones:\n      - title: Inner\n',
      '  - id: live\n    title: Live\n    dependsOn: [design]\n    milestones:\n      - title: Inner\n',
    ),
  },
  {
    name: 'in a list that is not indented',
    ...file(
      'milestones:\n- id: design\n  title: Design\n- id: live\n  title: Live\n',
      'milestones:\n- id: design\n  title: Design\n- id: live\n  title: Live\n  dependsOn: [design]\n',
    ),
  },
  {
    name: 'with all in brackets',
    ...file(
      'milestones: [{ id: design, title: Design }, { id: live, title: Live }]\n',
      'milestones: [{ id: design, title: Design }, { id: live, title: Live, dependsOn: [design] }]\n',
    ),
  },
  {
    name: 'with wide dashes',
    ...file(
      'milestones:\n  -   id: design\n      title: Design\n  -   id: live\n      title: Live\n',
      'milestones:\n  -   id: design\n      title: Design\n  -   id: live\n      title: Live\n      dependsOn: [design]\n',
    ),
  },
  {
    name: 'of a milestone further down',
    ...file(
      'milestones:\n  - id: live\n    title: Live\n  - id: design\n    title: Design\n',
      'milestones:\n  - id: live\n    title: Live\n    dependsOn: [design]\n  - id: design\n    title: Design\n',
    ),
  },
  {
    name: 'with quoted keys',
    ...lines('  - "id": live\n    "title": "Live"\n', '  - "id": live\n    "title": "Live"\n    dependsOn: [design]\n'),
  },
]);

table('an empty value', [
  {
    name: 'nothing behind the colon',
    ...lines(
      '  - id: live\n    title: Live\n    dependsOn:\n    owner: me\n',
      '  - id: live\n    title: Live\n    dependsOn: [design]\n    owner: me\n',
    ),
  },
  {
    name: 'a comment behind the colon',
    ...lines(
      '  - id: live\n    title: Live\n    dependsOn: # nothing yet\n',
      '  - id: live\n    title: Live\n    dependsOn: [design] # nothing yet\n',
    ),
  },
  {
    name: 'null',
    ...lines(
      '  - id: live\n    title: Live\n    dependsOn: null\n',
      '  - id: live\n    title: Live\n    dependsOn: [design]\n',
    ),
  },
  {
    name: 'a tilde',
    ...lines(
      '  - id: live\n    title: Live\n    dependsOn: ~ # none\n',
      '  - id: live\n    title: Live\n    dependsOn: [design] # none\n',
    ),
  },
  {
    name: 'an empty list',
    ...lines(
      '  - id: live\n    title: Live\n    dependsOn: []\n',
      '  - id: live\n    title: Live\n    dependsOn: [design]\n',
    ),
  },
  {
    name: 'an empty list with a blank',
    ...lines(
      '  - id: live\n    title: Live\n    dependsOn: [ ] # none\n',
      '  - id: live\n    title: Live\n    dependsOn: [design] # none\n',
    ),
  },
  {
    name: 'an empty list over lines',
    ...lines(
      '  - id: live\n    title: Live\n    dependsOn: [\n      # none yet\n    ]\n',
      '  - id: live\n    title: Live\n    dependsOn: [design\n      # none yet\n    ]\n',
    ),
  },
  {
    name: 'in braces',
    ...lines('  - { id: live, title: Live, dependsOn: }\n', '  - { id: live, title: Live, dependsOn: [design] }\n'),
  },
  {
    name: 'a key without a colon in braces',
    ...lines('  - { id: live, title: Live, dependsOn }\n', '  - { id: live, title: Live, dependsOn: [design] }\n'),
  },
]);

const other = '  - { id: texts, title: Texts }\n';

table('a list with entries', [
  {
    name: 'in brackets',
    ...lines(
      `${other}  - id: live\n    title: Live\n    dependsOn: [texts]\n`,
      `${other}  - id: live\n    title: Live\n    dependsOn: [texts, design]\n`,
    ),
  },
  {
    name: 'in brackets with blanks inside',
    ...lines(
      `${other}  - id: live\n    title: Live\n    dependsOn: [ texts ]\n`,
      `${other}  - id: live\n    title: Live\n    dependsOn: [ texts, design ]\n`,
    ),
  },
  {
    name: 'in brackets with a last comma',
    ...lines(
      `${other}  - id: live\n    title: Live\n    dependsOn: [texts,]\n`,
      `${other}  - id: live\n    title: Live\n    dependsOn: [texts, design,]\n`,
    ),
  },
  {
    name: 'in brackets over lines',
    ...lines(
      `${other}  - id: live\n    title: Live\n    dependsOn: [\n      texts, # soon\n    ]\n`,
      `${other}  - id: live\n    title: Live\n    dependsOn: [\n      texts, # soon\n      design,\n    ]\n`,
    ),
  },
  {
    name: 'in brackets over lines without a last comma',
    ...lines(
      `${other}  - id: live\n    title: Live\n    dependsOn: [\n      texts # soon\n    ]\n`,
      `${other}  - id: live\n    title: Live\n    dependsOn: [\n      texts, # soon\n      design\n    ]\n`,
    ),
  },
  {
    name: 'a group in brackets',
    ...lines(
      `${other}  - id: live\n    title: Live\n    dependsOn: [{ id: texts, type: SS, lag: 2d }]\n`,
      `${other}  - id: live\n    title: Live\n    dependsOn: [{ id: texts, type: SS, lag: 2d }, design]\n`,
    ),
  },
  {
    name: 'a pair without braces in brackets',
    ...lines(
      `${other}  - id: live\n    title: Live\n    dependsOn: [id: texts]\n`,
      `${other}  - id: live\n    title: Live\n    dependsOn: [id: texts, design]\n`,
    ),
  },
  {
    name: 'on lines',
    ...lines(
      `${other}  - id: live\n    title: Live\n    dependsOn:\n      - texts\n    owner: me\n`,
      `${other}  - id: live\n    title: Live\n    dependsOn:\n      - texts\n      - design\n    owner: me\n`,
    ),
  },
  {
    name: 'on lines that are not indented',
    ...lines(
      `${other}  - id: live\n    title: Live\n    dependsOn:\n    - texts\n    owner: me\n`,
      `${other}  - id: live\n    title: Live\n    dependsOn:\n    - texts\n    - design\n    owner: me\n`,
    ),
  },
  {
    name: 'on lines with wide dashes',
    ...lines(
      `${other}  - id: live\n    title: Live\n    dependsOn:\n      -   texts\n`,
      `${other}  - id: live\n    title: Live\n    dependsOn:\n      -   texts\n      -   design\n`,
    ),
  },
  {
    name: 'on lines with comments',
    ...lines(
      `${other}  - id: live\n    title: Live\n    dependsOn: # before\n      - texts # soon\n        # about texts\n      # about the list\n    owner: me\n`,
      `${other}  - id: live\n    title: Live\n    dependsOn: # before\n      - texts # soon\n        # about texts\n      - design\n      # about the list\n    owner: me\n`,
    ),
  },
  {
    name: 'on lines with an empty line between',
    ...lines(
      `${other}  - id: copy\n    title: Copy\n  - id: live\n    title: Live\n    dependsOn:\n      - texts\n\n      - copy\n\n    owner: me\n`,
      `${other}  - id: copy\n    title: Copy\n  - id: live\n    title: Live\n    dependsOn:\n      - texts\n\n      - copy\n\n      - design\n\n    owner: me\n`,
    ),
  },
  {
    name: 'groups on lines',
    ...lines(
      `${other}  - id: live\n    title: Live\n    dependsOn:\n      - id: texts\n        type: FS\n        lag: 2d\n    owner: me\n`,
      `${other}  - id: live\n    title: Live\n    dependsOn:\n      - id: texts\n        type: FS\n        lag: 2d\n      - design\n    owner: me\n`,
    ),
  },
  {
    name: 'groups in braces on lines',
    ...lines(
      `${other}  - id: live\n    title: Live\n    dependsOn:\n      - { id: texts, lag: 2d } # two days\n`,
      `${other}  - id: live\n    title: Live\n    dependsOn:\n      - { id: texts, lag: 2d } # two days\n      - design\n`,
    ),
  },
  {
    name: 'on lines without a last line end',
    ...lines(
      `${other}  - id: live\n    title: Live\n    dependsOn:\n      - texts`,
      `${other}  - id: live\n    title: Live\n    dependsOn:\n      - texts\n      - design`,
    ),
  },
  {
    name: 'an entry that cannot be read stays',
    ...lines(
      `${other}  - id: live\n    title: Live\n    dependsOn: [texts, [nested]]\n`,
      `${other}  - id: live\n    title: Live\n    dependsOn: [texts, [nested], design]\n`,
    ),
  },
  {
    name: 'an unknown entry stays',
    ...lines(
      '  - id: live\n    title: Live\n    dependsOn: [nobody]\n',
      '  - id: live\n    title: Live\n    dependsOn: [nobody, design]\n',
    ),
  },
  {
    name: 'an anchor that nothing repeats is no matter',
    ...lines(
      `${other}  - id: live\n    title: Live\n    dependsOn: [&first texts]\n`,
      `${other}  - id: live\n    title: Live\n    dependsOn: [&first texts, design]\n`,
    ),
  },
]);

table('what is named', [
  {
    name: 'an id of the title is written down',
    ...file(
      'milestones:\n  - title: Design approved\n    due: 2026-12-04\n  - title: Live\n',
      'milestones:\n  - id: design-approved\n    title: Design approved\n    due: 2026-12-04\n  - title: Live\n    dependsOn: [design-approved]\n',
      { ...wait, on: 'design-approved' },
    ),
  },
  {
    name: 'an id of the title is written down, in braces, behind the one that waits',
    ...file(
      'milestones:\n  - {title: Live}\n  - {title: Design approved}\n',
      'milestones:\n  - {title: Live, dependsOn: [design-approved]}\n  - {id: design-approved, title: Design approved}\n',
      { ...wait, on: 'design-approved' },
    ),
  },
  {
    name: 'an id that is a number is a text',
    ...file(
      'milestones:\n  - { id: 007, title: Design }\n  - { id: live, title: Live }\n',
      'milestones:\n  - { id: 007, title: Design }\n  - { id: live, title: Live, dependsOn: ["007"] }\n',
      { ...wait, on: '007' },
    ),
  },
  {
    name: 'with the name of this file',
    ...file(
      'milestones:\n  - { id: design, title: Design }\n  - { id: live, title: Live }\n',
      'milestones:\n  - { id: design, title: Design }\n  - { id: live, title: Live, dependsOn: [design] }\n',
      { ...wait, on: 'acme/design' },
    ),
  },
  {
    name: 'of another file',
    ...file(
      'milestones:\n  - { id: live, title: Live }\n',
      'milestones:\n  - { id: live, title: Live, dependsOn: [brand/logo] }\n',
      { ...wait, on: 'brand/logo' },
    ),
  },
  {
    name: 'of another file whose name needs quotation marks',
    ...file(
      'milestones:\n  - id: live\n    title: Live\n',
      'milestones:\n  - id: live\n    title: Live\n    dependsOn: ["marke, neu/logo"]\n',
      { ...wait, on: 'marke, neu/logo' },
    ),
  },
  {
    name: 'one inside another milestone',
    ...file(
      yaml`
        milestones:
          - title: Phase
            milestones:
              - title: Design
          - title: Live
      `,
      yaml`
        milestones:
          - title: Phase
            milestones:
              - id: design
                title: Design
          - title: Live
            dependsOn: [design]
      `,
    ),
  },
  {
    name: 'two after each other',
    ...file(
      'milestones:\n  - title: Design\n  - title: Texts\n  - title: Live\n',
      'milestones:\n  - id: design\n    title: Design\n  - id: texts\n    title: Texts\n  - title: Live\n    dependsOn: [design, texts]\n',
      [wait, { ...wait, on: 'texts' }],
    ),
  },
]);

const chain = yaml`
  milestones:
    - { id: design, title: Design, dependsOn: [texts] }
    - { id: texts, title: Texts, dependsOn: [{ id: acme/live, type: SS }] }
    - { id: live, title: Live }
`;

table('what is refused', [
  {
    name: 'itself',
    ...lines('  - { id: live, title: Live }\n', 'refused: dependency.self'),
    change: { ...wait, on: 'live' },
  },
  {
    name: 'there already',
    ...lines('  - { id: live, title: Live, dependsOn: [design] }\n', 'refused: dependency.already'),
  },
  {
    name: 'there already by another name and type',
    ...lines(
      '  - { id: live, title: Live, dependsOn: [{ id: acme/design, type: SS }] }\n',
      'refused: dependency.already',
    ),
  },
  {
    name: 'there already, of another file',
    ...file('milestones:\n  - { id: live, title: Live, dependsOn: [brand/logo] }\n', 'refused: dependency.already', {
      ...wait,
      on: 'brand/logo',
    }),
  },
  { name: 'a circle', ...file(chain, 'refused: dependency.circle') },
  {
    name: 'a circle through what lies inside',
    ...file(
      'milestones:\n  - id: design\n    title: Design\n    milestones:\n      - { id: inner, title: Inner, dependsOn: [live] }\n  - { id: live, title: Live }\n',
      'refused: dependency.circle',
    ),
  },
  {
    name: 'a circle through the milestone around',
    ...file(
      'milestones:\n  - { id: design, title: Design, dependsOn: [phase] }\n  - id: phase\n    title: Phase\n    milestones:\n      - { id: live, title: Live }\n',
      'refused: dependency.circle',
    ),
  },
  {
    name: 'what it is part of',
    ...file(
      'milestones:\n  - id: design\n    title: Design\n    milestones:\n      - { id: live, title: Live }\n',
      'refused: dependency.family',
    ),
  },
  {
    name: 'what is part of it',
    ...file(
      'milestones:\n  - id: live\n    title: Live\n    milestones:\n      - { id: design, title: Design }\n',
      'refused: dependency.family',
    ),
  },
  {
    name: 'an unknown milestone',
    ...file('milestones:\n  - { id: live, title: Live }\n', 'refused: milestone.unknown'),
  },
  {
    name: 'an id of two milestones',
    ...file(
      'milestones:\n  - { id: design, title: A }\n  - { id: design, title: B }\n  - { id: live, title: Live }\n',
      'refused: milestone.ambiguous',
    ),
  },
  {
    name: 'the second milestone of an id',
    ...file(
      'milestones:\n  - { id: design, title: A }\n  - { id: design, title: B }\n  - { id: live, title: Live }\n',
      'refused: milestone.ambiguous',
      { ...wait, on: 'design~2' },
    ),
  },
  {
    name: 'a text in place of the list',
    ...lines('  - { id: live, title: Live, dependsOn: texts }\n', 'refused: edit.unexpected'),
  },
  {
    name: 'a group in place of the list',
    ...lines('  - { id: live, title: Live, dependsOn: { id: texts } }\n', 'refused: edit.unexpected'),
  },
  {
    name: 'two lists',
    ...lines('  - id: live\n    title: Live\n    dependsOn: [a]\n    dependsOn: [b]\n', 'refused: edit.twice'),
  },
  {
    name: 'a list that aliases repeat',
    ...lines(
      `${other}  - { id: live, title: Live, dependsOn: &list [texts] }\n  - { id: end, title: End, dependsOn: *list }\n`,
      'refused: edit.shared',
    ),
  },
  {
    name: 'an alias in place of the list',
    ...lines(
      `${other}  - { id: end, title: End, dependsOn: &list [texts] }\n  - { id: live, title: Live, dependsOn: *list }\n`,
      'refused: edit.shared',
    ),
  },
  {
    name: 'a list of a merge key',
    ...file(
      'x-base: &base { dependsOn: [texts] }\nmilestones:\n  - { id: texts, title: T }\n  - { id: design, title: D }\n  - { <<: *base, id: live, title: Live }\n',
      'refused: edit.shared',
    ),
  },
  {
    name: 'a predecessor whose id cannot be written down, because aliases repeat it',
    ...file(
      'milestones:\n  - &first { title: Design }\n  - { id: live, title: Live }\nx-again: *first\n',
      'refused: edit.shared',
    ),
  },
]);

it('decides on values what it decides in a text', () => {
  const text = `milestones:\n  - title: Design\n${other}  - { id: live, title: Live, dependsOn: [texts] }\n`;
  const { plan } = readPlanFile(text, 'acme');
  const planned = planEdit(text, 'acme', [wait]);
  expect(plan && intend(plan, wait, 'acme')).toEqual('plan' in planned ? planned.plan : undefined);
});

it('follows a chain of any length', () => {
  const count = 3_000;
  const items = Array.from(
    { length: count },
    (_, at) => `  - { id: m${at}, title: M${at}${at > 0 ? `, dependsOn: [m${at - 1}]` : ''} }\n`,
  );
  const { plan } = readPlanFile(`milestones:\n${items.join('')}`, 'acme');
  const change = { kind: 'addDependency', id: 'm0', on: `m${count - 1}` } as const;
  expect(plan && intend(plan, change)).toMatchObject({ refused: 'dependency.circle' });
});
