// Where the figures of a summary stand in the files of the plans, as file and line. Opens nothing.
import * as vscode from 'vscode';
import type { Trace } from '../report/document';
import { plain } from '../report/plain';
import { placesIn } from '../report/summaryTrace';
import type { PlanSnapshot, Snapshot } from '../snapshot';
import { fileNameOf } from './summaryFiles';

type Place = (trace: Trace) => string | undefined;

/** Such as `website.milestones.yaml:12`; `undefined` where the plan's text is not the one that was read. */
export function placesOf(snapshot: Snapshot, only: PlanSnapshot | undefined): Place {
  const known = new Map<string, Place>();
  return (trace) => {
    const plan = planOf(snapshot, only, trace);
    if (!plan) return undefined;
    const place = known.get(plan.uri) ?? placesIn(plan, plain(fileNameOf(vscode.Uri.parse(plan.uri, true))));
    known.set(plan.uri, place);
    return place(trace);
  };
}

/** The plan of a figure. */
export function planOf({ plans }: Snapshot, only: PlanSnapshot | undefined, { plan }: Trace): PlanSnapshot | undefined {
  return plan === undefined ? (only ?? plans[0]) : plans.find(({ uri }) => uri === plan);
}
