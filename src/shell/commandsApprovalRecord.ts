// The command that records what somebody answered: from a reply, or chosen by hand. A decision is bound only to what was asked.
import * as vscode from 'vscode';
import { isDigest, shortCodeOf } from '../agreement/digest';
import { matchReply, type ReplyMatch, type ReplyRecord } from '../agreement/match';
import { readReply } from '../agreement/reply';
import type { IssuedRequest } from '../agreement/standing';
import { type Day, parseDay } from '../base/day';
import { type Message, message, type Say } from '../base/message';
import type { Change } from '../model/change';
import { type Approval, decisions } from '../model/plan';
import { nameOf } from '../report/people';
import { decisionWord } from '../report/words';
import type { PlanSnapshot, Snapshot } from '../snapshot';
import type { Call } from './commandsArguments';
import { applyToFile, type CommandParts, find, type Outcome, planNamed, snapshotFor, targetsOf } from './commandsCore';
import { forNotice, forPick } from './promptsText';

type Decision = Approval['decision'];

/** What is to be written about one milestone. */
interface Recorded {
  readonly milestone: string;
  readonly title: string;
  readonly request: IssuedRequest;
  readonly decision: Decision;
  readonly by: string;
  readonly note: string;
  readonly remarks: readonly Message[];
}

export async function recordApproval(parts: CommandParts, call: Call): Promise<Outcome> {
  const title = vscode.l10n.t('Record Approval');
  await snapshotFor(parts, call);
  await parts.store.requests.settled();
  const snapshot = await parts.store.flush();
  const { args } = call;
  if (call.byProgram) return args.reply === undefined ? byHand(parts, call, title) : fromReply(parts, call, args.reply);
  const source = await askSource(parts, snapshot, title);
  if (source === undefined) return undefined;
  return source.kind === 'hand' ? byHand(parts, call, title) : fromReply(parts, call, source.text);
}

type Source = { readonly kind: 'hand' } | { readonly kind: 'reply'; readonly text: string };

/** What is on the clipboard is offered only where it is about a request of ours. */
async function askSource(parts: CommandParts, snapshot: Snapshot, title: string): Promise<Source | undefined> {
  const clip = await clipboardText();
  const plan = planOfReply(parts, snapshot, clip);
  const understood = plan && clip.trim() !== '' ? matchOf(parts, snapshot, plan, clip).records[0] : undefined;
  const items: (vscode.QuickPickItem & { readonly kindOf: 'clip' | 'type' | 'hand' })[] = [
    ...(understood && plan
      ? [
          {
            label: vscode.l10n.t('The reply on the clipboard'),
            detail: forPick(parts.say(sentenceOf(plan, understood))),
            kindOf: 'clip' as const,
          },
        ]
      : []),
    { label: vscode.l10n.t('Paste the reply'), kindOf: 'type' },
    { label: vscode.l10n.t('Choose milestone, person and decision'), kindOf: 'hand' },
  ];
  const placeHolder = vscode.l10n.t('What did they answer?');
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder });
  if (chosen?.kindOf === 'clip') return { kind: 'reply', text: clip };
  if (chosen?.kindOf === 'hand') return { kind: 'hand' };
  if (!chosen) return undefined;
  const text = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Paste what they wrote, with the code'),
    validateInput: async (typed) => {
      const text = withLines(typed, await clipboardText());
      const about = planOfReply(parts, snapshot, text);
      const match = about && text.trim() !== '' ? matchOf(parts, snapshot, about, text) : undefined;
      const [record] = match?.records ?? [];
      const said = record && about ? sentenceOf(about, record) : match?.problems[0];
      if (!said) return undefined;
      return { message: forNotice(parts.say(said)), severity: vscode.InputBoxValidationSeverity.Info };
    },
  });
  return text === undefined ? undefined : { kind: 'reply', text: withLines(text, await clipboardText()) };
}

/** Empty where the platform does not let us read it. */
async function clipboardText(): Promise<string> {
  try {
    return await vscode.env.clipboard.readText();
  } catch {
    return '';
  }
}

/** The box has one line, so what is pasted loses the ends of its lines, and with them which of it is only quoted. */
function withLines(typed: string, clip: string): string {
  const bare = (text: string) => text.replace(/\s/g, '');
  return bare(typed) === bare(clip) ? clip : typed;
}

