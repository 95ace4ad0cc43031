// Makes an issued summary again from the plan of that day and names each figure that differs. Knows no disk and no git: what to compare with is handed in.
import { promisesOf } from '../agreement/promises';
import type { IssuedSummary, SummaryFile } from '../agreement/summaryFile';
import { counted, type Message, message } from '../base/message';
import type { PlanSnapshot, Snapshot } from '../snapshot';
import { audiences } from './audience';
import type { Document } from './document';
import { type SummaryLanguage, type SummaryTable, summaryLanguages, summaryLocale, summarySay } from './languages';
import { plain } from './plain';
import { summaryDocument } from './summary';
import { placesIn } from './summaryTrace';
import { differingFigures } from './verifyFigures';

export interface VerifyGround {
  /** Of the day of the summary, with the plan it was made of. */
  readonly snapshot: Snapshot;
  readonly uri: string;
  /** Of the language of the summary. */
  readonly table: SummaryTable;
  /** Which text of the plan that is: that of the commit, the file whose digest is the noted one, or the file as it is now, which is another one. */
  readonly source: 'commit' | 'same-text' | 'other-text';
}

export interface Verification {
  /** `reworded` is true in every figure, but not the text that was issued. */
  readonly verdict: 'true' | 'reworded' | 'differs' | 'unknown';
  /** The verdict and what it was compared with, in one sentence. */
  readonly result: Message;
  /** One for each figure that differs. */
  readonly findings: readonly Message[];
}

/** Without a ground there is no plan to compare with. */
export function verifySummary({ summary, body }: SummaryFile, ground: VerifyGround | undefined): Verification {
  const plan = ground?.snapshot.plans.find(({ uri }) => uri === ground.uri);
  const document = ground && plan ? documentAgain(summary, plan, ground) : undefined;
  if (!ground || !plan || !document)
    return {
      verdict: 'unknown',
      result: message('The plan of that day is not available, so nothing could be compared.'),
      findings: [],
    };
  const source = sourceText(ground.source, summary);
  const { findings: figures, reworded } = differingFigures(body, document, titlesOf(plan));
  const findings = [...figures, ...promisesThatDiffer(summary, plan)];
  if (findings.length > 0) {
    const result = counted(
      findings.length,
      '{count} figure of the summary differs from {source}.',
      '{count} figures of the summary differ from {source}.',
      { source },
    );
    return { verdict: 'differs', result, findings };
  }
  return reworded
    ? {
        verdict: 'reworded',
        result: message('Every figure is that of {source}; words around them were changed.', { source }),
        findings,
      }
    : {
        verdict: 'true',
        result: message('The summary is true: every figure is that of {source}.', { source }),
        findings,
      };
}

/** The document the summary was made of, if it is made from this plan; `undefined` for an audience or language nobody knows. */
function documentAgain(
  summary: IssuedSummary,
  plan: PlanSnapshot,
  { snapshot, uri, table }: VerifyGround,
): Document | undefined {
  const audience = audiences.find((each) => each === summary.audience);
  const language = summaryLanguages.find((each): each is SummaryLanguage => each === summary.language);
  if (!audience || !language) return undefined;
  const { since, before, options } = summary;
  const label = typeof options.label === 'string' ? { label: options.label } : {};
  return summaryDocument(snapshot, {
    plan: uri,
    audience,
    say: summarySay(language, table),
    locale: summaryLocale(language),
    ...(since === undefined ? {} : { since }),
    ...(before ? { before: { ...label, promises: before } } : {}),
    ...(options.mermaid === true ? { mermaid: true } : {}),
    ...(options.trace === true ? { trace: placesIn(plan, summary.plan) } : {}),
  });
}

function sourceText(source: VerifyGround['source'], { commit = '' }: IssuedSummary): Message {
  switch (source) {
    case 'commit':
      return message('the plan of commit {commit}', { commit: commit.slice(0, 10) });
    case 'same-text':
      return message('the plan, which is the same text as on that day');
    case 'other-text':
      return message('the plan as it is now, which is not the text of that day');
  }
}

function titlesOf({ plan }: PlanSnapshot): (key: string) => string | undefined {
  const titles = new Map<string, string>();
  const add = (milestones: typeof plan.milestones) => {
    for (const { key, title, milestones: inside } of milestones) {
      titles.set(key, plain(title, 80));
      add(inside);
    }
  };
  add(plan.milestones);
  return (key) => titles.get(key);
}

/** What the file notes as promised must be what the plan promised, else the next summary would tell of the wrong dates. */
function promisesThatDiffer({ promises }: IssuedSummary, plan: PlanSnapshot): readonly Message[] {
  const own = new Map(promisesOf(plan).map((promised) => [promised.id, promised]));
  const noted = new Set(promises.map(({ id }) => id));
  const wrong = promises.flatMap(({ id, title, due }): readonly Message[] => {
    const promised = own.get(id);
    const args = { title: plain(title, 80), noted: { day: due } };
    if (!promised) return [message('Promise of “{title}”: noted as {noted}, but the plan promises nothing.', args)];
    if (promised.due === due) return [];
    return [
      message('Promise of “{title}”: noted as {noted}, but the plan says {now}.', {
        ...args,
        now: { day: promised.due },
      }),
    ];
  });
  const missing = [...own.values()].filter(({ id }) => !noted.has(id));
  return [
    ...wrong,
    ...missing.map(({ title, due }) =>
      message('Promise of “{title}”: the plan says {now}, but it is not noted.', {
        title: plain(title, 80),
        now: { day: due },
      }),
    ),
  ];
}
