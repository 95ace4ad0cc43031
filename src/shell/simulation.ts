// Simulates the plans of a snapshot in the background: after a quiet moment, in slices that nobody feels, and only what has not been simulated yet.
import type * as vscode from 'vscode';
import { simulatedChances } from '../schedule/chances';
import { isUncertain } from '../schedule/estimates';
import { connectedPlans } from '../schedule/keepingSchedule';
import type { PlanChances, PlanSchedule } from '../schedule/schedule';
import type { PlanSnapshot, Snapshot } from '../snapshot';
import { breather } from './clock';
import { errorText } from './log';

/** Plans whose dates follow from each other, mostly one alone. */
type Group = readonly PlanSnapshot[];

/** What a simulation that was interrupted goes on with, as long as its plans stay the same. */
interface Begun {
  readonly group: Group;
  readonly run: ReturnType<typeof simulatedChances>;
}

const quietMs = 500;
const sliceMs = 15;

export class Simulation implements vscode.Disposable {
  /** A schedule in which nothing is uncertain has `undefined`. */
  private readonly known = new WeakMap<PlanSchedule, PlanChances | undefined>();
  private snapshot: Snapshot | undefined;
  private begun: Begun | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Found since the last snapshot. */
  private news = false;
  /** Counts up whenever what runs is to stop. */
  private turn = 0;
  private disposed = false;

  /** `onFound` is called once all plans of a snapshot are simulated, if there is something to show. */
  constructor(
    private readonly log: vscode.LogOutputChannel,
    private readonly onFound: () => void,
  ) {}

  /** What has been found for this very schedule. */
  readonly chancesOf = (schedule: PlanSchedule): PlanChances | undefined => this.known.get(schedule);

  /** Takes over the snapshot that is the current one from now on. */
  follow(snapshot: Snapshot): void {
    this.snapshot = snapshot;
    this.news = false;
    this.wait();
  }

  /** Stops for now, because someone is typing; goes on after a quiet moment. */
  wait(): void {
    this.stop();
    if (this.disposed) return;
    this.timer = setTimeout(() => void this.simulate(), quietMs);
  }

  dispose(): void {
    this.disposed = true;
    this.stop();
    this.snapshot = this.begun = undefined;
  }

  private stop(): void {
    this.turn++;
    clearTimeout(this.timer);
  }

  private async simulate(): Promise<void> {
    const turn = this.turn;
    const { snapshot } = this;
    if (!snapshot) return;
    const breathe = breather(sliceMs);
    const goOn = async () => {
      await breathe();
      return turn === this.turn;
    };
    for (const group of this.groupsOf(snapshot)) {
      try {
        await this.simulateOne(group, snapshot, goOn);
      } catch (error) {
        this.log.error(errorText(error));
        // The same plans would fail again.
        this.begun = undefined;
        for (const { schedule } of group) this.known.set(schedule, undefined);
      }
      if (turn !== this.turn) return;
    }
    if (this.news) this.onFound();
  }

  /** Returns early when it is to stop; what was begun stays for later. */
  private async simulateOne(group: Group, { links }: Snapshot, goOn: () => Promise<boolean>): Promise<void> {
    if (!this.begun || !isSame(this.begun.group, group)) this.begun = { group, run: simulatedChances(group, links) };
    const { run } = this.begun;
    let part = run.next();
    for (; !part.done; part = run.next()) if (!(await goOn())) return;
    this.begun = undefined;
    for (const { uri, schedule } of group) this.known.set(schedule, part.value.get(uri));
    this.news ||= part.value.size > 0;
  }

  /** Those with something uncertain that have not been simulated as they are. */
  private groupsOf({ plans, links }: Snapshot): readonly Group[] {
    if (plans.every(({ schedule }) => this.known.has(schedule))) return [];
    return connectedPlans(plans, links).filter((group) => {
      if (group.every(({ schedule }) => this.known.has(schedule))) return false;
      if (group.some(({ plan }) => isUncertain(plan))) return true;
      for (const { schedule } of group) this.known.set(schedule, undefined);
      return false;
    });
  }
}

function isSame(begun: Group | undefined, group: Group): boolean {
  return begun?.length === group.length && begun.every(({ schedule }, at) => schedule === group[at]?.schedule);
}
