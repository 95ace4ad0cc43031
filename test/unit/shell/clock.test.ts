// The day of the moment in different zones, and pausing only when it is due.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isoDay } from '../../../src/base/day';
import { breather, today } from '../../../src/shell/clock';

describe('today', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const at = (moment: string, zone?: string) => {
    vi.setSystemTime(Date.parse(moment));
    return isoDay(today(zone));
  };

  it('depends on the zone', () => {
    expect(at('2026-11-23T23:30:00Z', 'Europe/Berlin')).toBe('2026-11-24');
    expect(at('2026-11-23T23:30:00Z', 'America/New_York')).toBe('2026-11-23');
    expect(at('2026-11-23T10:30:00Z', 'Pacific/Kiritimati')).toBe('2026-11-24');
    expect(at('2026-11-23T11:30:00Z', 'Pacific/Pago_Pago')).toBe('2026-11-23');
    expect(at('2026-11-23T10:30:00Z', 'Pacific/Pago_Pago')).toBe('2026-11-22');
  });

  it('changes at midnight, also where the clocks change then', () => {
    expect(at('2026-11-23T22:59:59Z', 'Europe/Berlin')).toBe('2026-11-23');
    expect(at('2026-11-23T23:00:00Z', 'Europe/Berlin')).toBe('2026-11-24');
    expect(at('2026-03-08T04:59:59Z', 'America/Havana')).toBe('2026-03-07');
    expect(at('2026-03-08T05:00:00Z', 'America/Havana')).toBe('2026-03-08');
  });

  it('leaves out the day that Samoa left out', () => {
    expect(at('2011-12-30T09:59:59Z', 'Pacific/Apia')).toBe('2011-12-29');
    expect(at('2011-12-30T10:00:00Z', 'Pacific/Apia')).toBe('2011-12-31');
  });

  it('is that of the editor for a zone that does not exist', () => {
    expect(at('2026-11-23T12:00:00Z', 'Nowhere/Atlantis')).toBe(at('2026-11-23T12:00:00Z'));
    expect(at('2026-11-23T12:00:00Z', '')).toBe(at('2026-11-23T12:00:00Z'));
  });
});

describe('breather', () => {
  it('lets timers run once its slice is over, and not before', async () => {
    let ran = false;
    setTimeout(() => {
      ran = true;
    }, 0);
    const breathe = breather(20);
    await breathe();
    expect(ran).toBe(false);
    for (const began = performance.now(); performance.now() - began < 25; );
    await breathe();
    expect(ran).toBe(true);
  });
});
