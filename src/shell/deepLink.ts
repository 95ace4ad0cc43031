// Links that lead from outside the editor to a milestone: what they look like, and what happens when one is opened. Opens nothing but plans it knows.
import * as vscode from 'vscode';
import type { Snapshot } from '../snapshot';
import { splitRef } from './commandsTargets';
import type { PlanStore } from './store';

const longestFile = 1_000;
const longestId = 500;

/** The link to a milestone or plan; `undefined` for a plan that lies in no folder of the workspace, which no link could name. */
export function linkTo(extensionId: string, ref: string): string | undefined {
  const { uri, key } = splitRef(ref);
  const file = fileOf(uri);
  if (file === undefined) return undefined;
  const query = [`file=${encoded(file)}`, ...(key === undefined ? [] : [`id=${encoded(key)}`])].join('&');
  return `${vscode.env.uriScheme}://${extensionId}/open?${query}`;
}

/** Whoever makes a link is not trusted: one that names no known plan, or no known milestone of it, does nothing. */
export function openLinks(store: PlanStore): vscode.Disposable {
  return vscode.window.registerUriHandler({ handleUri: (uri) => open(store, uri) });
}

async function open(store: PlanStore, uri: vscode.Uri): Promise<void> {
  const ref = refOfLink(store.snapshot, uri) ?? refOfLink(await store.settled(), uri);
  if (ref !== undefined) await vscode.commands.executeCommand('milepost.openMilestone', { ref });
}

/** What a link leads to among known plans. */
export function refOfLink(snapshot: Snapshot | undefined, uri: vscode.Uri): string | undefined {
  const asked = readLink(uri);
  return snapshot && asked && refIn(snapshot, asked);
}

interface Asked {
  readonly file: string;
  readonly id: string | undefined;
}

function readLink({ path, query }: vscode.Uri): Asked | undefined {
  if (path !== '/open' || query.length > 4 * (longestFile + longestId)) return undefined;
  const fields = new URLSearchParams(query);
  const file = fields.get('file') ?? '';
  const id = fields.get('id') ?? undefined;
  if (file === '' || file.length > longestFile || (id?.length ?? 0) > longestId) return undefined;
  return { file, id };
}

function refIn({ plans: all }: Snapshot, { file, id }: Asked): string | undefined {
  const plans = all.filter(({ uri }) => fileOf(uri) === file);
  if (id === undefined) return plans[0]?.uri;
  const plan = plans.find(({ schedule }) => schedule.milestones.has(id));
  return plan && `${plan.uri}#${id}`;
}

/** The path of a plan in its folder of the workspace: the same for everybody who has that folder. */
function fileOf(uri: string): string | undefined {
  const address = vscode.Uri.parse(uri, true);
  const folder = vscode.workspace.getWorkspaceFolder(address);
  return folder && vscode.workspace.asRelativePath(address, false);
}

/** Twice, because the editor decodes the query once before it gives it away; a usual name stays as it is. */
function encoded(text: string): string {
  return encodeURIComponent(encodeURIComponent(text).replaceAll('%2F', '/')).replaceAll('%2F', '/');
}
