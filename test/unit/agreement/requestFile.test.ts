import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Contract, normalContract } from '../../../src/agreement/contract';
import { digestOf, shortCodeOf } from '../../../src/agreement/digest';
import {
  issuedIn,
  type RequestFile,
  readRequestFile,
  requestFileName,
  requestFileText,
} from '../../../src/agreement/requestFile';
import { day } from '../../../src/base/day';

const contract = normalContract({
  title: 'Design “approved”',
  description: 'a\n---\nb: "c"',
  due: '2026-12-04',
  amount: '4000.5',
  currency: 'EUR',
});
const digest = digestOf(contract);
const file: RequestFile = {
  on: day('2026-11-23'),
  plan: 'website.milestones.yaml',
  project: 'Website',
  milestones: [{ id: 'design', digest, contract }],
};
const text = requestFileText(file, '# Request\n\nPlease.');

function refusal(of: string): string | undefined {
  const read = readRequestFile(of);
  return 'refused' in read ? read.refused.text : undefined;
}

it('is Markdown below lines of JSON', () => {
  expect(text).toBe(
    `---\nmilepost: "request"\nversion: 1\non: "2026-11-23"\nplan: "website.milestones.yaml"\nproject: "Website"\nmilestones: ${JSON.stringify([{ id: 'design', title: contract.title, digest, contract }])}\n---\n\n# Request\n\nPlease.\n`,
  );
  expect(readRequestFile(text)).toEqual({ file });
  expect(readRequestFile(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual({ file });
  expect(issuedIn(file)).toEqual([{ on: file.on, milestone: 'design', digest, contract }]);
});

it('has a name that is free', () => {
  const code = shortCodeOf(digest);
  expect(requestFileName(file, [])).toBe(`2026-11-23-${code}.md`);
  expect(requestFileName(file, [`2026-11-23-${code}.MD`, `2026-11-23-${code}-2.md`])).toBe(`2026-11-23-${code}-3.md`);
});

describe('refused', () => {
  const tampered =
    'The request does not say any more what it said when it was issued: the text of “{title}” was changed.';
  it.each([
    ['the title', text.replace('"contract":{"title":"Design', '"contract":{"title":"Sketch'), tampered],
    ['the amount', text.replace('4000.5', '400.5'), tampered],
    ['the day', text.replace('2026-12-04', '2026-12-05'), tampered],
    ['the digest', text.replace(digest, digestOf({ title: 'x' })), tampered],
    ['another file', text.replace('"request"', '"summary"'), 'This file is not a request for approval.'],
    [
      'a later version',
      text.replace('version: 1', 'version: 2'),
      'The request was written by a later version of Milepost.',
    ],
    ['no day', text.replace('2026-11-23', '2026-11-31'), 'The request names no day on which it was issued.'],
    ['no plan', text.replace('"website.milestones.yaml"', 'null'), 'The request does not say which plan it is about.'],
    ['no milestone', text.replace(/milestones: \[.*\]/, 'milestones: []'), 'The request names no milestone.'],
    ['a number for a title', text.replace('"title":"Design “approved”","desc', '"title":1,"desc'), undefined],
    ['twice', text.replace('version: 1', 'version: 1\nversion: 1'), '“{key}” stands twice at the top of the file.'],
    ['no JSON', text.replace('"Website"', 'Website'), 'Line {line} of the file is not as Milepost writes it.'],
    ['no end', text.replace('\n---\n\n#', '\n#'), 'Line {line} of the file is not as Milepost writes it.'],
    ['nothing', '', 'The file does not begin with the lines Milepost writes.'],
    ['deep', `---\nmilestones: ${'['.repeat(200_000)}\n---\n`, 'Line {line} of the file is not as Milepost writes it.'],
    [
      'deep and whole',
      text.replace(/milestones: \[.*\]/, `milestones: ${'['.repeat(3000)}${']'.repeat(3000)}`),
      undefined,
    ],
  ])('%s', (_, changed, reason) => {
    expect(changed).not.toBe(text);
    expect(refusal(changed)).toBeDefined();
    if (reason !== undefined) expect(refusal(changed)).toBe(reason);
  });

  it('not for what a later version adds', () => {
    expect(readRequestFile(text.replace('version: 1', 'version: 1\nmood: "good"'))).toEqual({ file });
  });
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '---',
    '\n---\n',
    '"}]',
    '__proto__',
    '\u2028',
    '\u202e',
    '\ud800',
    '\ufeff',
    'a: b',
    '\\u0000',
    '\r',
    '',
  ),
);
const list = fc.option(fc.array(hostile, { maxLength: 3 }), { nil: undefined });
const anyContract = fc
  .record(
    {
      title: hostile,
      description: hostile,
      scope: fc.record({ in: fc.array(hostile, { maxLength: 2 }), out: fc.array(hostile, { maxLength: 2 }) }),
      deliverables: fc.array(fc.record({ title: hostile, url: hostile }), { maxLength: 3 }),
      acceptanceCriteria: list,
      due: fc.constant('2026-12-04'),
      amount: fc.constantFrom('1', '0.0001', '-5', '999999999999999.9999'),
      currency: hostile,
    },
    { requiredKeys: ['title'] },
  )
  .map((parts) => normalContract(parts as Contract))
  .filter(({ title }) => title !== '');

it('says what was written, whatever was written', () => {
  const name = hostile.map((each) => `x${each.replace(/[\ud800-\udfff]/g, '')}`);
  fc.assert(
    fc.property(fc.array(anyContract, { minLength: 1, maxLength: 4 }), name, hostile, (contracts, project, body) => {
      const milestones = contracts.map((each, at) => ({ id: `m${at}`, digest: digestOf(each), contract: each }));
      const written = { ...file, project, milestones };
      expect(readRequestFile(requestFileText(written, body))).toEqual({ file: written });
    }),
    { numRuns: 300 },
  );
});

it('throws for no file, and takes none that was changed for what it was', () => {
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(20), fc.string({ unit: 'binary', maxLength: 5 }), (at, count, insert) => {
      const read = readRequestFile(text.slice(0, at) + insert + text.slice(at + count));
      if ('file' in read) for (const each of read.file.milestones) expect(digestOf(each.contract)).toBe(each.digest);
    }),
    { numRuns: 2_000 },
  );
});
