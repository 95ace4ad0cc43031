// Another name for an id or for a key of `people`, in every place and every plan that has it, as the smallest edits. Knows no editor.
import { type Message, message } from '../base/message';
import { applyEdits, type Span, type TextEdit } from '../base/text';
import { unfitText } from '../model/editText';
import type { Milestone } from '../model/plan';
import { allMilestones } from '../model/planFile';
import { isId } from '../model/slug';
import { column, lineEnding } from '../model/spliceText';
import { isMistakable } from '../model/unquoted';
import { type Mention, mentionsOf, type Named, namedAt, type PlanText, resolve } from './ids';
import { isRenamed } from './renameProof';

export interface Refused {
  readonly refused: Message;
}

/** What can be renamed at an offset: its characters, and the name it has now. */
export interface Renameable {
  readonly named: Named;
  readonly span: Span;
  readonly name: string;
}

/** What the name at an offset of `own` is, or why there is none to change. */
export function renameableAt(plans: readonly PlanText[], own: PlanText, offset: number): Renameable | Refused {
  if (!own.file.plan) return refused(message('This plan cannot be read as it is now. Correct it first.'));
  const found = namedAt(plans, own, offset);
  if (!found) return refused(message('Nothing here has a name to change. Put the cursor on an id or on a person.'));
  const { named, mention } = found;
  const name = nameOf(plans, named);
  if (name === undefined) return refused(message('This is not in a plan that can be changed.'));
  if (
    mention.indirect &&
    !(mention.declares && named.is === 'milestone' && milestoneOf(plans, named)?.idWritten === false)
  )
    return refused(shared(name));
  return { named, span: mention.span, name };
}

/** Edits by the URI of their file. */
export type RenameEdits = ReadonlyMap<string, readonly TextEdit[]>;

/**
 * The edits that give `named` a new name, one for each place. Every changed text was read again: it gives the same plan up to that name, and every
 * dependency still leads where it led. Refused where that cannot be had.
 */
export function renameEdits(plans: readonly PlanText[], named: Named, to: string): RenameEdits | Refused {
  const from = nameOf(plans, named);
  if (from === undefined) return refused(message('What was to be renamed is not there any more.'));
  const obstacle = obstacleOf(plans, named, from, to);
  if (obstacle) return refused(obstacle);
  const edits = new Map<string, TextEdit[]>();
  for (const mention of mentionsOf(plans, named)) {
    const plan = plans.find(({ uri }) => uri === mention.uri);
    const edit = plan && editOf(plan, mention, named, to);
    if (!edit) return refused(shared(from));
    edits.set(mention.uri, [...(edits.get(mention.uri) ?? []), edit]);
  }
  const after = new Map<string, string>();
  for (const plan of plans) {
    const own = edits.get(plan.uri);
    const unfit = own && unfitText(plan.text);
    if (unfit) return refused(unfit.message);
    if (own) after.set(plan.uri, applyEdits(plan.text, own));
  }
  if (!isRenamed(plans, after, named, to))
    return refused(
      message(
        'This name cannot be changed to {name} without changing something else. Nothing was changed; please do it by hand.',
        {
          name: to,
        },
      ),
    );
  return edits;
}

function refused(said: Message): Refused {
  return { refused: said };
}

function shared(name: string): Message {
  return message(
    'In at least one place, {name} is written by way of an alias or over several lines. Change it by hand there, so that nothing else changes with it.',
    { name },
  );
}

function milestoneOf(plans: readonly PlanText[], named: Named): Milestone | undefined {
  const plan = plans.find(({ uri }) => uri === named.uri)?.file.plan;
  if (!plan || named.is !== 'milestone') return undefined;
  for (const milestone of allMilestones(plan.milestones)) if (milestone.key === named.key) return milestone;
  return undefined;
}

function nameOf(plans: readonly PlanText[], named: Named): string | undefined {
  if (named.is === 'milestone') return milestoneOf(plans, named)?.id;
  const people = plans.find(({ uri }) => uri === named.uri)?.file.plan?.people ?? [];
  return people.find(({ key }) => key === named.person)?.key;
}

function obstacleOf(plans: readonly PlanText[], named: Named, from: string, to: string): Message | undefined {
  if (!isId(to))
    return message('{name} cannot be a name here: it has letters, digits, `.`, `_` and `-` only, such as `m-01`.', {
      name: to.slice(0, 60),
    });
  const own = plans.find(({ uri }) => uri === named.uri);
  if (named.is === 'person') {
    const taken = mentionsOf(plans, { ...named, person: to }).length > 0;
    return taken && to !== from ? message('{name} is somebody else in this plan already.', { name: to }) : undefined;
  }
  for (const { id, key } of allMilestones(own?.file.plan?.milestones ?? []))
    if (id === to && key !== named.key)
      return message('Another milestone of this plan has the id {id} already.', { id: to });
  const waiting = own && waitingFor(plans, own, to);
  if (waiting && to !== from)
    return message('{title} refers to {id} already, which nothing is called yet. Choose another name.', {
      title: waiting.title,
      id: to,
    });
  const broken = plans.find(
    (plan) => !plan.file.plan && own !== undefined && plan.text.includes(`${own.baseName}/${from}`),
  );
  if (broken)
    return message('The plan {file} refers to {id} too, and cannot be read as it is now. Correct it first.', {
      file: broken.baseName,
      id: from,
    });
  return undefined;
}

/** A milestone that depends on one of `own` that does not exist. */
function waitingFor(plans: readonly PlanText[], own: PlanText, id: string): Milestone | undefined {
  const full = `${own.baseName}/${id}`;
  for (const plan of plans) {
    const isNamed = (written: string) => written === full || (written === id && plan.uri === own.uri);
    for (const milestone of allMilestones(plan.file.plan?.milestones ?? []))
      if (milestone.dependsOn.some((dependency) => isNamed(dependency.id) && !resolve(plans, plan, dependency.id)))
        return milestone;
  }
  return undefined;
}

/** The edit of one place; `undefined` where its characters are not the name itself. */
function editOf(plan: PlanText, mention: Mention, named: Named, to: string): TextEdit | undefined {
  if (!mention.indirect) return { span: mention.span, text: inPlace(plan.text, mention, to) };
  const milestone = mention.declares ? milestoneOf([plan], named) : undefined;
  const place = milestone && !milestone.idWritten ? plan.file.places.get(milestone.key) : undefined;
  return place && !place.fields.has('id') ? newId(plan.text, place.span, to) : undefined;
}

/** Quotation marks that are there stay; a name that says something else without them gets some. */
function inPlace(text: string, { span }: Mention, to: string): string {
  const before = text[span.start - 1] ?? '';
  const isQuoted = (before === '"' || before === "'") && text[span.end] === before;
  return isQuoted || before === '/' ? to : fresh(to);
}

function fresh(name: string): string {
  return isMistakable(name) || /^(?:-|---|\.\.\.)$/.test(name) ? `"${name}"` : name;
}

/** The id as the first field of a milestone that had none. */
function newId(text: string, { start, end }: Span, to: string): TextEdit {
  const flow = /^\{[ \t\r\n]*("?)/.exec(text.slice(start, Math.min(end, start + 500)));
  if (!flow) {
    const eol = lineEnding(text);
    return insertion(start, `id: ${fresh(to)}${eol}${' '.repeat(column(text, start))}`);
  }
  const place = start + flow[0].length - (flow[1] ?? '').length;
  return insertion(place, flow[1] === '"' ? `"id": "${to}", ` : `id: ${fresh(to)}, `);
}

function insertion(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}
