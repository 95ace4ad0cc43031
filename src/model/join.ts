// Plans joined over all files: every dependency resolved to the milestone it names. Knows no day.
import type { Duration } from '../base/duration';
import type { DependencyType } from './plan';
import type { Problem } from './problem';

/** One resolved dependency. */
export interface Link {
  /** `uri#key` of the milestone that comes first. */
  readonly predecessor: string;
  /** `uri#key` of the milestone that depends on it. */
  readonly successor: string;
  readonly type: DependencyType;
  readonly lag?: Duration;
  /** Part of a cycle: shown, but not followed by any computation. */
  readonly inCycle: boolean;
}

export interface Joined {
  readonly links: readonly Link[];
  /** `dependency.unknown` and `dependency.cycle`, by the URI of the file they stand in. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
}
