// Text in, hints out: what a plan does not say, at the characters where a person would look for it.
import { describe, expect, it, test } from 'vitest';
import { day } from '../../../src/base/day';
import { joinPlans } from '../../../src/model/join';
import type { Problem } from '../../../src/model/problem';
import { readPlanFile } from '../../../src/model/read';
import { schedulePlans } from '../../../src/schedule/schedulePlans';
import { say } from './build';

/** The hints on the plan `a` among plans given by their names. */
function hintsOf(texts: Readonly<Record<string, string>>): readonly Problem[] {
  const plans = Object.entries(texts).map(([baseName, text]) => {
    const file = readPlanFile(text, baseName);
    expect(file.problems.filter(({ code }) => code !== 'id.missing' && code !== 'problems.more')).toEqual([]);
    return { uri: `file:///${baseName}`, baseName, text, file, plan: file.plan };
  });
  const inputs = plans.flatMap(({ uri, plan, file }) =>
    plan ? [{ uri, plan, places: file.places, fields: file.fields }] : [],
  );
  const options = { todayFor: () => day('2026-11-23'), dueSoonDays: 7 };
  return schedulePlans(inputs, joinPlans(plans), options).get('file:///a')?.problems ?? [];
}

/** `code ⟦characters⟧ → instead` for each hint of one plan. */
function told(text: string, others: Readonly<Record<string, string>> = {}): readonly string[] {
  return hintsOf({ a: text, ...others }).map(({ code, span, instead }) => {
    const marked = `${code} ⟦${text.slice(span.start, span.end)}⟧`;
    return instead === undefined ? marked : `${marked} → ${instead}`;
  });
}

/** Whether a comma follows the name of a day differs between versions of the runtime. */
const sentences = (text: string, others = {}) =>
  hintsOf({ a: text, ...others }).map(({ message }) => say(message).replace(/day, (?=\d)/g, 'day '));
const only = (code: string, all: readonly string[]) => all.filter((each) => each.startsWith(code));

const people = 'people: { me: { name: Kim Lee }, ana: { name: Ana Ruiz, role: client } }\n';
const says = 'description: All pages, owner: me, start: 2026-11-23, acceptanceCriteria: [Approved by Ana]';
/** A milestone nothing can be said against, but for the fields given. */
const good = (fields: string) =>
  `${people}milestones:\n  - { id: a, title: Design, due: 2026-12-04, ${says}${fields} }\n`;
const without = (field: RegExp, more = '') => good(more).replace(field, '');
/** Two or more milestones of which only dates and dependencies are told. */
const row = (...rows: string[]) =>
  `${people}milestones:\n${rows.map((each, at) => `  - { title: T${at}, ${each}, ${says} }\n`).join('')}`;

describe('a milestone that says everything', () => {
  it('gets no hint', () => expect(told(good(''))).toEqual([]));
});

