// A plan document as it is typed in, and everything that is known about it: what the language features look at. Knows no editor.
import type { PlanFile } from '../model/planFile';
import type { Snapshot } from '../snapshot';

export interface Page {
  readonly uri: string;
  /** `acme` for `acme.milestones.yaml`. */
  readonly baseName: string;
  /** The text of this moment: every offset given and returned refers to it. */
  readonly text: string;
  /** What was read from exactly this text; without a plan while it is half typed. */
  readonly file: PlanFile;
  /** All plans as last computed. Its plan of this page may be of a text some keystrokes older: milestones are found in it by key, never by place. */
  readonly snapshot: Snapshot | undefined;
}
