// New milestones, in the style of the list they come to.
import { day } from '../../../src/base/day';
import type { Change } from '../../../src/model/change';
import { table, yaml } from './editCases';

const add = (more: { title?: string; due?: string; after?: string } = {}): Change => ({
  kind: 'addMilestone',
  title: more.title ?? 'Site live',
  ...(more.due === undefined ? {} : { due: day(more.due) }),
  ...(more.after === undefined ? {} : { after: more.after }),
});

table('a new milestone at the end', [
  {
    name: 'in block style',
    change: add({ due: '2027-01-15' }),
    before: 'project: P\nmilestones:\n  - title: Design\n    due: 2026-12-04\n',
    after:
      'project: P\nmilestones:\n  - title: Design\n    due: 2026-12-04\n  - title: Site live\n    due: 2027-01-15\n',
  },
  {
    name: 'without a date',
    change: add(),
    before: 'milestones:\n  - title: Design\n',
    after: 'milestones:\n  - title: Design\n  - title: Site live\n',
  },
  {
    name: 'in a text without a final line end',
    change: add(),
    before: 'milestones:\n  - title: Design',
    after: 'milestones:\n  - title: Design\n  - title: Site live',
  },
  {
    name: 'in a list that is not indented',
    change: add({ due: '2027-01-15' }),
    before: 'milestones:\n- title: Design\n',
    after: 'milestones:\n- title: Design\n- title: Site live\n  due: 2027-01-15\n',
  },
  {
    name: 'with a wide dash and an empty line in between',
    change: add({ due: '2027-01-15' }),
    before: 'milestones:\n\n    -   title: One\n\n    -   title: Two\n        owner: me\n',
    after:
      'milestones:\n\n    -   title: One\n\n    -   title: Two\n        owner: me\n\n    -   title: Site live\n        due: 2027-01-15\n',
  },
  {
    name: 'in braces, as the one before',
    change: add({ due: '2027-01-15' }),
    before: 'milestones:\n  - {title: One} # c\n',
    after: 'milestones:\n  - {title: One} # c\n  - {title: Site live, due: 2027-01-15}\n',
  },
  {
    name: 'behind everything inside the last one',
    change: add(),
    before: yaml`
      milestones:
        - title: One
          milestones:
            - title: Two
              tasks:
                - Three # t
              # more to come
        # the end
      x-more: 1
    `,
    after: yaml`
      milestones:
        - title: One
          milestones:
            - title: Two
              tasks:
                - Three # t
              # more to come
        - title: Site live
        # the end
      x-more: 1
    `,
  },
  {
    name: 'behind a text in block style',
    change: add(),
    before: 'milestones:\n  - title: One\n    notes: |\n      Text.\n\n      More.\n\nx-more: 1\n',
    after: 'milestones:\n  - title: One\n    notes: |\n      Text.\n\n      More.\n  - title: Site live\n\nx-more: 1\n',
  },
  {
    name: 'behind a text in block style that keeps its empty lines',
    change: add(),
    before: 'milestones:\n  - title: One\n    notes: |+\n      Text.\n\nx-more: 1\n',
    after: 'milestones:\n  - title: One\n    notes: |+\n      Text.\n\n  - title: Site live\nx-more: 1\n',
  },
  {
    name: 'behind a text that keeps its last lines, without a final line end',
    change: add(),
    before: 'milestones:\n  - title: One\n    notes: |+\n      Text.',
    after: 'milestones:\n  - title: One\n    notes: |+\n      Text.\n  - title: Site live',
  },
  {
    name: 'behind a text whose last line is blanks further right than the text',
    change: add(),
    before: 'milestones:\n  - title: One\n    notes: |\n      Text.\n       \nx-more: 1\n',
    after: 'milestones:\n  - title: One\n    notes: |\n      Text.\n       \n  - title: Site live\nx-more: 1\n',
  },
  {
    name: 'in front of an end of document',
    change: add(),
    before: '---\nmilestones:\n  - title: One\n...\n',
    after: '---\nmilestones:\n  - title: One\n  - title: Site live\n...\n',
  },
  {
    name: 'in a list on one line',
    change: add({ due: '2027-01-15' }),
    before: 'milestones: [{title: One}, {title: Two}] # c\n',
    after: 'milestones: [{title: One}, {title: Two}, {title: Site live, due: 2027-01-15}] # c\n',
  },
  {
    name: 'in a list in brackets over lines',
    change: add(),
    before: 'milestones: [\n  { title: One }, # c\n  { title: Two }, # d\n]\n',
    after: 'milestones: [\n  { title: One }, # c\n  { title: Two }, # d\n  { title: Site live },\n]\n',
  },
  {
    name: 'in a list in brackets over lines without a last comma',
    change: add(),
    before: 'milestones: [\n  { title: One },\n  { title: Two } # d\n]\n',
    after: 'milestones: [\n  { title: One },\n  { title: Two }, # d\n  { title: Site live }\n]\n',
  },
  {
    name: 'behind a list that stands in the list by mistake',
    change: add(),
    before: 'milestones:\n  - title: One\n  - - x\n    - y # c\n',
    after: 'milestones:\n  - title: One\n  - - x\n    - y # c\n  - title: Site live\n',
  },
  {
    name: 'behind one that cannot be read',
    change: add(),
    before: 'milestones:\n  - title: One\n  -\n',
    after: 'milestones:\n  - title: One\n  -\n  - title: Site live\n',
  },
]);

