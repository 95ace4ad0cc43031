// The questions a person is asked when a command was called without saying on what. A declined question is `undefined`, in silence.
import * as vscode from 'vscode';
import { addDays, addMonths, type Day, formatDay, isoDay } from '../base/day';
import { parseDayInput } from '../base/dayInput';
import type { Say } from '../base/message';
import { type Milestone, type Status, statuses } from '../model/plan';
import { allMilestones, milestoneRef } from '../model/planFile';
import { milestoneDetail } from '../report/detail';
import { type Ground, groundOf } from '../report/ground';
import { statusWord } from '../report/words';
import type { PlanSnapshot, Snapshot } from '../snapshot';
import { type ItemField, itemTexts, type Target } from './commandsTargets';
import { forNotice, forPick } from './promptsText';
import { editorLocale } from './say';

export interface MilestoneQuestion {
  readonly title: string;
  readonly say: Say;
  /** Only milestones of this plan. */
  readonly plan?: string | undefined;
  /** Which milestones can be chosen. */
  readonly where?: (milestone: Milestone) => boolean;
  /** The milestone most likely meant, which is one key away. */
  readonly likely?: string | undefined;
  /** What is asked, where it is more than which milestone. */
  readonly placeholder?: string;
}

type TargetItem = vscode.QuickPickItem & { readonly target?: Target };

/** Which milestone? All of them, in file order, under the name of their plan where there are several. */
export async function askMilestone(snapshot: Snapshot, question: MilestoneQuestion): Promise<Target | undefined> {
  const plans = snapshot.plans.filter((plan) => question.plan === undefined || plan.uri === question.plan);
  const items: TargetItem[] = [];
  for (const plan of plans) {
    const own = milestoneItems(plan, groundOf(plan), question);
    if (own.length > 0 && plans.length > 1)
      items.push({ label: forPick(plan.plan.project), kind: vscode.QuickPickItemKind.Separator });
    items.push(...own);
  }
  const pick = vscode.window.createQuickPick<TargetItem>();
  pick.title = question.title;
  pick.placeholder =
    items.length > 0
      ? (question.placeholder ?? vscode.l10n.t('Choose a milestone'))
      : vscode.l10n.t('No milestone can be chosen for this');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = items;
  pick.activeItems = items.filter((item) => item.target !== undefined && item.target.ref === question.likely);
  return (await chosenOf(pick))?.target;
}

function milestoneItems(plan: PlanSnapshot, ground: Ground, { say, where }: MilestoneQuestion): TargetItem[] {
  const items: TargetItem[] = [];
  const path = new Map<Milestone, string>();
  for (const milestone of allMilestones(plan.plan.milestones)) {
    const above = path.get(milestone);
    const here = above === undefined ? milestone.title : `${above} › ${milestone.title}`;
    for (const inner of milestone.milestones) path.set(inner, here);
    if (where && !where(milestone)) continue;
    const schedule = plan.schedule.milestones.get(milestone.key);
    items.push({
      label: forPick(milestone.title),
      description: schedule ? forPick(milestoneDetail(milestone, schedule, ground, say)) : '',
      ...(above === undefined ? {} : { detail: forPick(above) }),
      target: { ref: milestoneRef(plan.uri, milestone) },
    });
  }
  return items;
}

/** Which plan? Not asked when there is only one. `all` adds an entry for all of them, which is the empty text. */
export async function askPlan(snapshot: Snapshot, title: string, all = false): Promise<string | undefined> {
  const [only] = snapshot.plans;
  if (snapshot.plans.length === 1) return only?.uri;
  const items = snapshot.plans.map((plan) => ({
    label: forPick(plan.plan.project),
    description: forPick(plan.folder),
    uri: plan.uri,
  }));
  if (all) items.push({ label: vscode.l10n.t('All plans'), description: '', uri: '' });
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('Choose a plan') });
  return chosen?.uri;
}

/** Which entry of a list, such as which task? What is done is ticked. */
export async function askItem(milestone: Milestone, field: ItemField, title: string): Promise<number | undefined> {
  const done = field === 'deliverables' ? [] : milestone[field].map((entry) => entry.done);
  const items = itemTexts(milestone, field).map((text, index) => ({
    label: forPick(text),
    iconPath: new vscode.ThemeIcon(done[index] === true ? 'pass-filled' : 'circle-large-outline'),
    description: done[index] === true ? vscode.l10n.t('done') : '',
    index,
  }));
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder: forNotice(milestone.title) });
  return chosen?.index;
}

/** Which status? The one it has now is named and comes first into focus. */
export async function askStatus(current: Status | undefined, title: string, say: Say): Promise<Status | undefined> {
  const items = statuses.map((status) => ({
    label: say(statusWord(status)),
    description: status === current ? vscode.l10n.t('now') : '',
    status,
  }));
  const pick = vscode.window.createQuickPick<(typeof items)[number]>();
  pick.title = title;
  pick.placeholder = vscode.l10n.t('Choose a status');
  pick.items = items;
  pick.activeItems = items.filter((item) => item.status === current);
  return (await chosenOf(pick))?.status;
}

/** A whole percentage. */
export async function askPercent(current: number, title: string): Promise<number | undefined> {
  const answer = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Progress in percent, 0 to 100'),
    value: String(current),
    validateInput: (text) =>
      percentOf(text) === undefined ? vscode.l10n.t('Write a whole number from 0 to 100.') : undefined,
  });
  return answer === undefined ? undefined : percentOf(answer);
}

