// Every command that marks progress, on plans written in every way the format allows: exact bytes, one undo, clean saved, unsaved kept.
import { place, removeAll } from '../store/workspace';
import { file, inEditor, onDisk, type Row, refuses, swap } from './outside';

const block = `# a plan in lines
version: 1
project: "P: one"   # kept
milestones:
  - id: a   # the first
    title: "Design 😀 e\u0301 ok"   # a title
    due:    2026-12-04   # as agreed
    tasks:
      - One
      - 'It''s: two'
      - { title: Three, done: true }   # three
      - title: Four
        effort: 2d
      - title: Five
        done:   # not yet
      - done: false   # first
        title: Six
    acceptanceCriteria:
      - "C: one"
      - text: C two
        evidence: x.md
    milestones:
      - id: inner
        title: Inner
        milestones:
          - title: Inner most
            due: "2026-12-01"
  - title: No id here
    status:
    completed: # empty
  - id: "007"
    title: 'Seven'
    progress: 40%
    status: 'in-progress'
  - { id: flow, title: In one line, due: 2026-12-04 } # flow
  - {id: tight,title: Tight}
  - id: finished
    status: done
    title: Finished
    completed: 2026-11-01   # on time
    x-mine: { a: 1 }
`;
const crlf = block.replaceAll('\n', '\r\n');
const json = '{"project":"J","milestones":[{"id":"a","title":"A 😀","due":"2026-12-04","tasks":["T"]},{"title":"B"}]}';
const bare = 'milestones:\n- title: A\n- title: B\n  due: 2026-12-04';
const early = '    status: done\n    completed: 2026-11-20\n';

