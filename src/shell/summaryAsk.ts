// The questions about a summary: for whom, in which language, since when. One step after the other, with a way back; each shows what it was the last time.
import * as vscode from 'vscode';
import { formatDay, type isoDay, parseDay } from '../base/day';
import { parseDayInput } from '../base/dayInput';
import { type Message, message } from '../base/message';
import { type Audience, audiences } from '../report/audience';
import { languageName, summaryLanguages } from '../report/languages';
import type { CommandArguments } from './commandsArguments';
import { refsOf } from './git';
import { askDay } from './prompts';
import { forPick } from './promptsText';
import { editorLocale } from './say';
import type { SummaryChoice, SummaryPeriod } from './summaryChoice';

interface Entry<Value> extends vscode.QuickPickItem {
  readonly value: Value;
}

interface Step<Value> {
  readonly title: string;
  readonly placeholder: string;
  readonly step: number;
  readonly entries: readonly Entry<Value>[];
  readonly now: Value;
}

const back = Symbol('back');

/** `undefined` when the person leaves it. */
export async function askChoice(
  choice: SummaryChoice,
  today: SummaryDay,
  plan: vscode.Uri | undefined,
): Promise<SummaryChoice | undefined> {
  let asked = choice;
  for (let step = 1; step <= 4; ) {
    const next = await askStep(step, asked, { today, plan });
    if (next === undefined) return undefined;
    if (next === back) step -= 1;
    else {
      asked = next;
      step += 1;
    }
  }
  return asked;
}

type SummaryDay = Parameters<typeof isoDay>[0];

interface Place {
  readonly today: SummaryDay;
  readonly plan: vscode.Uri | undefined;
}

async function askStep(
  step: number,
  choice: SummaryChoice,
  place: Place,
): Promise<SummaryChoice | typeof back | undefined> {
  const title = vscode.l10n.t('Summary with Options');
  if (step === 1) {
    const entries = audiences.map((value) => ({ ...audienceWords(value), value }));
    const placeholder = vscode.l10n.t('Who is it for?');
    return changed(choice, 'audience', await pick({ title, step, placeholder, entries, now: choice.audience }));
  }
  if (step === 2) {
    const entries = summaryLanguages.map((value) => ({ label: languageName(value), value }));
    const placeholder = vscode.l10n.t('In which language?');
    return changed(choice, 'language', await pick({ title, step, placeholder, entries, now: choice.language }));
  }
  if (step === 3) {
    const entries = periodEntries(choice.period, place);
    const placeholder = vscode.l10n.t('Since when?');
    const kind = await pick({ title, step, placeholder, entries, now: choice.period.kind });
    if (kind === back || kind === undefined) return kind;
    return changed(choice, 'period', await askPeriod(kind, place));
  }
  const entries = [
    { label: vscode.l10n.t('Without a diagram'), value: false },
    { label: vscode.l10n.t('With a diagram'), detail: vscode.l10n.t('As Mermaid, which GitHub draws'), value: true },
  ];
  const placeholder = vscode.l10n.t('With a diagram of the dates?');
  return changed(choice, 'mermaid', await pick({ title, step, placeholder, entries, now: choice.mermaid }));
}

function changed<Name extends keyof SummaryChoice>(
  choice: SummaryChoice,
  name: Name,
  value: SummaryChoice[Name] | typeof back | undefined,
): SummaryChoice | typeof back | undefined {
  return value === back || value === undefined ? value : { ...choice, [name]: value };
}

export function audienceWords(audience: Audience): { readonly label: string; readonly detail: string } {
  switch (audience) {
    case 'client':
      return {
        label: vscode.l10n.t('Client'),
        detail: vscode.l10n.t('What was delivered, what comes next and what is needed from them; nothing internal'),
      };
    case 'team':
      return { label: vscode.l10n.t('Team'), detail: vscode.l10n.t('Everything, with internal notes and reasons') };
    case 'executive':
      return { label: vscode.l10n.t('Executive'), detail: vscode.l10n.t('Half a page: dates, money and risks') };
  }
}

/** What a period is called on a button or in a list. */
export function periodWord(period: SummaryPeriod): string {
  if (period.kind === 'last') return vscode.l10n.t('Since the last summary');
  if (period.kind === 'ref') return vscode.l10n.t('Since {0}', forPick(period.ref));
  return vscode.l10n.t('Since {0}', formatDay(period.day, editorLocale(), 'medium'));
}

