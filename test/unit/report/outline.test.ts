import { describe, expect, test } from 'vitest';
import { type Outline, type OutlineOptions, type OutlineRow, outlineOf } from '../../../src/report/outline';
import { english, largeSnapshot, type Source, snapshotOf, uriOf } from './snapshotOf';
import { website } from './website';

function outline(sources: string | readonly Source[], options: Partial<OutlineOptions> = {}, today = '2026-11-23') {
  return outlineOf(snapshotOf(sources, today), english, { groupBy: 'none', hideDone: false, ...options });
}

/** Every row that can be reached, indented, with what stands beside it. */
function drawn(tree: Outline, beside: (row: OutlineRow) => string | undefined = (row) => row.description): string[] {
  const lines: string[] = [];
  const draw = (row: OutlineRow, depth: number) => {
    lines.push([`${'  '.repeat(depth)}${row.label}`, beside(row)].filter((part) => part !== undefined).join(' | '));
    expect(row.hasChildren).toBe(tree.childrenOf(row).length > 0);
    for (const child of tree.childrenOf(row)) {
      expect(tree.parentOf(child)).toBe(row);
      draw(child, depth + 1);
    }
  };
  for (const root of tree.roots) draw(root, 0);
  return lines;
}

function ids(tree: Outline): string[] {
  const found: string[] = [];
  const walk = (row: OutlineRow) => {
    found.push(row.id);
    for (const child of tree.childrenOf(row)) walk(child);
  };
  for (const root of tree.roots) walk(root);
  return found;
}

test('a project holds its milestones, and those what is inside them, in file order', () => {
  expect(drawn(outline(website))).toEqual([
    'Website relaunch | 0 of 3 done',
    '  Design approved | due in 11 days · 50 %',
    '    Wireframes',
    '    Visual design | done 18 Nov',
    '    Five templates approved by the client',
    '    Contrast at least 4.5 to 1 everywhere | 1 piece of evidence',
    '    Figma file',
    '  Site live | due in 53 days',
    '    Texts final | due in 18 days',
  ]);
});

test.each([
  ['due: 2026-11-26, progress: 60', 'due in 3 days · 60 %', 'due-soon'],
  ['due: 2026-11-24, progress: 60', 'due tomorrow · 60 %', 'due-soon'],
  ['due: 2026-11-23, progress: 60', 'due today · 60 %', 'due-soon'],
  ['due: 2026-11-22, progress: 60', '1 day late · 60 %', 'late'],
  ['due: 2026-11-18, progress: 60', '5 days late · 60 %', 'late'],
  ['due: 2026-11-18, status: submitted', 'submitted · 5 days late', 'late'],
  ['due: 2026-12-18, status: submitted', 'submitted · due in 25 days', 'submitted'],
  ['due: 2026-11-18, completed: 2026-11-21', 'done 3 days late', 'done'],
  ['due: 2026-11-20, completed: 2026-11-21', 'done 1 day late', 'done'],
  ['due: 2026-11-22, completed: 2026-11-21', 'done 21 Nov', 'done'],
  ['status: done', 'done', 'done'],
  ['due: 2026-11-18, status: on-hold', 'on hold', 'on-hold'],
  ['due: 2026-11-18, status: cancelled', 'cancelled', 'cancelled'],
  ['progress: 60', '60 %', 'planned'],
  ['status: in-progress, progress: 1', '1 %', 'on-track'],
  ['due: 2027-02-21, progress: 5', 'due in 90 days · 5 %', 'planned'],
  ['due: 2027-02-22, progress: 5', 'due 22 Feb · 5 %', 'planned'],
  ['due: 2028-02-22', 'due 22 Feb 2028', 'planned'],
  ['due: 2026-12-18, deadline: 2026-12-11', '−5 d float · due in 25 days', 'at-risk'],
  ['blockedBy: Hosting, due: 2026-12-18', 'blocked · due in 25 days', 'blocked'],
])('a milestone with %s reads %j and is %s', (fields, description, state) => {
  const tree = outline(`milestones:\n  - { title: A, ${fields} }\n`);
  expect(tree.rowOf(uriOf('plan'), 'a')).toMatchObject({ label: 'A', description, state });
});

