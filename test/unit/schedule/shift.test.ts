import { describe, expect, test } from 'vitest';
import { day, isoDay } from '../../../src/base/day';
import { joinPlans } from '../../../src/model/join';
import { readPlanFile } from '../../../src/model/read';
import { shiftOf } from '../../../src/schedule/shift';

const uriOf = (name: string) => `file:///${name}`;

/** Who moves, as `id: start..due`, when `id` of the first plan is due on another day. */
function shifted(texts: string | Readonly<Record<string, string>>, id: string, due: string) {
  const sources = typeof texts === 'string' ? { plan: texts } : texts;
  const plans = Object.entries(sources).map(([name, text]) => {
    const file = readPlanFile(text, name);
    if (!file.plan) throw new Error(`${name} cannot be read`);
    return { uri: uriOf(name), baseName: name, plan: file.plan, file };
  });
  const [first] = plans;
  if (!first) throw new Error('no plan');
  const found = shiftOf(plans, joinPlans(plans).links, { ref: `${first.uri}#${id}`, due: day(due) });
  return (
    found && {
      days: found.days,
      moved: found.moved.map(({ ref, start, due }) => {
        const name = ref.replace(`${first.uri}#`, '').replace('file:///', '');
        const days = [start, due].map((each) => (each === undefined ? '' : isoDay(each).slice(5)));
        return `${name} ${start === undefined ? days[1] : days.join('..')}`;
      }),
    }
  );
}

const head = 'milestones:\n  - { id: a, title: A, due: 2026-12-04 }\n';
const moved = (rest: string, due = '2026-12-09') => shifted(`${head}${rest}`, 'a', due)?.moved;

describe('how far', () => {
  // 4 December 2026 is a Friday.
  test.each([
    ['2026-12-07', 1],
    ['2026-12-09', 3],
    ['2026-12-11', 5],
    ['2026-12-03', -1],
    ['2026-11-30', -4],
    ['2026-11-27', -5],
  ])('to %s are %d working days', (due, days) => {
    expect(shifted(head, 'a', due)).toEqual({ days, moved: [] });
  });

  test.each(['2026-12-04', '2026-12-05', '2026-12-06'])('to %s there is no working day between', (due) => {
    expect(shifted(head, 'a', due)).toBeUndefined();
  });

  test('is not known without a due date', () => {
    expect(shifted('milestones: [{ id: a, title: A }, { id: b, title: B, dependsOn: [a] }]', 'a', '2026-12-09')).toBe(
      undefined,
    );
  });

  test('follows the calendar of each owner', () => {
    const text = `calendar: { holidays: [2026-12-24..2027-01-01] }
people: { me: { calendar: { workweek: [mon, tue, wed, thu] } }, ana: {} }
milestones:
  - { id: a, title: A, due: 2026-12-03, owner: me }
  - { id: b, title: B, due: 2026-12-18, owner: ana, dependsOn: [a] }
  - { id: c, title: C, due: 2026-12-22, owner: me, dependsOn: [a], milestones: [{ id: d, title: D, due: 2026-12-17 }] }
`;
    expect(shifted(text, 'a', '2026-12-09')).toEqual({
      days: 3,
      moved: ['b 12-23', 'c 01-05', 'd 12-23'],
    });
    expect(shifted(text, 'a', '2026-12-02')?.moved).toEqual(['b 12-17', 'c 12-21', 'd 12-16']);
  });
});

