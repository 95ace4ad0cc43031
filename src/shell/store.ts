// The plans of the window: reads them, keeps them fresh and gives out one frozen snapshot after the other. Knows no view.
import * as vscode from 'vscode';
import { keepingAgreement } from '../agreement/agreement';
import type { Day } from '../base/day';
import { keepingReader } from '../model/chunkReader';
import type { ReadText } from '../model/read';
import { keepingSchedule } from '../schedule/keepingSchedule';
import { makeSnapshot, type Snapshot } from '../snapshot';
import { ApprovedTexts } from './approvedTexts';
import { now, today } from './clock';
import { isPlanDocument } from './documents';
import { EvidenceChecks } from './evidence';
import { type ListPlanFiles, planLister } from './listing';
import { errorText } from './log';
import { PlanFiles } from './planFiles';
import { quiet } from './quiet';
import { Requests } from './requests';
import { readSettings, type Settings, section } from './settings';
import { Simulation } from './simulation';
import { type Noticed, watchDisk, watchEditor } from './watch';

/** What is to be looked at again. */
interface Work {
  /** Find all files anew. */
  list: boolean;
  /** Look at every known file, not only at those that told of a change. */
  verify: boolean;
  readonly uris: Map<string, vscode.Uri>;
}

const typingMs = 100;
const longestTypingMs = 1000;
const tickMs = 60_000;
const partlyMs = 1500;

