// Makes the summary that is asked for out of the plans of the moment: finds out since when, and what was promised. Writes no sentence of it.
import * as vscode from 'vscode';
import { type Promised, promisesOf } from '../agreement/promises';
import { lastSummary } from '../agreement/summaryFileName';
import type { Day } from '../base/day';
import { type Message, message, type Say } from '../base/message';
import { readPlanFile } from '../model/read';
import type { Document, Trace } from '../report/document';
import { documentMarkdown } from '../report/documentMarkdown';
import { summaryLocale } from '../report/languages';
import { type SummaryOptions, summaryDocument } from '../report/summary';
import { fillTemplate } from '../report/template';
import { templateView } from '../report/templateView';
import { makeSnapshot, type PlanSnapshot, type Snapshot } from '../snapshot';
import { commitBefore, commitDay, fileAt } from './git';
import type { SummaryChoice } from './summaryChoice';
import { lastMade } from './summaryDays';
import { fileNameOf, type IssuedFile, issuedBeside } from './summaryFiles';
import { sayIn } from './summaryLanguages';
import { placesOf } from './summaryPlaces';
import { templateName, templatesBeside, templateText } from './summaryTemplates';

export interface SummaryParts {
  readonly context: Pick<vscode.ExtensionContext, 'workspaceState' | 'extension'>;
}

/** What a summary is compared with. */
export interface Since {
  readonly day?: Day;
  readonly before?: { readonly label?: string; readonly promises: readonly Promised[] };
}

export interface MadeSummary {
  readonly snapshot: Snapshot;
  readonly choice: SummaryChoice;
  /** The only plan it tells of. */
  readonly plan?: PlanSnapshot;
  readonly since: Since;
  readonly say: Say;
  readonly locale: string;
  readonly today: Day;
  readonly document: Document;
  /** Of the document, or of the person's own template. */
  readonly markdown: string;
  readonly templates: readonly vscode.Uri[];
  /** The template that was filled. */
  readonly template?: vscode.Uri;
  /** Why the template could not be filled; the usual form stands in for it. */
  readonly wrong?: Message;
  /** Such as `website.milestones.yaml:12`. */
  readonly place: (trace: Trace) => string | undefined;
}

/** A sentence where what it is to be compared with is not there. */
export async function makeSummary(
  { context }: SummaryParts,
  snapshot: Snapshot,
  choice: SummaryChoice,
): Promise<MadeSummary | Message> {
  const plan = onlyPlan(snapshot, choice.plan);
  const today = plan?.schedule.today ?? snapshot.today;
  const since = await sinceOf(context.workspaceState, { snapshot, choice, plan, today });
  if ('text' in since) return since;
  const say = await sayIn(context.extension.extensionUri, choice.language);
  const locale = summaryLocale(choice.language);
  const place = placesOf(snapshot, plan);
  const { day, before } = since;
  const options: SummaryOptions = {
    ...{ audience: choice.audience, say, locale, mermaid: choice.mermaid },
    ...(plan ? { plan: plan.uri } : {}),
    ...(day === undefined ? {} : { since: day }),
    ...(before && plan ? { before } : {}),
    ...(choice.trace ? { trace: place } : {}),
  };
  const document = summaryDocument(snapshot, options);
  const own = plan ? await filled({ snapshot, choice, plan }, options) : { templates: [] };
  const markdown = own.markdown ?? documentMarkdown(document);
  return { snapshot, choice, ...(plan ? { plan } : {}), since, say, locale, today, document, place, ...own, markdown };
}

type Own = Pick<MadeSummary, 'templates' | 'template' | 'wrong'> & { readonly markdown?: string };

/** A template that is gone, or lies elsewhere than beside the plan, is as if none had been chosen. */
async function filled(
  { snapshot, choice, plan }: Pick<Asked, 'snapshot' | 'choice'> & { readonly plan: PlanSnapshot },
  options: SummaryOptions,
): Promise<Own> {
  const templates = await templatesBeside(vscode.Uri.parse(plan.uri, true));
  const template = templates.find((uri) => uri.toString() === choice.template);
  if (!template) return { templates };
  const text = await templateText(template);
  const name = templateName(template);
  if (text === undefined)
    return { templates, template, wrong: message('The template {name} cannot be read.', { name }) };
  const result = fillTemplate(text, templateView(snapshot, options));
  if ('text' in result) return { templates, template, markdown: result.text };
  return { templates, template, wrong: message('The template {name}: {reason}', { name, reason: result.wrong }) };
}

export function onlyPlan(snapshot: Snapshot, uri: string | undefined): PlanSnapshot | undefined {
  const [first, second] = snapshot.plans;
  return uri === undefined && !second ? first : snapshot.plans.find((plan) => plan.uri === uri);
}

interface Asked {
  readonly snapshot: Snapshot;
  readonly choice: SummaryChoice;
  readonly plan: PlanSnapshot | undefined;
  readonly today: Day;
}

async function sinceOf(state: vscode.Memento, asked: Asked): Promise<Since | Message> {
  const { choice, plan, today } = asked;
  const { period } = choice;
  if (period.kind === 'ref') return sinceRef(asked, period.ref);
  if (!plan) {
    const day = period.kind === 'day' ? period.day : lastMade(state, choice.plan, today);
    return day === undefined ? {} : { day };
  }
  const until = period.kind === 'day' ? period.day : today;
  const last = lastSummary(await issuedBeside(vscode.Uri.parse(plan.uri, true)), wanted(plan, choice, until));
  if (period.kind === 'last') {
    if (last) return sinceIssued(last);
    const day = lastMade(state, plan.uri, today);
    return day === undefined ? {} : { day };
  }
  if (last) return { day: period.day, before: { promises: last.summary.promises } };
  const commit = await commitBefore(vscode.Uri.parse(plan.uri, true), period.day);
  const promises = commit && (await promisesAt(plan, commit.hash, commit.day));
  return { day: period.day, ...(promises ? { before: { promises } } : {}) };
}

function wanted(plan: PlanSnapshot, { audience }: SummaryChoice, on: Day) {
  return { plan: fileNameOf(vscode.Uri.parse(plan.uri, true)), audience, on };
}

function sinceIssued({ summary }: IssuedFile): Since {
  return { day: summary.on, before: { promises: summary.promises } };
}

async function sinceRef({ snapshot, plan }: Asked, ref: string): Promise<Since | Message> {
  const [any] = plan ? [plan] : snapshot.plans;
  const unknown = message('Git knows no commit, branch or tag {ref} here.', { ref });
  const day = any && (await commitDay(vscode.Uri.parse(any.uri, true), ref));
  if (day === undefined) return unknown;
  if (!plan) return { day };
  const promises = await promisesAt(plan, ref, day);
  if (!promises) return message('The plan could not be read as it was at {ref}.', { ref });
  return { day, before: { label: ref, promises } };
}

/** The dates a plan named at a commit. */
async function promisesAt(plan: PlanSnapshot, ref: string, day: Day): Promise<readonly Promised[] | undefined> {
  const text = await fileAt(vscode.Uri.parse(plan.uri, true), ref);
  if (text === undefined) return undefined;
  const { uri, baseName, folder } = plan;
  const read = { uri, baseName, folder, text, file: readPlanFile(text, baseName) };
  const options = { number: 0, today: day, todayIn: () => day, dueSoonDays: 7 };
  const [then] = makeSnapshot([{ ...read, plan: read.file.plan }], options).plans;
  return then && promisesOf(then);
}
