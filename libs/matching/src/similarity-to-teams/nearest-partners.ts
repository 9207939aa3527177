import { bestOf } from './best-of.js';
import type { TeamProblem } from './team-problem.js';

/** For each unit the positions of up to `most` partners with the highest values above 0, −1 in places left over. */
export const nearestPartners = ({ values, units }: Pick<TeamProblem, 'values' | 'units'>, most: number): Int32Array => {
  const count = units.length;
  const nearest = new Int32Array(count * most).fill(-1);
  for (let unit = 0; unit < count; unit++) {
    const row = values.subarray(unit * count, (unit + 1) * count);
    const least = bestOf(row, most + 1)[most];
    let place = 0;
    for (let other = 0; other < count && place < most; other++) {
      if (other !== unit && row[other] > Math.max(0, least)) nearest[unit * most + place++] = other;
    }
  }
  return nearest;
};