describe('a milestone that says too little', () => {
  test.each([
    ['no criteria', without(/, acceptanceCriteria: \[.*?\]/), 'quality.noCriteria ⟦Design⟧'],
    ['an empty list of them', good('').replace('[Approved by Ana]', '[]'), 'quality.noCriteria ⟦Design⟧'],
    ['a vague one', good('').replace('Approved by Ana', 'Looks good'), 'quality.vagueCriterion ⟦Looks good⟧'],
    [
      'a vague one with fields',
      good('').replace('Approved by Ana', '{ evidence: a.md, text: "Looks good" }'),
      'quality.vagueCriterion ⟦"Looks good"⟧',
    ],
    ['no owner', without(/owner: me, /), 'quality.noOwner ⟦Design⟧'],
    ['no description', without(/description: All pages, /), 'quality.noDescription ⟦Design⟧'],
    ['a blank description', good('').replace('All pages', '" "'), 'quality.noDescription ⟦Design⟧'],
    ['neither start nor predecessor', without(/start: 2026-11-23, /), 'quality.noStart ⟦Design⟧'],
    [
      'money without criteria',
      without(/, acceptanceCriteria: \[.*?\]/, ', amount: 4000'),
      'quality.amountWithoutCriteria ⟦4000⟧',
    ],
  ])('%s', (_, text, hint) => {
    expect(told(text)).toContain(hint);
    expect(told(text).filter((each) => !/noCriteria|amountWithout/.test(each))).toHaveLength(
      /noCriteria|amountWithout/.test(hint) ? 0 : 1,
    );
  });

  it('is told what to do, and why', () => {
    expect(
      sentences(`milestones:\n  - { title: A, amount: 5, acceptanceCriteria: [Nice] }\n  - { title: B, amount: 5 }`),
    ).toEqual([
      'This cannot be checked as it stands. Name a number, or what is to be tested, approved or delivered.',
      'Nobody answers for this. Name one person with `owner:`.',
      'Nothing says what belongs to this. Add a sentence or two with `description:`.',
      'Nothing says when work on this begins. Add `start:`, or `dependsOn:` with what comes first.',
      'Nothing says when this is done. Add `acceptanceCriteria:` with what both sides can check.',
      'Nobody answers for this. Name one person with `owner:`.',
      'Nothing says what belongs to this. Add a sentence or two with `description:`.',
      'Nothing says when work on this begins. Add `start:`, or `dependsOn:` with what comes first.',
      'An amount is due for this, but nothing says what it is paid for. Add `acceptanceCriteria:` with what both sides can check.',
      'Nobody on the client’s side can approve anything in this plan. Add one to `people:`, with a role such as `client`.',
    ]);
  });
});

describe('nothing is said', () => {
  test.each([
    ['about what is done', 'milestones: [{ title: A, due: 2026-12-05, completed: 2026-11-20, amount: 5 }]'],
    ['about what is cancelled', 'milestones: [{ title: A, due: 2026-12-05, status: cancelled }]'],
    [
      'about what lies in either',
      'milestones: [{ title: A, status: done, milestones: [{ title: B, due: 2026-12-05 }] }]',
    ],
    ['about a criterion that is met', good('').replace('Approved by Ana', '{ text: Looks good, done: true }')],
    ['about the start of work that has begun', without(/start: 2026-11-23, /, ', status: in-progress')],
    ['about the start of work that was handed in', without(/start: 2026-11-23, /, ', status: submitted')],
    ['about an amount of nothing', good(', amount: 0')],
    ['about a plan without milestones', 'client: Acme'],
  ])('%s', (_, text) => expect(told(text)).toEqual([]));
});

describe('what stands around a milestone counts for it', () => {
  const outer = (fields: string, inner: string) =>
    `${people}milestones:\n  - title: Outer\n    ${fields}\n    milestones:\n      - { title: Inner, ${inner} }\n`;
  const all = 'description: All pages\n    owner: me\n    start: 2026-11-23';
  test.each([
    ['owner, description and start', outer(`${all}`, 'acceptanceCriteria: [Approved by Ana]'), []],
    ['its criteria', outer(`${all}\n    acceptanceCriteria: [Approved by Ana]`, 'due: 2026-12-04'), []],
    ['criteria inside are enough for what holds them', outer(all, 'acceptanceCriteria: [2 pages], amount: 5'), []],
    ['and for its amount', outer(`${all}\n    amount: 9`, 'acceptanceCriteria: [2 pages]'), []],
    [
      'but not the other way round for an owner',
      outer('description: A', `${says}`),
      ['noOwner ⟦Outer⟧', 'noStart ⟦Outer⟧'],
    ],
    ['without any, what is inside needs them', outer(all, 'due: 2026-12-04'), ['noCriteria ⟦Inner⟧']],
    ['what was cancelled inside measures nothing', outer(all, 'status: cancelled'), ['noCriteria ⟦Outer⟧']],
  ])('%s', (_, text, hints) => expect(told(text)).toEqual(hints.map((hint) => `quality.${hint}`)));
});