/** The plan of which a request has a code of the reply. */
function planOfReply({ store }: CommandParts, { plans }: Snapshot, text: string): PlanSnapshot | undefined {
  const codes = readReply(text).statements.flatMap((each) => each.codes);
  return plans.find(({ uri }) =>
    store.requests.of(uri).some(({ digest }) => codes.includes(shortCodeOf(digest) ?? '')),
  );
}

function matchOf(
  { store }: CommandParts,
  { plans }: Snapshot,
  plan: PlanSnapshot,
  text: string,
  by?: string,
): ReplyMatch {
  const elsewhere = plans
    .filter(({ uri }) => uri !== plan.uri)
    .flatMap((each) => store.requests.of(each.uri).map(({ digest }) => ({ project: each.plan.project, digest })));
  const issued = store.requests.of(plan.uri);
  return matchReply(readReply(text), { plan: plan.plan, issued, elsewhere, ...(by === undefined ? {} : { by }) });
}

async function fromReply(parts: CommandParts, call: Call, text: string): Promise<Outcome> {
  const snapshot = parts.store.snapshot;
  if (!snapshot) return message('There is no plan yet.');
  const named = planNamed(snapshot, call);
  if (typeof named === 'object') return named;
  const plan = named
    ? snapshot.plans.find(({ uri }) => uri === named)
    : (planOfReply(parts, snapshot, text) ?? onlyPlan(parts, snapshot));
  if (!plan) return undefined;
  const match = matchOf(parts, snapshot, plan, text, call.args.person);
  if (match.records.length === 0) return match.problems[0] ?? message('The reply names no decision.');
  if (match.records.every(({ already }) => already)) return message('This is recorded already.');
  const found: Recorded[] = [];
  for (const record of match.records.filter(({ already }) => !already)) {
    const whole = await completed(parts, call, { plan, record });
    if (!whole || 'text' in whole) return whole;
    found.push(whole);
  }
  return confirmAndWrite(parts, call, { plan, found, problems: match.problems });
}

function onlyPlan(parts: CommandParts, snapshot: Snapshot): PlanSnapshot | undefined {
  const [only, ...others] = snapshot.plans;
  if (others.length === 0) return only;
  const asked = parts.store.requests;
  const waiting = snapshot.plans.filter(({ uri }) => asked.of(uri).length > 0);
  return waiting.length === 1 ? waiting[0] : undefined;
}

/** Asks for what the reply does not say; a program gets the sentence instead. */
async function completed(
  parts: CommandParts,
  call: Call,
  { plan, record }: { readonly plan: PlanSnapshot; readonly record: ReplyRecord },
): Promise<Recorded | Message | undefined> {
  const { milestone, title, request, note, remarks } = record;
  const decision = record.decision ?? call.args.decision ?? (call.byProgram ? undefined : await askDecision(parts.say));
  if (!decision) return call.byProgram ? message('The reply does not say clearly what was decided.') : undefined;
  const by = record.by ?? call.args.person ?? (call.byProgram ? undefined : await askPerson(plan));
  if (by === undefined) return call.byProgram ? message('The reply does not say who decided.') : undefined;
  return { milestone, title, request, decision, by, note: call.args.note ?? note, remarks };
}

async function byHand(parts: CommandParts, call: Call, title: string): Promise<Outcome> {
  const targets = await targetsOf(parts, call, { title });
  if (!targets || 'text' in targets) return targets;
  const [target] = targets;
  const found = target && find(parts, target.ref);
  if (!found) return message('This milestone is no longer there.');
  const { plan, milestone } = found;
  const request = requestFor(parts.store.requests.of(plan.uri), milestone.key, call.args.request);
  if ('text' in request) return request;
  const remarks: readonly Message[] = [];
  const record: ReplyRecord = {
    ...{ milestone: milestone.key, title: milestone.title, request, note: '', remarks, already: false },
    current: plan.agreement.consents.get(milestone.key)?.digest === request.digest,
    ...(call.args.decision ? { decision: call.args.decision } : {}),
  };
  const whole = await completed(parts, call, { plan, record });
  if (!whole || 'text' in whole) return whole;
  const note = call.byProgram ? whole.note : await askNote(title);
  return note === undefined
    ? undefined
    : confirmAndWrite(parts, call, { plan, found: [{ ...whole, note }], problems: [] });
}