function periodEntries(now: SummaryPeriod, { plan }: Place): readonly Entry<SummaryPeriod['kind']>[] {
  const chosen = (kind: SummaryPeriod['kind']) =>
    now.kind === kind && kind !== 'last' ? { description: periodWord(now) } : {};
  return [
    { label: vscode.l10n.t('Since the last summary'), value: 'last' },
    { label: vscode.l10n.t('Since a date…'), value: 'day', ...chosen('day') },
    ...(plan?.scheme === 'file' && vscode.workspace.isTrusted
      ? [{ label: vscode.l10n.t('Since a commit, branch or tag…'), value: 'ref' as const, ...chosen('ref') }]
      : []),
  ];
}

/** The date or the commit that a kind of period still needs. */
export async function askPeriod(
  kind: SummaryPeriod['kind'],
  { today, plan }: Place,
): Promise<SummaryPeriod | undefined> {
  if (kind === 'last') return { kind };
  if (kind === 'day') {
    const typed = await askDay({ title: vscode.l10n.t('Since which date?'), today });
    const day = typed === undefined ? undefined : parseDayInput(typed, today);
    return day === undefined ? undefined : { kind, day };
  }
  const ref = plan && (await askRef(plan));
  return ref === undefined ? undefined : { kind, ref };
}

/** One of the branches and tags, or a commit that is typed. */
async function askRef(plan: vscode.Uri): Promise<string | undefined> {
  const kinds = {
    branch: vscode.l10n.t('branch'),
    remote: vscode.l10n.t('branch of a remote'),
    tag: vscode.l10n.t('tag'),
  };
  const picker = vscode.window.createQuickPick<Entry<string>>();
  picker.title = vscode.l10n.t('Since which commit?');
  picker.placeholder = vscode.l10n.t('Choose a branch or tag, or type a commit');
  picker.busy = true;
  let known: readonly Entry<string>[] = [];
  const show = () => {
    const typed = picker.value.trim();
    const own = typed === '' || known.some(({ value }) => value === typed) ? [] : [entry(typed, '')];
    picker.items = [...own.map((each) => ({ ...each, alwaysShow: true })), ...known];
  };
  const entry = (value: string, description: string): Entry<string> => ({ label: forPick(value), description, value });
  void refsOf(plan).then((refs) => {
    known = refs.map(({ name, kind }) => entry(name, kinds[kind]));
    picker.busy = false;
    show();
  });
  picker.onDidChangeValue(show);
  return accepted(picker);
}

async function pick<Value>({
  title,
  step,
  placeholder,
  entries,
  now,
}: Step<Value>): Promise<Value | typeof back | undefined> {
  const picker = vscode.window.createQuickPick<Entry<Value>>();
  picker.title = title;
  picker.step = step;
  picker.totalSteps = 4;
  picker.placeholder = placeholder;
  picker.items = entries;
  picker.activeItems = entries.filter(({ value }) => value === now);
  if (step > 1) picker.buttons = [vscode.QuickInputButtons.Back];
  return accepted<Value, typeof back>(picker, back);
}

function accepted<Value, Back = never>(
  picker: vscode.QuickPick<Entry<Value>>,
  whenBack?: Back,
): Promise<Value | Back | undefined> {
  return new Promise((resolve) => {
    picker.onDidTriggerButton(() => {
      resolve(whenBack);
      picker.hide();
    });
    picker.onDidAccept(() => {
      const [chosen] = picker.selectedItems;
      if (!chosen) return;
      resolve(chosen.value);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

/** What a program asks for; a sentence where its period cannot be read. */
export function choiceOf(usual: SummaryChoice, args: CommandArguments): SummaryChoice | Message {
  const { audience, language, mermaid, trace, since, template } = args;
  const period = since === undefined ? usual.period : periodOf(since);
  if (!period)
    return message('{since} is no day such as 2026-11-02, and no commit such as git:v1.', { since: since ?? '' });
  return {
    ...usual,
    period,
    ...(audience === undefined ? {} : { audience }),
    ...(language === undefined ? {} : { language }),
    ...(mermaid === undefined ? {} : { mermaid }),
    ...(trace === undefined ? {} : { trace }),
    ...(template === undefined ? {} : { template }),
  };
}

function periodOf(since: string): SummaryPeriod | undefined {
  if (since.startsWith('git:')) return { kind: 'ref', ref: since.slice(4) };
  const day = parseDay(since);
  return day === undefined ? undefined : { kind: 'day', day };
}
