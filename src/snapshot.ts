// Everything the views show, in one frozen and numbered value: plans joined with what follows from them today.
import { type AgreementOf, agreementOf, type PlanAgreement } from './agreement/agreement';
import type { Contract } from './agreement/contract';
import type { EvidenceFacts } from './agreement/evidence';
import type { IssuedRequest } from './agreement/standing';
import type { Day } from './base/day';
import { counted } from './base/message';
import { joinPlans, type Link } from './model/join';
import type { Plan } from './model/plan';
import type { ReadPlan } from './model/planFile';
import type { Problem } from './model/problem';
import { firstProblems } from './model/problems';
import { silenced } from './model/silence';
import type { SchedulePlans } from './schedule/keepingSchedule';
import type { PlanChances, PlanSchedule } from './schedule/schedule';
import { schedulePlans } from './schedule/schedulePlans';

export interface PlanSnapshot extends ReadPlan {
  readonly plan: Plan;
  /** The file cannot be read now and `plan` is the last good one. */
  readonly stale: boolean;
  readonly schedule: PlanSchedule;
  /** Of the simulation, once it has run for this very schedule; absent where nothing is uncertain. */
  readonly chances?: PlanChances;
  /** Consents, money and evidence. */
  readonly agreement: PlanAgreement;
  /** Of the text, of the schedule and of what is agreed, in text order, limited to 100 and then "and N more". */
  readonly problems: readonly Problem[];
}

export interface Snapshot {
  readonly number: number;
  /** Today in the editor's time zone; a plan with its own `timezone` has its own `schedule.today`. */
  readonly today: Day;
  readonly plans: readonly PlanSnapshot[];
  /** Every resolved dependency, of all plans. */
  readonly links: readonly Link[];
  /** Files that never had a readable plan; they have problems and nothing else. */
  readonly broken: readonly ReadPlan[];
}

export interface SnapshotOptions {
  readonly number: number;
  readonly today: Day;
  /** Today in an IANA time zone; asked once for each plan that names one. */
  todayIn(timezone: string): Day;
  /** Calendar days. */
  readonly dueSoonDays: number;
  /** One that keeps what it made saves scheduling the plans that have not changed. */
  readonly schedule?: SchedulePlans;
  /** What simulations have found so far for this very schedule. */
  chancesOf?(schedule: PlanSchedule): PlanChances | undefined;
  /** One that keeps what it made saves looking at the plans that have not changed. */
  readonly agreement?: AgreementOf;
  /** What was asked for beside a plan; the same list as long as nothing has changed. */
  requestsOf?(uri: string): readonly IssuedRequest[];
  /** Texts that were approved, by their digest, of which no request is kept; the same map as long as nothing has changed. */
  contractsOf?(uri: string): ReadonlyMap<string, Contract> | undefined;
  /** What is known of the evidence a plan cites; the same function as long as nothing has changed. */
  evidenceOf?(uri: string): EvidenceFacts;
}

/** Joins and schedules all plans, in the order they are given. Frozen at the top: the values below are readonly by type. */
export function makeSnapshot(plans: readonly ReadPlan[], options: SnapshotOptions): Snapshot {
  const readable = plans.flatMap((read) => (read.plan ? [{ ...read, plan: read.plan }] : []));
  const inputs = readable.map(({ uri, plan, file }) => ({
    uri,
    plan,
    ...(file.plan ? { places: file.places, fields: file.fields } : {}),
  }));
  const joined = joinPlans(readable);
  const schedule = options.schedule ?? schedulePlans;
  const schedules = schedule(inputs, joined, {
    todayFor: ({ timezone }) => (timezone === undefined ? options.today : options.todayIn(timezone)),
    dueSoonDays: options.dueSoonDays,
  });
  const shown = readable.flatMap((read): PlanSnapshot[] => {
    const schedule = schedules.get(read.uri);
    if (!schedule) return [];
    const agreement = agreementFor(read, schedule, options);
    const problems = problemsOf({ file: read.file, schedule, agreement });
    const chances = options.chancesOf?.(schedule);
    const found = chances ? { chances } : {};
    return [Object.freeze({ ...read, stale: !read.file.plan, schedule, ...found, agreement, problems })];
  });
  return Object.freeze({
    number: options.number,
    today: options.today,
    plans: Object.freeze(shown),
    links: joined.links,
    broken: Object.freeze(plans.filter((read) => !read.plan)),
  });
}

function agreementFor(
  { uri, plan, file }: ReadPlan & { readonly plan: Plan },
  schedule: PlanSchedule,
  { agreement = agreementOf, ...known }: SnapshotOptions,
): PlanAgreement {
  const [requests, contracts, evidence] = [known.requestsOf?.(uri), known.contractsOf?.(uri), known.evidenceOf?.(uri)];
  return agreement({ uri, plan, file, schedule, requests, contracts, evidence });
}

/** What is wrong with one file; `counts` says which problems count at all, so that the number of those left out is right for whoever hides some. */
export function problemsOf(
  { file, schedule, agreement }: Pick<PlanSnapshot, 'file' | 'schedule' | 'agreement'>,
  counts: (problem: Problem) => boolean = () => true,
): readonly Problem[] {
  const follows = agreement.problems.length === 0 ? schedule.problems : [...schedule.problems, ...agreement.problems];
  return together(file.problems.filter(counts), silenced(follows, file.silences).filter(counts));
}

/** Both lists by place and cut to the most a person can read. Each may be cut already: what it left out is counted on. */
function together(ofText: readonly Problem[], following: readonly Problem[]): readonly Problem[] {
  if (following.length === 0) return ofText;
  const all = [...ofText, ...following];
  const before = all.reduce((sum, problem) => sum + leftOut(problem), 0);
  const both = firstProblems(all.filter((problem) => problem.code !== more));
  const cut = both.find((problem) => problem.code === more) ?? all.find((problem) => problem.code === more);
  if (!cut) return both;
  const message = counted(
    before + leftOut(both.at(-1)),
    'There is {count} more problem in this file.',
    'There are {count} more problems in this file.',
  );
  return [...both.filter((problem) => problem.code !== more), { ...cut, message }];
}

const more = 'problems.more';

function leftOut(problem: Problem | undefined): number {
  return problem?.code === more ? Number(problem.message.args.count ?? 0) : 0;
}
