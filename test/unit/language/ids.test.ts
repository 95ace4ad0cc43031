import { expect, test } from 'vitest';
import { mentionsOf, namedAt, type PlanText } from '../../../src/language/ids';
import { cursor, planText } from './plans';

/** The plan `plan` with `|` at the cursor, and what it names with every place that names it marked by `⟦⟧`, or `⟪⟫` where the place declares it. */
function shown(marked: string, others: Readonly<Record<string, string>> = {}): readonly string[] | undefined {
  const { text, offset } = cursor(marked);
  const own = planText('plan', text);
  const plans = [own, ...Object.entries(others).map(([name, other]) => planText(name, other))];
  const found = namedAt(plans, own, offset);
  return found && plans.map((plan) => marks(plan, mentionsOf(plans, found.named)));
}

function marks({ uri, text }: PlanText, mentions: ReturnType<typeof mentionsOf>): string {
  let result = '';
  let at = 0;
  for (const { span, declares } of mentions.filter((mention) => mention.uri === uri)) {
    const [open, close] = declares ? ['⟪', '⟫'] : ['⟦', '⟧'];
    result += text.slice(at, span.start) + open + text.slice(span.start, span.end) + close;
    at = span.end;
  }
  return result + text.slice(at);
}

test.each([
  [
    'an id',
    'milestones: [{ id: de|sign, title: D }, { title: L, dependsOn: [design] }]',
    '⟪design⟫, title: D }, { title: L, dependsOn: [⟦design⟧] }]',
  ],
  ['right behind it', 'milestones: [{ id: a|, title: A }]', '⟪a⟫, title: A }]'],
  [
    'a predecessor',
    'milestones: [{ id: a, title: A }, { title: B, dependsOn: [|a] }, { title: C, dependsOn: [b, a] }]',
    '⟪a⟫, title: A }, { title: B, dependsOn: [⟦a⟧] }, { title: C, dependsOn: [b, ⟦a⟧] }]',
  ],
  [
    'a predecessor with a lag',
    'milestones: [{ id: a, title: A }, { title: B, dependsOn: [{ id: a|, lag: 2d }] }]',
    '⟪a⟫, title: A }, { title: B, dependsOn: [{ id: ⟦a⟧, lag: 2d }] }]',
  ],
  [
    'in quotation marks',
    'milestones: [{ id: "a", title: A }, { title: B, dependsOn: [\'|a\', { "id": "a" }] }]',
    '"⟪a⟫", title: A }, { title: B, dependsOn: [\'⟦a⟧\', { "id": "⟦a⟧" }] }]',
  ],
  [
    'the file before the id',
    'milestones: [{ id: a, title: A }, { title: B, dependsOn: [pl|an/a, a] }]',
    '⟪a⟫, title: A }, { title: B, dependsOn: [plan/⟦a⟧, ⟦a⟧] }]',
  ],
  [
    'a milestone inside',
    'milestones: [{ title: B, dependsOn: [in|ner], milestones: [{ id: inner, title: I }] }]',
    '[⟦inner⟧], milestones: [{ id: ⟪inner⟫, title: I }] }]',
  ],
  [
    'a title the id follows from',
    'milestones: [{ title: Site li|ve }, { title: B, dependsOn: [site-live] }]',
    '⟪Site live⟫ }, { title: B, dependsOn: [⟦site-live⟧] }]',
  ],
  [
    'the first of two with one id',
    'milestones: [{ id: a, title: A }, { id: a, title: B }, { title: C, dependsOn: [a|] }]',
    '⟪a⟫, title: A }, { id: a, title: B }, { title: C, dependsOn: [⟦a⟧] }]',
  ],
  [
    'the second of two with one id',
    'milestones: [{ id: a, title: A }, { id: |a, title: B }, { title: C, dependsOn: [a] }]',
    'a, title: A }, { id: ⟪a⟫, title: B }, { title: C, dependsOn: [a] }]',
  ],
])('%s', (_, marked, expected) => {
  expect(shown(marked)?.[0]?.endsWith(expected)).toBe(true);
});

