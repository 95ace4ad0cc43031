// Where people are named in a plan: their keys in `people` and every field that refers to one. Knows no other file.
import type { Span } from '../base/text';
import type { Milestone } from '../model/plan';
import { allMilestones, type Places, type PlanFile } from '../model/planFile';
import { fieldIn, ownValue, valuesIn } from './idsEntries';

/** One place that names a person, without the quotation marks around it. */
export interface PersonPlace {
  readonly person: string;
  readonly span: Span;
  /** The key in `people` itself. */
  readonly declares: boolean;
}

/** A milestone and where it stands. */
export interface Around {
  readonly milestone: Milestone;
  readonly places: Places;
}

interface Source {
  readonly text: string;
  readonly file: PlanFile;
}

/** Every place that names `person` in the order of the text. Cheap where nothing does. */
export function placesOfPerson({ text, file }: Source, person: string): readonly PersonPlace[] {
  const { plan } = file;
  if (!plan) return [];
  const found = keysOfPeople({ text, file }).filter((place) => place.person === person);
  const add = (span: Span | undefined, declares = false) => {
    if (span) found.push({ person, span: unquoted(text, span), declares });
  };
  if (plan.risks.some(({ owner }) => owner === person)) {
    const risks = file.fields.get('risks');
    for (const risk of risks ? valuesIn(text, risks) : []) add(fieldIn(risk.inside, 'owner', person));
  }
  for (const milestone of allMilestones(plan.milestones)) {
    if (!peopleOf(milestone).includes(person)) continue;
    const places = file.places.get(milestone.key);
    if (places) for (const { span } of spansIn(text, { milestone, places }, person, undefined)) add(span);
  }
  return unique(found);
}

/** The keys in `people`, as they stand there. */
function keysOfPeople({ text, file }: Source): PersonPlace[] {
  const span = file.fields.get('people');
  if (!span || !file.plan || file.plan.people.length === 0) return [];
  return valuesIn(text, span).map(({ name, key }) => ({ person: name, span: unquoted(text, key), declares: true }));
}

/** The person named at an offset; the field is found in the milestone around it, or in `people` and `risks` at the top. */
export function personAt({ text, file }: Source, offset: number): PersonPlace | undefined {
  const { plan } = file;
  if (!plan) return undefined;
  const holds = (span: Span | undefined) => span !== undefined && span.start <= offset && offset <= span.end;
  if (holds(file.fields.get('people'))) return keysOfPeople({ text, file }).find(({ span }) => holds(span));
  const risks = file.fields.get('risks');
  if (holds(risks)) return personOfRisk({ text, file }, risks, offset);
  const around = innermost(file, offset);
  if (!around) return undefined;
  for (const { person, span } of spansIn(text, around, undefined, offset)) {
    const inner = unquoted(text, span);
    if (holds(inner)) return { person, span: inner, declares: false };
  }
  return undefined;
}

function personOfRisk({ text }: Source, risks: Span | undefined, offset: number): PersonPlace | undefined {
  for (const { inside } of risks ? valuesIn(text, risks) : []) {
    const owner = inside.find(({ name }) => name === 'owner');
    if (owner?.says !== undefined && owner.value.start <= offset && offset <= owner.value.end)
      return { person: owner.says, span: unquoted(text, owner.value), declares: false };
  }
  return undefined;
}

/** The innermost milestone whose text holds an offset. */
export function innermost({ plan, places }: PlanFile, offset: number): Around | undefined {
  let milestones = plan?.milestones ?? [];
  let found: Around | undefined;
  for (;;) {
    const next = milestones.find(({ key }) => {
      const span = places.get(key)?.span;
      return span !== undefined && span.start <= offset && offset <= span.end;
    });
    const own = next && places.get(next.key);
    if (!next || !own) return found;
    found = { milestone: next, places: own };
    milestones = next.milestones;
  }
}

/** The characters of a value without the quotation marks around them. */
export function unquoted(text: string, { start, end }: Span): Span {
  const quote = text[start];
  const isQuoted = end - start >= 2 && (quote === '"' || quote === "'") && text[end - 1] === quote;
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}

const lists = ['responsible', 'accountable', 'consulted', 'informed'] as const;
const groups = [
  { list: 'tasks', field: 'owner', people: ({ tasks }: Milestone) => tasks.map(({ owner }) => owner) },
  { list: 'risks', field: 'owner', people: ({ risks }: Milestone) => risks.map(({ owner }) => owner) },
  { list: 'approvals', field: 'by', people: ({ approvals }: Milestone) => approvals.map(({ by }) => by) },
] as const;

function peopleOf(milestone: Milestone): readonly string[] {
  const { owner, blockedBy } = milestone;
  return [
    owner,
    blockedBy?.who,
    ...lists.flatMap((name) => milestone[name]),
    ...groups.flatMap(({ people }) => people(milestone)),
  ].filter((person) => person !== undefined);
}

/** Where a milestone itself names `person`, or anybody; those inside it left out. Only what holds the offset `near` where one is given. */
function* spansIn(
  text: string,
  { milestone, places }: Around,
  person: string | undefined,
  near: number | undefined,
): Generator<{ readonly person: string; readonly span: Span }> {
  const isMeant = (named: string | undefined, span: Span | undefined): span is Span => {
    if (named === undefined || span === undefined || (person !== undefined && person !== named)) return false;
    return near === undefined || (span.start <= near && near <= span.end);
  };
  const owner = places.fields.get('owner');
  if (milestone.owner !== undefined && isMeant(milestone.owner, owner)) yield { person: milestone.owner, span: owner };
  for (const name of lists) {
    const spans = places.items.get(name) ?? [];
    for (const [at, named] of milestone[name].entries()) {
      const span = spans[at];
      if (isMeant(named, span)) yield { person: named, span };
    }
  }
  for (const { list, field, people } of groups) {
    const spans = places.items.get(list) ?? [];
    for (const [at, named] of people(milestone).entries()) {
      const span = spans[at];
      const own = named !== undefined && isMeant(named, span) ? ownValue(text, span, field, named) : undefined;
      if (named !== undefined && own) yield { person: named, span: own };
    }
  }
  const who = milestone.blockedBy?.who;
  const blocked = places.fields.get('blockedBy');
  const own = who !== undefined && isMeant(who, blocked) ? ownValue(text, blocked, 'who', who) : undefined;
  if (who !== undefined && own) yield { person: who, span: own };
}

/** What stands behind an alias in several places is one place. */
function unique(found: readonly PersonPlace[]): readonly PersonPlace[] {
  const byStart = new Map(found.map((place) => [place.span.start, place]));
  return [...byStart.values()].sort((a, b) => a.span.start - b.span.start);
}