describe('the start of the plan', () => {
  const two = row('due: 2026-12-11', 'due: 2026-12-04', 'due: 2026-12-18').replaceAll('start: 2026-11-23, ', '');
  it('is that of what comes first, in the file and in time', () => {
    expect(only('quality.noStart', told(two))).toHaveLength(3);
    expect(only('quality.noStart', told(`start: 2026-11-23\n${two}`))).toEqual(['quality.noStart ⟦T2⟧']);
  });
});

describe('due on a day off', () => {
  const due = (date: string, more = '', top = '') => `${top}${good(more).replace('2026-12-04', date)}`;
  const holidays = 'calendar: { holidays: [2026-12-04..2026-12-11], workdays: [2026-12-12, 2026-12-09] }\n';
  const friday = 'people: { me: { name: Kim Lee, calendar: { workweek: [mon, tue], holidays: [2026-12-08] } } }\n';
  test.each([
    ['a Saturday', due('2026-12-05'), ['2026-12-05⟧ → 2026-12-07']],
    [
      'a Friday where the week has none',
      due('2026-12-04', '', 'calendar: { workweek: [mon, sun] }\n'),
      ['2026-12-04⟧ → 2026-12-06'],
    ],
    ['a holiday, and the next day that was opened', due('2026-12-05', '', holidays), ['2026-12-05⟧ → 2026-12-09']],
    ['a worked Saturday', due('2026-12-12', '', holidays), []],
    ['a day opened among the holidays', due('2026-12-09', '', holidays), []],
    ['a day the owner does not work', due('2026-12-08').replace(people, friday), ['2026-12-08⟧ → 2026-12-14']],
    ['a day the owner works', due('2026-12-07').replace(people, friday), []],
    ['a quoted date', due('"2026-12-05"'), ['2026-12-05⟧ → 2026-12-07']],
    [
      'a year of holidays',
      due('2026-12-05', '', 'calendar: { holidays: [2026-01-01..2028-12-31] }\n'),
      ['2026-12-05⟧'],
    ],
  ])('%s', (_, text, hints) => {
    expect(only('quality.dayOff', told(text)).map((hint) => hint.replace(/.*⟦"?|"(?=⟧)/g, ''))).toEqual(hints);
  });

  it('says which day to take', () => {
    expect(sentences(due('2026-12-05'))).toEqual([
      'This is due on a day off, Saturday 5 December 2026. Take the next working day, Monday 7 December 2026.',
    ]);
    expect(sentences(due('2026-12-08').replace(people, friday))).toEqual([
      'Kim Lee does not work on Tuesday 8 December 2026. Take the next working day, Monday 14 December 2026.',
    ]);
  });

  test.each([
    [
      'before a successor that is due then',
      row('id: x, due: 2026-12-05', 'due: 2026-12-05, dependsOn: [x]'),
      ['2026-12-04', '2026-12-07'],
    ],
    ['before the deadline', good(', deadline: 2026-12-06').replace('2026-12-04', '2026-12-05'), ['2026-12-04']],
    [
      'before the end of what it lies in',
      good(', milestones: [{ title: B, due: 2026-12-05 }]').replace('2026-12-04', '2026-12-05'),
      ['2026-12-07', '2026-12-04'],
    ],
    [
      'neither way, where both are taken',
      row('id: w, due: 2026-12-05', 'id: x, due: 2026-12-05, dependsOn: [w]', 'due: 2026-12-05, dependsOn: [x]'),
      ['2026-12-04', undefined, '2026-12-07'],
    ],
  ])('the other day does not contradict another date: %s', (_, text, days) => {
    expect(
      hintsOf({ a: text })
        .filter(({ code }) => code === 'quality.dayOff')
        .map(({ instead }) => instead),
    ).toEqual(days);
  });
});

