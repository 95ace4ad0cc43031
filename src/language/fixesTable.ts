// Which fixes each kind of problem has, in the order in which they are shown. Knows no text.
import type { ProblemCode } from '../model/codes';
import type { Problem } from '../model/problem';
import { dueByDeadline, earlierDue, heldDay, swapDays, swapRange, workingDay } from './fixesDates';
import { breakDependency } from './fixesDependency';
import type { Ground } from './fixesGround';
import { anotherId, duplicateId, invalidId, missingId } from './fixesId';
import { ignoreHere, withoutIgnore } from './fixesIgnore';
import { addPerson, keepAsOwn, missingTitle, plainMilestone, removeEarlier } from './fixesKey';
import type { Fix } from './fixesKinds';
import {
  criteriaSkeleton,
  descriptionSkeleton,
  makeClient,
  ownerOf,
  sharperCriterion,
  startOrPredecessor,
} from './fixesQuality';
import { completedToday, contradiction, withoutProgress } from './fixesState';
import { repairSyntax } from './fixesSyntax';
import { alikeLineEnds, asMeant, quoted, withoutInvisible } from './fixesWord';

type Idea = (ground: Ground, problem: Problem) => readonly Fix[];

/** Beside what was most likely meant, which every problem may know, and beside silencing it. */
const ideas: Partial<Record<ProblemCode, readonly Idea[]>> = {
  'yaml.syntax': [repairSyntax],
  'yaml.tag': [quoted],
  'yaml.anchor': [quoted],
  'yaml.unquoted': [quoted],
  'alias.unknown': [quoted],
  'key.duplicate': [removeEarlier],
  'unknown.key': [keepAsOwn],
  'file.lineEnds': [alikeLineEnds],
  'text.invisible': [withoutInvisible],
  'text.invalid': [quoted],
  'milestone.type': [plainMilestone],
  'title.missing': [missingTitle],
  'range.invalid': [swapRange],
  'id.invalid': [invalidId],
  'id.duplicate': [duplicateId],
  'id.missing': [missingId],
  'id.lookalike': [anotherId],
  'ignore.unknown': [withoutIgnore],
  'owner.unknown': [addPerson],
  'status.contradiction': [contradiction],
  'progress.derived': [withoutProgress],
  'completed.future': [completedToday],
  'dates.order': [swapDays],
  'milestone.dueAfterParent': [earlierDue],
  'milestone.dueBeforePredecessor': [earlierDue],
  'date.infeasible': [heldDay],
  'deadline.missed': [dueByDeadline],
  'float.negative': [heldDay],
  'dependency.unknown': [breakDependency],
  'dependency.family': [breakDependency],
  'dependency.cycle': [breakDependency],
  'quality.noCriteria': [criteriaSkeleton],
  'quality.amountWithoutCriteria': [criteriaSkeleton],
  'quality.vagueCriterion': [sharperCriterion],
  'quality.noOwner': [ownerOf],
  'quality.noDescription': [descriptionSkeleton],
  'quality.noStart': [startOrPredecessor],
  'quality.dayOff': [workingDay],
  'quality.noApprover': [makeClient],
};

/** Their own fix writes what was meant too, in more than one place or in other words. */
const ownWords: ReadonlySet<ProblemCode> = new Set([
  'id.invalid',
  'quality.dayOff',
  'date.infeasible',
  'float.negative',
  'file.lineEnds',
  'text.invisible',
]);

export function ideasFor(ground: Ground, problem: Problem): readonly Fix[] {
  const own = ideas[problem.code] ?? [];
  const meant = ownWords.has(problem.code) ? [] : asMeant(ground, problem);
  return [...meant, ...own.flatMap((idea) => idea(ground, problem)), ...ignoreHere(ground, problem)];
}
