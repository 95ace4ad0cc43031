// The one table of commands, and the one place that catches what goes wrong: told in one sentence, logged with its stack.
import * as vscode from 'vscode';
import { message } from '../base/message';
import type { Status } from '../model/plan';
import { showApprovalChanges } from './commandsApprovalChanges';
import { recordApproval } from './commandsApprovalRecord';
import { draftChangeRequest, requestApproval } from './commandsApprovalRequest';
import { type BadArguments, type Call, readCall } from './commandsArguments';
import type { Command, CommandParts } from './commandsCore';
import { explainProblem } from './commandsExplain';
import { exportTimeline } from './commandsExport';
import { createInvoice } from './commandsInvoice';
import { addDependency, copyLink } from './commandsLink';
import { markDone, reopen, setProgress, setStatus, toggleCriterion, toggleTask } from './commandsMark';
import { setPayment } from './commandsPayment';
import { addMilestone, copyId, groupBy, hideDone, openMilestone, rename, showTimeline } from './commandsPlan';
import { reschedule } from './commandsReschedule';
import {
  copySummary,
  generateSummary,
  generateSummaryHtml,
  generateSummaryText,
  previewSummary,
  summaryOptions,
} from './commandsSummary';
import { issueSummary, verifySummary } from './commandsSummaryIssue';
import { whyCritical, whyThisDate } from './commandsWhy';
import { createPlan } from './createPlan';
import { errorText } from './log';
import { forNotice } from './promptsText';

/** Every command by its name without the prefix; the manifest declares exactly these. */
const commands: Readonly<Record<string, Command>> = {
  markDone,
  reopen,
  setStatus,
  setProgress,
  reschedule,
  toggleTask,
  toggleCriterion,
  rename,
  addMilestone,
  createPlan,
  openMilestone,
  whyThisDate,
  whyCritical,
  showTimeline,
  generateSummary,
  generateSummaryText,
  generateSummaryHtml,
  summaryOptions,
  previewSummary,
  copySummary,
  issueSummary,
  verifySummary,
  exportTimeline,
  requestApproval,
  recordApproval,
  showApprovalChanges,
  draftChangeRequest,
  setPayment,
  createInvoice,
  groupBy,
  hideDone: (parts) => hideDone(parts, true),
  showDone: (parts) => hideDone(parts, false),
  copyId,
  copyLink,
  addDependency,
  explainProblem,
  showLog: async ({ log }) => {
    log.show();
    return undefined;
  },
  'setStatus.planned': statusCommand('planned'),
  'setStatus.inProgress': statusCommand('in-progress'),
  'setStatus.submitted': statusCommand('submitted'),
  'setStatus.done': statusCommand('done'),
  'setStatus.onHold': statusCommand('on-hold'),
  'setStatus.cancelled': statusCommand('cancelled'),
};

/** A menu cannot pass a status along, so each has a command of its own. */
function statusCommand(status: Status): Command {
  return (parts, call) => setStatus(parts, { ...call, args: { ...call.args, status } });
}

export function registerCommands(parts: CommandParts): vscode.Disposable {
  const registered = Object.entries(commands).map(([name, command]) =>
    vscode.commands.registerCommand(`milepost.${name}`, (...raw: unknown[]) => run(parts, { name, command }, raw)),
  );
  return vscode.Disposable.from(...registered);
}

interface Named {
  readonly name: string;
  readonly command: Command;
}

/** A person gets one sentence; a program that calls us gets the same sentence as its error. */
async function run(parts: CommandParts, { name, command }: Named, raw: readonly unknown[]): Promise<void> {
  const call = readCall(raw);
  if ('bad' in call) throw new TypeError(badArguments(parts, name, call));
  let outcome: Awaited<ReturnType<Command>>;
  try {
    outcome = await command(parts, call);
  } catch (error) {
    parts.log.error(`milepost.${name}: ${errorText(error)}`);
    return fail(parts, call, vscode.l10n.t('This did not work because of a mistake in Milepost. The log says more.'));
  }
  if (outcome) return refuse(call, forNotice(parts.say(outcome)));
}

function badArguments({ say, log }: CommandParts, name: string, { bad }: BadArguments): string {
  const sentence = say(
    message('{command} was called with arguments it does not understand: {names}.', {
      command: `milepost.${name}`,
      names: bad,
    }),
  );
  log.warn(sentence);
  return forNotice(sentence);
}

function refuse({ byProgram }: Call, sentence: string): void {
  if (byProgram) throw new Error(sentence);
  void vscode.window.showWarningMessage(sentence);
}

/** The command is over when the person reads the sentence, not when they have closed it. */
function fail({ log }: CommandParts, { byProgram }: Call, sentence: string): void {
  if (byProgram) throw new Error(sentence);
  const showLog = vscode.l10n.t('Show Log');
  void vscode.window.showErrorMessage(sentence, showLog).then((answer) => {
    if (answer === showLog) log.show();
  });
}