describe('due before a predecessor', () => {
  const pair = (first: string, second: string) => row(`id: x, ${first}`, second);
  const hint = 'milestone.dueBeforePredecessor ⟦2026-12-04⟧';
  test.each([
    ['at the due date', pair('due: 2026-12-18', 'due: 2026-12-04, dependsOn: [x]'), [hint]],
    ['with a lag', pair('due: 2026-12-18', 'due: 2026-12-04, dependsOn: [{ id: x, lag: 2d }]'), [hint]],
    ['the same day is fine', pair('due: 2026-12-04', 'due: 2026-12-04, dependsOn: [x]'), []],
    ['a negative lag says so', pair('due: 2026-12-18', 'due: 2026-12-04, dependsOn: [{ id: x, lag: -2w }]'), []],
    ['only from finish to start', pair('due: 2026-12-18', 'due: 2026-12-04, dependsOn: [{ id: x, type: SS }]'), []],
    [
      'a predecessor that is done',
      pair('due: 2026-12-18, status: done', 'due: 2026-12-04, dependsOn: [x]').replace('[Approved by Ana]', '[]'),
      [],
    ],
    ['done itself', pair('due: 2026-12-18', 'due: 2026-12-04, status: cancelled, dependsOn: [x]'), []],
    [
      'of several, once',
      row('id: x, due: 2026-12-18', 'id: z, due: 2026-12-11', 'due: 2026-12-04, dependsOn: [z, x]'),
      [hint],
    ],
  ])('%s', (_, text, hints) => expect(only('milestone.', told(text))).toEqual(hints));

  it('is a warning that names the predecessor and its date, here and in another plan', () => {
    const [found] = hintsOf({ a: row('id: x, due: 2026-12-18', 'due: 2026-12-04, dependsOn: [x]') });
    expect(found?.severity).toBe('warning');
    expect(found && say(found.message)).toBe(
      'This waits for “T0”, which is due only on 18 December 2026. Move one of the two.',
    );
    const brand = { b: `project: Brand guide\n${row('id: logo, due: 2026-12-18')}` };
    expect(sentences(row('due: 2026-12-04, dependsOn: [b/logo]'), brand)).toEqual([
      'This waits for “T0” of Brand guide, which is due only on 18 December 2026. Move one of the two.',
    ]);
  });
});

describe('more than 44 working days to the next checkpoint', () => {
  const start = (day: string, text: string) => text.replaceAll('start: 2026-11-23', `start: ${day}`);
  test.each([
    ['44 of them', row('due: 2026-12-04', 'due: 2027-02-04'), []],
    ['45 of them', row('due: 2026-12-04', 'due: 2027-02-05'), ['2027-02-05']],
    [
      'without those of the holidays',
      `calendar: { holidays: [2026-12-24..2027-01-01] }\n${row('due: 2026-12-04', 'due: 2027-02-12')}`,
      [],
    ],
    ['in the order of time, not of the file', row('due: 2027-03-26', 'due: 2026-12-04', 'due: 2027-01-29'), []],
    ['one inside another', row('due: 2027-03-25, milestones: [{ title: I, due: 2027-01-22 }]'), []],
    ['from the start of the work', start('2026-09-01', row('due: 2026-12-04')), ['2026-12-04']],
    ['from the start of the plan', `start: 2026-09-01\n${row('due: 2026-12-04')}`, ['2026-12-04']],
    [
      'since what was done last',
      row('due: 2026-09-04, completed: 2026-09-04', 'due: 2026-12-18')
        .replace('[Approved by Ana]', '[]')
        .replaceAll('start: 2026-11-23', 'start: 2026-09-01'),
      ['2026-12-18'],
    ],
    [
      'up to what is done already',
      start('2026-07-01', row('due: 2026-11-20, completed: 2026-11-20')).replace('[Approved by Ana]', '[]'),
      [],
    ],
  ])('%s', (_, text, days) => {
    expect(only('quality.longGap', told(text))).toEqual(days.map((day) => `quality.longGap ⟦${day}⟧`));
  });

  it('says how many and since when', () => {
    expect(sentences(row('due: 2026-12-04', 'due: 2027-02-05'))).toEqual([
      'The checkpoint before, “T0” on 4 December 2026, is 45 working days earlier. Plan one in between, so that a delay is seen early.',
    ]);
    expect(sentences(`start: 2026-09-01\n${row('due: 2026-12-04')}`)).toEqual([
      'The first checkpoint is 68 working days after the start on 1 September 2026. Plan one in between, so that a delay is seen early.',
    ]);
  });
});

