// Many events become one piece of work, and steady events cannot put it off for ever.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { quiet } from '../../../src/shell/quiet';

describe('quiet', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('runs once, after the last event', () => {
    const work = vi.fn();
    const soon = quiet(100, 1000, work);
    for (let count = 0; count < 5; count++) {
      soon.poke();
      vi.advanceTimersByTime(60);
    }
    expect(work).not.toHaveBeenCalled();
    vi.advanceTimersByTime(40);
    expect(work).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(5000);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('does not wait longer than its longest wait, and begins anew afterwards', () => {
    const work = vi.fn();
    const soon = quiet(100, 1000, work);
    for (let count = 0; count < 50; count++) {
      soon.poke();
      vi.advanceTimersByTime(50);
    }
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('forgets what was cancelled', () => {
    const work = vi.fn();
    const soon = quiet(100, 1000, work);
    soon.poke();
    soon.cancel();
    vi.advanceTimersByTime(5000);
    expect(work).not.toHaveBeenCalled();
    soon.poke();
    vi.advanceTimersByTime(100);
    expect(work).toHaveBeenCalledTimes(1);
  });
});
