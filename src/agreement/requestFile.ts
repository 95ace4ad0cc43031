// The file in which an issued request is kept beside the plan: Markdown for people, and before it what was asked, for us. Reads and writes no disk.
import { type Day, isoDay, parseDay } from '../base/day';
import { type Message, message } from '../base/message';
import type { Contract } from './contract';
import { fieldsOf, readContract } from './contractRead';
import { digestOf, shortCodeOf } from './digest';
import { frontMatterOf, frontMatterText } from './frontMatter';
import type { IssuedRequest } from './standing';

export interface RequestFile {
  readonly on: Day;
  /** File name of the plan, such as `website.milestones.yaml`. */
  readonly plan: string;
  readonly project: string;
  /** At least one. */
  readonly milestones: readonly RequestedMilestone[];
}

export interface RequestedMilestone {
  /** `Milestone.key`. */
  readonly id: string;
  readonly digest: string;
  readonly contract: Contract;
}

/** The whole file; `body` is the Markdown that went out. */
export function requestFileText({ on, plan, project, milestones }: RequestFile, body: string): string {
  const asked = milestones.map(({ id, digest, contract }) => ({ id, title: contract.title, digest, contract }));
  const head = { milepost: 'request', version: 1, on: isoDay(on), plan, project, milestones: asked };
  return `${frontMatterText(head)}\n${body.trim()}\n`;
}

/** Such as `2026-11-23-3f9a1b2c4d.md`, with `-2`, `-3` … where that name is taken (names are compared without regard to case). */
export function requestFileName({ on, milestones }: RequestFile, taken: readonly string[]): string {
  const code = shortCodeOf(milestones[0]?.digest ?? '') ?? 'request';
  const names = new Set(taken.map((name) => name.toLowerCase()));
  const base = `${isoDay(on)}-${code}`;
  let name = `${base}.md`;
  for (let number = 2; names.has(name); number++) name = `${base}-${number}.md`;
  return name;
}

export type RequestFileRead = { readonly file: RequestFile } | { readonly refused: Message };

/** What was asked, where the file is one of ours and says what it said when it was written; else why it does not count. Never throws. */
export function readRequestFile(text: string): RequestFileRead {
  const head = frontMatterOf(text);
  if ('refused' in head) return head;
  const { milepost, version, on, plan, project, milestones } = head.fields;
  if (milepost !== 'request') return no(message('This file is not a request for approval.'));
  if (version !== 1) return no(message('The request was written by a later version of Milepost.'));
  const day = typeof on === 'string' ? parseDay(on) : undefined;
  if (day === undefined) return no(message('The request names no day on which it was issued.'));
  if (!isName(plan) || !isName(project)) return no(message('The request does not say which plan it is about.'));
  if (!Array.isArray(milestones) || milestones.length === 0 || milestones.length > mostMilestones)
    return no(message('The request names no milestone.'));
  const read: RequestedMilestone[] = [];
  for (const each of milestones) {
    const found = requestedIn(each);
    if ('text' in found) return no(found);
    read.push(found);
  }
  return { file: { on: day, plan, project, milestones: read } };
}

/** What the file adds to what is known of its plan. */
export function issuedIn({ on, milestones }: RequestFile): readonly IssuedRequest[] {
  return milestones.map(({ id, digest, contract }) => ({ on, milestone: id, digest, contract }));
}

const mostMilestones = 1_000;
const longestName = 1_000;

function requestedIn(value: unknown): RequestedMilestone | Message {
  const all = fieldsOf(value);
  const contract = readContract(all?.contract);
  if (!all || !isName(all.id) || !contract)
    return message('A milestone of the request cannot be read; somebody may have changed the file.');
  const { id, digest } = all;
  if (digest !== digestOf(contract))
    return message(
      'The request does not say any more what it said when it was issued: the text of “{title}” was changed.',
      {
        title: contract.title.slice(0, 200),
      },
    );
  return { id, digest, contract };
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= longestName;
}

function no(refused: Message): RequestFileRead {
  return { refused };
}
