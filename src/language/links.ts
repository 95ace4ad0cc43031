// The addresses and files a plan's text names as proof or as where something lies, as far as a click may follow them. Opens nothing.
import type { Span } from '../base/text';
import type { Milestone } from '../model/plan';
import { allMilestones, type Places } from '../model/planFile';
import { openable } from '../report/links';
import { ownValue, valuesIn } from './idsEntries';
import type { Page } from './page';

export interface PlanLink {
  readonly span: Span;
  /** `http:`, `https:` or `mailto:`; or a path below the folder of the file, its parts joined by `/`. */
  readonly target: { readonly address: string } | { readonly path: string };
}

/** `url` of tasks and deliverables, `evidence` of criteria, and an invoice that is an address. Each only where it is safe to follow. */
export function linksOf({ text, file }: Pick<Page, 'text' | 'file'>): readonly PlanLink[] {
  const links: PlanLink[] = [];
  for (const milestone of allMilestones(file.plan?.milestones ?? [])) {
    const places = file.places.get(milestone.key);
    if (places) links.push(...linksIn(text, milestone, places));
  }
  return links;
}

function* linksIn(text: string, milestone: Milestone, { items, fields }: Places): Generator<PlanLink> {
  for (const list of ['tasks', 'deliverables'] as const) {
    const spans = items.get(list) ?? [];
    for (const [at, { url }] of milestone[list].entries()) yield* single(text, spans[at], 'url', url);
  }
  const criteria = items.get('acceptanceCriteria') ?? [];
  for (const [at, { evidence }] of milestone.acceptanceCriteria.entries()) {
    const span = criteria[at];
    if (span && evidence.length > 0) yield* evidenceIn(text, span, evidence);
  }
  yield* single(text, fields.get('payment'), 'invoice', milestone.payment?.invoice);
}

function* single(text: string, span: Span | undefined, name: string, url: string | undefined): Generator<PlanLink> {
  const address = addressOf(url);
  if (!span || address === undefined || url === undefined) return;
  const place = ownValue(text, span, name, url);
  if (place) yield { span: place, target: { address } };
}

function* evidenceIn(text: string, span: Span, evidence: readonly string[]): Generator<PlanLink> {
  const targets = evidence.map(targetOf);
  if (targets.every((target) => target === undefined)) return;
  const places = placesOf(text, span, evidence);
  for (const [at, target] of targets.entries()) {
    const place = places[at];
    if (place && target) yield { span: place, target };
  }
}

/** Where each piece of evidence stands. A text that is there only once needs no reading as YAML, which takes most of the time. */
function placesOf(text: string, span: Span, evidence: readonly string[]): readonly (Span | undefined)[] {
  const part = text.slice(span.start, span.end);
  const from = part.indexOf('evidence');
  // Each search goes through the whole part, so many of them would take the product of both lengths.
  const found = (evidence.length > 20 ? [undefined] : evidence).map((each) => {
    if (each === undefined) return undefined;
    const at = part.indexOf(each);
    const once = from >= 0 && at > from && part.lastIndexOf(each) === at;
    return once ? { start: span.start + at, end: span.start + at + each.length } : undefined;
  });
  if (found.every((place) => place !== undefined)) return found;
  const field = valuesIn(text, span).find(({ name }) => name === 'evidence');
  if (!field) return [];
  const values = field.inside.length > 0 ? field.inside : [field];
  const places = new Map(values.map(({ says, value }) => [says?.trim(), value]));
  return evidence.map((each) => places.get(each));
}

function targetOf(written: string): PlanLink['target'] | undefined {
  const address = addressOf(written);
  if (address !== undefined) return { address };
  const path = pathOf(written);
  return path === undefined ? undefined : { path };
}

/** What a click may open, and `http:` too, since the editor shows where a link leads before it opens it. */
function addressOf(written: string | undefined): string | undefined {
  return openable(written?.replace(/^http:/i, 'https:')) === undefined ? undefined : written;
}

/** A path that stays below its folder and is no commit, no version and no word: it ends in the name of a file with an ending. */
export function pathOf(written: string): string | undefined {
  if (written.length > 500 || unsafe.test(written) || /^[/~]|^[A-Za-z][\w+.-]*:/.test(written)) return undefined;
  const [path = ''] = written.split('#');
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  const name = parts.at(-1) ?? '';
  if (parts.includes('..') || !/[^.]\.[A-Za-z][A-Za-z0-9]{0,9}$/.test(name)) return undefined;
  return parts.join('/');
}

// Backslashes lead elsewhere on Windows, `${…}` and `%…%` are filled in by some shells, and invisible characters hide where a path leads.
const unsafe =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
  /[\u0000-\u001F\u007F-\u00A0"'<>\\^`{|}$%*?\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]|\p{Surrogate}/u;
