// Rescheduling a milestone, alone or with all that depends on it: by the same working days, as one edit that the person sees first.
import * as vscode from 'vscode';
import { type Day, formatDay } from '../base/day';
import { parseDayInput } from '../base/dayInput';
import { counted, type Message, message } from '../base/message';
import type { Change } from '../model/change';
import { plain } from '../report/plain';
import { type Moved, type Shift, shiftOf } from '../schedule/shift';
import type { Snapshot } from '../snapshot';
import type { FileChanges, TitledChange } from './applyTogether';
import type { Call } from './commandsArguments';
import { applyToTargets, type CommandParts, find, type Outcome, targetsOf } from './commandsCore';
import { notADay, subject } from './commandsMark';
import { type Found, findMilestone, splitRef } from './commandsTargets';
import { askDay, askShift, dayAndReason, type ShiftQuestion } from './prompts';
import { forNotice } from './promptsText';
import { editorLocale } from './say';

type Reschedule = Extract<Change, { kind: 'reschedule' }>;

export async function reschedule(parts: CommandParts, call: Call): Promise<Outcome> {
  const title = vscode.l10n.t('Reschedule');
  const targets = await targetsOf(parts, call, { title, where: (milestone) => milestone.status !== 'done' });
  if (!targets || 'text' in targets) return targets;
  const milestones = targets.filter((target) => target.item === undefined);
  const [first] = milestones;
  const found = first && find(parts, first.ref);
  if (!found) return message('This milestone is no longer there.');
  const about = subject(parts, milestones, title);
  const question = { title: about, today: found.plan.schedule.today, current: found.milestone.due, reasoned: true };
  const typed = call.args.due === undefined ? await askDay(question) : undefined;
  const answer = typed === undefined ? undefined : dayAndReason(typed);
  const text = call.args.due ?? answer?.text;
  if (text === undefined) return undefined;
  const reason = call.args.reason ?? answer?.reason;
  const dueOf = ({ plan, milestone }: Found) => parseDayInput(text, plan.schedule.today, milestone.due);
  // Several milestones may move by different days, and what depends on two of them by neither.
  if (milestones.length === 1) {
    const together = await withDependents(parts, call, { ref: first.ref, dueOf, title: about, reason });
    if (together === 'left') return undefined;
    if (together !== 'alone') return together;
  }
  return applyToTargets(parts, milestones, (each) => {
    const due = dueOf(each);
    return due === undefined
      ? notADay(text)
      : { kind: 'reschedule', id: each.milestone.key, due, ...given(each, reason) };
  });
}

/** Why it moves, as it is kept in the plan. */
function given({ plan }: Found, text: string | undefined): Pick<Reschedule, 'reason'> {
  return text === undefined ? {} : { reason: { text, on: plan.schedule.today } };
}

interface Rescheduled {
  readonly ref: string;
  readonly dueOf: (found: Found) => Day | undefined;
  readonly title: string;
  readonly reason: string | undefined;
}

/** `alone` when only the milestone itself is to be changed, `left` when the person declined. */
async function withDependents(
  parts: CommandParts,
  { args }: Call,
  asked: Rescheduled,
): Promise<Outcome | 'alone' | 'left'> {
  // Whoever calls with the date has said all there is to change.
  const { shiftDependents = args.due === undefined ? 'ask' : false } = args;
  if (shiftDependents === false) return 'alone';
  // A program may speak of what it has written to another file just now.
  if (shiftDependents === true) await parts.store.settled();
  const shift = shiftIn(parts, asked);
  if (!shift || shift.moved.length === 0) return 'alone';
  const answer = shiftDependents === 'ask' ? await askShift(choiceOf(parts, asked, shift)) : 'together';
  if (answer === undefined) return 'left';
  return answer === 'alone' ? 'alone' : shiftTogether(parts, asked, shiftDependents === 'ask');
}

function shiftIn({ store: { snapshot } }: CommandParts, { ref, dueOf }: Rescheduled): Shift | undefined {
  const found = snapshot && findMilestone(snapshot, ref);
  const due = found && dueOf(found);
  return due === undefined ? undefined : shiftOf(snapshot?.plans ?? [], snapshot?.links ?? [], { ref, due });
}

function choiceOf(parts: CommandParts, { ref, title }: Rescheduled, { days, moved }: Shift): ShiftQuestion {
  const { say } = parts;
  const together = counted(
    moved.length,
    'This milestone and {count} that depends on it',
    'This milestone and {count} that depend on it',
  );
  // Those of the same plan are named first.
  const { uri } = splitRef(ref);
  const isNear = (other: Moved) => splitRef(other.ref).uri === uri;
  const ordered = [...moved.filter(isNear), ...moved.filter((other) => !isNear(other))];
  const titles = ordered.slice(0, shownTitles).flatMap((other) => find(parts, other.ref)?.milestone.title ?? []);
  return { title, together: say(together), days: say(distance(days)), titles, more: moved.length > shownTitles };
}

const shownTitles = 3;

function distance(days: number): Message {
  return days > 0
    ? counted(days, '{count} working day later', '{count} working days later')
    : counted(-days, '{count} working day earlier', '{count} working days earlier');
}

/** Worked out anew from the plans as they are when the person has answered; once more where one of them is newer than the snapshot. */
async function shiftTogether(parts: CommandParts, asked: Rescheduled, previewed: boolean): Promise<Outcome> {
  for (const refresh of [() => parts.store.flush(), () => parts.store.settled()]) {
    const files = filesOf(parts, await refresh(), asked);
    if (!files) return message('This milestone is no longer there.');
    const result = await parts.editor.applyTogether(files, previewed);
    if (result === 'overtaken') continue;
    if ('refused' in result) return result.refused;
    if (result.note) void vscode.window.showWarningMessage(forNotice(parts.say(result.note)));
    await parts.store.flush();
    return undefined;
  }
  return message('A plan is being changed by something else. Nothing was changed here; try again.');
}

/** The changes of each file: the milestone's own, and those of what depends on it. */
function filesOf(parts: CommandParts, snapshot: Snapshot, asked: Rescheduled): readonly FileChanges[] | undefined {
  const own = findMilestone(snapshot, asked.ref);
  const due = own && asked.dueOf(own);
  if (!own || due === undefined) return undefined;
  const shift = shiftIn(parts, asked);
  const by = parts.say(distance(shift?.days ?? 0));
  const files = new Map<string, TitledChange[]>();
  const add = (moved: Moved) => {
    const found = findMilestone(snapshot, moved.ref);
    if (!found) return;
    const list = files.get(found.plan.uri) ?? [];
    files.set(found.plan.uri, list);
    list.push(titled(found, moved, { by, reason: asked.reason }));
  };
  add({ ref: asked.ref, due });
  for (const moved of shift?.moved ?? []) add(moved);
  return [...files].map(([uri, changes]) => {
    const text = snapshot.plans.find((plan) => plan.uri === uri)?.text ?? '';
    return { uri, text, changes };
  });
}

interface Telling {
  readonly by: string;
  readonly reason: string | undefined;
}

function titled(found: Found, { start, due }: Moved, { by, reason }: Telling): TitledChange {
  const { milestone } = found;
  const days = [start, due].flatMap((day) => (day === undefined ? [] : formatDay(day, editorLocale(), 'medium')));
  return {
    change: {
      kind: 'reschedule',
      id: milestone.key,
      ...(start === undefined ? {} : { start }),
      ...(due === undefined ? {} : { due }),
      ...given(found, reason),
    },
    label: plain(milestone.title, 80),
    description: `${days.join(' – ')} (${by})`,
  };
}
