// How much two texts have in common at their beginnings and ends. Knows no YAML.

/** Whole pieces are compared by the engine, hundreds of times as fast as sign by sign. */
const piece = 4_096;

/** The number of characters that both begin with. */
export function commonStart(left: string, right: string): number {
  const most = Math.min(left.length, right.length);
  let same = 0;
  for (let size = most; size > 0; ) {
    const take = Math.min(size, piece, most - same);
    if (take === 0) break;
    if (left.slice(same, same + take) === right.slice(same, same + take)) same += take;
    else size = take >> 1;
  }
  return same;
}

/** The number of characters that both end with, none of which is among the first `start` of either. */
export function commonEnd(left: string, right: string, start: number): number {
  const most = Math.min(left.length, right.length) - start;
  let same = 0;
  for (let size = most; size > 0; ) {
    const take = Math.min(size, piece, most - same);
    if (take === 0) break;
    const [leftEnd, rightEnd] = [left.length - same, right.length - same];
    if (left.slice(leftEnd - take, leftEnd) === right.slice(rightEnd - take, rightEnd)) same += take;
    else size = take >> 1;
  }
  return same;
}
