// The commands that hand a status summary to the person: as a document with its preview, or on the clipboard. Writes no sentence of it.
import * as vscode from 'vscode';
import { type Day, isoDay, parseDay } from '../base/day';
import { message } from '../base/message';
import { type Audience, audiences } from '../report/audience';
import { summaryMarkdown } from '../report/summary';
import type { Call } from './commandsArguments';
import { type CommandParts, type Outcome, planNamed } from './commandsCore';
import { errorText } from './log';
import { askPlan } from './prompts';
import { forNotice } from './promptsText';
import { editorLocale } from './say';
import { section } from './settings';

export async function generateSummary(parts: CommandParts, call: Call): Promise<Outcome> {
  const summary = await written(parts, call, vscode.l10n.t('Generate Status Summary'));
  if (!summary || 'text' in summary) return summary;
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: summary.markdown });
  await vscode.window.showTextDocument(document, { preview: false });
  try {
    await vscode.commands.executeCommand('markdown.showPreviewToSide', document.uri);
  } catch (error) {
    // The text is what was asked for; an editor without a Markdown preview still has it.
    parts.log.warn(`No preview: ${errorText(error)}`);
  }
  warnOfStale(parts, summary.plan);
  return undefined;
}

/** The text says it too, but a person about to hand it on looks at the headline first. Waits for no answer. */
function warnOfStale({ store }: CommandParts, plan: string | undefined): void {
  const stale = (store.snapshot?.plans ?? []).filter(({ uri, stale }) => stale && (plan === undefined || uri === plan));
  const [first] = stale;
  if (!first) return;
  const show = vscode.l10n.t('Show Problems');
  const text = vscode.l10n.t(
    'The file of {0} cannot be read now, so the summary tells its last good state.',
    forNotice(first.plan.project),
  );
  void vscode.window.showWarningMessage(text, show).then((chosen) => {
    if (chosen === show) void vscode.commands.executeCommand('workbench.actions.view.problems');
  });
}

export async function copySummary(parts: CommandParts, call: Call): Promise<Outcome> {
  const summary = await written(parts, call, vscode.l10n.t('Copy Status Summary'));
  if (!summary || 'text' in summary) return summary;
  await vscode.env.clipboard.writeText(summary.markdown);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Status summary copied'), 4000);
  warnOfStale(parts, summary.plan);
  return undefined;
}

async function written(
  parts: CommandParts,
  call: Call,
  title: string,
): Promise<{ readonly markdown: string; readonly plan: string | undefined } | Outcome> {
  const snapshot = await parts.store.settled();
  if (snapshot.plans.length === 0) return message('There is no plan yet to sum up.');
  const named = planNamed(snapshot, call);
  if (typeof named === 'object') return named;
  const uri = named ?? activePlan(parts) ?? (call.byProgram ? '' : await askPlan(snapshot, title, true));
  if (uri === undefined) return undefined;
  const plan = uri === '' ? undefined : uri;
  const today = snapshot.plans.find((known) => known.uri === plan)?.schedule.today ?? snapshot.today;
  const since = await remember(parts, plan, today);
  const audience = call.args.audience ?? usualAudience();
  const markdown = summaryMarkdown(snapshot, {
    ...(plan === undefined ? {} : { plan }),
    ...(since === undefined ? {} : { since }),
    audience,
    say: parts.say,
    locale: editorLocale(),
  });
  return { markdown, plan };
}

/** The plan whose file the person is looking at. */
function activePlan({ store }: CommandParts): string | undefined {
  const active = vscode.window.activeTextEditor?.document.uri.toString();
  return store.snapshot?.plans.find((plan) => plan.uri === active)?.uri;
}

function usualAudience(): Audience {
  const stored: unknown = vscode.workspace.getConfiguration(section).get('summaryAudience');
  return audiences.find((known) => known === stored) ?? 'client';
}

const daysKey = 'milepost.summary.days';

/** Remembers that a summary was made today, and gives the latest day before today on which one was. */
async function remember({ context }: CommandParts, plan: string | undefined, today: Day): Promise<Day | undefined> {
  const key = plan ?? '*';
  const stored: unknown = context.workspaceState.get(daysKey);
  const all = new Map<string, unknown>(typeof stored === 'object' && stored !== null ? Object.entries(stored) : []);
  const known = all.get(key);
  const days = (Array.isArray(known) ? known : [])
    .map((day) => (typeof day === 'string' ? parseDay(day) : undefined))
    .filter((day) => day !== undefined && day < today);
  const latest = days.reduce(
    (last, day) => (last === undefined || (day !== undefined && day > last) ? day : last),
    undefined,
  );
  all.set(key, [...(latest === undefined ? [] : [isoDay(latest)]), isoDay(today)]);
  await context.workspaceState.update(daysKey, Object.fromEntries(all));
  return latest;
}
