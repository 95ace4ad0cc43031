// Asks where an export goes, writes it and tells that it is there. Knows no plan.
import * as vscode from 'vscode';
import type { ExportFormat } from '../protocol/messages';
import { forNotice } from './promptsText';

const folderKey = 'milepost.export.folder';

/** Where to write; `undefined` when the person declines. The folder of the last export comes first, then the one that is given. */
export async function askTarget(
  state: vscode.Memento,
  {
    format,
    name,
    folder,
    title = vscode.l10n.t('Export Timeline'),
  }: {
    readonly format: ExportFormat;
    readonly name: string;
    readonly folder: vscode.Uri;
    /** Of the question. */
    readonly title?: string;
  },
): Promise<vscode.Uri | undefined> {
  const filters = { [filterName(format)]: [format] };
  const defaultUri = vscode.Uri.joinPath(lastFolder(state) ?? folder, name);
  const chosen = await vscode.window.showSaveDialog({ defaultUri, filters, title });
  if (chosen) await state.update(folderKey, vscode.Uri.joinPath(chosen, '..').toString());
  return chosen;
}

function filterName(format: ExportFormat): string {
  if (format === 'svg') return vscode.l10n.t('SVG picture');
  return format === 'png' ? vscode.l10n.t('PNG picture') : vscode.l10n.t('Web page');
}

function lastFolder(state: vscode.Memento): vscode.Uri | undefined {
  const remembered = state.get<unknown>(folderKey);
  if (typeof remembered !== 'string') return undefined;
  try {
    return vscode.Uri.parse(remembered, true);
  } catch {
    return undefined;
  }
}

export async function write(target: vscode.Uri, content: string | Uint8Array): Promise<void> {
  await vscode.workspace.fs.writeFile(
    target,
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
  );
}

/** One sentence with what one does next. Waits for no answer. */
export function tellWritten(target: vscode.Uri, more: string): void {
  const open = vscode.l10n.t('Open File');
  const reveal = vscode.l10n.t('Show in Folder');
  const name = forNotice(target.path.slice(target.path.lastIndexOf('/') + 1));
  const saved = vscode.l10n.t('Saved as {0}.', name);
  const buttons = isLocal(target) ? [open, reveal] : [open];
  void vscode.window.showInformationMessage(more === '' ? saved : `${saved} ${more}`, ...buttons).then((chosen) => {
    if (chosen === reveal) void vscode.commands.executeCommand('revealFileInOS', target);
    if (chosen !== open) return;
    // The system's own program shows it as whoever gets it will see it; a file elsewhere is opened here.
    if (isLocal(target)) void vscode.env.openExternal(target);
    else void vscode.commands.executeCommand('vscode.open', target);
  });
}

function isLocal(target: vscode.Uri): boolean {
  const isDesktop = vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
  return isDesktop && target.scheme === 'file';
}
