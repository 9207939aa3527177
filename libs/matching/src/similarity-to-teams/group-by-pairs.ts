import { anneal } from './anneal.js';
import { PairBoard, type Grouping } from './pair-board.js';
import { seededRandom, type Random } from './seeded-random.js';

export interface GroupedPairs {
  /** Sum of the values of pairs that share a group. */
  value: number;
  /** Positions of the elements in each group, ascending. */
  groups: number[][];
  iterations: number;
}

/**
 * Divides elements into groups of given sizes so that the pairs inside groups are worth as much as possible
 * (the maximally diverse grouping problem). Interruptible at any moment through `shouldStop`.
 * @throws RangeError where the sizes cannot hold the elements
 */
export const groupByPairs = (
  grouping: Grouping,
  options: { seed?: number; iterations?: number; shouldStop?: () => boolean } = {},
): GroupedPairs => {
  const { seed = 1, shouldStop = () => false } = options;
  const iterations = options.iterations ?? (options.shouldStop ? Infinity : 1_000_000);
  const random = seededRandom(seed);
  const board = new PairBoard(grouping, randomStart(grouping, random), random);
  if (grouping.min.length > 1 && grouping.elements > 1) anneal(board, random, iterations, shouldStop);
  const groups = grouping.min.map((): number[] => []);
  board.best.forEach((group, element) => groups[group].push(element));
  return { value: sumOfPairs(grouping, groups), groups, iterations: board.steps };
};

const sumOfPairs = ({ elements, values }: Grouping, groups: number[][]): number =>
  groups.reduce((sum, group) => sum + group.reduce(
    (within, one, index) => within + group.slice(index + 1).reduce((row, other) => row + values[one * elements + other], 0), 0), 0);

const randomStart = ({ elements, min, max }: Grouping, random: Random): Int32Array => {
  const seats = min.flatMap((count, group) => Array<number>(count).fill(group));
  for (let group = 0, full = 0; seats.length < elements; group = (group + 1) % max.length) {
    const taken = seats.filter((seat) => seat === group).length;
    full = taken < max[group] ? 0 : full + 1;
    if (full > max.length) break;
    if (taken < max[group]) seats.push(group);
  }
  if (seats.length !== elements) throw new RangeError(`Expected sizes that hold ${elements} elements, got ${min.join(' ')} to ${max.join(' ')}`);
  for (let last = elements - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [seats[last], seats[other]] = [seats[other], seats[last]];
  }
  return Int32Array.from(seats);
};
