// Titles: renaming, ids that are written down so that they stay, and how a text a person typed is quoted.
import type { Change } from '../../../src/model/change';
import { table } from './editCases';

const rename = (title: string, id = 'design'): Change => ({ kind: 'rename', id, title });

table('renaming', [
  {
    name: 'writes down the id that came from the title, beside the dash',
    change: rename('Design agreed'),
    before: 'milestones:\n  - title: Design # c\n    due: 2026-12-04\n',
    after: 'milestones:\n  - id: design\n    title: Design agreed # c\n    due: 2026-12-04\n',
  },
  {
    name: 'leaves an id that is written',
    change: rename('Design agreed'),
    before: 'milestones:\n  - id: design\n    title: Design\n',
    after: 'milestones:\n  - id: design\n    title: Design agreed\n',
  },
  {
    name: 'writes no id where the new title gives the same',
    change: rename('Design!'),
    before: 'milestones:\n  - title: Design\n',
    after: 'milestones:\n  - title: "Design!"\n',
  },
  {
    name: 'in flow style',
    change: rename('Design agreed'),
    before: 'milestones:\n  - {title: Design, due: 2026-12-04}\n',
    after: 'milestones:\n  - {id: design, title: Design agreed, due: 2026-12-04}\n',
  },
  {
    name: 'in flow style over lines',
    change: rename('Design agreed'),
    before: 'milestones:\n  - {\n      title: Design,\n      due: 2026-12-04\n    }\n',
    after: 'milestones:\n  - {\n      id: design,\n      title: Design agreed,\n      due: 2026-12-04\n    }\n',
  },
  {
    name: 'fills an empty id',
    change: rename('Design agreed'),
    before: 'milestones:\n  - title: Design\n    id: # later\n',
    after: 'milestones:\n  - title: Design agreed\n    id: design # later\n',
  },
  {
    name: 'replaces an id that is none',
    change: rename('Design agreed'),
    before: 'milestones:\n  - id: D 1\n    title: Design\n',
    after: 'milestones:\n  - id: design\n    title: Design agreed\n',
  },
  {
    name: 'on a dash of its own line',
    change: rename('Design agreed'),
    before: 'milestones:\n  -\n    # first\n    title: Design\n',
    after: 'milestones:\n  -\n    # first\n    id: design\n    title: Design agreed\n',
  },
  {
    name: 'beside a wide dash with an anchor on its first key',
    change: rename('Design agreed'),
    before: 'milestones:\n  -   &t title: Design\n      due: 2026-12-04\n',
    after: 'milestones:\n  -   id: design\n      &t title: Design agreed\n      due: 2026-12-04\n',
  },
  {
    name: 'in front of the key that stands first',
    change: rename('Design agreed'),
    before: 'milestones:\n  - due: 2026-12-04\n    title: Design\n',
    after: 'milestones:\n  - id: design\n    due: 2026-12-04\n    title: Design agreed\n',
  },
  {
    name: 'what depends on it still does',
    change: rename('Design agreed'),
    before: 'milestones:\n  - title: Design\n  - title: Site\n    dependsOn: [design]\n',
    after: 'milestones:\n  - id: design\n    title: Design agreed\n  - title: Site\n    dependsOn: [design]\n',
  },
  {
    name: 'a quoted id that looks like a number',
    change: rename('Ready', '2026'),
    before: 'milestones:\n  - title: "2026"\n',
    after: 'milestones:\n  - id: "2026"\n    title: "Ready"\n',
  },
  {
    name: 'the second of two with the same title',
    change: rename('Review two', 'review~2'),
    before: 'milestones:\n  - title: Review\n  - title: Review\n',
    after: 'milestones:\n  - title: Review\n  - id: review\n    title: Review two\n',
  },
  {
    name: 'a title in block style, whose comment and empty lines stay',
    change: rename('Design agreed'),
    before: 'milestones:\n  - id: design\n    title: >- # long\n      Design\n      of it\n\n    due: 2026-12-04\n',
    after: 'milestones:\n  - id: design\n    title: Design agreed # long\n\n    due: 2026-12-04\n',
  },
  {
    name: 'a title in block style at the end of the text',
    change: rename('Design agreed'),
    before: 'milestones:\n  - id: design\n    title: |\n      Design',
    after: 'milestones:\n  - id: design\n    title: Design agreed',
  },
  {
    name: 'a title over two lines',
    change: rename('Design agreed'),
    before: 'milestones:\n  - id: design\n    title: Design of\n      the site # c\n',
    after: 'milestones:\n  - id: design\n    title: Design agreed # c\n',
  },
  {
    name: 'with line ends is folded to one line',
    change: rename('  Design\n   agreed '),
    before: 'milestones:\n  - id: design\n    title: Design\n',
    after: 'milestones:\n  - id: design\n    title: Design agreed\n',
  },
  {
    name: 'to nothing',
    change: rename(' \n '),
    before: 'milestones:\n  - title: Design\n',
    after: 'refused: title.empty',
  },
  {
    name: 'to the same title is no edit',
    change: rename('Design '),
    before: 'milestones:\n  - title: Design\n',
    after: 'milestones:\n  - title: Design\n',
  },
]);

