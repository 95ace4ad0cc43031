// What a problem means and how it is solved: its part of docs/problems.md as a page of its own, which opens without a network and in the browser.
import * as vscode from 'vscode';
import { type ProblemCode, problemCodes } from '../model/codes';

const scheme = 'milepost-problem';
const preview = 'vscode.markdown.preview.editor';

/** The page of a code. The editor follows a link to it from a diagnostic, where it follows no command. */
export function problemPage(code: ProblemCode): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${code}.md` });
}

/** The code, if it is one: whatever comes from outside is looked up in the list. */
export function problemCode(value: unknown): ProblemCode | undefined {
  return problemCodes.find((code) => code === value);
}

/** Shows the page of a code, as a preview where the editor has one. */
export async function showProblemPage(code: ProblemCode): Promise<void> {
  const uri = problemPage(code);
  try {
    await vscode.commands.executeCommand('vscode.openWith', uri, preview);
  } catch {
    await vscode.window.showTextDocument(uri, { preview: true });
  }
}

/** Makes the pages, from the file that comes with the extension. */
export function provideProblemPages({
  extensionUri,
}: Pick<vscode.ExtensionContext, 'extensionUri'>): vscode.Disposable {
  const file = vscode.Uri.joinPath(extensionUri, 'docs', 'problems.md');
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async ({ path }) => {
      const code = problemCode(/^\/([\w.]+)\.md$/.exec(path)?.[1]);
      if (!code) return '';
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
      return partOf(text, code) ?? `# ${code}\n`;
    },
  });
}

/** The part under the heading that is the code alone, as a document of its own. */
function partOf(text: string, code: ProblemCode): string | undefined {
  const lines = text.split(/\r?\n/);
  const levelOf = (line: string) => /^(#{1,6}) /.exec(line)?.[1]?.length;
  const start = lines.findIndex((line) => levelOf(line) !== undefined && line.replace(/[#`\s]/g, '') === code);
  const level = levelOf(lines[start] ?? '') ?? 0;
  if (start < 0) return undefined;
  const length = lines.slice(start + 1).findIndex((line) => (levelOf(line) ?? 7) <= level);
  const body = lines.slice(start + 1, length < 0 ? undefined : start + 1 + length);
  return [`# ${code}`, ...body].join('\n').trimEnd().concat('\n');
}
