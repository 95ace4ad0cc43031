// One row of each kind of the tree. Knows nothing of the order they stand in.
import type { ConsentState } from '../agreement/standing';
import { counted, message, type Say } from '../base/message';
import type { Criterion, Deliverable, Milestone, Task } from '../model/plan';
import { milestoneRef } from '../model/planFile';
import type { PlanSnapshot } from '../snapshot';
import { consentNote, consentWord } from './consentWords';
import { detailOf, planDetail } from './detail';
import { dayNear, type Ground } from './ground';
import { openable } from './links';
import type { Group } from './outlineGroups';
import { nameOf } from './people';
import { plain } from './plain';
import type { RowState } from './timelineRows';
import { planState, stateOf, stateWord } from './words';

/** One row. Text of the plan in it is one clean line. */
export interface OutlineRow {
  /** Unique and the same after edits: from the file, the milestone's key, the kind and the text of an entry; never from a place. */
  readonly id: string;
  readonly kind: 'plan' | 'group' | 'milestone' | 'task' | 'criterion' | 'deliverable';
  readonly uri: string;
  /** Key of the milestone the row is or belongs to. */
  readonly milestone?: string;
  /** Position of a task, criterion or deliverable in its list. */
  readonly index?: number;
  readonly label: string;
  readonly description?: string;
  readonly state?: RowState;
  /** Of a milestone, where something was asked or decided. */
  readonly consent?: ConsentState;
  /** Of a task or criterion. */
  readonly done?: boolean;
  /** An address that may be opened. */
  readonly url?: string;
  /** The file cannot be read now and this is its last good state. */
  readonly stale?: boolean;
  /** The whole row for a screen reader. */
  readonly accessible: string;
  readonly hasChildren: boolean;
}

/** What rows of one plan are made from. */
export interface Parts {
  readonly plan: PlanSnapshot;
  readonly ground: Ground;
  readonly say: Say;
  readonly kept: (milestone: Milestone) => boolean;
  readonly grouped: boolean;
}

/** An entry of a list with the number of equal texts before it, which tells twins apart. */
interface Entry<Value> {
  readonly value: Value;
  readonly index: number;
  readonly name: string;
}

function named<Value>(values: readonly Value[], textOf: (value: Value) => string): readonly Entry<Value>[] {
  const seen = new Map<string, number>();
  return values.map((value, index) => {
    const text = textOf(value).slice(0, 200);
    const twins = seen.get(text) ?? 0;
    seen.set(text, twins + 1);
    return { value, index, name: `${twins}:${text.length}:${text}` };
  });
}

export function planRow({ plan, say, kept }: Parts, showFolder: boolean): OutlineRow {
  const label = plain(plan.plan.project);
  const detail = planDetail(plan, say);
  const state = planState(plan.schedule);
  return {
    id: plan.uri,
    kind: 'plan',
    uri: plan.uri,
    label,
    description: showFolder && plan.folder !== '' ? `${plain(plan.folder)} · ${detail}` : detail,
    state,
    ...staleness(plan),
    accessible: [label, say(stateWord(state)), detail].join(', '),
    hasChildren: plan.plan.milestones.some(kept),
  };
}

export function groupRow({ plan, say }: Parts, group: Group): OutlineRow {
  const label = plain(group.label);
  const size = say(counted(group.milestones.length, '{count} milestone', '{count} milestones'));
  return {
    id: `group:${group.value.length}:${group.value}:${plan.uri}`,
    kind: 'group',
    uri: plan.uri,
    label,
    description: size,
    ...staleness(plan),
    accessible: `${label}, ${size}`,
    hasChildren: true,
  };
}

