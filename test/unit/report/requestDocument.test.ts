import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contractOf } from '../../../src/agreement/contract';
import { digestOf, shortCodeOf } from '../../../src/agreement/digest';
import { readReply } from '../../../src/agreement/reply';
import type { RequestedMilestone } from '../../../src/agreement/requestFile';
import { day } from '../../../src/base/day';
import { sayer } from '../../../src/base/message';
import { readPlanFile } from '../../../src/model/read';
import { changeRequestDocument } from '../../../src/report/changeRequestDocument';
import { lineDifference } from '../../../src/report/changeRequestLines';
import { documentHtml } from '../../../src/report/documentHtml';
import { documentMarkdown } from '../../../src/report/documentMarkdown';
import { documentText } from '../../../src/report/documentText';
import { requestDocument } from '../../../src/report/requestDocument';
import { website } from './website';

const english = { say: sayer('en-GB'), locale: 'en-GB' };

function requested(text: string): readonly RequestedMilestone[] {
  const { plan } = readPlanFile(text, 'plan');
  if (!plan) throw new Error('unreadable');
  return plan.milestones.map((each) => {
    const contract = contractOf(plan, each);
    return { id: each.key, digest: digestOf(contract), contract };
  });
}

const [design, live] = requested(website);
if (!design || !live) throw new Error('no milestones');
const code = shortCodeOf(design.digest) ?? '';
const one = {
  project: 'Website relaunch',
  client: 'Acme GmbH',
  from: 'Kim Lee',
  answerBy: day('2026-11-30'),
  milestones: [design],
};

it('reads like a letter', () => {
  expect(documentMarkdown(requestDocument(one, english))).toBe(`# Website relaunch: request for approval

For Acme GmbH

Please approve the following milestone. What you would agree to is exactly this:

## Design approved

All page templates, signed off on desktop and phone.

**Included**

- Five templates

**Not included**

- Illustrations

**This assumes**

- Texts arrive by 16 November

**You get**

- Figma file – [https:/\\/example\\.com/figma](<https://example.com/figma>)

**It is done when**

- Contrast at least 4.5 to 1 everywhere
- Five templates approved by the client

* Due: **4 December 2026**
* Amount: **€4,000**

Code: \`${code}\`

## How to answer

Please reply to this message with one of these lines:

- \`APPROVED ${code}\` – to approve it
- \`CHANGES ${code}: what should change\` – to ask for changes
- \`REJECTED ${code}: why\` – to reject it

Please answer by 30 November 2026.

The code stands for exactly what is written above. If any of it changes, the code changes too, and you will be asked again. Your answer is kept as a recorded approval.

**Kim Lee**
`);
});

it('asks for several at once', () => {
  const both = documentText(requestDocument({ ...one, milestones: [design, live] }, english));
  expect(both).toContain(`APPROVED ${code} ${shortCodeOf(live.digest)}`);
  expect(both).not.toContain('signature');
});

it.each(['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'])('its answers are understood: %s', (locale) => {
  const { blocks } = requestDocument(one, { say: sayer(locale), locale });
  const lines = blocks
    .flatMap((block) => (block.kind === 'list' ? block.items : []))
    .flatMap(([first]) => (typeof first === 'object' && first.kind === 'code' ? [first.text] : []));
  expect(lines.map((line) => readReply(line).statements[0])).toMatchObject([
    { decision: 'approved', codes: [code] },
    { decision: 'changes-requested', codes: [code] },
    { decision: 'rejected', codes: [code] },
  ]);
});

