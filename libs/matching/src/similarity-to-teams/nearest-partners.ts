import { pickHighest } from '../pick-highest.js';
import type { TeamProblem } from './team-problem.js';

/** For each unit the positions of up to `most` partners with the highest values above 0, −1 in places left over. A unit's value with itself is 0. */
export const nearestPartners = ({ values, units }: Pick<TeamProblem, 'values' | 'units'>, most: number): Int32Array => {
  const count = units.length;
  const nearest = new Int32Array(count * most).fill(-1);
  for (let unit = 0; unit < count; unit++) {
    const partners = pickHighest(values.subarray(unit * count, (unit + 1) * count), most).sort((a, b) => a - b);
    nearest.set(partners, unit * most);
  }
  return nearest;
};
