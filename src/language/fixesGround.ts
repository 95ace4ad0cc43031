// What the fixes of a page are made from: its text with its nodes, its plan, and what stands at a problem's place. Knows no fix.
import { type Day, isoDay } from '../base/day';
import { fillIn, type Message, type Say, sayer } from '../base/message';
import { composeEdits } from '../base/pieces';
import type { Span, TextEdit } from '../base/text';
import type { Change } from '../model/change';
import { planEdit } from '../model/edit';
import { type Edited, edited } from '../model/editTarget';
import { mapAt, mapIn, type NewField, pairsOf, topMap, withField, withoutField, writeFields } from '../model/patch';
import type { Milestone, Plan } from '../model/plan';
import { allMilestones, type Places } from '../model/planFile';
import type { Problem } from '../model/problem';
import { fresh, type Written } from '../model/spliceScalar';
import type { MapNode } from '../model/spliceText';
import { plain } from '../report/plain';
import type { Fix, FixOptions } from './fixesKinds';
import type { Page } from './page';

export interface Ground {
  readonly page: Page;
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly options: FixOptions;
  /** Today where the plan is kept. */
  readonly today: Day;
  readonly say: Say;
  /** Nothing of a text that is no YAML. */
  readonly source: Edited | undefined;
  readonly plan: Plan | undefined;
}

export function groundOf(page: Page, problems: readonly Problem[], options: FixOptions): Ground {
  const { loaded, file } = options.read(page.text, page.baseName, { ...options.load, nodes: true });
  const zone = file.plan?.timezone;
  return {
    page,
    text: page.text,
    problems,
    options,
    today: zone === undefined ? options.today : (options.todayIn?.(zone) ?? options.today),
    say: options.say ?? sayer('en', fillIn),
    source: loaded.document && edited(loaded, loaded.document, file),
    plan: file.plan,
  };
}

/** A milestone and where it stands. */
export interface Standing {
  readonly milestone: Milestone;
  readonly place: Places;
}

/** The innermost milestone whose characters hold an offset. */
export function milestoneAt({ plan, source }: Ground, offset: number): Standing | undefined {
  let found: Standing | undefined;
  for (const milestone of allMilestones(plan?.milestones ?? [])) {
    const place = source?.file.places.get(milestone.key);
    if (place && place.span.start <= offset && offset <= place.span.end) found = { milestone, place };
  }
  return found;
}

/** The map a milestone stands in as. */
export function mapOf({ source }: Ground, { place }: Standing): MapNode | undefined {
  return source && mapAt(source, place.span.start);
}

export function chars({ text }: Ground, { start, end }: Span): string {
  return text.slice(start, end);
}

/** A text from the file as it may stand in a title. */
export function shown(text: string): string {
  return plain(text, 60);
}

interface More {
  readonly preferred?: boolean;
  readonly all?: boolean;
}

/** A fix, or none when there is nothing to edit. */
export function fix(
  title: Message,
  edits: readonly TextEdit[] | undefined,
  { preferred = false, all = false }: More = {},
): readonly Fix[] {
  if (!edits || edits.length === 0 || overlap(edits)) return [];
  // Edits at one place become one, so that no editor has to know their order.
  return [{ title, edits: composeEdits(edits, []), preferred, all }];
}

export function overlap(edits: readonly TextEdit[]): boolean {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return ordered.some(({ span }, at) => span.start < (ordered[at - 1]?.span.end ?? 0));
}

export function replace(span: Span, text: string): readonly TextEdit[] {
  return [{ span, text }];
}

/** The edits of changes, proved as those of every command. */
export function changed({ page, options }: Ground, changes: readonly Change[]): readonly TextEdit[] | undefined {
  const planned = planEdit(page.text, page.baseName, changes, { ...options.load, read: options.read });
  return 'refused' in planned ? undefined : planned.edits;
}

const conventional = [
  ...['id', 'title', 'description', 'start', 'due', 'deadline', 'baseline', 'status', 'started', 'completed'],
  ...['progress', 'weight', 'owner', 'effort', 'duration', 'remaining', 'dependsOn'],
];

/** Writes one single value of a milestone, in its place or where it conventionally stands. */
export function withValue(ground: Ground, at: Standing, name: string, value: string): readonly TextEdit[] | undefined {
  const map = mapOf(ground, at);
  if (!ground.source || !map) return undefined;
  return writeFields(ground.source, map, [{ name, written: { kind: kindOf(value), value }, after: before(name) }]);
}

function kindOf(value: string): Written['kind'] {
  return /^\d{4}-\d\d-\d\d$/.test(value) ? 'word' : 'text';
}

/** Writes a list of a milestone that has none; never behind a field that goes at the same time. */
export function withList(
  ground: Ground,
  at: Standing,
  name: string,
  value: Pick<NewField, 'inline' | 'lines'>,
  gone?: string,
): readonly TextEdit[] | undefined {
  const map = mapOf(ground, at);
  return (
    ground.source &&
    map &&
    withField(ground.source, map, { ...value, name, after: before(name).filter((each) => each !== gone) })
  );
}

function before(name: string): readonly string[] {
  const at = conventional.indexOf(name);
  return at < 0 ? conventional : conventional.slice(0, at);
}

export function withDay(ground: Ground, at: Standing, name: string, day: Day): readonly TextEdit[] | undefined {
  return withValue(ground, at, name, isoDay(day));
}

/** Takes a field of a milestone away, whatever its value is; `undefined` where it is not there or twice. */
export function withoutOwn(ground: Ground, at: Standing, name: string): readonly TextEdit[] | undefined {
  const map = mapOf(ground, at);
  const [pair, second] = map ? pairsOf(map, name) : [];
  return ground.source && map && pair && !second ? withoutField(ground.source, { map, pair }) : undefined;
}

const beforePeople = [
  'version',
  'project',
  'client',
  'description',
  'currency',
  'timezone',
  'start',
  'deadline',
  'baseline',
  'calendar',
];

/** Adds a line to `people`, or the field itself in front of the milestones. */
export function withPerson({ source, plan }: Ground, key: string, inline: string): readonly TextEdit[] | undefined {
  const top = source && topMap(source);
  if (!top) return undefined;
  const [people] = pairsOf(top, 'people');
  if (people) {
    const map = mapIn(source, people);
    return map && withField(source, map, { name: key, after: plan?.people.map((person) => person.key) ?? [], inline });
  }
  const line = `${fresh({ kind: 'text', value: key })}: ${inline}`;
  return withField(source, top, { name: 'people', after: beforePeople, inline: `{ ${line} }`, lines: [line] });
}