export class PlanStore implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Snapshot>();
  /** Tells each new snapshot once it is the current one. */
  readonly onDidChangeSnapshot = this.changed.event;
  private current: Snapshot | undefined;
  private settings: Settings = readSettings();
  private readonly reader = keepingReader();
  private readonly schedule = keepingSchedule();
  private readonly agreement = keepingAgreement();
  private readonly files: PlanFiles;
  private readonly list: ListPlanFiles;
  private readonly simulation: Simulation;
  /** Those beside the plans; they come a moment after the first snapshot. */
  readonly requests: Requests;
  private readonly approvedTexts: ApprovedTexts;
  private readonly evidence: EvidenceChecks;
  private work: Work = nothing();
  private running: Promise<Snapshot> | undefined;
  /** Something other than the day has changed since the current snapshot was made. */
  private fresh = true;
  private days = '';
  private listingMs = 0;
  private loaded = false;
  private readonly typing = quiet(typingMs, longestTypingMs, () => this.begin());
  private disk: vscode.Disposable | undefined;
  private readonly parts: vscode.Disposable[] = [this.changed, new vscode.Disposable(this.typing.cancel)];
  private disposed = false;

  constructor(private readonly log: vscode.LogOutputChannel) {
    this.files = new PlanFiles(log, this.reader);
    this.list = planLister(log);
    this.simulation = new Simulation(log, () => this.renew());
    this.evidence = new EvidenceChecks(log, this.reader.read, () => this.renew());
    this.requests = new Requests(log, () => this.renew());
    this.approvedTexts = new ApprovedTexts(log, this.reader.read, () => this.renew());
    this.parts.push(this.simulation, this.evidence, this.requests, this.approvedTexts);
  }

  /** The current snapshot; `undefined` until the first files have been read. */
  get snapshot(): Snapshot | undefined {
    return this.current;
  }

  /** The files are being read for the first time: the snapshot, if there is one already, may be a part. */
  get loading(): boolean {
    return !this.loaded;
  }

  /** Reads a text as the store does, without reading twice what is read next or was read last. */
  get read(): ReadText {
    return this.reader.read;
  }

  /** Begins to watch and to read. Returns at once; the first snapshot comes as an event. */
  start(): void {
    const noticed: Noticed = {
      file: (uri) => this.note(uri),
      everything: () => this.lookEverywhere(),
      known: () => [...this.files.uris(), ...this.requests.uris()],
    };
    this.disk = watchDisk(this.settings, noticed);
    const tick = setInterval(() => this.tick(), tickMs);
    this.parts.push(
      watchEditor(noticed),
      new vscode.Disposable(() => clearInterval(tick)),
      vscode.workspace.onDidOpenTextDocument((document) => this.noteDocument(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.noteDocument(document)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.noteDocument(document);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(section) || event.affectsConfiguration('files.exclude')) this.configure(noticed);
      }),
    );
    this.lookEverywhere();
  }

  /** The snapshot after everything that has happened until now was read, from open documents and from the disk. */
  async settled(): Promise<Snapshot> {
    this.work.list = this.work.verify = true;
    this.requests.lookAgain();
    this.requests.follow(await this.begin());
    await this.requests.settled();
    return this.begin();
  }

  /** The plans of the current snapshot as they stand on another day, in every time zone. */
  snapshotOn(day: Day): Snapshot {
    const { dueSoonDays } = this.settings;
    const number = this.current?.number ?? 0;
    const found = { requestsOf: this.requests.of, contractsOf: this.approvedTexts.of };
    return makeSnapshot(this.files.reads(), { number, today: day, todayIn: () => day, dueSoonDays, ...found });
  }

  /** The snapshot after everything that was noticed until now, without waiting for a quiet moment; one known file may be looked at anew. */
  flush(file?: vscode.Uri): Promise<Snapshot> {
    if (file && this.files.has(file)) this.work.uris.set(file.toString(), file);
    return this.begin();
  }

  dispose(): void {
    this.disposed = true;
    this.disk?.dispose();
    for (const part of this.parts) part.dispose();
  }

  private noteDocument(document: vscode.TextDocument): void {
    if (!this.files.has(document.uri) && !isPlanDocument(document, this.settings)) return;
    this.work.uris.set(document.uri.toString(), document.uri);
    this.simulation.wait();
    this.typing.poke();
  }

  private note(uri: vscode.Uri): void {
    // Whether a new file counts is for the search to say, which knows every exclusion.
    if (this.files.has(uri)) this.work.uris.set(uri.toString(), uri);
    else this.work.list = true;
    this.begin();
  }

  private lookEverywhere(): void {
    this.work.list = this.work.verify = true;
    this.requests.lookAgain();
    this.begin();
  }

  private configure(noticed: Noticed): void {
    this.settings = readSettings();
    this.disk?.dispose();
    this.disk = watchDisk(this.settings, noticed);
    this.files.forgetStamps();
    this.fresh = true;
    this.lookEverywhere();
  }

  /** Midnight, a clock that was set, a laptop that slept; and now and then a look at what no watcher reported. */
  private tick(): void {
    // Of use for the next tick of a task, not worth its memory for longer.
    this.reader.forget();
    if (vscode.window.state.focused && this.listingMs < 500) this.work.list = true;
    this.begin();
  }

  /** Something that no file says is known now. */
  private renew(): void {
    this.fresh = true;
    this.begin();
  }

  private begin(): Promise<Snapshot> {
    this.typing.cancel();
    if (this.disposed) return stopped();
    if (!this.running) {
      this.running = this.drain();
      this.running.catch((error) => this.log.error(errorText(error)));
    }
    return this.running;
  }

  private async drain(): Promise<Snapshot> {
    try {
      // What is asked for while a round runs is done in the next one, so whoever asked gets what they saw before asking.
      for (;;) {
        const work = this.work;
        this.work = nothing();
        await (this.loaded ? this.carryOut(work) : this.load(work));
        const snapshot = this.publish();
        if (isNothing(this.work) || this.disposed) return snapshot;
      }
    } finally {
      this.running = undefined;
    }
  }

  /** The first round. Thousands of files of a remote workspace take seconds, so what is there already is shown now and then. */
  private async load(work: Work): Promise<void> {
    const partly = setInterval(() => this.files.hasAny() && this.publish(), partlyMs);
    try {
      await this.carryOut(work);
    } finally {
      clearInterval(partly);
      this.loaded = true;
      // Subscribers may wait for the end of loading itself, even when it brought nothing new.
      this.fresh = true;
    }
  }

  private async carryOut(work: Work): Promise<void> {
    const { settings } = this;
    if (work.list) {
      const began = now();
      const listing = await this.list(settings);
      this.listingMs = now() - began;
      const open = vscode.workspace.textDocuments.filter((document) => isPlanDocument(document, settings));
      const added = this.files.setListing(
        listing,
        open.map((document) => document.uri),
      );
      for (const uri of work.verify ? this.files.uris() : added) work.uris.set(uri.toString(), uri);
    }
    await this.files.read([...work.uris.values()], settings);
  }

  private publish(): Snapshot {
    const reads = this.files.reads();
    const days = this.daysOf(reads.map(({ plan }) => plan?.timezone));
    const changed = this.files.takeChanged();
    if (this.current && !changed && !this.fresh && days === this.days) return this.current;
    this.fresh = false;
    this.days = days;
    const number = (this.current?.number ?? 0) + 1;
    const { schedule } = this;
    const { chancesOf } = this.simulation;
    const { dueSoonDays } = this.settings;
    const found = {
      ...{ schedule, chancesOf, evidenceOf: this.evidence.factsOf },
      ...{ agreement: this.agreement, requestsOf: this.requests.of, contractsOf: this.approvedTexts.of },
    };
    this.current = makeSnapshot(reads, { number, today: today(), todayIn: today, dueSoonDays, ...found });
    this.simulation.follow(this.current);
    this.evidence.follow(this.current);
    this.approvedTexts.follow(this.current);
    if (this.loaded) this.requests.follow(this.current);
    this.changed.fire(this.current);
    return this.current;
  }

  /** The day it is in each zone of the plans, as one text to compare. */
  private daysOf(zones: readonly (string | undefined)[]): string {
    return [...new Set(zones)].map((zone) => `${zone} ${today(zone)}`).join(' ');
  }
}

function stopped(): Promise<never> {
  const rejected = Promise.reject(new Error('Milepost is not running any more'));
  // Most callers do not wait for an answer, and none of them has to hear of this.
  rejected.catch(() => undefined);
  return rejected;
}

function nothing(): Work {
  return { list: false, verify: false, uris: new Map() };
}

function isNothing(work: Work): boolean {
  return !work.list && !work.verify && work.uris.size === 0;
}
