// What a contender of the benchmark offers the page, and how one is timed. Runs in Chromium.
import type { TimelineRows } from '../../../src/report/timelineRows';
import { generated } from '../../browser/fixtures/rows';

export interface Contender {
  /** Shows the rows; painted at the latest two frames later. */
  readonly mount: (rows: TimelineRows) => void;
  /** Readies it for panning: zoomed in, at the top. */
  readonly ready: () => void;
  /** Moves the window by that many pixels; drawn with the next frame. */
  readonly pan: (dx: number, dy: number) => void;
}

export interface Timings {
  /** Milliseconds from the data to the second frame after it. */
  readonly mountMs: number;
  /** Milliseconds of the main thread's work in each frame while panning: script, style, layout and paint. */
  readonly panMs: readonly number[];
  /** Milliseconds between those frames. */
  readonly frameMs: readonly number[];
  readonly elements: number;
}

const frames = 90;

export async function timeContender(contender: Contender, count: number): Promise<Timings> {
  const rows = generated(count);
  await nextFrame();
  await nextFrame();
  const began = performance.now();
  contender.mount(rows);
  await nextFrame();
  await nextFrame();
  const mountMs = performance.now() - began;
  const elements = document.querySelectorAll('*').length;
  contender.ready();
  for (let warm = 0; warm < 10; warm++) await nextFrame();
  const panMs: number[] = [];
  const frameMs: number[] = [];
  let last = 0;
  for (let frame = 0; frame < frames; frame++) {
    const { work, at } = await panFrame(() =>
      contender.pan(frame % 30 < 15 ? 23 : -19, count > 100 ? 41 : frame % 20 < 10 ? 41 : -41),
    );
    panMs.push(work);
    if (frame > 0) frameMs.push(at - last);
    last = at;
  }
  return { mountMs, panMs, frameMs, elements };
}

/** Moves before a frame; its work is the time from its first script to the first task after it was painted. */
async function panFrame(move: () => void): Promise<{ work: number; at: number }> {
  let first = 0;
  const mark = () => {
    first ||= performance.now();
  };
  document.addEventListener('scroll', mark, { capture: true, once: true });
  move();
  const moved = first || performance.now();
  const at = await nextFrame(mark);
  const began = Math.min(first, Math.max(moved, at));
  await afterPaint();
  document.removeEventListener('scroll', mark, { capture: true });
  return { work: performance.now() - began, at };
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

declare global {
  var time: (count: number) => Promise<Timings>;
}
