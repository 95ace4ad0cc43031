// The command that shows what was approved beside what it is now. Compares nothing itself.
import * as vscode from 'vscode';
import { type Contract, contractOf } from '../agreement/contract';
import { message } from '../base/message';
import { documentText } from '../report/documentText';
import { plain } from '../report/plain';
import { contractBlocks } from '../report/requestWords';
import type { Call } from './commandsArguments';
import { type CommandParts, find, type Outcome, targetsOf } from './commandsCore';

const scheme = 'milepost-approval';
const mostKept = 40;
const texts = new Map<string, string>();
const provided: vscode.Disposable[] = [];

export async function showApprovalChanges(parts: CommandParts, call: Call): Promise<Outcome> {
  const title = vscode.l10n.t('Show What Has Changed Since Approval');
  const targets = await targetsOf(parts, call, { title, where: ({ approvals }) => approvals.length > 0 });
  if (!targets || 'text' in targets) return targets;
  const found = targets[0] && find(parts, targets[0].ref);
  if (!found) return message('This milestone is no longer there.');
  const { plan, milestone } = found;
  const consent = plan.agreement.consents.get(milestone.key);
  if (!consent?.decision) return message('Nothing was decided about this yet.');
  if (!consent.approvedContract)
    return message('The text that was approved is not kept beside the plan, so what has changed is not known.');
  const name = plain(milestone.title, 60).replaceAll('/', '⁄');
  const [before, now] = [consent.approvedContract, contractOf(plan.plan, milestone)].map((contract, at) =>
    page(parts, contract, `${name} ${at === 0 ? vscode.l10n.t('(as approved)') : vscode.l10n.t('(now)')}`),
  );
  if (!before || !now) return undefined;
  const heading = vscode.l10n.t('{0}: approved ↔ now', name);
  await vscode.commands.executeCommand('vscode.diff', before, now, heading, { preview: true });
  return undefined;
}

/** One field a paragraph. A text has an address of its own, so that an older one that is still open keeps what it says. */
function page({ say }: CommandParts, contract: Contract, name: string): vscode.Uri {
  if (provided.length === 0) {
    const provideTextDocumentContent = ({ query }: vscode.Uri) => texts.get(query) ?? '';
    provided.push(vscode.workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent }));
  }
  const blocks = [
    { kind: 'heading' as const, level: 1 as const, runs: [contract.title] },
    ...contractBlocks(contract, say),
  ];
  const text = documentText({ title: contract.title, locale: 'en', blocks });
  const known = [...texts].find(([, kept]) => kept === text)?.[0];
  const key = known ?? `${texts.size}-${text.length}-${Math.trunc(performance.now())}`;
  texts.delete(key);
  texts.set(key, text);
  for (const old of [...texts.keys()].slice(0, Math.max(0, texts.size - mostKept))) texts.delete(old);
  return vscode.Uri.from({ scheme, path: `/${name}`, query: key });
}
