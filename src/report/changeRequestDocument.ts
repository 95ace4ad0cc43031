// The request that follows when what was approved has changed: what was agreed and what it is now, field by field, and how to answer. Knows no plan.
import type { Contract } from '../agreement/contract';
import { differencesBetween, type FieldDifference } from '../agreement/difference';
import { shortCodeOf } from '../agreement/digest';
import type { RequestedMilestone } from '../agreement/requestFile';
import type { Day } from '../base/day';
import { counted, type Message, message, type Say } from '../base/message';
import { lineDifference } from './changeRequestLines';
import type { Block, Document, Runs } from './document';
import { colonIn } from './languages';
import { fold } from './plain';
import { answerBlocks, askedBy, codeBlock, type Wording } from './requestAnswer';
import { forClient, type RequestToSend } from './requestDocument';
import { contractBlocks, fieldLabel, label, valueText } from './requestWords';

export interface ChangedMilestone extends RequestedMilestone {
  readonly was: ApprovedBefore;
}

export interface ApprovedBefore {
  readonly digest: string;
  /** Absent where the text that was approved is not known any more. */
  readonly contract?: Contract;
  readonly on?: Day;
  /** Name of who approved it. */
  readonly by?: string;
}

export type ChangeRequestToSend = RequestToSend<ChangedMilestone>;

/** The same text for the same request, words and language. */
export function changeRequestDocument(request: ChangeRequestToSend, wording: Wording): Document {
  const { say, locale } = wording;
  const { project, client, from, answerBy, milestones } = request;
  const title = say(message('{project}: request to approve a change', { project: fold(project) }));
  const intro = counted(
    milestones.length,
    'Something that was approved has changed since. Please approve it as it is now.',
    'Parts of {count} milestones that were approved have changed since. Please approve them as they are now.',
  );
  return {
    title,
    locale,
    blocks: [
      { kind: 'heading', level: 1, runs: [title] },
      ...forClient(client, wording),
      { kind: 'paragraph', runs: [say(intro)] },
      ...milestones.flatMap((each) => milestoneBlocks(each, wording)),
      ...answerBlocks(
        milestones.map(({ digest }) => digest),
        answerBy,
        wording,
      ),
      ...askedBy(from === undefined ? undefined : fold(from)),
    ],
  };
}

function milestoneBlocks({ contract, digest, was }: ChangedMilestone, wording: Wording): readonly Block[] {
  const { say, locale } = wording;
  const differences = was.contract ? differencesBetween(was.contract, contract) : [];
  const currencies = { was: was.contract?.currency, is: contract.currency };
  return [
    { kind: 'heading', level: 2, runs: [fold(contract.title)] },
    { kind: 'paragraph', runs: [say(approvedBefore(was))] },
    ...(differences.length > 0 ? [label(say(message('What has changed')))] : []),
    ...joined(differences.flatMap((each) => differenceBlocks(each, currencies, say, colonIn(locale)))),
    label(say(message('All of it as it is now'))),
    ...contractBlocks(contract, say),
    codeBlock(digest, wording),
  ];
}

function approvedBefore({ digest, on, by }: ApprovedBefore): Message {
  const code = shortCodeOf(digest) ?? digest.slice(0, 40);
  const args = { code, by: fold(by ?? ''), day: on === undefined ? '' : { day: on } };
  if (by !== undefined && on !== undefined) return message('{by} approved it on {day} with the code {code}.', args);
  if (by !== undefined) return message('{by} approved it with the code {code}.', args);
  return on === undefined
    ? message('It was approved with the code {code}.', args)
    : message('It was approved on {day} with the code {code}.', args);
}

interface Currencies {
  readonly was: string | undefined;
  readonly is: string | undefined;
}

function differenceBlocks(
  difference: FieldDifference,
  currencies: Currencies,
  say: Say,
  colon: string,
): readonly Block[] {
  const { field, was, is, gone, added } = difference;
  const name = say(fieldLabel(field));
  if (field === 'description') {
    const lines = lineDifference(was ?? '', is ?? '');
    if (lines.gone.length + lines.added.length === 0) {
      return [{ kind: 'list', items: [[say(message('{field}: only blanks or line breaks', { field: name }))]] }];
    }
    return listed(name + colon, [
      ...lines.gone.map((line) => removed(line, say)),
      ...lines.added.map((line) => fresh(line, say)),
    ]);
  }
  if (gone || added) {
    return listed(name + colon, [
      ...(gone ?? []).map((entry) => removed(entry, say)),
      ...(added ?? []).map((entry) => fresh(entry, say)),
    ]);
  }
  const nothing = say(message('nothing'));
  const before = was === undefined ? nothing : valueText(field, was, currencies.was, say);
  const now = is === undefined ? nothing : valueText(field, is, currencies.is, say);
  return [{ kind: 'list', items: [[`${name}${colon} ${before} → `, { kind: 'strong', text: now }]] }];
}

/** Fields of one line each are one list. */
function joined(blocks: readonly Block[]): readonly Block[] {
  const found: Block[] = [];
  for (const block of blocks) {
    const last = found.at(-1);
    if (block.kind === 'list' && last?.kind === 'list' && found.at(-2)?.kind !== 'paragraph') {
      found[found.length - 1] = { kind: 'list', items: [...last.items, ...block.items] };
    } else found.push(block);
  }
  return found;
}

function listed(name: string, items: readonly Runs[]): readonly Block[] {
  return [
    { kind: 'paragraph', runs: [name] },
    { kind: 'list', items },
  ];
}

function removed(text: string, say: Say): Runs {
  return [say(message('No longer: {text}', { text: fold(text) }))];
}

function fresh(text: string, say: Say): Runs {
  return [{ kind: 'strong', text: say(message('New: {text}', { text: fold(text) })) }];
}
