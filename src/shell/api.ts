// The public interface that other extensions get from `activate()`. Plain JSON values in, plain JSON values and text out.
import type * as vscode from 'vscode';
import { type Day, parseDay } from '../base/day';
import type { Say } from '../base/message';
import { type Audience, audiences } from '../report/audience';
import { summaryLanguageFor, summaryLocale } from '../report/languages';
import { type PublicSnapshot, publicSnapshot } from '../report/publicSnapshot';
import { summaryMarkdown } from '../report/summary';
import type { Snapshot } from '../snapshot';
import type { ExtendMarkdownIt } from './markdownFence';
import { planUri } from './planUri';
import { editorLocale } from './say';
import type { PlanStore } from './store';
import { sayIn } from './summaryLanguages';

interface SummaryRequest {
  /** The URI of one plan as text; without it, the summary is about all plans. */
  readonly plan?: string;
  readonly audience: Audience;
  readonly format: 'markdown';
  /** `YYYY-MM-DD`, the day the summary is for; today when absent. */
  readonly today?: string;
}

export interface MilepostApi {
  readonly version: 1;
  /** The plans after all pending changes have been read. */
  snapshot(): Promise<PublicSnapshot>;
  readonly onDidChangeSnapshot: vscode.Event<PublicSnapshot>;
  /** Rejects with a `TypeError` for arguments that are not a `SummaryRequest`, and with an `Error` for a plan that is not there. */
  summary(request: SummaryRequest): Promise<string>;
  /** Called by the editor's Markdown preview, so that fences called `milestones` are drawn. */
  readonly extendMarkdownIt: ExtendMarkdownIt;
}

export function createApi(
  store: PlanStore,
  { say, extension }: { readonly say: Say; readonly extension: vscode.Uri },
  extendMarkdownIt: ExtendMarkdownIt,
): MilepostApi {
  // One value for each snapshot, however many ask for it.
  const made = new WeakMap<Snapshot, PublicSnapshot>();
  const publish = (snapshot: Snapshot): PublicSnapshot => {
    const known = made.get(snapshot) ?? frozen(publicSnapshot(snapshot, say));
    made.set(snapshot, known);
    return known;
  };
  return Object.freeze({
    version: 1 as const,
    extendMarkdownIt,
    snapshot: async () => publish(await store.settled()),
    onDidChangeSnapshot: (listener, thisArgs, disposables) =>
      store.onDidChangeSnapshot((snapshot) => listener.call(thisArgs, publish(snapshot)), undefined, disposables),
    summary: async (request: unknown) => {
      const { plan, audience, day } = checked(request);
      const current = await store.settled();
      const snapshot = day === undefined ? current : store.snapshotOn(day);
      const uri = plan === undefined ? undefined : planUri(snapshot, plan);
      if (plan !== undefined && uri === undefined) throw new Error(`No such plan: ${plan}`);
      const about = uri === undefined ? {} : { plan: uri };
      // In the editor's language where summaries have it, as the commands write them.
      const language = summaryLanguageFor(editorLocale());
      const said = await sayIn(extension, language);
      return summaryMarkdown(snapshot, { ...about, audience, say: said, locale: summaryLocale(language) });
    },
  } satisfies MilepostApi);
}

/** Frozen at every depth: all who ask get the same value, and none may change it for another. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) frozen(part);
    Object.freeze(value);
  }
  return value;
}

interface Checked {
  readonly plan: string | undefined;
  readonly audience: Audience;
  readonly day: Day | undefined;
}

function checked(request: unknown): Checked {
  if (typeof request !== 'object' || request === null) throw new TypeError('summary() takes an object');
  const { plan, audience, format, today } = request as Readonly<Record<string, unknown>>;
  const known = audiences.find((name) => name === audience);
  if (known === undefined) throw new TypeError(`audience must be one of ${audiences.join(', ')}`);
  if (format !== 'markdown') throw new TypeError("format must be 'markdown'");
  if (plan !== undefined && typeof plan !== 'string') throw new TypeError('plan must be the URI of a plan as text');
  return { plan, audience: known, day: dayOf(today) };
}

function dayOf(written: unknown): Day | undefined {
  if (written === undefined) return undefined;
  const found = typeof written === 'string' ? parseDay(written) : undefined;
  if (found === undefined) throw new TypeError('today must be a calendar day written as YYYY-MM-DD');
  return found;
}
