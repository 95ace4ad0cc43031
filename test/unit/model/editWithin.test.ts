// Edits planned within one item of a large text are those that planning in the whole text gives, whatever the text looks like.
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../../src/base/day';
import type { Change } from '../../../src/model/change';
import { keepingReader } from '../../../src/model/chunkReader';
import { planEdit } from '../../../src/model/edit';
import { unfitText } from '../../../src/model/editText';
import { planWithin } from '../../../src/model/editWithin';
import { readText } from '../../../src/model/read';
import { seed } from '../seed';
import { fixtures, mutated, type Named, randomOf, small } from './chunkTexts';
import { anyPlanText } from './editAnyText';
import { changeOf, type Pick, pick } from './editRandom';
import { type Variant, variants } from './editVariants';

const on = day('2026-11-23');

/** Where one item of the list is written in each of these ways, with something around it that the way it is edited may depend on. */
const items: readonly ((at: number) => string)[] = [
  (at) => `  - id: m${at}\n    title: Item ${at} # said\n    due: 2026-12-04\n    tasks: [a, b]\n`,
  (at) => `  - { id: m${at}, title: Item ${at}, progress: 10 }\n`,
  (at) => `  -   title: Item ${at}\n      tasks:\n        - a\n        - b # beside\n      # the end of it\n`,
  (at) => `  # above\n  - id: m${at}\n    title: Item ${at}\n    completed: 2026-11-01\n\n`,
  (at) =>
    `  - title: Item ${at}\n    milestones:\n      - title: Inner ${at}\n        acceptanceCriteria: [x]\n      - {title: Other ${at}}\n`,
  (at) => `  - id: m${at}\n    title: Item ${at}\n    notes: |+\n      kept\n\n`,
  (at) => `  - {id: m${at}, title: Item ${at}, tasks: [a, {title: b, done: true}]}\n`,
  (at) => `  - id: m${at}\n    title: Item ${at}\n    status: done\n# at the margin\n`,
  (at) => `  - id: m${at % 40}\n    title: Perhaps a twin\n`,
  (at) => `  - title: x\n    id: m${at}\n    progress: 30 %\n`,
];
const heads = ['milestones:\n', 'project: P\npeople: {kim: {}}\nmilestones:\n', '# c\nmilestones: # all\n\n'];
const tails = ['', 'risks:\n  - { title: R }\n', '# the end\n', '...\n', 'x-own: {a: 1}\n'];

function generated(number: number): Named {
  const random = randomOf(number);
  const of = <T>(all: readonly T[]) => all[random(all.length)] as T;
  const kinds = Array.from({ length: 1 + random(4) }, () => of(items));
  const [head, tail] = [of(heads), of(tails)];
  const end = random(200) === 0 ? 17_000 : of([100, 300, 600]);
  let list = '';
  for (let at = 0; list.length < end; at++) list += of(kinds)(at);
  let text = head + list + tail;
  if (random(5) === 0) text = text.replace(/\n+$/, '');
  if (random(3) === 0) text = text.replaceAll('\n', '\r\n');
  if (random(5) === 0) text = `\ufeff${text}`;
  return { name: `generated(${number})`, text };
}

const { read } = keepingReader({ chunkFrom: 0 });
const tally = { within: 0, not: 0, refused: 0 };

/** Both ways on one text; the text after the changes. What is not planned within an item is planned in the whole text. */
function hold({ name, text }: Variant, changes: readonly Change[]): string {
  const found = unfitText(text) ? undefined : planWithin(text, 'fixture', changes, { read });
  if (!found) {
    tally.not++;
    return text;
  }
  const plainly = planEdit(text, 'fixture', changes);
  tally.within++;
  if ('refused' in found) tally.refused++;
  if (!isDeepStrictEqual(found, plainly))
    expect(found, `${JSON.stringify(changes)} in ${name}: ${JSON.stringify(text)}`).toEqual(plainly);
  return 'refused' in found ? text : found.text;
}

function holdAll(variant: Variant, picks: readonly Pick[], together: boolean): void {
  let { text } = variant;
  const changesOf = (few: readonly Pick[]) => {
    const { file, parts } = read(text, 'fixture');
    const { plan } = file;
    return plan && parts ? few.map((picked) => changeOf(plan, picked)) : [];
  };
  for (const few of together ? [picks] : picks.map((one) => [one])) {
    const changes = changesOf(few);
    if (changes.length > 0) text = hold({ ...variant, text }, changes);
  }
}