function percentOf(text: string): number | undefined {
  const match = /^(\d{1,3})\s*%?$/.exec(text.trim());
  const percent = match ? Number(match[1]) : undefined;
  return percent !== undefined && percent <= 100 ? percent : undefined;
}

export interface DayQuestion {
  readonly title: string;
  /** The day words such as `in 2 weeks` count from. */
  readonly today: Day;
  /** The day that `+3d` counts from, and that is shown first. */
  readonly current?: Day | undefined;
  /** An empty answer is an answer: no day. */
  readonly optional?: boolean;
  /** A reason may follow the date, after a colon. */
  readonly reasoned?: boolean;
}

/** `+3d: the texts came late` as the date and why; a date alone has no reason. */
export function dayAndReason(text: string): { readonly text: string; readonly reason?: string } {
  const at = text.indexOf(':');
  const reason = at < 0 ? '' : text.slice(at + 1).trim();
  return { text: (at < 0 ? text : text.slice(0, at)).trim(), ...(reason === '' ? {} : { reason }) };
}

/** A day, as `2026-12-04` or in words; what they come to is shown while they are typed. Gives the text as typed. */
export async function askDay(question: DayQuestion): Promise<string | undefined> {
  const { title, today, current, optional } = question;
  const answer = await vscode.window.showInputBox({
    title,
    value: current === undefined ? '' : isoDay(current),
    prompt: promptFor(question),
    validateInput: (typed) => {
      const text = question.reasoned ? dayAndReason(typed).text : typed;
      if (text.trim() === '') return optional ? undefined : vscode.l10n.t('Write a date.');
      const day = parseDayInput(text, today, current);
      if (day === undefined) return vscode.l10n.t('This is not a date yet.');
      return { message: dayPreview(day, today), severity: vscode.InputBoxValidationSeverity.Info };
    },
  });
  return answer?.trim();
}

function promptFor({ optional, reasoned }: DayQuestion): string {
  if (reasoned)
    return vscode.l10n.t(
      'A date such as 2026-12-04, +3d, 2w or next friday; a reason may follow, as in +3d: texts came late',
    );
  return optional
    ? vscode.l10n.t('A date such as 2026-12-04, +3d, 2w or next friday; leave it empty for none')
    : vscode.l10n.t('A date such as 2026-12-04, +3d, 2w or next friday');
}

function dayPreview(day: Day, today: Day): string {
  const written = formatDay(day, editorLocale(), 'full');
  const away = day - today;
  if (away === 0) return vscode.l10n.t('{0}, today', written);
  if (away === 1) return vscode.l10n.t('{0}, tomorrow', written);
  if (away > 1) return vscode.l10n.t('{0}, in {1} days', written, away);
  return away === -1 ? vscode.l10n.t('{0}, yesterday', written) : vscode.l10n.t('{0}, {1} days ago', written, -away);
}

export interface ShiftQuestion {
  readonly title: string;
  /** The answer that takes the dependents along. */
  readonly together: string;
  /** How far. */
  readonly days: string;
  /** Of the first dependents. */
  readonly titles: readonly string[];
  /** There are others. */
  readonly more: boolean;
}

/** Only this milestone, or what depends on it too? */
export async function askShift(question: ShiftQuestion): Promise<'alone' | 'together' | undefined> {
  const { title, together, days, titles, more } = question;
  const items = [
    { label: vscode.l10n.t('Only this milestone'), answer: 'alone' as const },
    {
      label: forPick(together),
      description: days,
      detail: [...titles.map(forPick), ...(more ? ['…'] : [])].join(' · '),
      answer: 'together' as const,
    },
  ];
  const placeHolder = vscode.l10n.t('Other milestones depend on this one. What is to move?');
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.answer;
}

/** One line of text that is not empty. */
export async function askTitle(title: string, prompt: string, value = ''): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title,
    prompt,
    value,
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('Write a title.') : undefined),
  });
  return answer?.trim();
}

type TargetDay = vscode.QuickPickItem & { readonly day: Day };

/** When a new project is to be done: two usual spans, or a date typed into the same box. */
export async function askTargetDay(title: string, today: Day): Promise<Day | undefined> {
  const locale = editorLocale();
  const entry = (label: string, day: Day): TargetDay => ({ label, description: formatDay(day, locale, 'full'), day });
  const usual = [
    entry(vscode.l10n.t('In 6 weeks'), addDays(today, 42)),
    entry(vscode.l10n.t('In 3 months'), addMonths(today, 3)),
  ];
  const pick = vscode.window.createQuickPick<TargetDay>();
  pick.title = title;
  pick.placeholder = vscode.l10n.t('Choose a date, or type one such as 2027-01-29 or +5w');
  pick.items = usual;
  pick.onDidChangeValue((text) => {
    const day = text.trim() === '' ? undefined : parseDayInput(text, today);
    const typed = day === undefined || day < today ? [] : [{ ...entry(text.trim(), day), alwaysShow: true }];
    pick.items = [...typed, ...usual];
  });
  return (await chosenOf(pick))?.day;
}

/** Shows a pick and gives what was chosen; `undefined` when it was left. */
function chosenOf<T extends vscode.QuickPickItem>(pick: vscode.QuickPick<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen === undefined) return;
      resolve(chosen);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
