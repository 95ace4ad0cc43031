import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerWords, answerWordsByLanguage } from '../../../src/agreement/answerWords';
import { readReply } from '../../../src/agreement/reply';
import { personOf, writerOf } from '../../../src/agreement/replyWriter';
import { c, d, replies } from './replies';

it.each(replies)('%j', (text, expected) => {
  const { statements } = readReply(text);
  expect(statements.map(({ decision, codes }) => [decision, codes])).toEqual(
    expected.map(([decision, codes]) => [decision, codes]),
  );
  expected.forEach(([, , note], at) => {
    if (note !== undefined) expect(statements[at]?.note).toBe(note);
  });
});

it('has many cases', () => expect(replies.length).toBeGreaterThanOrEqual(130));

describe('the words a request asks to be answered with', () => {
  const all = Object.entries(answerWordsByLanguage).flatMap(([language, { approved, changes, rejected }]) => [
    [language, approved, 'approved'],
    [language, changes, 'changes-requested'],
    [language, rejected, 'rejected'],
  ]);
  it.each(all)('%s: %s is %s', (_, word, decision) => {
    for (const written of [word, word.toLowerCase(), word.normalize('NFD').replace(/\p{M}/gu, '')]) {
      for (const text of [`${written} ${c}`, `${written} ${c}: the logo`, `${c} ${written}`, `${written} ${c} ${d}`]) {
        expect(readReply(text).statements.map((each) => each.decision)).toEqual([decision]);
      }
    }
  });

  it('are English where there are none', () => {
    expect(answerWords('de-AT').approved).toBe('FREIGEGEBEN');
    expect(answerWords('ja')).toEqual(answerWords('en-GB'));
    expect(answerWords('constructor')).toEqual(answerWords('en'));
  });
});

describe('why nothing was decided', () => {
  it.each([
    [`approved ${c} if it rains`, 'condition'],
    [`is ${c} approved?`, 'question'],
    [`approved ${c}, rejected ${c}`, 'contradiction'],
    [`hello ${c}`, 'none'],
  ])('%s', (text, why) => expect(readReply(text).statements[0]?.why).toBe(why));
});

describe('who wrote it', () => {
  it.each([
    ['From: Ana Ruiz <Ana@Acme.example>\nTo: Kim\n\nApproved', { name: 'Ana Ruiz', email: 'ana@acme.example' }],
    ['Von: "Ruiz, Ana" <ana@acme.example>\nAn: Kim\n\nFreigegeben', { name: 'Ruiz, Ana', email: 'ana@acme.example' }],
    ['Approved\n\nKind regards,\nAna Ruiz\nAcme', { name: 'Ana Ruiz' }],
    ['Approved\n-- \nAna Ruiz\nana@acme.example', { name: 'Ana Ruiz', email: 'ana@acme.example' }],
    ['Approved', undefined],
  ])('%j', (text, writer) => expect(readReply(text).writer).toEqual(writer));

  const people = [
    { key: 'ana', name: 'Ana Ruiz', email: 'ana@acme.example' },
    { key: 'me', name: 'Kim Lee' },
    { key: 'jose', name: 'José Gil' },
    { key: 'kim2', name: 'Kim Park' },
  ];
  it.each([
    [{ email: 'ana@acme.example' }, 'ana'],
    [{ name: 'ana ruiz' }, 'ana'],
    [{ name: 'Ruiz, Ana' }, 'ana'],
    [{ name: 'Jose Gil' }, 'jose'],
    [{ name: 'José' }, 'jose'],
    [{ name: 'me' }, 'me'],
    [{ name: 'Kim' }, undefined],
    [{ name: 'Somebody' }, undefined],
  ])('%j is %s', (writer, key) => expect(personOf(people, writer)).toBe(key));

  it('is nobody without a name', () => expect(writerOf(undefined, [])).toBeUndefined());
});

describe('hostile mails', () => {
  const many = 100_000;
  it.each([
    ['heads', 'On a wrote '.repeat(many)],
    ['quotes', '> '.repeat(many)],
    ['lines of quotes', '> a\n'.repeat(many)],
    ['decisions in one line', 'approved '.repeat(many)],
    ['decisions in one clause each', 'approved, '.repeat(many)],
    ['lines', 'approved\n'.repeat(many)],
    ['codes in one line', `${c} `.repeat(many)],
    ['codes in lines', Array.from({ length: many }, (_, at) => `${at}`.padStart(10, '0')).join('\n')],
    ['answers', `CHANGES ${c},`.repeat(many / 2)],
    ['almost codes', 'a-b c-'.repeat(many)],
    ['blanks', ' '.repeat(10 * many)],
    ['breaks', '\n'.repeat(10 * many)],
    ['marks', '?!.'.repeat(3 * many)],
    ['dashes', '- -- --- '.repeat(many)],
    ['farewells', 'best regards\n'.repeat(many)],
    ['one word', 'a'.repeat(10 * many)],
    ['broken heads', 'On a\n'.repeat(many)],
    ['fields', 'From: a\nTo: b\n'.repeat(many / 2)],
  ])('%s are read in a moment', (_, text) => {
    const began = performance.now();
    readReply(text);
    // The longest part of it that is read word by word.
    readReply(text.slice(0, 90_000));
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('never throws and never names a code that is not there', () => {
    const piece = fc.constantFrom(
      'approved',
      'not',
      c,
      '\n',
      '> ',
      '?',
      'if',
      'changes',
      ',',
      ' ',
      '\ud83d',
      'é',
      ':',
      'From: a@b\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { statements } = readReply(pieces.join(''));
        expect(statements.length).toBeGreaterThan(0);
        expect(statements.flatMap(({ codes }) => codes).every((each) => each === c)).toBe(true);
      }),
    );
  });
});