const rows: readonly (readonly [name: string, command: string, args: object, wanted: string, text?: string])[] = [
  [
    'markDone behind nested lists',
    'markDone',
    { id: 'a', on: '2026-11-20' },
    swap(block, '    tasks:\n      - One\n', `${early}    tasks:\n      - One\n`),
  ],
  [
    'markDone in a nested milestone',
    'markDone',
    { id: 'inner', on: '2026-11-20' },
    swap(block, '        title: Inner\n', `        title: Inner\n${early.replaceAll('    ', '        ')}`),
  ],
  [
    'markDone by a derived id, at any depth',
    'markDone',
    { id: 'inner-most', on: '2026-11-20' },
    swap(block, '"2026-12-01"\n', `"2026-12-01"\n${early.replaceAll('    ', '            ')}`),
  ],
  [
    'markDone fills empty values',
    'markDone',
    { id: 'no-id-here', on: '2026-11-20' },
    swap(block, '    status:\n    completed: # empty', '    status: done\n    completed: 2026-11-20 # empty'),
  ],
  [
    'markDone replaces a quoted status',
    'markDone',
    { id: '007', on: '2026-11-20' },
    swap(block, "    status: 'in-progress'\n", "    status: 'done'\n    completed: 2026-11-20\n"),
  ],
  [
    'markDone in flow style',
    'markDone',
    { id: 'flow', on: '2026-11-20' },
    swap(block, 'due: 2026-12-04 } # flow', 'due: 2026-12-04, status: done, completed: 2026-11-20 } # flow'),
  ],
  [
    'markDone in tight flow style',
    'markDone',
    { id: 'tight', on: '2026-11-20' },
    swap(block, 'title: Tight}', 'title: Tight, status: done, completed: 2026-11-20}'),
  ],
  ['markDone of what is done', 'markDone', { id: 'finished', on: '2026-11-01' }, block],
  [
    'reopen takes the day away',
    'reopen',
    { id: 'finished' },
    swap(swap(block, '    completed: 2026-11-01   # on time\n', ''), 'status: done\n', 'status: planned\n'),
  ],
  [
    'setStatus replaces a quoted word',
    'setStatus',
    { id: '007', status: 'submitted' },
    swap(block, "'in-progress'", "'submitted'"),
  ],
  [
    'setStatus done writes the day',
    'setStatus',
    { id: '007', status: 'done', on: '2026-11-20' },
    swap(block, "    status: 'in-progress'\n", "    status: 'done'\n    completed: 2026-11-20\n"),
  ],
  [
    'setStatus fills an empty value',
    'setStatus',
    { id: 'no-id-here', status: 'cancelled' },
    swap(block, '    status:\n', '    status: cancelled\n'),
  ],
  ['setProgress keeps the sign', 'setProgress', { id: '007', percent: 55 }, swap(block, '40%', '55%')],
  ['setProgress to nothing', 'setProgress', { id: '007', percent: 0 }, swap(block, '40%', '0%')],
  [
    'setProgress in flow style',
    'setProgress',
    { id: 'flow', percent: 100 },
    swap(block, 'due: 2026-12-04 } # flow', 'due: 2026-12-04, progress: 100% } # flow'),
  ],
  [
    'reschedule keeps spaces and comment',
    'reschedule',
    { id: 'a', due: '2027-01-08' },
    swap(block, '   2026-12-04   # as', '   2027-01-08   # as'),
  ],
  [
    'reschedule keeps quotes',
    'reschedule',
    { id: 'inner-most', due: '+3d' },
    swap(block, '"2026-12-01"', '"2026-12-04"'),
  ],
  [
    'reschedule where nothing was due',
    'reschedule',
    { id: 'inner', due: '2027-01-08' },
    swap(block, '        title: Inner\n', '        title: Inner\n        due: 2027-01-08\n'),
  ],
  ['reschedule to the same day', 'reschedule', { id: 'a', due: '2026-12-04' }, block],
  [
    'toggleTask of a plain text',
    'toggleTask',
    { id: 'a', task: 0 },
    swap(block, '- One\n', '- { title: One, done: true }\n'),
  ],
  [
    'toggleTask of a quoted text',
    'toggleTask',
    { id: 'a', task: "It's: two" },
    swap(block, "- 'It''s: two'", "- { title: 'It''s: two', done: true }"),
  ],
  [
    'toggleTask of what is done',
    'toggleTask',
    { id: 'a', task: 'Three' },
    swap(block, 'Three, done: true', 'Three, done: false'),
  ],
  [
    'toggleTask writes a missing key',
    'toggleTask',
    { id: 'a', task: 3 },
    swap(block, '        effort: 2d\n', '        effort: 2d\n        done: true\n'),
  ],
  [
    'toggleTask fills an empty value',
    'toggleTask',
    { id: 'a', task: 'Five' },
    swap(block, 'done:   # not yet', 'done: true  # not yet'),
  ],
  [
    'toggleTask of a first key',
    'toggleTask',
    { id: 'a', task: 5 },
    swap(block, 'done: false   # first', 'done: true   # first'),
  ],
  [
    'toggleCriterion of a quoted text',
    'toggleCriterion',
    { id: 'a', criterion: 'C: one' },
    swap(block, '- "C: one"', '- text: "C: one"\n        done: true'),
  ],
  [
    'toggleCriterion writes a missing key',
    'toggleCriterion',
    { id: 'a', criterion: 1 },
    swap(block, '- text: C two\n', '- text: C two\n        done: true\n'),
  ],
  [
    'rename keeps quotes and what lies behind',
    'rename',
    { id: 'a', title: 'Entwurf "gut" 😀: ja' },
    swap(block, '"Design 😀 e\u0301 ok"', '"Entwurf \\"gut\\" 😀: ja"'),
  ],
  [
    'rename writes the id down',
    'rename',
    { id: 'inner-most', title: '- # not a comment' },
    swap(block, '- title: Inner most\n', '- id: inner-most\n            title: "- # not a comment"\n'),
  ],
  [
    'rename in flow style',
    'rename',
    { id: 'flow', title: 'a, b }' },
    swap(block, 'title: In one line', 'title: "a, b }"'),
  ],
  [
    'addMilestone at the end',
    'addMilestone',
    { title: 'Last', due: '2027-02-01' },
    `${block}  - title: Last\n    due: 2027-02-01\n`,
  ],
  [
    'addMilestone behind a nested one',
    'addMilestone',
    { title: 'Next', after: 'inner' },
    swap(block, '  - title: No id here\n', '      - title: Next\n  - title: No id here\n'),
  ],
  [
    'addMilestone with a title that is taken',
    'addMilestone',
    { title: 'Flow' },
    `${block}  - id: flow-2\n    title: Flow\n`,
  ],
  [
    'markDone in a file of CRLF',
    'markDone',
    { id: 'no-id-here', on: '2026-11-20' },
    swap(crlf, '    status:\r\n    completed: # empty', '    status: done\r\n    completed: 2026-11-20 # empty'),
    crlf,
  ],
  [
    'toggleTask in a file of CRLF',
    'toggleTask',
    { id: 'a', task: 3 },
    swap(crlf, '        effort: 2d\r\n', '        effort: 2d\r\n        done: true\r\n'),
    crlf,
  ],
  ['addMilestone in a file of CRLF', 'addMilestone', { title: 'Last' }, `${crlf}  - title: Last\r\n`, crlf],
  [
    'markDone behind an emoji in JSON',
    'reschedule',
    { id: 'a', due: '2027-01-08' },
    swap(json, '2026-12-04', '2027-01-08'),
    json,
  ],
  ['toggleTask in JSON', 'toggleTask', { id: 'a', task: 'T' }, swap(json, '["T"]', '[{title: "T", done: true}]'), json],
  [
    'markDone without a final line end',
    'markDone',
    { id: 'b', on: '2026-11-20' },
    `${bare}\n  status: done\n  completed: 2026-11-20`,
    bare,
  ],
  ['addMilestone without a final line end', 'addMilestone', { title: 'C' }, `${bare}\n- title: C`, bare],
  [
    'addMilestone to a file without a list',
    'addMilestone',
    { title: 'C' },
    'project: P\nmilestones:\n  - title: C\n',
    'project: P\n',
  ],
  [
    'addMilestone to an empty list',
    'addMilestone',
    { title: 'C' },
    'milestones:\n  - title: C\nproject: P\n',
    'milestones: []\nproject: P\n',
  ],
  [
    'addMilestone before the end of a document',
    'addMilestone',
    { title: 'C' },
    '---\nmilestones:\n  - title: A\n  - title: C\n...\n',
    '---\nmilestones:\n  - title: A\n...\n',
  ],
  [
    'addMilestone to a list that is not written yet',
    'addMilestone',
    { title: 'C' },
    'milestones: # none yet\n  - title: C\nproject: P\n',
    'milestones: # none yet\nproject: P\n',
  ],
  [
    'addMilestone keeps the indentation',
    'addMilestone',
    { title: 'C: d' },
    'milestones:\n    -   title: A\n    -   title: "C: d"\n# end\n',
    'milestones:\n    -   title: A\n# end\n',
  ],
  [
    'addMilestone keeps the empty lines',
    'addMilestone',
    { title: 'C' },
    'milestones:\n  - title: A\n\n  - title: B\n\n  - title: C\n\nclient: X\n',
    'milestones:\n  - title: A\n\n  - title: B\n\nclient: X\n',
  ],
  [
    'markDone behind a text of several lines',
    'markDone',
    { id: 'a', on: '2026-11-20' },
    'milestones:\n- title: A\n  status: done\n  completed: 2026-11-20\n  notes: |+\n    two\n\n- title: B\n',
    'milestones:\n- title: A\n  notes: |+\n    two\n\n- title: B\n',
  ],
  [
    'setProgress of a small number',
    'setProgress',
    { id: 'a', percent: 0.1 + 0.2 },
    'milestones:\n  - title: A\n    progress: 0.30000000000000004\n',
    'milestones:\n  - title: A\n',
  ],
  [
    'setProgress below nothing is nothing',
    'setProgress',
    { id: 'a', percent: -0 },
    'milestones:\n  - title: A\n    progress: 0\n',
    'milestones:\n  - title: A\n',
  ],
  [
    'toggleTask of a text in many lines',
    'toggleTask',
    { id: 'a', task: 0 },
    'milestones:\n  - title: A\n    tasks:\n      - { title: one\n        two, done: true }\n',
    'milestones:\n  - title: A\n    tasks:\n      - one\n        two\n',
  ],
  [
    'rename of a title in many lines',
    'rename',
    { id: 'x', title: 'B' },
    'milestones:\n  - id: x\n    title: B # a\n    due: 2026-12-04\n',
    'milestones:\n  - id: x\n    title: >- # a\n      one\n      two\n    due: 2026-12-04\n',
  ],
  ['addMilestone to an empty file', 'addMilestone', { title: 'C' }, 'milestones:\n  - title: C\n', ''],
];

