import type { Random } from './seeded-random.js';
import type { TeamProblem } from './team-problem.js';

/**
 * Seats every unit that has no team yet (−1 in `start`): larger units first, then in random order, each in the team
 * that has filled the smallest part of its fair share. Seats that `start` gives are kept while the team has room.
 */
export const fillSeats = (problem: TeamProblem, start: Int32Array, random: Random): Int32Array => {
  const { units, min, max, cap } = problem;
  const seated = start.slice();
  const size = new Int32Array(min.length);
  const waiting: number[] = [];
  for (let unit = 0; unit < units.length; unit++) {
    const team = seated[unit];
    const kept = team >= 0 && (problem.fixed[unit] >= 0 || size[team] + units[unit].length <= max[team]);
    if (kept) size[team] += units[unit].length;
    else waiting.push(unit);
  }
  shuffle(waiting, random);
  waiting.sort((a, b) => units[b].length - units[a].length);
  for (const unit of waiting) {
    const team = emptiest(size, min, max, units[unit].length, cap);
    seated[unit] = team;
    size[team] += units[unit].length;
  }
  return seated;
};

export const shuffle = (items: number[] | Int32Array, random: Random): void => {
  for (let last = items.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    const kept = items[last];
    items[last] = items[other];
    items[other] = kept;
  }
};

/** Teams below their smallest size come first, full teams last. */
const emptiest = (size: Int32Array, min: Int32Array, max: Int32Array, more: number, cap: number): number => {
  let best = 0;
  let least = Infinity;
  for (let team = 0; team < size.length; team++) {
    const after = size[team] + more;
    const filled = after > cap ? 1e6 + after : after > max[team] ? 1e3 + after - max[team] : after <= min[team] ? after / min[team] : 1 + after - min[team];
    if (filled < least) {
      best = team;
      least = filled;
    }
  }
  return best;
};
