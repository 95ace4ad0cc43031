// Completion in the editor: what `language/` offers, as the editor's items. Knows no field.
import * as vscode from 'vscode';
import type { Say } from '../base/message';
import { completionsAt } from '../language/completion';
import type { Completion, CompletionKind } from '../language/completionKinds';
import { today } from './clock';
import { pageOf, planSelector } from './languagePages';
import type { LanguageParts } from './languageParts';
import { redHatHelps } from './redHat';

/** Behind these a value, an entry or the rest of a day such as `+2w` can begin. */
const triggers = [' ', '[', '{', ',', '+', '/'];

export function registerCompletion({ store, say }: LanguageParts): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    provideCompletionItems(document, position, _token, { triggerCharacter }) {
      // Blanks at the beginning of a line are indentation, which nobody wants to be asked about.
      const before = document.lineAt(position).text.slice(0, position.character);
      if (triggerCharacter === ' ' && before.trim() === '') return undefined;
      const page = pageOf(store, document);
      if (!page) return undefined;
      const zone = page.file.plan?.timezone;
      const { items, isIncomplete } = completionsAt(page, document.offsetAt(position), { today: today(zone) });
      const helped = items.some(({ inSchema }) => inSchema) && redHatHelps('completion', document.uri);
      const own = helped ? items.filter(({ inSchema }) => !inSchema) : items;
      return new vscode.CompletionList(
        own.map((item) => itemOf(item, document, say)),
        isIncomplete,
      );
    },
  };
  return vscode.languages.registerCompletionItemProvider(planSelector, provider, ...triggers);
}

const kinds: Readonly<Record<CompletionKind, vscode.CompletionItemKind>> = {
  field: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.EnumMember,
  milestone: vscode.CompletionItemKind.Reference,
  person: vscode.CompletionItemKind.User,
  day: vscode.CompletionItemKind.Event,
  snippet: vscode.CompletionItemKind.Snippet,
};

function itemOf(offered: Completion, document: vscode.TextDocument, say: Say): vscode.CompletionItem {
  const { label, insert, detail, documentation, beside } = offered;
  const shown = detail ? { label, description: say(detail) } : label;
  const item = new vscode.CompletionItem(shown, kinds[offered.kind]);
  const rangeOf = ({ start, end }: Completion['replace']) =>
    new vscode.Range(document.positionAt(start), document.positionAt(end));
  item.range = rangeOf(offered.replace);
  item.insertText = offered.isSnippet ? new vscode.SnippetString(insert) : insert;
  // Every blank it needs is in it already.
  item.keepWhitespace = true;
  item.filterText = offered.filter;
  item.sortText = offered.sort;
  if (documentation) item.documentation = new vscode.MarkdownString(documentation);
  if (offered.preselect) item.preselect = true;
  if (offered.again)
    item.command = { command: 'editor.action.triggerSuggest', title: vscode.l10n.t('Suggest a value') };
  if (beside) item.additionalTextEdits = beside.map(({ span, text }) => vscode.TextEdit.replace(rangeOf(span), text));
  return item;
}
