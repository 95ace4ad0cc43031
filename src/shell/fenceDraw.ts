// A fence of a Markdown text as HTML: the timeline of the plan it holds, or of a plan file it names. Everything in it is encoded and for a client's eyes. Knows no editor.
import type { Day } from '../base/day';
import { counted, message, type Say } from '../base/message';
import { positionsOf } from '../base/text';
import { timelineSvg } from '../drawing/svg';
import { xmlText } from '../drawing/svgText';
import { readPlanFile } from '../model/read';
import { makeSnapshot, type PlanSnapshot, type Snapshot } from '../snapshot';
import { exportRows } from './exportRows';

/** What fences are drawn with, as it is at the moment. */
export interface FenceGround {
  readonly say: Say;
  readonly locale: string;
  /** 1 Monday to 7 Sunday. */
  readonly firstWeekday: number;
  readonly maxBytes: number;
  readonly dueSoonDays: number;
  readonly today: (timezone?: string) => Day;
  /** The plans of the window; `undefined` until they have been read. */
  readonly snapshot: Snapshot | undefined;
  /** The URIs a path beside the Markdown document may stand for, likeliest first. */
  readonly urisOf: (path: string) => readonly string[];
}

const fenceClass = 'milepost-timeline';
/** Pixels; narrower than an export, because a preview is. */
const width = 960;
const mostRows = 500;
const mostProblems = 20;

/** The name or path of a plan file where the fence has nothing but one: `acme`, `plans/acme.milestones.yaml` or `plan: acme`. */
export function planNamedIn(body: string): string | undefined {
  const line = body.trim();
  if (line === '' || line.length > 500 || /[\r\n]/.test(line)) return undefined;
  const named = /^plan:[ \t]+(\S.*)$/.exec(line)?.[1] ?? (line.includes(':') ? undefined : line);
  return named?.replace(/^(["'])(.*)\1$/, '$2');
}

export function drawFence(body: string, ground: FenceGround): string {
  const named = planNamedIn(body);
  return named === undefined ? drawnHere(body, ground) : drawnFile(named, ground);
}

/** A sentence in place of a picture. */
export function fenceNote(sentence: string): string {
  return `<p><em>${xmlText(sentence)}</em></p>`;
}

/** The whole of a fence; `line` is where it stands in the document, for the preview to scroll along. */
export function fenceBlock(inside: string, line: string | null | undefined): string {
  const at = line !== null && line !== undefined && /^\d{1,9}$/.test(line) ? line : undefined;
  const place = at === undefined ? `class="${fenceClass}"` : `class="${fenceClass} code-line" data-line="${at}"`;
  return `<div ${place} dir="auto">${inside}</div>\n`;
}

/** The plan a fence names; `undefined` where there is none, or several. */
export function planFor(
  named: string,
  { snapshot, urisOf }: Pick<FenceGround, 'snapshot' | 'urisOf'>,
): PlanSnapshot | undefined {
  const found = snapshot ? plansNamed(snapshot, named, urisOf) : [];
  return found.length === 1 ? found[0] : undefined;
}

function drawnFile(named: string, ground: FenceGround): string {
  const { snapshot, say } = ground;
  if (!snapshot) return fenceNote(say(message('The plans are being read.')));
  const found = plansNamed(snapshot, named, ground.urisOf);
  const [plan] = found;
  const name = named.slice(0, 100);
  if (!plan) return fenceNote(say(message('There is no plan called {name} here.', { name })));
  if (found.length > 1)
    return fenceNote(say(message('Several plans are called {name}: write the path of the file.', { name })));
  return pictureOf(snapshot, plan, ground);
}

function plansNamed({ plans }: Snapshot, named: string, urisOf: FenceGround['urisOf']): readonly PlanSnapshot[] {
  for (const uri of urisOf(named)) {
    const plan = plans.find((known) => known.uri === uri);
    if (plan) return [plan];
  }
  return plans.filter(({ baseName }) => baseName === named);
}

function drawnHere(body: string, ground: FenceGround): string {
  const { say, maxBytes, today, dueSoonDays } = ground;
  const file = readPlanFile(body, say(message('Milestones')), { maxBytes });
  const uri = 'fence:plan';
  const read = { uri, baseName: 'milestones', folder: '', text: body, file, plan: file.plan };
  const list = problemList(body, file.problems, say);
  if (!file.plan) return list;
  const snapshot = makeSnapshot([read], { number: 0, today: today(), todayIn: today, dueSoonDays });
  const [plan] = snapshot.plans;
  return plan ? pictureOf(snapshot, plan, ground) + list : list;
}

function pictureOf(snapshot: Snapshot, { uri }: PlanSnapshot, { say, locale, firstWeekday }: FenceGround): string {
  const { rows, title } = exportRows(snapshot, { plan: uri }, { say, locale });
  return timelineSvg(rows, { say, locale, firstWeekday, title, width, mostRows, fluid: true }).svg;
}

/** What is wrong, with the line of the fence it stands in; a fence has no place among the editor's problems. */
function problemList(body: string, problems: ReturnType<typeof readPlanFile>['problems'], say: Say): string {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return '';
  const positionAt = positionsOf(body);
  const items = errors.slice(0, mostProblems).map((problem) => {
    const line = positionAt(problem.span.start).line + 1;
    const text = say(message('Line {line}: {problem}', { line, problem: problem.message }));
    return `<li>${xmlText(text.slice(0, 1_000))}</li>`;
  });
  const head = counted(errors.length, 'This plan has an error:', 'This plan has {count} errors:');
  return `<p>${xmlText(say(head))}</p><ul>${items.join('')}</ul>`;
}
