import fc from 'fast-check';
import { expect, test } from 'vitest';
import { movedPromises, type Promised, promisesOf } from '../../../src/agreement/promises';
import { day, isoDay } from '../../../src/base/day';
import { snapshotOf } from '../report/snapshotOf';

function groundOf(milestones: readonly object[]) {
  const [plan] = snapshotOf(JSON.stringify({ project: 'P', milestones })).plans;
  if (!plan) throw new Error('The plan cannot be read');
  return plan;
}

function told(before: readonly Promised[], milestones: readonly object[]): readonly string[] {
  return movedPromises(before, groundOf(milestones)).map(({ promised, milestone, became }) => {
    const detail =
      became.kind === 'moved'
        ? ` ${isoDay(became.to)} ${became.days}`
        : became.kind === 'delivered'
          ? ` ${became.on === undefined ? '' : isoDay(became.on)} ${became.days ?? ''}`
          : '';
    return `${promised.title}${milestone && milestone.title !== promised.title ? `=${milestone.title}` : ''}: ${became.kind}${detail}`;
  });
}

const promise = (id: string, title: string, due: string): Promised => ({ id, title, due: day(due) });
const live = [promise('live', 'Site live', '2027-01-15')];

test('promises are the due dates of what is neither done nor cancelled', () => {
  const plan = groundOf([
    { title: 'A', due: '2026-12-01' },
    { title: 'B' },
    { title: 'C', due: '2026-12-02', completed: '2026-11-20' },
    { title: 'D', due: '2026-12-03', status: 'cancelled', milestones: [{ title: 'Inside', due: '2026-12-03' }] },
    { title: 'E', due: '2026-12-04', status: 'on-hold', milestones: [{ title: 'F', due: '2026-12-05' }] },
  ]);
  expect(promisesOf(plan).map(({ id, due }) => `${id} ${isoDay(due)}`)).toEqual([
    'a 2026-12-01',
    'e 2026-12-04',
    'f 2026-12-05',
  ]);
});

test.each<[string, object[], string[]]>([
  ['stands', [{ id: 'live', title: 'Site live', due: '2027-01-15' }], []],
  ['later', [{ id: 'live', title: 'Site live', due: '2027-01-22' }], ['Site live: moved 2027-01-22 7']],
  ['earlier', [{ id: 'live', title: 'Site live', due: '2027-01-14' }], ['Site live: moved 2027-01-14 -1']],
  ['renamed and moved', [{ id: 'live', title: 'Launch', due: '2027-01-22' }], ['Site live=Launch: moved 2027-01-22 7']],
  ['renamed only', [{ id: 'live', title: 'Launch', due: '2027-01-15' }], []],
  [
    'another id, the same title',
    [{ id: 'go', title: 'Site live', due: '2027-01-22' }],
    ['Site live: moved 2027-01-22 7'],
  ],
  ['removed', [{ title: 'Other', due: '2027-01-15' }], ['Site live: gone']],
  ['cancelled', [{ id: 'live', title: 'Site live', due: '2027-01-15', status: 'cancelled' }], ['Site live: cancelled']],
  ['without a date', [{ id: 'live', title: 'Site live' }], ['Site live: withdrawn']],
  ['on hold', [{ id: 'live', title: 'Site live', due: '2027-01-15', status: 'on-hold' }], ['Site live: paused']],
  [
    'on hold and moved',
    [{ id: 'live', title: 'Site live', due: '2027-01-16', status: 'on-hold' }],
    ['Site live: moved 2027-01-16 1'],
  ],
  [
    'delivered',
    [{ id: 'live', title: 'Site live', due: '2027-01-22', completed: '2027-01-17' }],
    ['Site live: delivered 2027-01-17 2'],
  ],
  ['done without a day', [{ id: 'live', title: 'Site live', status: 'done' }], ['Site live: delivered  ']],
  [
    'inside what is cancelled',
    [{ title: 'All', status: 'cancelled', milestones: [{ id: 'live', title: 'Site live', due: '2027-01-15' }] }],
    ['Site live: cancelled'],
  ],
])('%s', (_, milestones, expected) => expect(told(live, milestones)).toEqual(expected));