test.each([
  ['a title beside an id', 'milestones: [{ id: a, title: A| }]'],
  ['a key', 'milestones: [{ i|d: a, title: A }]'],
  ['an id nobody has', 'milestones: [{ id: a, title: A, dependsOn: [no|pe] }]'],
  ['a due date', 'milestones: [{ id: a, title: A, due: 2026-|12-04 }]'],
  ['a comment', '# |a\nmilestones: [{ id: a, title: A }]'],
  ['a text that is no YAML', 'milestones: [{ id: |a, title: A'],
  ['nobody', 'milestones: [{ id: a, title: A, blockedBy: { text: ana, who: |IT } }]'],
])('%s names nothing that can be found', (_, marked) => {
  const found = shown(marked);
  expect(found === undefined || !/[⟪⟦]a[⟫⟧]/.test(found.join())).toBe(true);
});

test('other files are found by their name, of two the first, and an own one before all', () => {
  const others = {
    brand: 'milestones: [{ id: logo, title: Logo }]',
    shop: 'milestones: [{ id: logo, title: L, dependsOn: [logo, brand/logo] }, { title: M, dependsOn: [{ id: "brand/logo" }] }]',
  };
  expect(shown('milestones: [{ title: A, dependsOn: [bra|nd/logo] }]', others)).toEqual([
    'milestones: [{ title: A, dependsOn: [brand/⟦logo⟧] }]',
    'milestones: [{ id: ⟪logo⟫, title: Logo }]',
    'milestones: [{ id: logo, title: L, dependsOn: [logo, brand/⟦logo⟧] }, { title: M, dependsOn: [{ id: "brand/⟦logo⟧" }] }]',
  ]);
});

const everywhere = `people:
  me: { name: Kim }
  ana:
    name: Ana
risks:
  - { title: R, owner: ana }
milestones:
  - id: a
    title: ana
    owner: ana
    responsible: "ana"
    accountable: [me, ana]
    tasks:
      - ana
      - { title: "owner: ana", owner: 'ana' }
      - title: T
        owner: ana # who else
    risks: [{ title: R, owner: ana }]
    approvals:
      - by: ana
        decision: approved
    blockedBy: { text: ana, who: ana }
    milestones:
      - title: Inner
        owner: ana
  - title: Other
    owner: me
`;
const marked = `people:
  me: { name: Kim }
  ⟪ana⟫:
    name: Ana
risks:
  - { title: R, owner: ⟦ana⟧ }
milestones:
  - id: a
    title: ana
    owner: ⟦ana⟧
    responsible: "⟦ana⟧"
    accountable: [me, ⟦ana⟧]
    tasks:
      - ana
      - { title: "owner: ana", owner: '⟦ana⟧' }
      - title: T
        owner: ⟦ana⟧ # who else
    risks: [{ title: R, owner: ⟦ana⟧ }]
    approvals:
      - by: ⟦ana⟧
        decision: approved
    blockedBy: { text: ana, who: ⟦ana⟧ }
    milestones:
      - title: Inner
        owner: ⟦ana⟧
  - title: Other
    owner: me
`;

const places = [...marked.matchAll(/[⟪⟦]/g)].map(({ index }, at) => index - 2 * at);

test.each(places)('a person named at %i is found everywhere', (offset) => {
  expect(shown(`${everywhere.slice(0, offset + 1)}|${everywhere.slice(offset + 1)}`)).toEqual([marked]);
});

test.each(['\r\n'])('with line ends %j too', (eol) => {
  const text = everywhere.replaceAll('\n', eol);
  const at = text.indexOf('by: ana') + 5;
  expect(shown(`${text.slice(0, at)}|${text.slice(at)}`)).toEqual([marked.replaceAll('\n', eol)]);
});

test('what stands behind an alias is found where it is written', () => {
  const text =
    'people: { ana: {} }\nx: &who\n  owner: ana\nmilestones:\n  - title: A\n    <<: *who\n  - { title: B, owner: a|na }\n';
  const found = shown(text)?.[0] ?? '';
  expect(found).toContain('{ ⟪ana⟫: {} }');
  expect(found).toContain('owner: ⟦ana⟧ }');
});
