// Links of plan documents to addresses and to files beside the plan.
import * as vscode from 'vscode';
import { linksOf, type PlanLink } from '../language/links';
import { pageOf, planSelector } from './languagePages';
import type { LanguageParts } from './languageParts';

export function registerLinks({ store }: LanguageParts): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(planSelector, {
    provideDocumentLinks: (document) => {
      const page = pageOf(store, document);
      return page && linksOf(page).flatMap((link) => shown(document, link) ?? []);
    },
  });
}

function shown(document: vscode.TextDocument, { span, target }: PlanLink): vscode.DocumentLink | undefined {
  const uri = 'address' in target ? addressUri(target.address) : fileUri(document, target.path);
  if (!uri) return undefined;
  const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
  return new vscode.DocumentLink(range, uri);
}

function addressUri(address: string): vscode.Uri | undefined {
  try {
    const uri = vscode.Uri.parse(address, true);
    return ['http', 'https', 'mailto'].includes(uri.scheme.toLowerCase()) ? uri : undefined;
  } catch {
    return undefined;
  }
}

/** A file in the same workspace folder as the plan, which lies somewhere itself. */
function fileUri({ uri, isUntitled }: vscode.TextDocument, path: string): vscode.Uri | undefined {
  const folder = isUntitled ? undefined : vscode.workspace.getWorkspaceFolder(uri);
  if (!folder) return undefined;
  const target = vscode.Uri.joinPath(uri, '..', path);
  const isInside = target.scheme === uri.scheme && target.authority === uri.authority;
  return isInside && vscode.workspace.getWorkspaceFolder(target)?.index === folder.index ? target : undefined;
}
