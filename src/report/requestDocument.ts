// The request for approval that goes to a client: of each milestone exactly what a consent covers, its code, and how to answer. Knows no plan, so that nothing else can get in.
import type { RequestedMilestone } from '../agreement/requestFile';
import type { Day } from '../base/day';
import { counted, message } from '../base/message';
import type { Block, Document } from './document';
import { fold } from './plain';
import { answerBlocks, askedBy, codeBlock, type Wording } from './requestAnswer';
import { contractBlocks } from './requestWords';

export interface RequestToSend<Requested = RequestedMilestone> {
  readonly project: string;
  readonly client?: string;
  /** Name of who asks. */
  readonly from?: string;
  readonly answerBy?: Day;
  /** At least one. */
  readonly milestones: readonly Requested[];
}

/** The same text for the same request, words and language. */
export function requestDocument(request: RequestToSend, wording: Wording): Document {
  const { say, locale } = wording;
  const { project, client, from, answerBy, milestones } = request;
  const title = say(message('{project}: request for approval', { project: fold(project) }));
  const intro = counted(
    milestones.length,
    'Please approve the following milestone. What you would agree to is exactly this:',
    'Please approve the following {count} milestones. What you would agree to is exactly this:',
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

export function forClient(client: string | undefined, { say }: Wording): readonly Block[] {
  if (client === undefined) return [];
  return [{ kind: 'paragraph', runs: [say(message('For {client}', { client: fold(client) }))] }];
}

function milestoneBlocks({ contract, digest }: RequestedMilestone, wording: Wording): readonly Block[] {
  return [
    { kind: 'heading', level: 2, runs: [fold(contract.title)] },
    ...contractBlocks(contract, wording.say),
    codeBlock(digest, wording),
  ];
}
