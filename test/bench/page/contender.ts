// What a contender of the benchmark offers the page, and how one is timed. Runs in Chromium.
import type { TimelineRows } from '../../../src/report/timelineRows';
import { generated } from '../../browser/fixtures/rows';

export interface Contender<Data> {
  /** The rows in the form it takes them; not timed. */
  readonly prepare: (rows: TimelineRows) => Data;
  readonly mount: (data: Data) => void;
  /** Whether the first of the rows can be seen. */
  readonly shown: () => boolean;
  /** Readies it for panning: zoomed in, at the top. Without it there is no panning. */
  readonly ready?: () => void;
  /** Moves the window by that many pixels; drawn with the next frame. */
  readonly pan?: (dx: number, dy: number) => void;
  /** Makes a day that much wider. */
  readonly zoom?: (factor: number) => void;
  /** One milestone has changed, for the `round`th time. */
  readonly change?: (round: number, count: number) => void;
}

export interface Timings {
  /** Milliseconds from the data to the frame after the one that drew the first rows: by then they are on the screen. */
  readonly mountMs: number;
  /** To the end of the page's own work for the frame that drew them. */
  readonly drawnMs: number;
  readonly elements: number;
}

export interface Frames {
  /** Milliseconds of the main thread's work for each frame: script, style, layout and paint. */
  readonly workMs: readonly number[];
  /** Milliseconds from one frame to the next. */
  readonly intervalMs: readonly number[];
  /** Milliseconds from the event to the end of its frame, waiting for the screen included. */
  readonly wallMs: readonly number[];
}

/** What the benchmark calls. */
export interface Timer {
  readonly mount: (count: number) => Promise<Timings>;
  /** As many frames as there are, or as can be had in `limitMs`; nothing where the contender cannot do it. */
  readonly frames: (kind: 'pan' | 'zoom' | 'change', limitMs: number) => Promise<Frames | undefined>;
}

const frames = 90;
const warmFrames = 15;

export function offer<Data>(contender: Contender<Data>): void {
  let count = 0;
  const mount = async (rows: number): Promise<Timings> => {
    count = rows;
    const data = contender.prepare(generated(rows));
    // The garbage of preparing is not the contender's, and data comes at any time between two frames.
    await pause(300 + 16 * Math.random());
    const began = performance.now();
    contender.mount(data);
    do await nextFrame();
    while (!contender.shown());
    await afterPaint();
    const drawnMs = performance.now() - began;
    await nextFrame();
    const mountMs = performance.now() - began;
    return { mountMs, drawnMs, elements: document.querySelectorAll('*').length };
  };
  globalThis.timer = {
    mount,
    frames: async (kind, limitMs) => {
      const move = moveOf(contender, kind, count);
      if (!move) return undefined;
      contender.ready?.();
      return timeFrames(move, limitMs);
    },
  };
}

/** What is done before each frame. */
function moveOf<Data>(contender: Contender<Data>, kind: 'pan' | 'zoom' | 'change', count: number) {
  const { pan, zoom, change } = contender;
  if (kind === 'pan') {
    // A hundred rows are soon at their end, so it goes to and fro there.
    const down = (frame: number) => (count > 100 || frame % 20 < 10 ? 41 : -41);
    return pan && ((frame: number) => pan(frame % 30 < 15 ? 23 : -19, down(frame)));
  }
  if (kind === 'zoom') return zoom && ((frame: number) => zoom(frame % 40 < 20 ? 1 / 1.08 : 1.08));
  return change && ((frame: number) => change(frame, count));
}

async function timeFrames(move: (frame: number) => void, limitMs: number): Promise<Frames> {
  const timed = { workMs: [] as number[], intervalMs: [] as number[], wallMs: [] as number[] };
  const end = performance.now() + limitMs;
  let last = 0;
  for (let warm = 0; warm < 10; warm++) await nextFrame();
  for (let frame = -warmFrames; frame < frames && performance.now() < end; frame++) {
    const { work, wall, at } = await timeFrame(() => move(frame + warmFrames));
    if (frame >= 0 || end - performance.now() < limitMs / 2) {
      timed.workMs.push(work);
      timed.wallMs.push(wall);
      if (last > 0) timed.intervalMs.push(at - last);
    }
    last = at;
  }
  return timed;
}

/** Moves before a frame; the work is that of the move, and from the frame's first script to the first task after it was painted. */
async function timeFrame(move: () => void): Promise<{ work: number; wall: number; at: number }> {
  let first = 0;
  const mark = () => {
    first ||= performance.now();
  };
  document.addEventListener('scroll', mark, { capture: true });
  const began = performance.now();
  move();
  const moved = performance.now();
  first = 0;
  // A contender that draws in a frame callback of its own has asked for it before this one.
  const at = await nextFrame(mark);
  await afterPaint();
  document.removeEventListener('scroll', mark, { capture: true });
  const now = performance.now();
  return { work: moved - began + now - Math.min(first, Math.max(at, moved)), wall: now - began, at };
}

function nextFrame(first?: () => void): Promise<number> {
  return new Promise((done) =>
    requestAnimationFrame((at) => {
      first?.();
      done(at);
    }),
  );
}

function afterPaint(): Promise<void> {
  return new Promise((done) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done();
    channel.port2.postMessage(0);
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

declare global {
  var timer: Timer;
}