describe('Marking progress, whatever the plan is written like', () => {
  afterEach(removeAll);
  for (const [name, command, args, wanted, text = block] of rows) {
    const row: Row = { name, text, command, args, wanted };
    // Each command once for each kind of line ends: the rest is about texts, not about the editor.
    const first = rows.find(
      (other) => other[1] === command && (other[4] ?? block).includes('\r') === text.includes('\r'),
    );
    it(first?.[0] === name ? name : `${name} @once`, async () => {
      await onDisk(row);
      if (wanted !== text) await inEditor(row);
    });
  }
});

const aliased = `milestones:
  - &x
    id: a
    title: A
    due: &day 2026-12-04
    tasks: &list [One]
  - id: b
    title: B
    due: *day
    tasks: *list
  - id: dup
    title: D
  - id: dup
    title: E
    tasks: [Same, Same, Other]
  - id: m
    title: M
    milestones: [{ id: in, title: In }]
`;

const refused: readonly (readonly [name: string, command: string, args: object, reason: RegExp, text?: string])[] = [
  ['a value that others share by an anchor', 'reschedule', { id: 'a', due: '2027-01-08' }, /shared/],
  ['a list that comes from an alias', 'toggleTask', { id: 'b', task: 0 }, /shared/],
  ['a list that others share', 'toggleTask', { id: 'a', task: 0 }, /shared/],
  ['an id that two milestones have', 'markDone', { id: 'dup' }, /dup/],
  ['an unknown id', 'markDone', { id: 'nope' }, /nope/],
  ['an id of the object prototype', 'markDone', { id: '__proto__' }, /__proto__/],
  ['an id that is a property of every object', 'setProgress', { id: 'constructor', percent: 1 }, /constructor/],
  ['a day that is none', 'markDone', { id: 'b', on: '2026-02-30' }, /2026-02-30/],
  ['no day at all', 'reschedule', { id: 'b', due: '' }, /date/],
  ['a day behind the end of the calendar', 'reschedule', { id: 'b', due: '+999999y' }, /date/],
  ['a task beyond the list', 'toggleTask', { id: 'a', task: 1 }, /task/],
  ['a text two tasks have', 'toggleTask', { id: 'dup~2', task: 'Same' }, /Same/],
  ['a task of another milestone', 'toggleTask', { id: 'm', task: 'One' }, /One/],
  ['a criterion that is not there', 'toggleCriterion', { id: 'm', criterion: 0 }, /criterion/],
  ['progress of what has milestones inside', 'setProgress', { id: 'm', percent: 1 }, /inside/],
  ['an empty title', 'rename', { id: 'm', title: '  ' }, /title/],
  ['a new milestone without a title', 'addMilestone', { title: '' }, /title/],
  ['a new milestone behind an unknown one', 'addMilestone', { title: 'X', after: 'nope' }, /nope/],
  ['a new milestone on a day that is none', 'addMilestone', { title: 'X', due: '31.11.2026' }, /date/],
  ['percent beyond a hundred', 'setProgress', { id: 'b', percent: 101 }, /percent/],
  ['percent that is no number', 'setProgress', { id: 'b', percent: Number.NaN }, /percent/],
  ['percent as a text', 'setProgress', { id: 'b', percent: '40' }, /percent/],
  ['a status that is none', 'setStatus', { id: 'b', status: 'DONE' }, /status/],
  ['a negative index', 'toggleTask', { id: 'a', task: -1 }, /task/],
  ['an index with a fraction', 'toggleTask', { id: 'a', task: 0.5 }, /task/],
  ['an id that is a number', 'markDone', { id: 7 }, /id/],
  ['a huge index', 'toggleTask', { id: 'a', task: Number.MAX_SAFE_INTEGER }, /task/],
  [
    'a merge conflict',
    'markDone',
    { id: 'a' },
    /merged|disagree/,
    'milestones:\n<<<<<<< a\n  - title: A\n=======\n  - title: B\n>>>>>>> b\n',
  ],
];

describe('What cannot be done is refused with a sentence and changes nothing', () => {
  afterEach(removeAll);
  for (const [name, command, args, reason, text = aliased] of refused) {
    it(name, async () => {
      const at = place();
      at.write(file, text);
      await refuses(at, command, args, name === 'a merge conflict' ? /plan|merged|disagree/ : reason);
    });
  }
});
