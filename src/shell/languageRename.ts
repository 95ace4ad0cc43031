// Rename of ids and people in plan documents: one edit over all files, made only for the texts it was worked out for.
import * as vscode from 'vscode';
import { type Message, message, type Say } from '../base/message';
import type { TextEdit } from '../base/text';
import type { PlanText } from '../language/ids';
import { type Refused, type Renameable, type RenameEdits, renameableAt, renameEdits } from '../language/rename';
import { plain } from '../report/plain';
import { pageOf, planSelector } from './languagePages';
import type { LanguageParts } from './languageParts';
import { freshened, plansNow } from './languageReferences';
import type { PlanStore } from './store';

export function registerRename({ store, say }: LanguageParts): vscode.Disposable {
  return vscode.languages.registerRenameProvider(planSelector, {
    prepareRename: async (document, position, token) => {
      if (!pageOf(store, document)) return undefined;
      await freshened(store, document);
      const found = token.isCancellationRequested ? undefined : at(store, document, position);
      if (!found) return undefined;
      if ('refused' in found) throw told(found.refused, say);
      const { span, name } = found;
      const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
      return { range, placeholder: name };
    },
    provideRenameEdits: async (document, position, to, token) => {
      const outcome = await rename(store, { document, position, token }, to);
      if (outcome && 'refused' in outcome) throw told(outcome.refused, say);
      return outcome;
    },
  });
}

interface Asked {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
  readonly token: vscode.CancellationToken;
}

/** The editor shows what an error says. */
function told(reason: Message, say: Say): Error {
  return new Error(plain(say(reason), 500));
}

function at(
  store: PlanStore,
  document: vscode.TextDocument,
  position: vscode.Position,
): (Renameable & { readonly plans: readonly PlanText[] }) | Refused | undefined {
  const page = pageOf(store, document);
  if (!page) return undefined;
  const plans = plansNow(store, page);
  const found = renameableAt(plans, page, document.offsetAt(position));
  return 'refused' in found ? found : { ...found, plans };
}

async function rename(
  store: PlanStore,
  { document, position, token }: Asked,
  to: string,
): Promise<vscode.WorkspaceEdit | Refused | undefined> {
  if (!pageOf(store, document)) return undefined;
  // A file that another program has just written may be known by its old text: then everything is read again, once.
  for (const refresh of [() => freshened(store, document), () => store.settled()]) {
    await refresh();
    if (token.isCancellationRequested) return undefined;
    const found = at(store, document, position);
    if (!found || 'refused' in found) return found;
    const edits = renameEdits(found.plans, found.named, to.trim());
    if ('refused' in edits) return edits;
    const edit = await workspaceEdit(found.plans, edits);
    if (edit) return edit;
  }
  return { refused: message('A plan is being changed by something else. Nothing was changed here; try again.') };
}

/** `undefined` when one of the documents is not the text the edits were made for. */
async function workspaceEdit(
  plans: readonly PlanText[],
  edits: RenameEdits,
): Promise<vscode.WorkspaceEdit | Refused | undefined> {
  const documents = new Map<vscode.TextDocument, readonly TextEdit[]>();
  for (const [key, own] of edits) {
    const uri = vscode.Uri.parse(key, true);
    const document = await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
    if (!document) return { refused: message('This plan cannot be opened any more.') };
    if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false)
      return { refused: message('This plan is read-only.') };
    documents.set(document, own);
  }
  const edit = new vscode.WorkspaceEdit();
  for (const [document, own] of documents) {
    const key = document.uri.toString();
    if (document.getText() !== plans.find(({ uri }) => uri === key)?.text) return undefined;
    for (const { span, text } of own) {
      const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
      edit.replace(document.uri, range, text);
    }
  }
  return edit;
}