test.each([
  ['due: 2026-12-01', 'waiting', 'due in 18 days'],
  ['due: 2026-11-20', 'blocked', 'blocked · due in 18 days'],
  ['status: on-hold', 'blocked', 'blocked · due in 18 days'],
  ['blockedBy: Hosting', 'blocked', 'blocked · due in 18 days'],
])('a milestone after one with %s is %s', (fields, state, description) => {
  const text = `milestones:\n  - { id: a, title: A, ${fields} }\n  - { title: B, due: 2026-12-11, dependsOn: [a] }\n`;
  const row = outline(text).rowOf(uriOf('plan'), 'b');
  expect(row).toMatchObject({ state, description, accessible: 'B, blocked, due in 18 days, 0 percent' });
});

test('a milestone is blocked by a late one of another plan', () => {
  const tree = outline([
    { name: 'one', text: 'milestones: [{ id: a, title: A, due: 2026-11-20 }]\n' },
    { name: 'two', text: 'milestones: [{ title: B, due: 2026-12-11, dependsOn: [one/a] }]\n' },
  ]);
  expect(tree.rowOf(uriOf('two'), 'b')?.state).toBe('blocked');
});

test.each([
  ['due: 2026-11-26, progress: 60', 'A, due soon, due in 3 days, 60 percent'],
  ['due: 2026-11-18, progress: 60', 'A, 5 days late, 60 percent'],
  ['due: 2026-11-18, completed: 2026-11-21', 'A, done 3 days late'],
  ['due: 2026-12-18, status: on-hold', 'A, on hold, 0 percent'],
  ['progress: 60', 'A, planned, 60 percent'],
])('a milestone with %s is read out as %j', (fields, accessible) => {
  const tree = outline(`milestones:\n  - { title: A, ${fields} }\n`);
  expect(tree.rowOf(uriOf('plan'), 'a')?.accessible).toBe(accessible);
});

test('entries are read out with what they are', () => {
  const design = outline(website);
  const row = design.rowOf(uriOf('plan'), 'design');
  expect(row && design.childrenOf(row).map(({ accessible }) => accessible)).toEqual([
    'Wireframes, task, open',
    'Visual design, task, done, done 18 Nov',
    'Five templates approved by the client, acceptance criterion, not met yet',
    'Contrast at least 4.5 to 1 everywhere, acceptance criterion, met',
    'Figma file, deliverable',
  ]);
});

test('only an address that may be opened is on a row', () => {
  const text = `milestones:
  - title: A
    tasks: [{ title: t, url: 'javascript:P' }, { title: u, url: 'https://example.com/u', owner: kim, due: 2026-12-01 }]
    acceptanceCriteria: [{ text: c, evidence: [report.html, 'https://example.com/c'] }]
    deliverables: [{ title: d, url: 'command:x' }]
`;
  const tree = outline(text);
  const row = tree.rowOf(uriOf('plan'), 'a');
  expect(
    row && tree.childrenOf(row).map(({ label, url, description, done }) => [label, url, description, done]),
  ).toEqual([
    ['t', undefined, undefined, false],
    ['u', 'https://example.com/u', 'due 1 Dec · kim', false],
    ['c', 'https://example.com/c', '2 pieces of evidence', false],
    ['d', undefined, undefined, undefined],
  ]);
});

describe('ids', () => {
  test('are unique, also for twins, duplicates and hostile texts', () => {
    const text = `milestones:
  - id: a
    title: A
    tasks: [same, same, '0:4:same', "task:0:4:same:file:///x#a"]
    acceptanceCriteria: [same, same]
    deliverables: [same]
  - { id: a, title: A again, tasks: [same] }
  - { title: '', id: b }
`;
    const found = ids(
      outline([
        { name: 'one', text },
        { name: 'two', text },
      ]),
    );
    expect(new Set(found).size).toBe(found.length);
  });

  test('stay when titles change, entries move and other lines come before', () => {
    const before = outline('milestones:\n  - { id: a, title: A, tasks: [one, two] }\n');
    const after = outline(
      '# note\nmilestones:\n  - { id: z, title: Z }\n  - { id: a, title: Renamed, tasks: [zero, two, one] }\n',
    );
    expect(ids(after)).toEqual(expect.arrayContaining(ids(before)));
  });

  test('of long texts stay short', () => {
    const found = ids(
      outline(`milestones:\n  - { id: a, title: A, tasks: ["${'x'.repeat(5000)}", "${'x'.repeat(5001)}"] }\n`),
    );
    expect(Math.max(...found.map((id) => id.length))).toBeLessThan(400);
    expect(new Set(found).size).toBe(found.length);
  });
});

