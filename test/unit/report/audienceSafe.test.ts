import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contractOf } from '../../../src/agreement/contract';
import { digestOf } from '../../../src/agreement/digest';
import { promisesOf } from '../../../src/agreement/promises';
import type { IssuedRequest } from '../../../src/agreement/standing';
import { summaryFileText } from '../../../src/agreement/summaryFile';
import { addDays, day, isoDay } from '../../../src/base/day';
import { allMilestones } from '../../../src/model/planFile';
import { readPlanFile } from '../../../src/model/read';
import { changeRequestDocument } from '../../../src/report/changeRequestDocument';
import type { Document } from '../../../src/report/document';
import { documentHtml } from '../../../src/report/documentHtml';
import { documentMarkdown } from '../../../src/report/documentMarkdown';
import { documentText } from '../../../src/report/documentText';
import { exportName } from '../../../src/report/exportName';
import { invoiceCsv, invoiceDocument, invoiceOf } from '../../../src/report/invoice';
import { requestDocument } from '../../../src/report/requestDocument';
import { summaryDocument } from '../../../src/report/summary';
import { placesIn } from '../../../src/report/summaryTrace';
import { pageOf, svgOf } from '../../../src/shell/exportMake';
import { exportRows } from '../../../src/shell/exportRows';
import { makeSnapshot, type PlanSnapshot, type Snapshot } from '../../../src/snapshot';
import { english, uriOf } from './snapshotOf';

const today = day('2026-11-23');
const reader = { say: english, locale: 'en-GB', firstWeekday: 1 };

/** Stands wherever no client may look; each place has its own number, so that a failure says which. */
const marker = (place: number) => `CANARY${place}X`;
// Digits in the middle of a coordinate of a picture are none of these figures.
const anyMarker = /CANARY\d+X|(?<![\d.])(?:0\.8642|86\.42|98[,. ]?765|8642)(?!\d)/;

const someDay = fc.integer({ min: -60, max: 90 }).map((days) => isoDay(addDays(today, days)));
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const milestone = (inner: fc.Arbitrary<readonly object[]>) =>
  fc
    .record({
      start: optional(someDay),
      due: optional(someDay),
      baseline: optional(someDay),
      status: fc.constantFrom('planned', 'in-progress', 'submitted', 'done', 'on-hold', 'cancelled'),
      amount: optional(fc.nat(9000)),
      owner: optional(fc.constantFrom('kim', 'ana')),
      clientAction: optional(fc.constant('Send the texts')),
      payment: optional(fc.record({ state: fc.constantFrom('funded', 'submitted', 'approved'), submitted: someDay })),
      blockedBy: optional(fc.constantFrom({ text: 'Hosting', who: 'ana' }, { text: 'A permit' })),
      approved: optional(fc.boolean()),
      outside: fc.boolean(),
      milestones: inner,
    })
    .map(({ approved, outside, ...open }) => ({
      ...open,
      internal: marker(1),
      notes: 'Goes well',
      tasks: [{ title: marker(2), effort: '8642h', owner: 'kim', url: `https://${marker(3)}.example` }],
      acceptanceCriteria: [{ text: 'All pages load', done: true, evidence: [`reports/${marker(4)}.html`, marker(5)] }],
      risks: [
        { title: 'Texts late', probability: 0.8642, impact: '8642h', owner: 'hidden' },
        { title: 'Budget', impact: 98765, probability: 0.8642 },
        { title: marker(6), status: 'closed' },
      ],
      ...(approved === undefined
        ? {}
        : {
            approvals: [
              {
                by: 'ana',
                decision: approved ? 'approved' : 'changes-requested',
                on: '2026-11-10',
                digest: `v1:sha256:${'b'.repeat(64)}`,
                note: marker(7),
              },
            ],
          }),
      changes: [
        { on: '2026-11-10', field: 'amount', from: '1', to: '2', reason: marker(8) },
        { on: '2026-11-10', field: 'internal', from: marker(9), to: marker(10), reason: marker(11) },
      ],
      tags: [marker(12)],
      'x-own': marker(13),
      ...(outside ? { dependsOn: ['rival/secret'] } : {}),
    }));

const plan = fc
  .array(milestone(fc.array(milestone(fc.constant([])), { maxLength: 1 })), { minLength: 1, maxLength: 3 })
  .map((milestones) => ({
    project: 'Shop',
    client: 'Acme',
    currency: 'EUR',
    'x-plan': marker(14),
    calendar: { hoursPerDay: 6 },
    people: {
      kim: { name: 'Kim Lee', role: 'freelancer', rate: 98765, email: `${marker(15)}@kim.example` },
      ana: { name: 'Ana Ruiz', role: 'client', email: `${marker(16)}@ana.example` },
      hidden: { name: marker(17), email: `${marker(18)}@hidden.example` },
    },
    risks: [{ title: 'Bank', probability: 0.8642, impact: 98765, owner: 'hidden' }],
    milestones: numbered(milestones, ''),
  }));

function numbered(milestones: readonly object[], before: string): readonly object[] {
  return milestones.map((each, at) => {
    const id = `m${before}${at}`;
    const inner = 'milestones' in each ? (each.milestones as readonly object[]) : [];
    return { ...each, id, title: `Part ${before}${at}`, milestones: numbered(inner, `${at}-`) };
  });
}

