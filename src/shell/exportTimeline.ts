// Exports of the timeline as SVG, PNG or web page, as the command and the panel's page ask for them. Everything in it is for a client's eyes.
import * as vscode from 'vscode';
import { type Message, message, type Say } from '../base/message';
import { rasterFactor } from '../drawing/rasterSize';
import type { ExportFormat, ToPanel } from '../protocol/messages';
import { exportName } from '../report/exportName';
import type { Snapshot } from '../snapshot';
import { pageOf, svgOf } from './exportMake';
import { rasters } from './exportRaster';
import { type ExportAsked, exportRows } from './exportRows';
import { askTarget, tellWritten, write } from './exportSave';
import { errorText } from './log';
import type { ExportMessage, PanelParts } from './panelParts';
import { firstWeekday } from './panelWords';
import { editorLocale } from './say';

export interface Exporter {
  /** What the page asks for, or answers. */
  handle(parts: PanelParts, message: ExportMessage): void;
  /** Why nothing was written, in one sentence; `undefined` when it was, or when the person declined. */
  run(job: Job): Promise<Message | undefined>;
}

interface ExporterParts {
  readonly say: Say;
  readonly log: vscode.LogOutputChannel;
  readonly context: Pick<vscode.ExtensionContext, 'workspaceState'>;
}

/** One export: of what, as what, where to, and who makes its pixels. */
export interface Job {
  readonly snapshot: Snapshot;
  readonly asked: ExportAsked;
  readonly format: ExportFormat;
  /** Without one, the person is asked. */
  readonly target?: vscode.Uri | undefined;
  readonly post: (message: ToPanel) => void;
}

export function createExporter({ say, log, context }: ExporterParts): Exporter {
  const made = rasters();
  const run: Exporter['run'] = async (job) => {
    const locale = editorLocale();
    const reader = { say, locale, firstWeekday: firstWeekday(locale) };
    const exported = exportRows(job.snapshot, job.asked, reader);
    const { format } = job;
    const name = exportName(exported.baseName, exported.day, format);
    const folder = folderOf(job);
    const target = job.target ?? (await askTarget(context.workspaceState, { format, name, folder }));
    if (!target) return undefined;
    const picture = format === 'html' ? undefined : svgOf(exported, reader);
    const content = !picture
      ? pageOf(exported, reader)
      : format === 'svg'
        ? picture.svg
        : await working(made.ask(picture, job.post));
    if (content === undefined) return message('The picture could not be made as PNG. SVG shows the same.');
    await write(target, content);
    const isSmaller = format === 'png' && picture && rasterFactor(picture.width, picture.height) < 2;
    const note = vscode.l10n.t('The picture is so large that it is less fine than usual.');
    if (!job.target) tellWritten(target, isSmaller ? note : '');
    return undefined;
  };
  const handle: Exporter['handle'] = (parts, asked) => {
    if (asked.type === 'raster') return made.answer(asked);
    const snapshot = parts.store.snapshot;
    if (!snapshot) return;
    const { plan, post } = parts;
    run({ snapshot, asked: { plan, shown: asked.shown }, format: asked.format, post }).then(
      (refused) => refused && void vscode.window.showWarningMessage(say(refused)),
      (error: unknown) => {
        log.error(errorText(error));
        void vscode.window.showErrorMessage(vscode.l10n.t('The export could not be written. The log says more.'));
      },
    );
  };
  return { handle, run };
}

/** Beside the plan's own file. */
function folderOf({ snapshot, asked }: Job): vscode.Uri {
  const plan = snapshot.plans.find(({ uri }) => uri === asked.plan) ?? snapshot.plans[0];
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const file = plan && vscode.Uri.parse(plan.uri, true);
  if (file && file.scheme !== 'untitled') return vscode.Uri.joinPath(file, '..');
  return folder?.uri ?? vscode.Uri.from({ scheme: 'file', path: '/' });
}

function working<Made>(made: Promise<Made>): Thenable<Made> {
  const options = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Drawing the picture') };
  return vscode.window.withProgress(options, () => made);
}