table('the first milestone', [
  {
    name: 'in a file without a list',
    change: add({ due: '2027-01-15' }),
    before: 'project: P # c\nclient: C\n',
    after: 'project: P # c\nclient: C\nmilestones:\n  - title: Site live\n    due: 2027-01-15\n',
  },
  {
    name: 'in a file without a list and without a final line end',
    change: add(),
    before: 'project: P',
    after: 'project: P\nmilestones:\n  - title: Site live',
  },
  {
    name: 'in an empty list',
    change: add(),
    before: 'milestones: [] # none yet\nclient: C\n',
    after: 'milestones: # none yet\n  - title: Site live\nclient: C\n',
  },
  {
    name: 'in an empty list without a comment',
    change: add(),
    before: 'milestones: []\n',
    after: 'milestones:\n  - title: Site live\n',
  },
  {
    name: 'behind a name with nothing',
    change: add(),
    before: 'milestones: # none yet\nclient: C\n',
    after: 'milestones: # none yet\n  - title: Site live\nclient: C\n',
  },
  {
    name: 'behind a name with nothing at the end of the text',
    change: add(),
    before: 'milestones:',
    after: 'milestones:\n  - title: Site live',
  },
  {
    name: 'instead of a word for nothing',
    change: add(),
    before: 'milestones: ~ # c\n',
    after: 'milestones: # c\n  - title: Site live\n',
  },
  {
    name: 'as far to the right as the other lists',
    change: add(),
    before: 'risks:\n- title: R\nmilestones:\n',
    after: 'risks:\n- title: R\nmilestones:\n- title: Site live\n',
  },
  {
    name: 'in an empty list over lines',
    change: add(),
    before: 'milestones: [\n  # none yet\n]\n',
    after: 'milestones: [{ title: Site live }\n  # none yet\n]\n',
  },
  {
    name: 'in a file in braces',
    change: add(),
    before: '{"project": "P"}\n',
    after: '{"project": "P", milestones: [{title: Site live}]}\n',
  },
  {
    name: 'in a file in braces with an empty list',
    change: add(),
    before: '{"project": "P", "milestones": []}\n',
    after: '{"project": "P", "milestones": [{title: Site live}]}\n',
  },
  {
    name: 'in a file in braces with nothing behind the name',
    change: add(),
    before: '{project: P, milestones: , client: C}\n',
    after: '{project: P, milestones: [{title: Site live}], client: C}\n',
  },
  {
    name: 'in a file with comments only',
    change: add(),
    before: '# the plan\n',
    after: '# the plan\nmilestones:\n  - title: Site live\n',
  },
  {
    name: 'in an empty file',
    change: add(),
    before: '\n',
    after: '\nmilestones:\n  - title: Site live\n',
  },
]);

table('a new milestone behind another', [
  {
    name: 'in front of the comment of the next',
    change: add({ after: 'one' }),
    before: 'milestones:\n  - title: One\n    # about One\n\n  # ---- 2\n  - title: Two\n',
    after: 'milestones:\n  - title: One\n    # about One\n\n  - title: Site live\n\n  # ---- 2\n  - title: Two\n',
  },
  {
    name: 'inside another one',
    change: add({ after: 'two', due: '2027-01-15' }),
    before:
      'milestones:\n  - title: One\n    milestones:\n      - { title: Two }\n      - { title: Three }\n    due: 2026-12-04\n',
    after:
      'milestones:\n  - title: One\n    milestones:\n      - { title: Two }\n      - { title: Site live, due: 2027-01-15 }\n      - { title: Three }\n    due: 2026-12-04\n',
  },
  {
    name: 'by its id with the name of the file',
    change: add({ after: 'acme/one' }),
    before: 'milestones:\n  - title: One\n  - title: Two\n',
    after: 'milestones:\n  - title: One\n  - title: Site live\n  - title: Two\n',
  },
  {
    name: 'that is not there',
    change: add({ after: 'three' }),
    before: 'milestones:\n  - title: One\n',
    after: 'refused: milestone.unknown',
  },
  {
    name: 'in a list that an alias shows a second time',
    change: add({ after: 'two' }),
    before:
      'milestones:\n  - title: One\n    milestones: &m\n      - title: Two\n  - title: Three\n    milestones: *m\n',
    after: 'refused: milestone.ambiguous',
  },
]);

table('the id of a new milestone', [
  {
    name: 'is written where the one of the title is taken',
    change: add({ title: 'Review' }),
    before: 'milestones:\n  - title: Review\n',
    after: 'milestones:\n  - title: Review\n  - id: review-2\n    title: Review\n',
  },
  {
    name: 'is the first that is free',
    change: add({ title: 'Review' }),
    before: 'milestones:\n  - { id: review, title: A }\n  - { id: review-2, title: B }\n',
    after:
      'milestones:\n  - { id: review, title: A }\n  - { id: review-2, title: B }\n  - { id: review-3, title: Review }\n',
  },
  {
    name: 'in other letters is quoted',
    change: add({ title: 'Größe' }),
    before: 'milestones:\n  - title: Größe\n',
    after: 'milestones:\n  - title: Größe\n  - id: "größe-2"\n    title: "Größe"\n',
  },
  {
    name: 'is not needed for a title without letters',
    change: add({ title: '!!!' }),
    before: 'milestones:\n  - title: A\n',
    after: 'milestones:\n  - title: A\n  - title: "!!!"\n',
  },
]);
