// Definition, references and highlights of ids and people in plan documents.
import * as vscode from 'vscode';
import { positionsOf, type Span } from '../base/text';
import { type Mention, mentionsOf, namedAt, type PlanText } from '../language/ids';
import type { Page } from '../language/page';
import { openDocument } from './documents';
import { pageOf, planSelector } from './languagePages';
import type { LanguageParts } from './languageParts';
import { readSettings } from './settings';
import type { PlanStore } from './store';

export function registerReferences({ store }: LanguageParts): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider(planSelector, {
      provideDefinition: (document, position, token) => definition(store, { document, position, token }),
    }),
    vscode.languages.registerReferenceProvider(planSelector, {
      provideReferences: async (document, position, { includeDeclaration }, token) => {
        const found = await mentionsAt(store, { document, position, token });
        if (!found) return undefined;
        const wanted = found.mentions.filter(({ declares }) => includeDeclaration || !declares);
        return wanted.map(({ uri, span }) => new vscode.Location(vscode.Uri.parse(uri, true), found.range(uri, span)));
      },
    }),
    vscode.languages.registerDocumentHighlightProvider(planSelector, {
      provideDocumentHighlights: (document, position) => highlights(store, document, position),
    }),
  );
}

interface Asked {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
  readonly token: vscode.CancellationToken;
}

/** All plans, each as its text of this moment: open documents as they are typed in, the others as the snapshot read them. */
export function plansNow({ snapshot, read }: PlanStore, page: Page): readonly PlanText[] {
  const known = [...(snapshot?.plans ?? []), ...(snapshot?.broken ?? [])];
  const plans = known.map((plan): PlanText => {
    if (plan.uri === page.uri) return page;
    const text = openDocument(plan.uri)?.getText();
    if (text === undefined || text === plan.text) return plan;
    const { file } = read(text, plan.baseName, { maxBytes: readSettings().maxFileBytes });
    return { uri: plan.uri, baseName: plan.baseName, text, file };
  });
  return plans.some(({ uri }) => uri === page.uri) ? plans : [page, ...plans];
}

/** Waits until the snapshot knows what the document holds, if it does not yet. What is typed meanwhile is not waited for. */
export async function freshened(store: PlanStore, document: vscode.TextDocument): Promise<void> {
  const uri = document.uri.toString();
  const known = store.snapshot?.plans.find((plan) => plan.uri === uri);
  // The first reading of a workspace may take a while, and nobody waits that long for a hover.
  if (store.loading || known?.text === document.getText()) return;
  try {
    await store.flush(document.uri);
  } catch {
    // The store has stopped: what is known is all there will be.
  }
}

async function mentionsAt(store: PlanStore, { document, position, token }: Asked) {
  if (!pageOf(store, document)) return undefined;
  await freshened(store, document);
  const page = token.isCancellationRequested ? undefined : pageOf(store, document);
  if (!page) return undefined;
  const plans = plansNow(store, page);
  const found = namedAt(plans, page, document.offsetAt(position));
  return found && { ...found, plans, mentions: mentionsOf(plans, found.named), range: ranger(plans) };
}

async function definition(store: PlanStore, asked: Asked): Promise<vscode.LocationLink[] | undefined> {
  const found = await mentionsAt(store, asked);
  return found?.mentions
    .filter(({ declares }) => declares)
    .map(({ uri, span }) => ({
      originSelectionRange: found.range(asked.document.uri.toString(), found.mention.span),
      targetUri: vscode.Uri.parse(uri, true),
      targetRange: found.range(uri, wholeOf(found, uri, span)),
      targetSelectionRange: found.range(uri, span),
    }));
}

/** What is shown of the place that is gone to: the whole milestone, the key of a person. */
function wholeOf(found: NonNullable<Awaited<ReturnType<typeof mentionsAt>>>, uri: string, span: Span): Span {
  const { named, plans } = found;
  if (named.is === 'person') return span;
  return plans.find((plan) => plan.uri === uri)?.file.places.get(named.key)?.span ?? span;
}

function ranger(plans: readonly PlanText[]): (uri: string, span: Span) => vscode.Range {
  const known = new Map<string, ReturnType<typeof positionsOf>>();
  return (uri, { start, end }) => {
    const positionAt = known.get(uri) ?? positionsOf(plans.find((plan) => plan.uri === uri)?.text ?? '');
    known.set(uri, positionAt);
    const [from, to] = [positionAt(start), positionAt(end)];
    return new vscode.Range(from.line, from.character, to.line, to.character);
  };
}

/** Asked for with every move of the cursor, so only this document is looked at, and nothing is waited for. */
function highlights(
  store: PlanStore,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.DocumentHighlight[] | undefined {
  const page = pageOf(store, document);
  if (!page) return undefined;
  const plans = plansNow(store, page);
  const found = namedAt(plans, page, document.offsetAt(position));
  if (!found) return undefined;
  const { named } = found;
  const own = mentionsOf(
    plans.filter(({ uri }) => uri === page.uri || uri === named.uri),
    named,
  );
  return own
    .filter(({ uri }) => uri === page.uri)
    .map(
      (mention) =>
        new vscode.DocumentHighlight(
          new vscode.Range(document.positionAt(mention.span.start), document.positionAt(mention.span.end)),
          kindOf(mention),
        ),
    );
}

function kindOf({ declares }: Mention): vscode.DocumentHighlightKind {
  return declares ? vscode.DocumentHighlightKind.Write : vscode.DocumentHighlightKind.Read;
}