const quoted = (name: string, title: string, written: string, was = 'Design') => ({
  name,
  change: rename(title),
  before: `milestones:\n  - id: design\n    title: ${was} # c\n`,
  after: `milestones:\n  - id: design\n    title: ${written} # c\n`,
});

table('quoting', [
  quoted('plain words', 'Site is live (almost)'.replace(/[()]/g, ''), 'Site is live almost'),
  quoted('a colon', 'Phase 2: build', '"Phase 2: build"'),
  quoted('a comment sign', 'Issue #12', '"Issue #12"'),
  quoted('quotes and a backslash', 'The "big" \\ one', '"The \\"big\\" \\\\ one"'),
  quoted('letters beyond ASCII', 'Größe – fertig', '"Größe – fertig"'),
  quoted('a word that YAML 1.1 takes for a boolean', 'Yes', '"Yes"'),
  quoted('nothing at all in words', 'null', '"null"'),
  quoted('a number', '007', '"007"'),
  quoted('a number in hexadecimal', '0x1F', '"0x1F"'),
  quoted('a number with an exponent', '1e3', '"1e3"'),
  quoted('a day', '2026-12-04', '"2026-12-04"'),
  quoted('words that begin with a number', '3 templates', '3 templates'),
  quoted('a dash at the beginning', '- Design', '"- Design"'),
  quoted('braces', '{{x}}', '"{{x}}"'),
  quoted('an alias', '*x', '"*x"'),
  quoted('a tab', 'a\tb', '"a\\tb"'),
  quoted('signs that end a line elsewhere', 'a\u0085b', '"a\\u0085b"'),
  quoted('half a character', 'a\ud800b', '"a\\ud800b"'),
  quoted('a control sign', 'a\u001b[31m', '"a\\u001b[31m"'),
  quoted('double quotes stay', 'Site live', '"Site live"', '"Design"'),
  quoted('double quotes inside double quotes', 'The "one"', '"The \\"one\\""', '"Design"'),
  quoted('single quotes stay', 'Site live', "'Site live'", "'Design'"),
  quoted('single quotes inside single quotes', "It's", "'It''s'", "'Design'"),
  quoted('anything printable between single quotes', 'a: "b" #c', '\'a: "b" #c\'', "'Design'"),
  quoted('what single quotes cannot hold', 'a\u0007b', '"a\\u0007b"', "'Design'"),
]);

table('quoting in flow style', [
  {
    name: 'a comma',
    change: rename('One, two'),
    before: 'milestones: [{id: design, title: Design}]\n',
    after: 'milestones: [{id: design, title: "One, two"}]\n',
  },
  {
    name: 'a plain text',
    change: rename('One/two'),
    before: 'milestones: [{id: design, title: Design}]\n',
    after: 'milestones: [{id: design, title: One/two}]\n',
  },
]);
