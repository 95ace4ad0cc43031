// The outline and breadcrumbs of plan documents, and milestones among the symbols of the workspace.
import * as vscode from 'vscode';
import { positionsOf, type Span } from '../base/text';
import { symbolsOf } from '../language/symbols';
import type { PlanSymbol } from '../language/symbolsKinds';
import { allMilestones } from '../model/planFile';
import { plain } from '../report/plain';
import type { PlanSnapshot, Snapshot } from '../snapshot';
import { pageOf, planSelector } from './languagePages';
import type { LanguageParts } from './languageParts';
import { freshened } from './languageReferences';

export function registerSymbols(parts: LanguageParts): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDocumentSymbolProvider(planSelector, documentSymbols(parts), { label: 'Milepost' }),
    vscode.languages.registerWorkspaceSymbolProvider(workspaceSymbols(parts)),
  );
}

function documentSymbols({ store, say }: LanguageParts): vscode.DocumentSymbolProvider {
  return {
    provideDocumentSymbols: async (document, token) => {
      if (!pageOf(store, document)) return undefined;
      await freshened(store, document);
      const page = token.isCancellationRequested ? undefined : pageOf(store, document);
      if (!page) return undefined;
      const positionAt = positionsOf(page.text);
      return symbolsOf(page, say).map((symbol) => shown(symbol, (span) => rangeOf(span, positionAt)));
    },
  };
}

function shown(symbol: PlanSymbol, range: (span: Span) => vscode.Range): vscode.DocumentSymbol {
  const { name, detail, kind, span, title } = symbol;
  const item = new vscode.DocumentSymbol(iconless(name), detail, kinds[kind], range(span), range(title));
  if (symbol.cancelled) item.tags = [vscode.SymbolTag.Deprecated];
  item.children = symbol.children.map((child) => shown(child, range));
  return item;
}

/** Lists of symbols make icons of `$(name)`; a word joiner, which is not seen, keeps it a text. */
function iconless(text: string): string {
  return text.replaceAll('$(', '$\u2060(');
}

const kinds: Readonly<Record<PlanSymbol['kind'], vscode.SymbolKind>> = {
  plan: vscode.SymbolKind.Package,
  milestone: vscode.SymbolKind.Event,
  task: vscode.SymbolKind.Field,
  criterion: vscode.SymbolKind.Boolean,
};

function rangeOf({ start, end }: Span, positionAt: ReturnType<typeof positionsOf>): vscode.Range {
  const [from, to] = [positionAt(start), positionAt(end)];
  return new vscode.Range(from.line, from.character, to.line, to.character);
}

const mostSymbols = 300;

function workspaceSymbols({ store }: LanguageParts): vscode.WorkspaceSymbolProvider {
  return {
    provideWorkspaceSymbols: (query, token) =>
      store.snapshot && !token.isCancellationRequested ? found(store.snapshot, query) : undefined,
  };
}

function found({ plans }: Snapshot, query: string): vscode.SymbolInformation[] {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const result: vscode.SymbolInformation[] = [];
  for (const plan of plans) {
    const placeOf = placesIn(plan);
    for (const { key, id, title } of allMilestones(plan.plan.milestones)) {
      if (result.length >= mostSymbols) return result;
      if (!holds(`${title} ${id}`.toLowerCase(), wanted)) continue;
      const location = new vscode.Location(vscode.Uri.parse(plan.uri, true), placeOf(key));
      const name = iconless(plain(title) || plain(id));
      result.push(
        new vscode.SymbolInformation(name, vscode.SymbolKind.Event, iconless(plain(plan.plan.project)), location),
      );
    }
  }
  return result;
}

/** The title of a milestone; the top of the file where the text of the moment cannot be read. */
function placesIn({ text, file }: PlanSnapshot): (key: string) => vscode.Range {
  let positionAt: ReturnType<typeof positionsOf> | undefined;
  return (key) => {
    const span = file.places.get(key)?.title;
    if (!span) return new vscode.Range(0, 0, 0, 0);
    positionAt ??= positionsOf(text);
    return rangeOf(span, positionAt);
  };
}

/** Whether the letters of a query come one behind the other, as the editor matches them. */
function holds(text: string, wanted: string): boolean {
  let at = 0;
  for (const letter of wanted) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