/** The newest one of a milestone, or the one with a code; nothing that was not issued. */
function requestFor(
  issued: readonly IssuedRequest[],
  milestone: string,
  code: string | undefined,
): IssuedRequest | Message {
  const own = issued.filter((each) => each.milestone === milestone);
  const [newest] = own.toSorted((a, b) => b.on - a.on);
  if (!newest) return message('Nobody was asked to approve this. Request the approval first.');
  if (code === undefined) return own.findLast(({ on }) => on === newest.on) ?? newest;
  const named = own.find(({ digest }) => isDigest(code, digest));
  return (
    named ?? message('No request with the code {code} was issued for this milestone.', { code: code.slice(0, 100) })
  );
}

interface ToWrite {
  readonly plan: PlanSnapshot;
  readonly found: readonly Recorded[];
  readonly problems: readonly Message[];
}

async function confirmAndWrite(parts: CommandParts, call: Call, { plan, found, problems }: ToWrite): Promise<Outcome> {
  const on = dayOf(call, plan);
  if (on === undefined) return message('{text} is no date.', { text: call.args.on ?? '' });
  if (!call.byProgram && !(await confirmed(parts.say, { plan, found, problems }))) return undefined;
  const changes = found.map(
    ({ milestone, request, decision, by, note }): Change => ({
      kind: 'recordApproval',
      id: milestone,
      approval: { by, decision, on, digest: request.digest, ...(note === '' ? {} : { note }) },
    }),
  );
  const refused = await applyToFile(parts, plan.uri, changes);
  if (refused) return refused;
  vscode.window.setStatusBarMessage(vscode.l10n.t('Approval recorded'), 4000);
  return undefined;
}

function dayOf({ args }: Call, { schedule }: PlanSnapshot): Day | undefined {
  return args.on === undefined ? schedule.today : parseDay(args.on);
}

/** One sentence for each, with what to look at before it is recorded. */
async function confirmed(say: Say, { plan, found, problems }: ToWrite): Promise<boolean> {
  const lines = found.flatMap((each) => [sentenceOf(plan, each), ...each.remarks]);
  const detail = [...lines.slice(1), ...problems].map((line) => forNotice(say(line))).join('\n');
  const record = vscode.l10n.t('Record');
  const [first] = lines;
  const question = first ? forNotice(say(first)) : '';
  return (await vscode.window.showInformationMessage(question, { modal: true, detail }, record)) === record;
}

function sentenceOf({ plan }: PlanSnapshot, { title, request, decision, by, note }: ReplyRecord | Recorded): Message {
  const args = {
    title,
    code: shortCodeOf(request.digest) ?? '',
    decision: decision ? decisionWord(decision) : message('no clear decision'),
    name: by === undefined ? message('somebody') : nameOf(plan, by),
    note,
  };
  return note === ''
    ? message('“{title}” ({code}): {decision}, by {name}', args)
    : message('“{title}” ({code}): {decision}, by {name}. Note: {note}', args);
}

async function askDecision(say: Say): Promise<Decision | undefined> {
  const items = decisions.map((decision) => ({ label: say(decisionWord(decision)), decision }));
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('What was decided?') }))?.decision;
}

async function askPerson({ plan }: PlanSnapshot): Promise<string | undefined> {
  const other = { label: vscode.l10n.t('Somebody else'), key: undefined };
  const people = plan.people.map(({ key, name, role }) => ({
    label: forPick(name ?? key),
    ...(role === undefined ? {} : { description: forPick(role) }),
    key,
  }));
  const placeHolder = vscode.l10n.t('Who decided?');
  const chosen = people.length === 0 ? other : await vscode.window.showQuickPick([...people, other], { placeHolder });
  if (!chosen) return undefined;
  if (chosen.key !== undefined) return chosen.key;
  const typed = await vscode.window.showInputBox({ prompt: vscode.l10n.t('Name of the person who decided') });
  return typed?.trim() || undefined;
}

function askNote(title: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({ title, prompt: vscode.l10n.t('A note, if there is one') });
}
