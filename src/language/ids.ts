// What an id or a person's key at a place of a plan's text names, and every other place that names the same, in all plans. Changes nothing.
import type { Span } from '../base/text';
import type { Milestone, Plan } from '../model/plan';
import { allMilestones, type Places, type PlanFile } from '../model/planFile';
import { type Around, innermost, personAt, placesOfPerson, unquoted } from './idsPeople';

/** The text of one plan and what was read from exactly it. */
export interface PlanText {
  readonly uri: string;
  readonly baseName: string;
  readonly text: string;
  readonly file: PlanFile;
}

/** A milestone, or someone in `people`, of one plan. */
export type Named =
  | { readonly is: 'milestone'; readonly uri: string; readonly key: string }
  | { readonly is: 'person'; readonly uri: string; readonly person: string };

/** One place that names something. */
export interface Mention {
  readonly uri: string;
  /** Exactly the characters of the id, without quotation marks and without the name of the file before it. */
  readonly span: Span;
  /** The `id` itself, the title it follows from, or the key in `people`. */
  readonly declares: boolean;
  /** The characters say something else that leads to the id: a title, or an alias. */
  readonly indirect: boolean;
}

/** What the characters at an offset name. `own` is the plan they stand in, which is one of `plans`, in the order of the snapshot. */
export function namedAt(
  plans: readonly PlanText[],
  own: PlanText,
  offset: number,
): { readonly named: Named; readonly mention: Mention } | undefined {
  const around = innermost(own.file, offset);
  const mention = around && mentionAt(own, around, offset);
  if (around && mention) {
    const { entry, ...place } = mention;
    const written = entry === undefined ? undefined : around.milestone.dependsOn[entry]?.id;
    if (entry === undefined)
      return { named: { is: 'milestone', uri: own.uri, key: around.milestone.key }, mention: place };
    const found = written === undefined ? undefined : resolve(plans, own, written);
    return found && { named: found, mention: place };
  }
  const place = personAt(own, offset);
  if (!place) return undefined;
  const { person, span, declares } = place;
  return {
    named: { is: 'person', uri: own.uri, person },
    mention: { uri: own.uri, span, declares, indirect: !says(own.text, span, person) },
  };
}

/** Every place that names it, plan by plan, each in the order of its text. */
export function mentionsOf(plans: readonly PlanText[], named: Named): readonly Mention[] {
  if (named.is === 'person') {
    const own = plans.find(({ uri }) => uri === named.uri);
    return (own ? placesOfPerson(own, named.person) : []).map(({ span, declares }) => ({
      uri: named.uri,
      span,
      declares,
      indirect: own === undefined || !says(own.text, span, named.person),
    }));
  }
  const resolving = resolver(plans);
  return plans.flatMap((plan) => [...mentionsIn(plan, named, resolving)].sort((a, b) => a.span.start - b.span.start));
}

/** The milestone an id means in a plan: one of its own, or `file-base-name/id`. Of several with one id the first, as everywhere. */
export function resolve(plans: readonly PlanText[], own: PlanText, id: string): MilestoneName | undefined {
  return resolver(plans)(own, id);
}

type MilestoneName = Extract<Named, { is: 'milestone' }>;
export type Resolve = (own: PlanText, id: string) => MilestoneName | undefined;

/** `resolve` for many ids of the same plans. */
export function resolver(plans: readonly PlanText[]): Resolve {
  const keyIn = ({ file }: PlanText, id: string) => file.plan && keysOf(file.plan).get(id);
  return (own, id) => {
    const slash = id.indexOf('/');
    const [name, rest] = slash < 0 ? [own.baseName, id] : [id.slice(0, slash), id.slice(slash + 1)];
    const others = slash < 0 ? [] : plans.filter(({ baseName, uri }) => baseName === name && uri !== own.uri);
    for (const plan of name === own.baseName ? [own, ...others] : others) {
      const key = keyIn(plan, rest);
      if (key !== undefined) return { is: 'milestone', uri: plan.uri, key };
    }
    return undefined;
  };
}

const indexes = new WeakMap<Plan, ReadonlyMap<string, string>>();

/** The key of the first milestone with each id. A plan is never changed, so looking through it once is enough. */
function keysOf(plan: Plan): ReadonlyMap<string, string> {
  const known = indexes.get(plan);
  if (known) return known;
  const keys = new Map<string, string>();
  for (const { id, key } of allMilestones(plan.milestones)) if (!keys.has(id)) keys.set(id, key);
  indexes.set(plan, keys);
  return keys;
}

function* mentionsIn(plan: PlanText, named: MilestoneName, resolving: Resolve): Generator<Mention> {
  const target = plan.uri === named.uri ? plan.file.places.get(named.key) : undefined;
  for (const milestone of allMilestones(plan.file.plan?.milestones ?? [])) {
    const places = plan.file.places.get(milestone.key);
    if (!places) continue;
    if (places === target) yield declaration(plan, milestone, places);
    for (const [entry, { id }] of milestone.dependsOn.entries()) {
      const found = resolving(plan, id);
      if (found?.uri !== named.uri || found.key !== named.key) continue;
      const place = reference(plan, places, entry, id);
      if (place) yield place;
    }
  }
}

function declaration({ uri, text }: PlanText, { id, idWritten }: Milestone, places: Places): Mention {
  const written = idWritten ? places.fields.get('id') : undefined;
  const span = unquoted(text, written ?? places.title);
  return { uri, span, declares: true, indirect: !written || !says(text, span, id) };
}

function reference({ uri, text }: PlanText, places: Places, entry: number, id: string): Mention | undefined {
  const whole = places.predecessors?.[entry];
  if (!whole) return undefined;
  const span = unquoted(text, whole);
  if (!says(text, span, id)) return { uri, span: whole, declares: false, indirect: true };
  const start = span.start + id.indexOf('/') + 1;
  return { uri, span: { start, end: span.end }, declares: false, indirect: false };
}

function says(text: string, { start, end }: Span, word: string): boolean {
  return text.slice(start, end) === word;
}

/** The id, title or predecessor at an offset of a milestone; `entry` is its number in `dependsOn`. */
function mentionAt(
  own: PlanText,
  { milestone, places }: Around,
  offset: number,
): (Mention & { readonly entry: number | undefined }) | undefined {
  const holds = ({ start, end }: Span) => start <= offset && offset <= end;
  const declared = declaration(own, milestone, places);
  if (holds(declared.span)) return { ...declared, entry: undefined };
  for (const [entry, { id }] of milestone.dependsOn.entries()) {
    const whole = places.predecessors?.[entry];
    const place = whole && holds(whole) ? reference(own, places, entry, id) : undefined;
    if (place) return { ...place, entry };
  }
  return undefined;
}
