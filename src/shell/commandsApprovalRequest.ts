// The commands that ask for approval: of milestones as they are, or of what has changed since they were approved. Each hands over a text to send.
import * as vscode from 'vscode';
import type { RequestedMilestone } from '../agreement/requestFile';
import { message } from '../base/message';
import { type ChangedMilestone, changeRequestDocument } from '../report/changeRequestDocument';
import type { Document } from '../report/document';
import { documentHtml } from '../report/documentHtml';
import { documentMarkdown } from '../report/documentMarkdown';
import { documentText } from '../report/documentText';
import {
  languageName,
  type SummaryLanguage,
  summaryLanguageFor,
  summaryLanguages,
  summaryLocale,
} from '../report/languages';
import { nameOf } from '../report/people';
import type { Wording } from '../report/requestAnswer';
import { requestDocument } from '../report/requestDocument';
import type { Call } from './commandsArguments';
import type { CommandParts, Outcome } from './commandsCore';
import { type Asked, again, askedFor, issue, obstacleTo, requested, writeIds } from './consentIssue';
import { tellWritten, write } from './exportSave';
import { errorText } from './log';
import { editorLocale } from './say';
import { sayIn } from './summaryLanguages';

export const requestFormats = ['markdown', 'email', 'html'] as const;
export type RequestFormat = (typeof requestFormats)[number];

interface Choice {
  readonly format: RequestFormat;
  readonly language: SummaryLanguage;
  /** Where a web page is written. */
  readonly target?: vscode.Uri;
}

type MakeDocument = (asked: Asked, milestones: readonly RequestedMilestone[], wording: Wording) => Document;

export async function requestApproval(parts: CommandParts, call: Call): Promise<Outcome> {
  const title = vscode.l10n.t('Request Approval');
  const asked = await askedFor(parts, call, { title, where: ({ status }) => status !== 'cancelled' });
  if (!asked || 'text' in asked) return asked;
  return send(parts, call, asked, {
    title,
    make: ({ plan }, milestones, wording) => requestDocument({ ...about(plan.plan), milestones }, wording),
  });
}

export async function draftChangeRequest(parts: CommandParts, call: Call): Promise<Outcome> {
  const title = vscode.l10n.t('Draft Change Request');
  const stale = new Set(
    (parts.store.snapshot?.plans ?? []).flatMap(({ agreement, plan }) =>
      plan.milestones.length === 0
        ? []
        : [...agreement.consents].flatMap(([key, { state }]) => (state === 'stale' ? [key] : [])),
    ),
  );
  const asked = await askedFor(parts, call, { title, where: ({ key }) => stale.has(key) });
  if (!asked || 'text' in asked) return asked;
  const found = asked.found.filter(
    ({ plan, milestone }) => plan.agreement.consents.get(milestone.key)?.state === 'stale',
  );
  if (found.length === 0) return message('Nothing of this has changed since it was approved.');
  const make: MakeDocument = ({ plan }, milestones, wording) =>
    changeRequestDocument({ ...about(plan.plan), milestones: milestones.map((each) => changed(asked, each)) }, wording);
  return send(parts, call, { ...asked, found }, { title, make });
}

function about({ project, client }: Asked['plan']['plan']): { readonly project: string; readonly client?: string } {
  return { project, ...(client === undefined ? {} : { client }) };
}

function changed({ plan }: Asked, each: RequestedMilestone): ChangedMilestone {
  const consent = plan.agreement.consents.get(each.id);
  const { digest = '', on, by } = consent?.decision ?? {};
  return {
    ...each,
    was: {
      digest,
      ...(consent?.approvedContract ? { contract: consent.approvedContract } : {}),
      ...(on === undefined ? {} : { on }),
      ...(by === undefined ? {} : { by: nameOf(plan.plan, by) }),
    },
  };
}

async function send(
  parts: CommandParts,
  call: Call,
  asked: Asked,
  { title, make }: { readonly title: string; readonly make: MakeDocument },
): Promise<Outcome> {
  const obstacle = obstacleTo(asked.plan);
  if (obstacle) return obstacle;
  // Nothing is issued before all questions are answered.
  const chosen = call.byProgram ? choiceOf(call) : await askChoice(title, call);
  const choice = chosen && (await withTarget(chosen, asked));
  if (!choice) return undefined;
  const refused = await writeIds(parts, asked);
  if (refused) return refused;
  const now = again(parts, asked);
  if ('text' in now) return now;
  const wording = {
    say: await sayIn(parts.context.extension.extensionUri, choice.language),
    locale: summaryLocale(choice.language),
  };
  const milestones = requested(now);
  const document = make(now, milestones, wording);
  const failed = await issue(parts, now, { milestones, body: documentMarkdown(document) });
  if (failed) return failed;
  await handOver(parts, call, { document, choice });
  return undefined;
}

function choiceOf({ args }: Call): Choice {
  return {
    format: args.requestFormat ?? 'markdown',
    language: args.language ?? summaryLanguageFor(editorLocale()),
    ...(args.uri === undefined ? {} : { target: vscode.Uri.parse(args.uri, true) }),
  };
}

/** Two steps; the usual answer to each comes first. */
async function askChoice(title: string, call: Call): Promise<Choice | undefined> {
  const usual = choiceOf(call);
  const formats = [
    { label: vscode.l10n.t('Text for an e-mail'), format: 'email' as const },
    { label: vscode.l10n.t('Markdown'), format: 'markdown' as const },
    { label: vscode.l10n.t('Web page'), format: 'html' as const },
  ];
  const place = vscode.l10n.t('How is it sent? (1 of 2)');
  const format = (await vscode.window.showQuickPick(formats, { title, placeHolder: place }))?.format;
  if (!format) return undefined;
  const order = [usual.language, ...summaryLanguages.filter((each) => each !== usual.language)];
  const languages = order.map((language) => ({ label: languageName(language), language }));
  const placeHolder = vscode.l10n.t('In which language? (2 of 2)');
  const language = (await vscode.window.showQuickPick(languages, { title, placeHolder }))?.language;
  return language && { ...usual, format, language };
}

interface HandedOver {
  readonly document: Document;
  readonly choice: Choice;
}

async function handOver(parts: CommandParts, call: Call, { document, choice }: HandedOver): Promise<void> {
  const { format, target } = choice;
  const text = format === 'markdown' ? documentMarkdown(document) : documentText(document);
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('The request is on the clipboard and kept beside the plan'), 6000);
  if (target && format === 'html') {
    await write(target, documentHtml(document));
    if (!call.byProgram) tellWritten(target, '');
    return;
  }
  const language = format === 'markdown' ? 'markdown' : 'plaintext';
  const opened = await vscode.workspace.openTextDocument({ language, content: text });
  await vscode.window.showTextDocument(opened, { preview: false });
  if (format === 'email') return;
  try {
    await vscode.commands.executeCommand('markdown.showPreviewToSide', opened.uri);
  } catch (error) {
    parts.log.warn(`No preview: ${errorText(error)}`);
  }
}

async function withTarget(choice: Choice, { plan }: Asked): Promise<Choice | undefined> {
  if (choice.format !== 'html' || choice.target) return choice;
  const defaultUri = vscode.Uri.joinPath(vscode.Uri.parse(plan.uri, true), '..', `${plan.baseName}-request.html`);
  const filters = { [vscode.l10n.t('Web page')]: ['html'] };
  const target = await vscode.window.showSaveDialog({ defaultUri, filters, title: vscode.l10n.t('Save the Request') });
  return target && { ...choice, target };
}