const rival = `# ${marker(19)}
project: ${marker(20)}
client: ${marker(21)}
milestones: [{ id: secret, title: ${marker(22)}, due: 2027-06-30, status: in-progress }]
`;

function readAs(name: string, text: string) {
  const file = readPlanFile(text, name);
  return { uri: uriOf(name), baseName: name, folder: marker(25), text, file, plan: file.plan };
}

const rivalPlan = readAs('rival', rival);

function snapshotFor(plan: object): Snapshot {
  const plans = [readAs('shop', `# ${marker(23)}\n${JSON.stringify(plan)}\n# ${marker(24)}\n`), rivalPlan];
  const requests: IssuedRequest[] = [...allMilestones(plans[0]?.plan?.milestones ?? [])].map((each, at) => {
    const contract = contractOf({ currency: 'EUR' }, at % 2 === 0 ? each : { ...each, title: 'As it was' });
    return { on: day('2026-11-12'), milestone: each.key, digest: digestOf(contract), contract };
  });
  return makeSnapshot(plans, {
    number: 1,
    today,
    todayIn: () => today,
    dueSoonDays: 7,
    requestsOf: (uri) => (uri === uriOf('shop') ? requests : []),
    evidenceOf: () => () => 'missing',
  });
}

/** With what stands in front of the text. */
function issuedFile(shop: PlanSnapshot, body: string): string {
  const promises = promisesOf(shop);
  const planDigest = `v1:sha256:${'a'.repeat(64)}`;
  const summary = { on: today, plan: 'shop.milestones.yaml', audience: 'client', language: 'en', planDigest };
  return summaryFileText({ ...summary, options: { trace: true }, promises, before: promises }, body);
}

function* everythingForClients(snapshot: Snapshot, run: number): Generator<string> {
  const documents: Document[] = [];
  const [shop] = snapshot.plans;
  const uri = uriOf('shop');
  documents.push(
    summaryDocument(snapshot, {
      ...reader,
      audience: 'client',
      plan: uri,
      mermaid: true,
      ...(run % 2 === 0 && shop ? { trace: placesIn(shop, 'shop.milestones.yaml') } : {}),
      ...(run % 3 === 0 ? {} : { before: { promises: [{ id: 'm0', title: 'Part 0', due: day('2026-12-01') }] } }),
      ...(run % 2 === 0 ? {} : { since: day('2026-11-01') }),
    }),
  );
  if (shop && documents[0]) {
    yield issuedFile(shop, documentMarkdown(documents[0]));
    yield documentHtml(documents[0], { trace: placesIn(shop, 'shop.milestones.yaml') });
  }
  const asked = [...allMilestones(shop?.plan.milestones ?? [])].map((each) => {
    const contract = contractOf({ currency: 'EUR' }, each);
    return { id: each.key, digest: digestOf(contract), contract };
  });
  const request = { project: 'Shop', client: 'Acme', milestones: asked };
  documents.push(requestDocument(request, reader));
  const changed = asked.map((each) => ({ ...each, was: { digest: each.digest, contract: { title: 'As it was' } } }));
  documents.push(changeRequestDocument({ ...request, milestones: changed }, reader));
  for (const { id } of asked) {
    const invoice = shop && invoiceOf(shop, id, { number: '2026-1', on: today, dueDays: 14 });
    if (!invoice) continue;
    documents.push(invoiceDocument(invoice, reader));
    yield invoiceCsv(invoice);
  }
  for (const [at, document] of documents.entries()) {
    yield document.title;
    const encoders = [documentMarkdown, documentText, documentHtml];
    // Of the summary in every format, of the others in one after the other.
    for (const encode of at === 0 ? encoders : encoders.slice(run % 3, (run % 3) + 1)) yield encode(document);
  }
  const exported = exportRows(snapshot, { plan: uri }, reader);
  // Pictures take by far the longest.
  if (run % 4 === 0) {
    yield svgOf(exported, reader).svg;
    yield pageOf(exported, reader);
  }
  yield exportName(exported.baseName, exported.day, 'html');
}

test('nothing that is not for a client is in anything made for one', () => {
  let texts = 0;
  let plans = 0;
  fc.assert(
    fc.property(plan, (each) => {
      for (const text of everythingForClients(snapshotFor(each), plans++)) {
        const found = anyMarker.exec(text);
        expect(found && text.slice(Math.max(0, found.index - 60), found.index + 40)).toBeNull();
        texts += 1;
      }
    }),
    { numRuns: 150 },
  );
  expect(texts).toBeGreaterThan(1500);
});

test('the markers are there to be found', () => {
  const [each] = fc.sample(plan, { numRuns: 1, seed: 4 });
  const snapshot = snapshotFor(each ?? {});
  const team = documentMarkdown(summaryDocument(snapshot, { ...reader, audience: 'team', plan: uriOf('shop') }));
  expect(team).toContain(marker(1));
  expect(team).toContain('probability 86.4 %');
  for (const place of [4, 13, 15, 18, 23]) expect(snapshot.plans[0]?.text).toContain(marker(place));
});
