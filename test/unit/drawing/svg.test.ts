import { describe, expect, test } from 'vitest';
import { day } from '../../../src/base/day';
import { timelineSheets, timelineSvg } from '../../../src/drawing/svg';
import { noDay, rowFlags, rowStates, type TimelineRows } from '../../../src/report/timelineRows';
import { payloads } from '../../browser/fixtures/payloads';
import { namesIn, options, overlaps, rowsOfPlan, samples, textsIn } from './pictures';
import { rows, today } from './rows';
import { elementsOf, readXml, textOf, type XmlElement } from './xml';

function draw(of: TimelineRows, more: Partial<typeof options> = {}): XmlElement {
  return readXml(timelineSvg(of, { ...options, ...more }).svg);
}

const texts = (root: XmlElement) => textsIn(root).map(({ text }) => text);
const drawable = new Set(['svg', 'g', 'path', 'rect', 'text', 'title', 'desc']);

describe.each(samples)('the picture of %s', (_, text) => {
  const all = rowsOfPlan(text);
  const root = draw(all);

  test('is made of shapes and words alone, with nothing to load and nothing to name', () => {
    expect([...namesIn(root)].filter((name) => !drawable.has(name))).toEqual([]);
    const attributes = new Set([...elementsOf(root)].flatMap((element) => [...element.attributes.keys()]));
    for (const name of attributes) expect(name).not.toMatch(/^(?:on|id$|class$|style$|href|xlink|src)/);
    const values = [...elementsOf(root)].flatMap((element) => [...element.attributes.values()]);
    expect(values.filter((value) => /url\(|NaN|Infinity|undefined/.test(value))).toEqual([]);
  });

  test('no words lie over others or are cut', () => {
    const placed = textsIn(root);
    expect(overlaps(placed)).toEqual([]);
    const cut = placed.filter(({ left, right, clip }) => left < clip[0] - 0.5 || right > clip[1] + 0.5);
    expect(cut.map((each) => each.text)).toEqual([]);
  });

  test('every row has its words, or they are told in the title column', () => {
    const seen = new Set(texts(root));
    for (let row = 0; row < all.count; row++) {
      const [first = ''] = (all.details.at(row) ?? '').split(' · ');
      const isSeen = [...seen].some((each) => each.startsWith(first.slice(0, 12)));
      expect(isSeen, `${all.titles.at(row)}: ${first}`).toBe(true);
    }
  });
});

describe('what a picture tells', () => {
  const website = samples[0]?.[1] ?? '';

  test('title, period, today, day and legend', () => {
    const root = draw(rowsOfPlan(website), { title: 'Website relaunch' });
    expect(root.attributes.get('role')).toBe('img');
    expect(root.attributes.get('aria-label')).toBe('Website relaunch, 5 October 2026 to 19 February 2027');
    const words = texts(root);
    for (const each of [
      'Website relaunch',
      '5 October 2026 to 19 February 2027',
      'Today, 23 Nov',
      'As of 23 November 2026',
    ])
      expect(words).toContain(each);
    for (const each of ['Late', 'Done', 'Deadline', 'Depends on', 'Agreed date (baseline)'])
      expect(words).toContain(each);
    expect(words).not.toContain('Cancelled');
  });

  test('the axis has two levels', () => {
    const words = texts(draw(rowsOfPlan(website)));
    expect(words).toEqual(expect.arrayContaining(['October 2026', 'November 2026', '12', '19']));
  });

  test('a day of the edge is the range that is asked for', () => {
    const range = { from: day('2026-11-02'), to: day('2026-12-01') };
    const words = texts(draw(rowsOfPlan(website), { range }));
    expect(words).toContain('November 2026');
    expect(words).not.toContain('February 2027');
  });

  test('without rows it says so', () => {
    const { svg, height } = timelineSvg(rows([]), options);
    expect(texts(readXml(svg))).toEqual(['Plan', 'No milestones yet', 'As of 23 November 2026']);
    expect(height).toBeGreaterThan(100);
  });

  test('a plan without days still has its name, an axis and today', () => {
    const words = texts(draw(rowsOfPlan('project: Nothing\n')));
    expect(words).toContain('Nothing');
    expect(words).toContain('Today, 23 Nov');
  });

  test('what is collapsed is left out, and an arrow to it ends at what it lies in', () => {
    const specs = [
      { depth: 0, start: '2026-11-01', end: '2026-12-20' },
      { depth: 1, start: '2026-11-01', end: '2026-12-01' },
      { depth: 2, end: '2026-11-20' },
      { depth: 1, start: '2026-12-02', end: '2026-12-20' },
    ];
    const of = rows(specs, [2, 3]);
    const whole = texts(draw(of));
    const less = draw(of, { collapsed: new Set([1]) });
    expect(whole).toContain('title 2');
    expect(texts(less)).not.toContain('title 2');
    expect(texts(less)).toContain('Depends on');
  });

  test('a long title is shortened, and told whole to who points at it', () => {
    const long =
      'A title that goes on and on and tells of everything that will ever happen in this project and the next one';
    const root = draw({ ...rows([{ depth: 1, end: '2026-12-01' }]), titles: [long] });
    expect(texts(root).some((each) => each.startsWith('A title that goes on') && each.endsWith('…'))).toBe(true);
    const told = [...elementsOf(root)].filter(({ name }) => name === 'title').map(textOf);
    expect(told.some((each) => each.startsWith(long))).toBe(true);
  });

  test('rows beyond the most are counted', () => {
    const many = rows(
      Array.from({ length: 40 }, () => ({ end: '2026-12-01' })),
      [0, 39, 3, 4],
    );
    const root = draw(many, { mostRows: 10 });
    expect(texts(root)).toContain('30 more rows are not shown here.');
    expect(texts(root)).toContain('title 9');
    expect(texts(root)).not.toContain('title 10');
  });

  test('the head of a group has its name and no state', () => {
    const of = rows([{ depth: 0 }, { depth: 1, end: '2026-12-01' }]);
    const root = draw({ ...of, titles: ['Anna (1)', 'One'], flags: Uint8Array.from([rowFlags.group, 0]) });
    expect(texts(root)).toContain('Anna (1)');
  });
});

test('sheets show every row once below an axis each, and the legend last', () => {
  const all = rowsOfPlan(samples[1]?.[1] ?? '');
  const sheets = timelineSheets(all, options, 22).map(({ svg }) => readXml(svg));
  expect(sheets).toHaveLength(Math.ceil(all.count / 22) + 1);
  const titles = sheets.slice(0, -1).flatMap((sheet) => texts(sheet).filter((text) => text.startsWith('Node.js 1')));
  const own = Array.from({ length: all.count }, (_, row) => all.titles.at(row) ?? '');
  expect(titles.filter((text) => own.includes(text))).toEqual(own.filter((text) => text.startsWith('Node.js 1')));
  for (const sheet of sheets.slice(0, -1)) expect(texts(sheet)).toContain('Today, 23 Nov');
  expect(texts(sheets.at(-1) as XmlElement)).toContain('As of 23 November 2026');
  for (const sheet of sheets) expect(overlaps(textsIn(sheet))).toEqual([]);
});

/** Every text a row has, replaced. */
function withTexts(of: TimelineRows, text: string): TimelineRows {
  const all = Array.from({ length: of.count }, () => text);
  const overload = { who: text, text, label: text, from: today, to: day('2026-12-01') };
  return { ...of, titles: all, details: all, notes: all, labels: all, overloads: [overload] };
}

test('no text becomes markup', () => {
  const all = rowsOfPlan(samples[0]?.[1] ?? '');
  const hostile = [
    ...payloads,
    ']]>',
    '<!--',
    '&lt;b>',
    '&#60;script>',
    '\u202e<b>',
    '\0<b>',
    '\ud800<b>',
    '\uffff',
    'a\nb',
  ];
  for (const text of hostile) {
    const root = draw(withTexts(all, text), { title: text });
    expect([...namesIn(root)].filter((name) => !drawable.has(name))).toEqual([]);
    expect(root.attributes.get('aria-label')).toMatch(/, 5 October 2026/);
  }
});

test('invisible and misleading signs go, and halves of pairs are replaced', () => {
  const { svg } = timelineSvg(rows([]), { ...options, title: 'a\u202eb\u0000c\u200bd\ud800e\u2028f' });
  expect(texts(readXml(svg))[0]).toBe('abcd\ufffde f');
});

describe('whatever the rows', () => {
  /** The same numbers at each run. */
  function* numbers(seed: number): Generator<number> {
    for (let state = seed >>> 0; ; ) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      yield state / 0x1_0000_0000;
    }
  }

  function anyRows(seed: number): TimelineRows {
    const source = numbers(seed);
    const next = (below: number) => Math.floor((source.next().value as number) * below);
    const maybeDay = () => (next(3) === 0 ? undefined : dayText(today + next(900) - 300));
    let depth = 0;
    const specs = Array.from({ length: 1 + next(60) }, (_, row) => {
      depth = row === 0 ? 0 : Math.max(1, Math.min(depth + 1, next(depth + 2)));
      const words = ['due in 4 days', 'done 3 days late · 60 %', '', 'blocked', 'за 12 дней', '残り3日', 'مكتمل'];
      return {
        ...{ depth, state: rowStates[next(rowStates.length)] ?? ('planned' as const), progress: next(101) },
        ...{ details: words[next(words.length)] ?? '', notes: next(2) ? 'critical · −3 d float' : '' },
        ...Object.fromEntries(
          (['start', 'end', 'baseline', 'deadline', 'forecast', 'lateFinish'] as const).flatMap((name) => {
            const at = maybeDay();
            return at === undefined ? [] : [[name, at]];
          }),
        ),
        ...{ critical: next(4) === 0, short: next(6) === 0 },
      };
    });
    const links = Array.from({ length: next(40) }, () => [next(specs.length), next(specs.length)]).flat();
    return rows(specs, links);
  }

  function dayText(at: number): string {
    return new Date(at * 86_400_000).toISOString().slice(0, 10);
  }

  test.each(Array.from({ length: 60 }, (_, seed) => seed + 1))(
    'run %i is a picture without words over words',
    (seed) => {
      const of = anyRows(seed);
      const root = draw(of, seed % 3 === 0 ? { width: 700, density: 'compact' } : {});
      expect([...namesIn(root)].filter((name) => !drawable.has(name))).toEqual([]);
      expect(overlaps(textsIn(root))).toEqual([]);
      const shownTitles = texts(root).filter((text) => text.startsWith('ti'));
      expect(shownTitles).toHaveLength(of.count);
      expect(of.end.every((end) => end === noDay || Number.isFinite(end))).toBe(true);
    },
  );
});
