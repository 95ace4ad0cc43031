// The name of an exported file, from a plan's base name and the day: nothing in it means anything to a file system, a shell or a reader's eye.
import { type Day, isoDay } from '../base/day';
import { fold } from './plain';

const longest = 60;
/** Names that Windows keeps for devices, whatever their ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Such as `website-relaunch-2026-11-23.svg`. */
export function exportName(baseName: string, day: Day, ending: 'svg' | 'png' | 'html'): string {
  const kept = fold(baseName.slice(0, 400))
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}_-]+/gu, '-')
    .replace(/^[-_]+|[-_]+$/g, '');
  const cut = [...kept]
    .slice(0, longest)
    .join('')
    .replace(/[-_]+$/, '');
  const name = cut === '' || reserved.test(cut) ? 'milestones' : cut;
  return `${name}-${isoDay(day)}.${ending}`;
}