describe('an edit within one item is the edit of the whole text', () => {
  const { parts, whole } = variants();
  const short = [...parts, ...small, ...fixtures(), ...whole].filter(
    ({ text }) => text.length < 2_500 && read(text, 'fixture').parts,
  );

  test(`of any change (seed ${seed})`, { timeout: 120_000 }, () => {
    const picks = fc.array(pick, { minLength: 1, maxLength: 4 });
    const text = fc.oneof(
      { arbitrary: fc.constantFrom(...short), weight: 3 },
      { arbitrary: fc.nat().map((number) => ({ name: `any(${number})`, text: anyPlanText(number) })), weight: 1 },
      { arbitrary: fc.nat().map(generated), weight: 3 },
    );
    const most = Number(process.env.MILEPOST_EDITS ?? 1_000);
    for (let run = 0; tally.within < most; run++) {
      if (run > most) throw new Error('Nearly nothing is planned within an item');
      fc.assert(
        fc.property(text, picks, fc.nat(9), (variant, few, number) => holdAll(variant, few, number === 0)),
        { seed: seed + run, numRuns: 50 },
      );
    }
    console.log(`Seed ${seed}:`, tally);
    expect(tally.not).toBeLessThan(2 * tally.within);
  });

  const filler = Array.from({ length: 400 }, (_, at) => `  - id: m${at}\n    title: A milestone\n    tasks: [a]\n`);
  const large = (first: string, tail = '') => `milestones:\n${first}${filler.join('')}${tail}`;
  const tick: Change = { kind: 'toggleTask', id: 'm200', task: 0 };

  test.each<[string, string, Change, string]>([
    ['braces as in the first item', large('  - {title: T}\n'), tick, '{title: a, done: true}'],
    ['braces as in most files', large('  - title: "{T}"\n'), tick, '{ title: a, done: true }'],
    ['braces as behind the list', large('', 'risks:\n  - {title: R}\n'), tick, '{title: a, done: true}'],
    [
      'a percent sign as another item has one',
      large('  - { title: T, progress: 5 % }\n').replace('tasks: [a]', ''),
      { kind: 'setProgress', id: 'm0', percent: 40 },
      'progress: 40%',
    ],
    ['line ends as in the file', large('').replaceAll('\n', '\r\n'), { kind: 'markDone', id: 'm7', on }, 'done\r\n'],
  ])('%s', (_, text, change, written) => {
    const found = planWithin(text, 'plan', [change], keepingReader());
    if (!found || 'refused' in found) throw new Error(found?.refused ?? 'not within');
    expect(found.text).toContain(written);
    expect(found).toEqual(planEdit(text, 'plan', [change]));
  });

  test.each<[string, string, readonly Change[]]>([
    ['a short text', `milestones:\n${filler[200]}`, [tick]],
    ['an id that two items have', large(filler[200] ?? ''), [{ ...tick, id: 'm200~2' }]],
    ['two items', large(''), [tick, { ...tick, id: 'm201' }]],
    ['a new title', large(''), [{ kind: 'rename', id: 'm200', title: 'New' }]],
    ['no change', large(''), []],
    ['an alias somewhere', large('  - { title: &t T, owner: *t }\n'), [tick]],
  ])('%s is planned whole', (_, text, changes) => {
    const keeping = keepingReader();
    expect(planWithin(text, 'plan', changes, keeping)).toBeUndefined();
    expect(planEdit(text, 'plan', changes, keeping)).toEqual(planEdit(text, 'plan', changes));
  });
});

test(`a text that is read with its tokens at once says what it says without (seed ${seed})`, () => {
  const random = randomOf(seed);
  for (let left = 800; left > 0; left--) {
    let text = small[random(small.length)]?.text ?? '';
    for (let steps = random(4); steps > 0; steps--) text = mutated(text, random);
    const { file, loaded } = readText(text, 'plan', { nodes: true });
    const light = readText(text, 'plan').file;
    if (!isDeepStrictEqual(file, light)) expect(file, JSON.stringify(text)).toEqual(light);
    expect(loaded.text).toBe(text);
  }
});

test('a short text is loaded once for an edit, and what the edit makes is not read again', () => {
  const { read } = keepingReader();
  const text = 'milestones:\n  - id: a\n    title: A\n';
  const planned = planEdit(text, 'plan', [{ kind: 'markDone', id: 'a', on }], { read });
  if ('refused' in planned) throw new Error(planned.refused);
  for (const each of [text, planned.text]) {
    const reading = read(each, 'plan');
    expect(Object.getOwnPropertyDescriptor(reading, 'loaded')).toHaveProperty('value.text', each);
    expect(reading.file).toEqual(readText(each, 'plan').file);
  }
});
