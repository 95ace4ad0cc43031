// Issues a request for approval: keeps it beside the plan, so that it is known what was asked. Decides on no words.
import * as vscode from 'vscode';
import { contractOf } from '../agreement/contract';
import { digestOf } from '../agreement/digest';
import { type RequestedMilestone, type RequestFile, requestFileName, requestFileText } from '../agreement/requestFile';
import { type Message, message } from '../base/message';
import type { PlanSnapshot } from '../snapshot';
import type { Call } from './commandsArguments';
import { applyToTargets, type CommandParts, find, type Outcome, snapshotFor, targetsOf } from './commandsCore';
import { type Found, findById, type Target } from './commandsTargets';
import { addFile } from './newFile';
import { requestFolder } from './requests';

export interface Asked {
  readonly plan: PlanSnapshot;
  /** At least one. */
  readonly found: readonly Found[];
}

/** The milestones a call is about, all of one plan that can be written to. */
export async function askedFor(
  parts: CommandParts,
  call: Call,
  question: Parameters<typeof targetsOf>[2],
): Promise<Asked | Message | undefined> {
  const targets = call.args.ids ? await named(parts, call, call.args.ids) : await targetsOf(parts, call, question);
  if (!targets || 'text' in targets) return targets;
  const found = [...new Set(targets.map(({ ref }) => ref))].flatMap((ref) => find(parts, ref) ?? []);
  const [first] = found;
  if (!first) return message('This milestone is no longer there.');
  const { plan } = first;
  if (found.some((each) => each.plan.uri !== plan.uri))
    return message('A request is about milestones of one plan. Choose those of one.');
  if (plan.stale)
    return message('The file of {project} cannot be read now. Solve its problems first.', {
      project: plan.plan.project,
    });
  return { plan, found };
}

async function named(parts: CommandParts, call: Call, ids: readonly string[]): Promise<readonly Target[] | Message> {
  const snapshot = await snapshotFor(parts, call);
  const targets: Target[] = [];
  for (const id of ids) {
    const found = findById(snapshot, id, call.args.plan);
    if ('text' in found) return found;
    targets.push(found);
  }
  return targets;
}

/** Why nothing can be kept beside a plan. */
export function obstacleTo({ uri }: PlanSnapshot): Outcome {
  const { scheme } = vscode.Uri.parse(uri, true);
  if (scheme === 'untitled') return message('Save the plan first: what is asked is kept in a file beside it.');
  return vscode.workspace.fs.isWritableFileSystem(scheme) === true
    ? undefined
    : message('Nothing can be written beside this plan, so it could not be known later what was asked.');
}

/** A title is part of what is agreed, so an id that follows from it would change with it. */
export function writeIds(parts: CommandParts, { found }: Asked): Promise<Outcome> {
  const targets = found
    .filter(({ milestone }) => !milestone.idWritten)
    .map(({ plan, milestone }) => ({ ref: `${plan.uri}#${milestone.key}` }));
  if (targets.length === 0) return Promise.resolve(undefined);
  return applyToTargets(parts, targets, ({ milestone }) => ({ kind: 'writeId', id: milestone.key }));
}

export function requested({ plan, found }: Asked): readonly RequestedMilestone[] {
  return found.map(({ milestone }) => {
    const contract = contractOf(plan.plan, milestone);
    return { id: milestone.key, digest: digestOf(contract), contract };
  });
}

/** Writes the request beside the plan; the same one is not written twice on a day. */
export async function issue(
  parts: CommandParts,
  { plan }: Asked,
  { milestones, body }: { readonly milestones: readonly RequestedMilestone[]; readonly body: string },
): Promise<Outcome> {
  const uri = vscode.Uri.parse(plan.uri, true);
  const folder = requestFolder(uri);
  const on = plan.schedule.today;
  await parts.store.requests.settled();
  const issued = parts.store.requests.of(plan.uri);
  const isKept = milestones.every(({ id, digest }) =>
    issued.some((each) => each.on === on && each.milestone === id && each.digest === digest),
  );
  if (isKept) return undefined;
  const planName = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const file: RequestFile = { on, plan: planName, project: plan.plan.project, milestones };
  const added = await addFile(folder, (taken) => requestFileName(file, [...taken]), requestFileText(file, body));
  if (!added)
    return message('The request could not be saved in the folder {folder}.', { folder: '.milestones/requests' });
  await parts.store.requests.wrote(folder);
  await parts.store.flush();
  return undefined;
}

/** The plan and its milestones as they are now. */
export function again(parts: CommandParts, { plan, found }: Asked): Asked | Message {
  const now = found.flatMap(({ milestone }) => find(parts, `${plan.uri}#${milestone.key}`) ?? []);
  const [first] = now;
  if (!first || now.length < found.length) return message('This milestone is no longer there.');
  return { plan: first.plan, found: now };
}