test('of two with one title, the one that was removed is gone and the other did not move', () => {
  const before = [promise('review', 'Review', '2026-12-01'), promise('review~2', 'Review', '2026-12-08')];
  expect(told(before, [{ title: 'Review', due: '2026-12-08' }])).toEqual(['Review: gone']);
});

type Written = { uid: number; id?: string; title: string; due?: string; status?: string; completed?: string };
type Edit = {
  at: number;
  kind: 'rename' | 'remove' | 'move' | 'add' | 'complete' | 'cancel' | 'undate' | 'hold' | 'order';
  days: number;
};
const start = day('2027-01-01');
const iso = (offset: number) => isoDay((start + offset) as typeof start);

function edited(all: readonly Written[], { at, kind, days }: Edit, next: number): Written[] {
  const list = all.map((each) => ({ ...each }));
  if (kind === 'add') list.splice(at % (list.length + 1), 0, { uid: next, title: `New ${next}`, due: iso(days) });
  const own = list[at % Math.max(1, list.length)];
  if (!own || kind === 'add') return list;
  if (kind === 'rename') own.title = `Renamed ${next}`;
  if (kind === 'remove') return list.filter((each) => each !== own);
  if (kind === 'move') own.due = iso(days);
  if (kind === 'complete') Object.assign(own, { status: 'done', completed: iso(days) });
  if (kind === 'cancel') own.status = 'cancelled';
  if (kind === 'undate') delete own.due;
  if (kind === 'hold') own.status = 'on-hold';
  if (kind === 'order') return [...list.filter((each) => each !== own), own];
  return list;
}

/** By the identity only the test knows. What has no written id is known by its title. */
function fate(before: Written, now: Written | undefined): string | undefined {
  const head = `${before.title}${now && now.title !== before.title ? `=${now.title}` : ''}`;
  if (!now || (before.id === undefined && now.title !== before.title)) return `${before.title}: gone`;
  if (now.status === 'cancelled') return `${head}: cancelled`;
  if (now.status === 'done')
    return `${head}: delivered ${now.completed} ${day(now.completed ?? '') - day(before.due ?? '')}`;
  if (now.due === undefined) return `${head}: withdrawn`;
  if (now.due !== before.due) return `${head}: moved ${now.due} ${day(now.due) - day(before.due ?? '')}`;
  return now.status === 'on-hold' ? `${head}: paused` : undefined;
}

test('every promise that moved is told, none is missing and none invented', () => {
  const milestones = fc
    .array(fc.record({ written: fc.boolean(), due: fc.option(fc.nat(30), { nil: undefined }) }), {
      minLength: 1,
      maxLength: 7,
    })
    .map((all) =>
      all.map(
        ({ written, due }, uid): Written => ({
          uid,
          title: `M ${uid}`,
          ...(written ? { id: `w${uid}` } : {}),
          ...(due === undefined ? {} : { due: iso(due) }),
        }),
      ),
    );
  const edits = fc.array(
    fc.record({
      at: fc.nat(20),
      kind: fc.constantFrom<Edit['kind']>(
        'rename',
        'remove',
        'move',
        'add',
        'complete',
        'cancel',
        'undate',
        'hold',
        'order',
      ),
      days: fc.nat(30),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(milestones, edits, (first, changes) => {
      const now = changes.reduce((all, edit, at) => edited(all, edit, 100 + at), first);
      const file = (all: readonly Written[]) => all.map(({ uid: _, ...each }) => each);
      const expected = first
        .filter(({ due }) => due !== undefined)
        .flatMap(
          (each) =>
            fate(
              each,
              now.find(({ uid }) => uid === each.uid),
            ) ?? [],
        );
      expect(told(promisesOf(groundOf(file(first))), file(now))).toEqual(expected);
    }),
    { numRuns: 150 },
  );
});

test('with titles that many share, as many are gone as were removed, and no date is invented', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(4), { maxLength: 6 }),
      fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      (days, kept) => {
        const first = days.map((due) => ({ title: 'Review', due: iso(due) }));
        const now = first.filter((_, at) => kept[at]);
        const gone = Array.from({ length: first.length - now.length }, () => 'Review: gone');
        expect(told(promisesOf(groundOf(first)), now)).toEqual(gone);
      },
    ),
  );
});
