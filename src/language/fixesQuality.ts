// Beginnings of what a good milestone has and this one lacks: criteria, an owner, a description, a start. Knows no editor.
import type { Day } from '../base/day';
import { type Message, message } from '../base/message';
import { listOfTexts, mapIn, pairsOf, topMap, writeFields } from '../model/patch';
import type { Milestone, Person } from '../model/plan';
import { allMilestones } from '../model/planFile';
import type { Problem } from '../model/problem';
import { doubleQuoted, fresh } from '../model/spliceScalar';
import {
  chars,
  fix,
  type Ground,
  milestoneAt,
  replace,
  type Standing,
  shown,
  withDay,
  withList,
  withoutOwn,
  withPerson,
  withValue,
} from './fixesGround';
import type { Fix } from './fixesKinds';

/** The criterion that fits every milestone, until somebody writes a better one. */
export function criteriaSkeleton(ground: Ground, { span }: Problem): readonly Fix[] {
  const at = milestoneAt(ground, span.start);
  if (!at) return [];
  const texts = criteria(ground, at.milestone).map((text) => ground.say(text));
  const edits = withList(ground, at, 'acceptanceCriteria', listOfTexts(texts));
  const progress = withoutOwn(ground, at, 'progress');
  const instead = withList(ground, at, 'acceptanceCriteria', listOfTexts(texts), 'progress');
  const together = instead && progress ? [...instead, ...progress] : undefined;
  return [
    ...fix(message('Add acceptance criteria'), edits, { preferred: true }),
    ...fix(message('Add acceptance criteria, from which the progress follows'), together),
  ];
}

function criteria(ground: Ground, { deliverables }: Milestone): readonly Message[] {
  const accepted = acceptance(ground);
  const [first] = deliverables;
  if (!first) return [accepted];
  return [message('{title} handed over and opened on 1 other computer', { title: first.title }), accepted];
}

function acceptance(ground: Ground): Message {
  const client = clientOf(ground);
  return client
    ? message('Shown to {name} and accepted in writing, with 0 open points', { name: client.name ?? client.key })
    : message('Shown to the client and accepted in writing, with 0 open points');
}

function clientOf({ plan }: Ground): Person | undefined {
  return plan?.people.find(({ role }) => role !== undefined && /client|customer|kund|auftraggeb/i.test(role));
}

/** Who says when it is true, and with how many doubts. */
export function sharperCriterion(ground: Ground, { span }: Problem): readonly Fix[] {
  const written = chars(ground, span);
  const text = written.replace(/^(["'])(.*)\1$/s, '$2');
  if (/[\n\\]|''/.test(written) || text === '') return [];
  const client = clientOf(ground);
  const sharper = client
    ? message('{text}, checked by {name} with 0 open points', { text, name: client.name ?? client.key })
    : message('{text}, checked by the client with 0 open points', { text });
  const words = ground.say(sharper);
  const plainly = fresh({ kind: 'text', value: words });
  const edits = replace(span, /^["']/.test(written) ? doubleQuoted(words) : plainly);
  return fix(message('Add who checks it'), edits);
}

const mostPeople = 5;

export function ownerOf(ground: Ground, { span }: Problem): readonly Fix[] {
  const at = milestoneAt(ground, span.start);
  const people = ground.plan?.people ?? [];
  if (!at) return [];
  if (people.length === 0) return me(ground, at);
  return people.slice(0, mostPeople).flatMap(({ key, name }) =>
    fix(message('Make {name} the owner', { name: shown(name ?? key) }), withValue(ground, at, 'owner', key), {
      preferred: people.length === 1,
    }),
  );
}

/** In a plan without people it is most likely made by one. */
function me(ground: Ground, at: Standing): readonly Fix[] {
  const [person, owner] = [withPerson(ground, 'me', '{}'), withValue(ground, at, 'owner', 'me')];
  return fix(message('Make me the owner and add me to the people'), person && owner && [...person, ...owner]);
}

export function descriptionSkeleton(ground: Ground, { span }: Problem): readonly Fix[] {
  const at = milestoneAt(ground, span.start);
  if (!at) return [];
  const { title } = at.milestone;
  const words = ground.say(message('What “{title}” brings, for whom, and what does not belong to it.', { title }));
  return fix(message('Add a description to be filled in'), withValue(ground, at, 'description', words), {
    preferred: true,
  });
}

/** The milestone before it in its list, or the day on which the plan starts. */
export function startOrPredecessor(ground: Ground, { span }: Problem): readonly Fix[] {
  const at = milestoneAt(ground, span.start);
  const { plan, today } = ground;
  if (!at || !plan) return [];
  const before = neighbourBefore(plan.milestones, at.milestone);
  const after =
    before && withList(ground, at, 'dependsOn', { inline: `[${fresh({ kind: 'text', value: before.id })}]` });
  const start = plan.start ?? today;
  return [
    ...fix(message('Begin after {title}', { title: shown(before?.title ?? '') }), after, { preferred: true }),
    ...fix(onDay(start), withDay(ground, at, 'start', start)),
    ...(start === today ? [] : fix(onDay(today), withDay(ground, at, 'start', today))),
  ];
}

function onDay(day: Day): Message {
  return message('Begin on {day}', { day: { day, style: 'medium' } });
}

function neighbourBefore(list: readonly Milestone[], milestone: Milestone): Milestone | undefined {
  const lists = [list, ...[...allMilestones(list)].map(({ milestones }) => milestones)];
  const own = lists.find((each) => each.includes(milestone));
  return own?.[own.indexOf(milestone) - 1];
}

/** Someone of the plan is the client, who can approve, or a client is added. */
export function makeClient(ground: Ground): readonly Fix[] {
  const { source, plan } = ground;
  const top = source && topMap(source);
  const [people] = top ? pairsOf(top, 'people') : [];
  const map = source && people && mapIn(source, people);
  const named = (plan?.people ?? []).slice(0, mostPeople).flatMap(({ key, name, role }) => {
    const [pair] = map ? pairsOf(map, key) : [];
    const person = source && pair && mapIn(source, pair);
    if (!person || role !== undefined) return [];
    const field = { name: 'role', written: { kind: 'text', value: 'client' }, after: ['name'] } as const;
    return fix(message('Make {name} the client', { name: shown(name ?? key) }), writeFields(source, person, [field]));
  });
  const name = plan?.client === undefined ? '' : `name: ${fresh({ kind: 'text', value: plan.client })}, `;
  const added = withPerson(ground, 'client', `{ ${name}role: client }`);
  return [...named, ...fix(message('Add the client to the people'), added)];
}