test('rows are the same objects however they are reached', () => {
  const tree = outline(website);
  const [root] = tree.roots;
  const live = root && tree.childrenOf(root)[1];
  expect(tree.rowOf(uriOf('plan'), 'live')).toBe(live);
  expect(tree.rowOf(uriOf('plan'))).toBe(root);
  expect(tree.rowOf(uriOf('plan'), 'nobody')).toBeUndefined();
  expect(tree.rowOf('file:///other', 'live')).toBeUndefined();
});

test('texts of the plan are one clean line', () => {
  const tree = outline('milestones:\n  - { title: "two\\nlines \\u202Egpj", tasks: ["t\\u0007"], id: m }\n');
  const row = tree.rowOf(uriOf('plan'), 'm');
  expect(row?.label).toBe('two lines gpj');
  expect(row && tree.childrenOf(row)[0]?.label).toBe('t');
});

describe('what the schedule adds', () => {
  const chain = (more: string, deadline = '') => `${deadline}milestones:
  - { id: a, title: A, start: 2026-11-23, duration: 10d, due: 2026-11-27 }
  - { id: b, title: B, duration: 3d, due: 2026-12-01, dependsOn: [a] }
  - { id: c, title: C, due: 2026-12-08${more} }
`;
  const described = (text: string) => drawn(outline(text)).map((line) => line.trim());

  test('is the forecast where it is later, and what is critical where not all is', () => {
    expect(described(chain(''))).toEqual([
      'plan | 0 of 3 done',
      'A | → 4 Dec · critical · due in 4 days',
      'B | → 9 Dec · critical · due in 8 days',
      'C | due in 15 days',
    ]);
  });

  test('is how many days are missing, and the end of the project where it is after the deadline', () => {
    expect(described(chain('', 'deadline: 2026-12-07\n'))).toEqual([
      'plan | forecast 9 Dec · 0 of 3 done',
      'A | → 4 Dec · −2 d float · due in 4 days',
      'B | → 9 Dec · −2 d float · due in 8 days',
      'C | −1 d float · due in 15 days',
    ]);
  });

  test('is no word that would stand on every row, or on the only one it can stand on', () => {
    expect(described(chain(', dependsOn: [b]')).slice(1)).toEqual([
      'A | → 4 Dec · due in 4 days',
      'B | → 9 Dec · due in 8 days',
      'C | → 9 Dec · due in 15 days',
    ]);
    expect(described('milestones: [{ title: A, due: 2026-12-01 }, { title: B, due: 2026-12-08 }]').slice(1)).toEqual([
      'A | due in 8 days',
      'B | due in 15 days',
    ]);
  });

  test('is a date for what has none of its own, and no forecast of today for what is overdue', () => {
    const text = `milestones:
  - { id: a, title: A, due: 2026-11-20 }
  - { id: b, title: B, duration: 3d, dependsOn: [a] }
  - { id: c, title: C, due: 2026-11-20, duration: 5d }
  - { id: d, title: D, deadline: 2026-11-20 }
`;
    expect(described(text).slice(1)).toEqual([
      'A | 3 days late',
      'B | blocked · forecast 26 Nov',
      'C | 3 days late → 27 Nov',
      'D | 3 days late · −1 d float',
    ]);
  });

  test.each(['status: done', 'status: cancelled', 'status: on-hold'])('is nothing for what is %s', (fields) => {
    const row = outline(chain(`, duration: 30d, ${fields}`)).rowOf(uriOf('plan'), 'c');
    expect(row?.description).toMatch(/^(?:done|cancelled|on hold)$/);
  });

  test('is read out in words', () => {
    const read = (text: string, id: string) => outline(text).rowOf(uriOf('plan'), id)?.accessible;
    expect(read(chain(''), 'a')).toBe('A, at risk, due in 4 days, forecast 4 Dec, critical, 0 percent');
    expect(read(chain('', 'deadline: 2026-12-07\n'), 'b')).toBe(
      'B, at risk, due in 8 days, forecast 9 Dec, 2 working days too few, 0 percent',
    );
  });
});