/** `inside` is the milestone around it, named in groups, where the tree does not show it. */
export function milestoneRow(
  { plan, ground, say, kept, grouped }: Parts,
  milestone: Milestone,
  inside?: Milestone,
): OutlineRow {
  const schedule = plan.schedule.milestones.get(milestone.key);
  const label = plain(milestone.title);
  const detail = schedule && detailOf(milestone, schedule, ground, say);
  const around = inside && grouped ? say(message('in {title}', { title: plain(inside.title, 60) })) : '';
  const consent = plan.agreement.consents.get(milestone.key);
  const [note, word] = [consentNote(consent), consentWord(consent)].map((each) => (each ? say(each) : ''));
  const description = [note ?? '', detail?.shown ?? '', around].filter((part) => part !== '').join(' · ');
  const state = schedule && stateOf(milestone, schedule);
  return {
    id: milestoneRef(plan.uri, milestone),
    kind: 'milestone',
    uri: plan.uri,
    milestone: milestone.key,
    label,
    ...(description === '' ? {} : { description }),
    ...(state ? { state } : {}),
    ...staleness(plan),
    ...(consent ? { consent: consent.state } : {}),
    accessible: [label, detail?.spoken ?? '', word ?? ''].filter((part) => part !== '').join(', '),
    hasChildren:
      milestone.tasks.length + milestone.acceptanceCriteria.length + milestone.deliverables.length > 0 ||
      (!grouped && milestone.milestones.some(kept)),
  };
}

/** Tasks, criteria and deliverables of a milestone, in this order and each in file order. */
export function entryRows(parts: Parts, milestone: Milestone): readonly OutlineRow[] {
  return [
    ...named(milestone.tasks, (task) => task.title).map((entry) => taskRow(parts, milestone, entry)),
    ...named(milestone.acceptanceCriteria, (each) => each.text).map((entry) => criterionRow(parts, milestone, entry)),
    ...named(milestone.deliverables, (each) => each.title).map((entry) => deliverableRow(parts, milestone, entry)),
  ];
}

function taskRow({ plan, ground, say }: Parts, milestone: Milestone, entry: Entry<Task>): OutlineRow {
  const { title, done, owner, due, completed, url } = entry.value;
  const facts: string[] = [];
  if (done && completed !== undefined) facts.push(say(message('done {day}', { day: dayNear(completed, ground) })));
  if (!done && due !== undefined) facts.push(say(message('due {day}', { day: dayNear(due, ground) })));
  if (owner !== undefined) facts.push(plain(nameOf(plan.plan, owner), 60));
  const description = facts.join(' · ');
  const state = say(done ? message('task, done') : message('task, open'));
  return row(plan, milestone, 'task', entry, {
    label: plain(title),
    done,
    description,
    url: openable(url),
    accessible: [plain(title), state, ...facts].join(', '),
  });
}

function criterionRow({ plan, say }: Parts, milestone: Milestone, entry: Entry<Criterion>): OutlineRow {
  const { text, done, evidence } = entry.value;
  const state = say(done ? message('acceptance criterion, met') : message('acceptance criterion, not met yet'));
  return row(plan, milestone, 'criterion', entry, {
    label: plain(text),
    done,
    description:
      evidence.length === 0
        ? ''
        : say(counted(evidence.length, '{count} piece of evidence', '{count} pieces of evidence')),
    url: evidence.map(openable).find((url) => url !== undefined),
    accessible: `${plain(text)}, ${state}`,
  });
}

function deliverableRow({ plan, say }: Parts, milestone: Milestone, entry: Entry<Deliverable>): OutlineRow {
  const { title, url } = entry.value;
  return row(plan, milestone, 'deliverable', entry, {
    label: plain(title),
    done: undefined,
    description: '',
    url: openable(url),
    accessible: `${plain(title)}, ${say(message('deliverable'))}`,
  });
}

interface EntryFacts {
  readonly label: string;
  readonly done: boolean | undefined;
  readonly description: string;
  readonly url: string | undefined;
  readonly accessible: string;
}

function row(
  plan: PlanSnapshot,
  milestone: Milestone,
  kind: 'task' | 'criterion' | 'deliverable',
  entry: Entry<unknown>,
  facts: EntryFacts,
): OutlineRow {
  return {
    id: `${kind}:${entry.name}:${milestoneRef(plan.uri, milestone)}`,
    kind,
    uri: plan.uri,
    milestone: milestone.key,
    index: entry.index,
    label: facts.label,
    ...(facts.description === '' ? {} : { description: facts.description }),
    ...(facts.done === undefined ? {} : { done: facts.done }),
    ...(facts.url === undefined ? {} : { url: facts.url }),
    ...staleness(plan),
    accessible: facts.accessible,
    hasChildren: false,
  };
}

function staleness(plan: PlanSnapshot): { readonly stale?: true } {
  return plan.stale ? { stale: true } : {};
}
