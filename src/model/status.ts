// The status of a milestone: as written, or what follows from its other fields. Knows no day "today".
import type { Criterion, Milestone, Status, Task } from './plan';

interface Inside {
  readonly started?: Milestone['started'];
  readonly completed?: Milestone['completed'];
  readonly tasks: readonly Task[];
  readonly acceptanceCriteria: readonly Criterion[];
  readonly milestones: readonly Milestone[];
}

/** `done` when it was completed, else `in-progress` when it was started or anything in it is done, else `planned`. */
export function statusOf(written: Status | undefined, milestone: Inside): Status {
  if (written !== undefined) return written;
  if (milestone.completed !== undefined) return 'done';
  return milestone.started !== undefined || anythingDone(milestone) ? 'in-progress' : 'planned';
}

/** Whether a task, a criterion or a milestone inside is done, at any depth. */
function anythingDone({ tasks, acceptanceCriteria, milestones }: Inside): boolean {
  return (
    tasks.some(({ done }) => done) ||
    acceptanceCriteria.some(({ done }) => done) ||
    milestones.some((inner) => inner.status === 'done' || anythingDone(inner))
  );
}