describe('several plans', () => {
  const text = 'project: Shop\nmilestones:\n  - { title: A, due: 2026-11-20 }\n  - { title: B, due: 2026-11-23 }\n';

  test('have one root each, with the folder only where names clash', () => {
    const tree = outline([
      { name: 'one', text, folder: 'clients/acme' },
      { name: 'two', text, folder: 'clients/beta' },
      { name: 'three', text: 'project: Other\n', folder: 'other' },
    ]);
    expect(tree.roots.map(({ description }) => description)).toEqual([
      'clients/acme · 1 late · 1 due today · 0 of 2 done',
      'clients/beta · 1 late · 1 due today · 0 of 2 done',
      'no milestones yet',
    ]);
  });

  test('that cannot be read now say so on every row', () => {
    const tree = outline([{ name: 'plan', text: 'milestones: [', before: text }]);
    expect(tree.roots[0]).toMatchObject({
      label: 'Shop',
      stale: true,
      description: 'out of date · 1 late · 1 due today · 0 of 2 done',
    });
    expect(tree.rowOf(uriOf('plan'), 'a')?.stale).toBe(true);
  });
});

describe('hiding what is done', () => {
  const text = `milestones:
  - { id: a, title: A, status: done }
  - id: b
    title: B
    milestones: [{ id: b1, title: B1, status: done }, { id: b2, title: B2 }]
  - id: c
    title: C
    status: done
    milestones: [{ id: c1, title: C1 }]
`;

  test('leaves the rest, and a parent without shown children cannot be opened', () => {
    const tree = outline(text, { hideDone: true });
    expect(drawn(tree, () => undefined)).toEqual(['plan', '  B', '    B2']);
    expect(tree.rowOf(uriOf('plan'), 'a')).toBeUndefined();
    expect(outline('milestones: [{ title: A, status: done }]', { hideDone: true }).roots[0]?.hasChildren).toBe(false);
  });
});

describe('groups', () => {
  const text = `people: { me: { name: Kim Lee }, ana: { name: Ana Ruiz } }
milestones:
  - { id: a, title: A, status: done, owner: ana, due: 2026-11-10 }
  - id: b
    title: B
    status: in-progress
    owner: me
    due: 2026-12-31
    tasks: [one]
    milestones:
      - { id: b1, title: B1, due: 2026-12-01, owner: ana }
      - { id: b2, title: B2, owner: nobody }
`;

  test('by status, in the order of work, each milestone once', () => {
    expect(drawn(outline(text, { groupBy: 'status' }))).toEqual([
      'plan | 1 of 4 done',
      '  Planned | 2 milestones',
      '    B1 | due in 8 days · in B',
      '    B2 | in B',
      '  In progress | 1 milestone',
      '    B | due in 38 days',
      '      one',
      '  Done | 1 milestone',
      '    A | done',
    ]);
  });

  test('by owner, in the order of people, strangers and nobody last', () => {
    const labels = drawn(outline(text, { groupBy: 'owner' }), () => undefined);
    expect(labels.filter((line) => /^ {2}\S/.test(line))).toEqual(['  Kim Lee', '  Ana Ruiz', '  nobody']);
    const none = drawn(outline('milestones: [{ title: A }]', { groupBy: 'owner' }), () => undefined);
    expect(none).toEqual(['plan', '  No owner', '    A']);
  });

  test('by month, in the order of time, without a date last', () => {
    const labels = drawn(outline(text, { groupBy: 'month' }), () => undefined);
    expect(labels).toEqual([
      'plan',
      '  November 2026',
      '    A',
      '  December 2026',
      '    B',
      '      one',
      '    B1',
      '  No date',
      '    B2',
    ]);
  });

  test('hold only what is not hidden', () => {
    const labels = drawn(outline(text, { groupBy: 'status', hideDone: true }), () => undefined);
    expect(labels).not.toContain('  Done');
  });
});

test('the rows of 10 000 milestones are there at once, because only what is looked at is made', () => {
  const snapshot = largeSnapshot(10, 1000);
  let said = 0;
  const counting: typeof english = (message) => {
    said++;
    return english(message);
  };
  const tree = outlineOf(snapshot, counting, { groupBy: 'none', hideDone: false });
  const perRow = 10;
  expect(said).toBeLessThanOrEqual(10 * perRow);
  said = 0;
  const [first] = tree.roots;
  expect(first && tree.childrenOf(first)).toHaveLength(1000);
  expect(said).toBeLessThanOrEqual(1000 * perRow);
  said = 0;
  expect(first && tree.childrenOf(first)).toHaveLength(1000);
  expect(said).toBe(0);
});
