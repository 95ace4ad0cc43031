// The command that makes the data of an invoice for a milestone: as a document, as a table for an accounting program, and noted in the plan where that is wanted.
import * as vscode from 'vscode';
import { isoDay } from '../base/day';
import { type Message, message } from '../base/message';
import type { Change } from '../model/change';
import { stateOf } from '../model/paymentStates';
import { allMilestones } from '../model/planFile';
import { documentMarkdown } from '../report/documentMarkdown';
import { type Invoice, invoiceCsv, invoiceDocument, invoiceOf, nextInvoiceNumber } from '../report/invoice';
import type { Call } from './commandsArguments';
import { applyToTargets, type CommandParts, find, type Outcome, targetsOf } from './commandsCore';
import type { Found, Target } from './commandsTargets';
import { forNotice } from './promptsText';
import { editorLocale } from './say';

/** Calendar days until an invoice is to be paid, where nobody says anything else. */
const usualDueDays = 14;

export const invoiceFormats = ['markdown', 'csv'] as const;
export type InvoiceFormat = (typeof invoiceFormats)[number];

interface Wanted {
  readonly format: InvoiceFormat;
  /** Number and day are written into the plan. */
  readonly record: boolean;
}

export async function createInvoice(parts: CommandParts, call: Call): Promise<Outcome> {
  const title = vscode.l10n.t('Create Invoice Data');
  const targets = await targetsOf(parts, call, { title, where: ({ amount }) => amount !== undefined });
  if (!targets || 'text' in targets) return targets;
  const [target] = targets;
  const found = target && find(parts, target.ref);
  if (!target || !found) return message('This milestone is no longer there.');
  const number = call.args.invoice ?? (await askNumber(found, title));
  if (number === undefined) return undefined;
  const wanted = wantedBy(call) ?? (await askWanted(title));
  if (!wanted) return undefined;
  // As it is now: the plan may have changed while the questions were answered.
  const now = find(parts, target.ref);
  if (!now) return message('This milestone is no longer there.');
  const { plan, milestone } = now;
  const on = plan.schedule.today;
  const invoice = invoiceOf(plan, milestone.key, { number, on, dueDays: call.args.dueDays ?? usualDueDays });
  if (!invoice) return message('{title} has no amount to invoice.', { title: milestone.title });
  const refused = wanted.record ? await recorded(parts, target, invoice) : undefined;
  if (refused) return refused;
  await show(parts, invoice, wanted.format);
  return undefined;
}

function wantedBy({ args, byProgram }: Call): Wanted | undefined {
  const format = invoiceFormats.find((known) => known === args.invoiceFormat);
  if (!byProgram) return undefined;
  return { format: format ?? 'markdown', record: args.record === true };
}

/** The number that is written, else the one after the greatest of the plan. */
async function askNumber({ plan, milestone }: Found, title: string): Promise<string | undefined> {
  const written = [...allMilestones(plan.plan.milestones)].flatMap(({ payment }) => payment?.invoice ?? []);
  const answer = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Number of the invoice'),
    value: milestone.payment?.invoice ?? nextInvoiceNumber(written) ?? `${isoDay(plan.schedule.today).slice(0, 4)}-001`,
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('Write a number.') : undefined),
  });
  return answer?.trim();
}

async function askWanted(title: string): Promise<Wanted | undefined> {
  const entry = (label: string, detail: string, format: InvoiceFormat, record: boolean) => ({
    label,
    detail,
    format,
    record,
  });
  const only = vscode.l10n.t('The plan stays as it is');
  const noted = vscode.l10n.t('Number and day are written into the plan');
  const items = [
    entry(vscode.l10n.t('Document'), noted, 'markdown', true),
    entry(vscode.l10n.t('Table (CSV)'), noted, 'csv', true),
    entry(vscode.l10n.t('Document only'), only, 'markdown', false),
    entry(vscode.l10n.t('Table (CSV) only'), only, 'csv', false),
  ];
  return vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('What is to be made?') });
}

/** The state of the payment stays what it is: an invoice is no payment. */
function recorded(parts: CommandParts, target: Target, { number, on }: Invoice): Promise<Message | undefined> {
  return applyToTargets(
    parts,
    [target],
    ({ milestone }): Change => ({
      kind: 'setPayment',
      id: milestone.key,
      state: stateOf(milestone.payment),
      dates: { invoiced: on },
      invoice: number,
      was: milestone.payment?.state ?? 'none',
    }),
  );
}

async function show({ say }: CommandParts, invoice: Invoice, format: InvoiceFormat): Promise<void> {
  const content =
    format === 'csv'
      ? invoiceCsv(invoice)
      : documentMarkdown(invoiceDocument(invoice, { say, locale: editorLocale() }));
  const language = format === 'csv' ? 'plaintext' : 'markdown';
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document, { preview: false });
  await vscode.env.clipboard.writeText(content);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Invoice {0} copied', forNotice(invoice.number)), 4000);
}
