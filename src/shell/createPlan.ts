// The command that writes a first plan: two questions at most, one small file, the cursor in the first title. Never overwrites.
import * as vscode from 'vscode';
import type { Day } from '../base/day';
import { parseDayInput } from '../base/dayInput';
import { type Message, message } from '../base/message';
import { slugOf } from '../model/slug';
import { today as currentDay } from './clock';
import type { Call } from './commandsArguments';
import type { CommandParts, Outcome } from './commandsCore';
import { newPlanText } from './createPlanText';
import { askTargetDay, askTitle } from './prompts';

export async function createPlan(parts: CommandParts, call: Call): Promise<Outcome> {
  const folder = folderFor(call.args.folder);
  if (!folder) return message('Open a folder first: a plan is a file in it.');
  if ('text' in folder) return folder;
  const today = currentDay();
  if (call.args.project?.trim() === '') return message('A project needs a name.');
  const heading = vscode.l10n.t('Create Plan');
  const prompt = vscode.l10n.t('What is the project called?');
  const project = call.args.project ?? (await askTitle(`${heading} (1/2)`, prompt, projectName(folder)));
  if (project === undefined) return undefined;
  const target = await targetDay(call, today, `${heading} (2/2)`);
  if (typeof target !== 'number') return target;
  const { text, title } = newPlanText({ project, today, target }, parts.say);
  const uri = await write(folder, slugOf(project), text);
  if (!uri) return message('The plan could not be written into this folder.');
  await parts.store.settled();
  const document = await vscode.workspace.openTextDocument(uri);
  const selection = new vscode.Range(document.positionAt(title.start), document.positionAt(title.end));
  await vscode.window.showTextDocument(document, { preview: false, selection });
  return undefined;
}

/** The folder a caller names, which must lie in the workspace; else that of the active file, else the first. */
function folderFor(named: string | undefined): vscode.Uri | Message | undefined {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (named !== undefined) {
    const uri = parsed(named);
    return uri && vscode.workspace.getWorkspaceFolder(uri)
      ? uri
      : message('{folder} is no folder of this workspace.', { folder: named });
  }
  const active = vscode.window.activeTextEditor?.document.uri;
  return (active && vscode.workspace.getWorkspaceFolder(active)?.uri) ?? folders[0]?.uri;
}

function parsed(uri: string): vscode.Uri | undefined {
  try {
    return vscode.Uri.parse(uri, true);
  } catch {
    return undefined;
  }
}

/** The folder's name as a person would write it: `acme-website` becomes `Acme website`. */
function projectName(folder: vscode.Uri): string {
  const words = (folder.path.split('/').filter(Boolean).pop() ?? '').replace(/[-_.]+/g, ' ').trim();
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

async function targetDay({ args }: Call, today: Day, heading: string): Promise<Day | Outcome> {
  if (args.target === undefined) return askTargetDay(heading, today);
  const day = parseDayInput(args.target, today);
  if (day === undefined)
    return message('{text} is not a date such as {example}.', { text: args.target, example: '2026-12-04' });
  return day >= today ? day : message('The target date has already passed.');
}

const mostNames = 100;

/** Writes the file under the first free name: `acme`, `acme-2`, `acme-3` … */
async function write(folder: vscode.Uri, name: string, text: string): Promise<vscode.Uri | undefined> {
  for (let number = 1; number <= mostNames; number++) {
    const uri = vscode.Uri.joinPath(folder, `${name || 'plan'}${number === 1 ? '' : `-${number}`}.milestones.yaml`);
    if (await exists(uri)) continue;
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(text) });
    return (await vscode.workspace.applyEdit(edit)) ? uri : undefined;
  }
  return undefined;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