describe('what', () => {
  test.each<[string, string, readonly string[]]>([
    ['nothing that does not depend on it', '  - { id: b, title: B, due: 2026-12-11 }\n', []],
    [
      'start and due',
      '  - { id: b, title: B, start: 2026-12-07, due: 2026-12-11, dependsOn: [a] }\n',
      ['b 12-10..12-16'],
    ],
    ['a start alone', '  - { id: b, title: B, start: 2026-12-07, duration: 3d, dependsOn: [a] }\n', ['b 12-10..']],
    [
      'a chain, also by way of one without dates',
      '  - { id: b, title: B, dependsOn: [a] }\n  - { id: c, title: C, due: 2026-12-11, dependsOn: [b] }\n',
      ['c 12-16'],
    ],
    [
      'each once, however many ways lead to it',
      '  - { id: b, title: B, due: 2026-12-11, dependsOn: [a] }\n  - { id: c, title: C, due: 2026-12-11, dependsOn: [a, b] }\n',
      ['b 12-16', 'c 12-16'],
    ],
    [
      'the start of what has begun stays',
      '  - { id: b, title: B, start: 2026-11-02, due: 2026-12-11, status: in-progress, dependsOn: [a] }\n',
      ['b 12-16'],
    ],
    [
      'deadline and baseline stay',
      '  - { id: b, title: B, due: 2026-12-11, deadline: 2026-12-11, baseline: 2026-12-11, dependsOn: [a] }\n',
      ['b 12-16'],
    ],
  ])('%s', (_name, rest, expected) => {
    expect(moved(rest)).toEqual(expected);
  });

  test.each(['status: done', 'status: cancelled', 'status: submitted', 'completed: 2026-12-01'])(
    'nothing that is %s, and nothing behind it',
    (fields) => {
      const text = `  - { id: b, title: B, due: 2026-12-11, dependsOn: [a], ${fields} }\n  - { id: c, title: C, due: 2026-12-11, dependsOn: [b] }\n`;
      expect(moved(text)).toEqual([]);
    },
  );

  test('a circle is not followed', () => {
    const text = `  - { id: b, title: B, due: 2026-12-11, dependsOn: [c, a] }\n  - { id: c, title: C, due: 2026-12-11, dependsOn: [b] }\n`;
    expect(moved(text)).toEqual(['b 12-16']);
  });

  test.each([
    ['FS', ['b 12-16']],
    ['FF', ['b 12-16']],
    ['SS', []],
    ['SF', []],
  ] as const)('by a link %s from one whose start is stated and stays: %j', (type, expected) => {
    const text = `milestones:\n  - { id: a, title: A, start: 2026-12-01, due: 2026-12-04 }\n  - { id: b, title: B, due: 2026-12-11, dependsOn: [{ id: a, type: ${type} }] }\n`;
    expect(shifted(text, 'a', '2026-12-09')?.moved).toEqual(expected);
  });

  test('by a link SS from a moment', () => {
    expect(moved('  - { id: b, title: B, due: 2026-12-11, dependsOn: [{ id: a, type: SS }] }\n')).toEqual(['b 12-16']);
  });

  test('in other plans too', () => {
    const texts = {
      one: head,
      two: 'milestones: [{ id: b, title: B, due: 2026-12-11, dependsOn: [one/a] }]',
      three: 'milestones: [{ id: c, title: C, due: 2026-12-14, dependsOn: [two/b] }]',
    };
    expect(shifted(texts, 'a', '2026-12-09')?.moved).toEqual(['two#b 12-16', 'three#c 12-17']);
  });
});

describe('with milestones inside', () => {
  const phase = (type: string) => `  - id: p
    title: P
    start: 2026-12-07
    due: 2026-12-18
    dependsOn: [{ id: a, type: ${type} }]
    milestones:
      - { id: p1, title: P1, due: 2026-12-11 }
      - { id: p2, title: P2, due: 2026-12-18, status: done }
      - { id: p3, title: P3, milestones: [{ id: p4, title: P4, start: 2026-12-14, due: 2026-12-16 }] }
  - { id: q, title: Q, due: 2026-12-21, dependsOn: [p4] }
`;

  test('all that is still ahead in it moves, and what has begun keeps its start', () => {
    expect(moved(phase('FS'))).toEqual(['p 12-23', 'p1 12-16', 'p4 12-17..12-21', 'q 12-24']);
  });

  test('only its due date moves where only its finish waits', () => {
    expect(moved(phase('FF'))).toEqual(['p 12-23']);
  });

  const inside = (more: string) => `milestones:
  - id: p
    title: P${more}
    milestones:
      - { id: a, title: A, due: 2026-12-04 }
      - { id: b, title: B, due: 2026-12-08 }
  - { id: q, title: Q, due: 2026-12-21, dependsOn: [p] }
`;

  test.each([
    ['the last one is later', 'b', '2026-12-10', '', ['q 12-23']],
    ['one becomes the last', 'a', '2026-12-09', '', ['q 12-24']],
    ['another is still the last', 'a', '2026-12-07', '', []],
    ['the last one is earlier', 'b', '2026-12-07', '', ['q 12-18']],
    ['one that is not the last is earlier', 'a', '2026-12-03', '', []],
    ['it is due later itself', 'b', '2026-12-10', '\n    due: 2026-12-11', []],
  ] as const)('what waits for all of it, when %s', (_name, id, due, more, expected) => {
    expect(shifted(inside(more), id, due)?.moved).toEqual(expected);
  });

  test('what is inside the one that is rescheduled stays', () => {
    const text = `milestones:
  - { id: p, title: P, due: 2026-12-04, milestones: [{ id: a, title: A, due: 2026-12-04 }] }
  - { id: q, title: Q, due: 2026-12-21, dependsOn: [a] }
  - { id: r, title: R, due: 2026-12-21, dependsOn: [p] }
`;
    expect(shifted(text, 'p', '2026-12-07')?.moved).toEqual(['r 12-22']);
  });
});

test('a chain of 20 000 neither overflows nor takes long', () => {
  const length = 20_000;
  const sample = readPlanFile('milestones: [{ title: M, due: 2026-12-04 }]', 'plan');
  const [one] = sample.plan?.milestones ?? [];
  if (!one || !sample.plan) throw new Error('no sample');
  const milestones = Array.from({ length }, (_, at) => ({
    ...one,
    id: `m${at}`,
    key: `m${at}`,
    dependsOn: at === 0 ? [] : [{ id: `m${at - 1}`, type: 'FS' as const }],
  }));
  const plan = { ...sample.plan, milestones };
  const all = { uri: uriOf('plan'), baseName: 'plan', plan, file: { ...sample, plan } };
  const found = shiftOf([all], joinPlans([all]).links, { ref: `${all.uri}#m0`, due: day('2026-12-09') });
  expect(found?.moved).toHaveLength(length - 1);
});
