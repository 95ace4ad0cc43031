// The command that says what a problem means: the one it is called with, one at the cursor, or one of all.
import * as vscode from 'vscode';
import { type ProblemCode, problemCodes } from '../model/codes';
import type { Call } from './commandsArguments';
import type { CommandParts, Outcome } from './commandsCore';
import { problemCode, showProblemPage } from './problemPages';

export async function explainProblem(_parts: CommandParts, { args }: Call): Promise<Outcome> {
  const code = args.code ?? (await askCode());
  if (code !== undefined) await showProblemPage(code);
  return undefined;
}

async function askCode(): Promise<ProblemCode | undefined> {
  const near = codesAtCursor();
  const [only] = near;
  if (only !== undefined && near.length === 1) return only;
  const title = vscode.l10n.t('Explain Problem');
  const placeHolder = vscode.l10n.t('Which problem?');
  return problemCode(await vscode.window.showQuickPick(near.length > 1 ? near : problemCodes, { title, placeHolder }));
}

/** The codes of our problems on the line of the cursor. */
function codesAtCursor(): readonly ProblemCode[] {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return [];
  const { line } = editor.selection.active;
  const codes = vscode.languages.getDiagnostics(editor.document.uri).flatMap(({ source, range, code }) => {
    if (source !== 'milepost' || range.start.line > line || range.end.line < line) return [];
    return problemCode(typeof code === 'object' ? code.value : code) ?? [];
  });
  return [...new Set(codes)];
}