describe('holds exactly the fields of the contract', () => {
  const covered = ['title', 'description', 'in', 'out', 'assumptions', 'deliverable', 'url', 'criterion'];
  const marked = `version: 1
project: P
client: MARKclient
description: MARKplandescription
currency: EUR
timezone: MARKtimezone
baseline: MARKbaseline
people: { MARKkey: { name: MARKname, role: MARKrole, email: MARKemail, rate: 77777 } }
risks: [{ title: MARKplanrisk }]
milestones:
  - id: MARKid
    title: MARKtitle
    description: MARKdescription
    scope: { in: [MARKin], out: [MARKout], assumptions: [MARKassumptions] }
    deliverables: [{ title: MARKdeliverable, url: 'https://MARKurl.example' }]
    acceptanceCriteria: [{ text: MARKcriterion, done: true, evidence: [MARKevidence] }]
    due: 2031-01-02
    deadline: 2032-03-04
    amount: 4321
    start: 2029-05-06
    baseline: 2030-07-08
    started: 2029-05-07
    status: in-progress
    tasks: [{ title: MARKtask, owner: MARKkey, url: 'https://MARKtaskurl.example' }]
    dependsOn: [MARKdepends]
    owner: MARKkey
    risks: [{ title: MARKrisk, response: MARKresponse }]
    blockedBy: { text: MARKblocked, who: MARKwho }
    clientAction: MARKaction
    approvals: [{ by: MARKby, decision: rejected, note: MARKnote }]
    payment: { state: funded, funded: 2028-09-10, invoice: MARKinvoice }
    changes: [{ on: 2027-11-12, field: due, from: MARKfrom, to: MARKto, reason: MARKreason }]
    tags: [MARKtag]
    notes: MARKnotes
    internal: MARKinternal # MARKcomment
    milestones: [{ title: MARKinside, due: 2033-04-05, amount: 9876 }]
`;
  const milestones = requested(marked);
  const was = { digest: digestOf({ title: 'MARKtitle' }), contract: { title: 'MARKtitle' } };
  const documents = [
    requestDocument({ project: 'P', milestones }, english),
    changeRequestDocument({ project: 'P', milestones: milestones.map((each) => ({ ...each, was })) }, english),
  ];
  const outputs = documents.flatMap((each) => [
    documentMarkdown(each),
    documentText(each),
    documentHtml(each),
    JSON.stringify(each),
  ]);
  it.each(outputs)('%#', (output) => {
    const found = new Set([...output.matchAll(/MARK([a-z]+)/gi)].map(([, name]) => name));
    expect([...found].sort()).toEqual([...covered].sort());
    for (const shown of ['2 January 2031', '4 March 2032', '€4,321']) expect(output).toContain(shown);
    expect(output).not.toMatch(/77777|77,777|9,?876|2027|2028|2029|2030|2033|funded|rejected|progress/);
  });
});

describe('a change request', () => {
  const now = requested(
    website
      .replace('due: 2026-12-04', 'due: 2026-12-11')
      .replace('Illustrations', 'Photos')
      .replace('signed off', 'checked'),
  )[0];
  if (!now) throw new Error('no milestone');
  const was = { digest: design.digest, contract: design.contract, on: day('2026-11-20'), by: 'Ana Ruiz' };
  const text = documentMarkdown(changeRequestDocument({ ...one, milestones: [{ ...now, was }] }, english));
  it('tells what was agreed and what it is now', () => {
    expect(text).toContain(`Ana Ruiz approved it on 20 November 2026 with the code ${code}.`);
    expect(text).toContain('Due: 4 December 2026 → **11 December 2026**');
    expect(text).toContain('No longer: Illustrations');
    expect(text).toContain('**New: Photos**');
    expect(text).toContain('**New: All page templates, checked on desktop and phone.**');
    expect(text).toContain(`APPROVED ${shortCodeOf(now.digest)}`);
    expect(text).not.toContain(`APPROVED ${code}`);
  });

  it('also where the approved text is not known', () => {
    const unknown = { ...one, milestones: [{ ...now, was: { digest: design.digest } }] };
    expect(documentText(changeRequestDocument(unknown, english))).not.toContain('What has changed');
  });
});

it('cuts no description', () => {
  const long = `${'Word '.repeat(9_000)}END`;
  const contract = { title: 'T', description: long };
  const written = documentText(
    requestDocument({ project: 'P', milestones: [{ id: 't', digest: digestOf(contract), contract }] }, english),
  );
  expect(written.match(/Word|END/g)).toHaveLength(9_001);
});

it('compares lines', () => {
  expect(lineDifference('a\nb\nc', 'a\nx\nc')).toEqual({ gone: ['b'], added: ['x'] });
  expect(lineDifference('a\nb', 'b\na').gone).toHaveLength(1);
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 8 }).map((all) => all.join('\n'));
  fc.assert(
    fc.property(lines, lines, (was, is) => {
      const { gone, added } = lineDifference(was, is);
      const count = (text: string) => text.split('\n').filter((line) => line !== '').length;
      expect(count(was) - gone.length).toBe(count(is) - added.length);
    }),
  );
});
