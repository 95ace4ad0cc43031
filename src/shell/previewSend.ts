// What the page of a summary is sent: the blocks with the number of each figure's place, what can be chosen, and the words of the editor's language.
import * as vscode from 'vscode';
import type { Say } from '../base/message';
import type { PageBlock, PageList, PageOffer, PageRun, PageSummary, SummaryWords } from '../protocol/summaryPage';
import { audiences, seenBy } from '../report/audience';
import type { Block, Run, Runs, Trace } from '../report/document';
import { cleanRuns, proseParts } from '../report/documentRuns';
import { languageName, summaryLanguages } from '../report/languages';
import { openable } from '../report/links';
import { plain } from '../report/plain';
import { audienceWords, periodWord } from './summaryAsk';
import type { MadeSummary } from './summaryMake';
import { templateName } from './summaryTemplates';

/** A message, and what the numbers in it stand for. */
export interface SentSummary {
  readonly message: PageSummary;
  readonly traces: readonly Trace[];
}

/** `note` is why it is not what was asked for. */
export function summaryMessage(made: MadeSummary, number: number, say: Say, note?: string): SentSummary {
  const { document, plan, choice, locale, place } = made;
  const traces: Trace[] = [];
  const places: string[] = [];
  const known = new Map<string, number>();
  const numbered = (trace: Trace): number | undefined => {
    const key = JSON.stringify([trace.plan, trace.key, trace.field]);
    const before = known.get(key);
    const text = before === undefined ? place(trace) : undefined;
    if (before !== undefined || text === undefined) return before;
    known.set(key, traces.length);
    places.push(text);
    return traces.push(trace) - 1;
  };
  const color = plan && seenBy(plan, choice.audience).color;
  const message: PageSummary = {
    type: 'summary',
    number,
    title: document.title,
    locale,
    blocks:
      made.template && !made.wrong
        ? [{ kind: 'markdown', text: made.markdown }]
        : document.blocks.flatMap((block) => pageBlocks(block, numbered)),
    places,
    markdown: made.markdown,
    ...(color === undefined ? {} : { color }),
    lists: listsOf(made),
    mermaid: choice.mermaid,
    notices: [...(note === undefined ? [] : [note]), ...noticesOf(made, say)],
    mayIssue: plan !== undefined && !plan.stale && !plan.uri.startsWith('untitled:'),
    words: words(),
  };
  return { message, traces };
}

type Numbered = (trace: Trace) => number | undefined;

function pageBlocks(block: Block, numbered: Numbered): readonly PageBlock[] {
  const runs = (from: Runs) => cleanRuns(from).map((run) => pageRun(run, numbered));
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [{ ...block, runs: runs(block.runs) }];
    case 'list':
      return [{ kind: 'list', items: block.items.map(runs) }];
    case 'table':
      return [
        { kind: 'table', columns: block.columns.map((column) => ({ ...column, cells: column.cells.map(runs) })) },
      ];
    case 'mermaid':
      return [{ kind: 'source', text: block.source }];
    case 'prose':
      return proseParts(block.text).map(({ kind, text }) =>
        kind === 'item' ? { kind: 'list', items: [[text]] } : { kind: 'paragraph', runs: [text] },
      );
  }
}

function pageRun(run: Run, numbered: Numbered): PageRun {
  if (typeof run === 'string') return run;
  if (run.kind === 'link') return openable(run.href) === undefined ? run.text : run;
  if (run.kind !== 'figure') return run;
  const place = numbered(run.trace);
  const { text, strong } = run;
  if (place === undefined) return strong ? { kind: 'strong', text } : text;
  return { kind: 'figure', text, place, ...(strong ? { strong } : {}) };
}

function listsOf({ snapshot, choice, plan, templates, template }: MadeSummary): PageSummary['lists'] {
  const { period } = choice;
  const now = period.kind === 'last' ? [] : [{ value: period.kind, label: periodWord(period) }];
  const list = (value: string, offers: readonly PageOffer[]) => ({ value, offers });
  const offers: Readonly<Record<PageList, { readonly value: string; readonly offers: readonly PageOffer[] }>> = {
    plan: list(plan?.uri ?? '', [
      ...snapshot.plans.map(({ uri, plan }) => ({ value: uri, label: plain(plan.project, 80) })),
      ...(snapshot.plans.length > 1 ? [{ value: '', label: vscode.l10n.t('All plans') }] : []),
    ]),
    audience: list(
      choice.audience,
      audiences.map((value) => ({ value, label: audienceWords(value).label })),
    ),
    language: list(
      choice.language,
      summaryLanguages.map((value) => ({ value, label: languageName(value) })),
    ),
    period: list(period.kind, [
      { value: 'last', label: vscode.l10n.t('Since the last summary') },
      ...now,
      { value: 'ask:day', label: vscode.l10n.t('Since a date…') },
      ...(vscode.workspace.isTrusted && plan?.uri.startsWith('file:')
        ? [{ value: 'ask:ref', label: vscode.l10n.t('Since a commit, branch or tag…') }]
        : []),
    ]),
    template: list(template?.toString() ?? '', [
      { value: '', label: vscode.l10n.t('Usual form') },
      ...templates.map((uri) => ({ value: uri.toString(), label: plain(templateName(uri), 60) })),
    ]),
  };
  return offers;
}

function noticesOf({ snapshot, plan, wrong }: MadeSummary, say: Say): readonly string[] {
  const shown = plan ? [plan] : snapshot.plans;
  const stale = shown
    .filter(({ stale }) => stale)
    .map(({ plan }) =>
      vscode.l10n.t(
        'The file of {0} cannot be read now, so the summary tells its last good state.',
        plain(plan.project, 80),
      ),
    );
  return wrong ? [say(wrong), ...stale] : stale;
}

function words(): SummaryWords {
  return {
    controls: vscode.l10n.t('What the summary says'),
    summary: vscode.l10n.t('What to do with the summary'),
    plan: vscode.l10n.t('Plan'),
    audience: vscode.l10n.t('For'),
    language: vscode.l10n.t('Language'),
    period: vscode.l10n.t('Period'),
    template: vscode.l10n.t('Template'),
    mermaid: vscode.l10n.t('Diagram'),
    copy: vscode.l10n.t('Copy'),
    copyHint: vscode.l10n.t('With its formatting, and as Markdown for programs that take no formatting'),
    copyMarkdown: vscode.l10n.t('Copy as Markdown'),
    copyText: vscode.l10n.t('Copy as E-mail Text'),
    saveHtml: vscode.l10n.t('Save Web Page…'),
    issue: vscode.l10n.t('Issue'),
    issueHint: vscode.l10n.t('Saves it beside the plan, so that the next summary tells which of its dates moved'),
    opens: vscode.l10n.t('From {place}', { place: '{place}' }),
    drawnElsewhere: vscode.l10n.t('Drawn as a diagram where the Markdown is read'),
  };
}