describe('all weight on the last milestone', () => {
  test.each([
    ['by weights', row('due: 2026-12-04, weight: 1', 'due: 2026-12-11, weight: 99'), ['⟦99⟧']],
    ['by efforts', row('due: 2026-12-04, effort: 1d', 'due: 2026-12-11, effort: 3w'), ['⟦3w⟧']],
    ['against weights nobody wrote', row('due: 2026-12-04', 'due: 2026-12-11', 'due: 2026-12-18, weight: 8'), ['⟦8⟧']],
    ['the last in time, not in the file', row('due: 2026-12-11, weight: 9', 'due: 2026-12-04'), ['⟦9⟧']],
    ['not on another one', row('due: 2026-12-04, weight: 99', 'due: 2026-12-11'), []],
    ['three quarters', row('due: 2026-12-04', 'due: 2026-12-11, weight: 3'), []],
    ['one alone', row('due: 2026-12-04, weight: 99'), []],
    ['one beside what was cancelled', row('due: 2026-12-04, status: cancelled', 'due: 2026-12-11, weight: 99'), []],
    ['inside another one', good(', milestones: [{ title: B, weight: 1 }, { title: C, weight: 4 }]'), ['⟦4⟧']],
  ])('%s', (_, text, hints) => {
    expect(only('quality.weightLast', told(text)).map((hint) => hint.replace(/.* /, ''))).toEqual(hints);
  });
});

describe('nobody who approves on the side of the client', () => {
  const plan = (top: string, role: string, more = '') =>
    `${top}${good(more)}`.replace('role: client', role).replace('Approved by Ana', 'Approved by 2');
  test.each([
    ['for a client', plan('client: Acme\n', 'role: tester'), ['⟦Acme⟧']],
    ['for money, at the project', plan('project: Relaunch\n', 'role: tester', ', amount: 4000'), ['⟦Relaunch⟧']],
    ['for money, at the first amount', plan('', 'role: tester', ', amount: 4000'), ['⟦4000⟧']],
    ['nobody has to', plan('', 'role: tester'), []],
    ['by role', plan('client: Acme\n', "role: the client's lawyer"), []],
    ['by role in German', plan('client: Acme\n', 'role: Auftraggeberin'), []],
    ['by role in French', plan('client: Acme\n', "role: Maître d'ouvrage"), []],
    ['by role in Spanish', plan('client: Acme\n', 'role: Cliente'), []],
    ['by the name of the client', plan('client: Acme\n', 'role: Acme marketing'), []],
    [
      'by what somebody has decided',
      plan('client: Acme\n', 'role: tester', ', approvals: [{ by: ana, decision: rejected }]'),
      [],
    ],
  ])('%s', (_, text, hints) =>
    expect(told(text).map((hint) => hint.replace(/quality.noApprover /, ''))).toEqual(hints),
  );
});

describe('many of one kind', () => {
  it('are a hundred and the number of the rest, so that the text cannot make them cost more', () => {
    const text = `milestones:\n${Array.from({ length: 250 }, (_, at) => `  - { title: T${at} }\n`).join('')}`;
    const found = hintsOf({ a: text });
    expect(found.filter(({ code }) => code === 'quality.noOwner')).toHaveLength(100);
    const rest = found.filter(({ code }) => code === 'problems.more');
    expect(rest.map(({ message }) => [message.args.code, message.args.count])).toContainEqual(['quality.noOwner', 150]);
  });
});
