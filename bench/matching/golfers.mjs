// What a round-robin planner does that many organisers use today (good-enough-golfers): each round is sought by itself, by swapping
// people out of the group with most repeats, in 30 generations of up to 100 equally good seatings; written anew from its description.
import { seededRandom } from '../../dist/libs/matching/src/similarity-to-teams/seeded-random.js';

const GENERATIONS = 30;
const KEPT = 100;
const STRANGERS = 2;

/** Rounds of `groups` groups of `size`: each a list of groups, each a list of people 0 … groups · size − 1. */
export function golfersRounds(groups, size, rounds, seed = 1) {
  const random = seededRandom(seed);
  const n = groups * size;
  const met = new Float64Array(n * n);
  const shuffle = (list) => {
    for (let last = list.length - 1; last > 0; last--) {
      const other = random.below(last + 1);
      [list[last], list[other]] = [list[other], list[last]];
    }
    return list;
  };
  const costOf = (seats, group) => {
    let cost = 0;
    for (let i = group * size; i < (group + 1) * size; i++) for (let j = i + 1; j < (group + 1) * size; j++) cost += met[seats[i] * n + seats[j]] ** 2;
    return cost;
  };
  const judge = (seats) => {
    const costs = Float64Array.from({ length: groups }, (_, group) => costOf(seats, group));
    return { seats, costs, total: costs.reduce((sum, cost) => sum + cost, 0) };
  };
  const stranger = () => judge(Uint16Array.from(shuffle([...Array(n).keys()])));
  const swapped = ({ seats, costs, total }, i, j) => {
    const [a, b] = [Math.floor(i / size), Math.floor(j / size)];
    const next = seats.slice();
    [next[i], next[j]] = [next[j], next[i]];
    const fresh = costs.slice();
    fresh[a] = costOf(next, a);
    fresh[b] = costOf(next, b);
    return { seats: next, costs: fresh, total: total - costs[a] - costs[b] + fresh[a] + fresh[b] };
  };
  const descendants = (one) => {
    const worst = one.costs.indexOf(Math.max(...one.costs));
    const found = [one];
    for (let i = worst * size; i < (worst + 1) * size; i++) for (let j = 0; j < n; j++) if (Math.floor(j / size) !== worst) found.push(swapped(one, i, j));
    for (let more = 0; more < STRANGERS; more++) found.push(stranger());
    return found;
  };
  return Array.from({ length: rounds }, () => {
    let best = Array.from({ length: 5 }, stranger);
    for (let generation = 0; generation < GENERATIONS && best[0].total > 0; generation++) {
      let least = Infinity;
      let equal = [];
      for (const one of best.flatMap(descendants)) {
        if (one.total < least) {
          least = one.total;
          equal = [];
        }
        if (one.total === least) equal.push(one);
      }
      best = shuffle(equal).slice(0, KEPT);
    }
    const { seats } = best[0];
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (i !== j && Math.floor(i / size) === Math.floor(j / size)) met[seats[i] * n + seats[j]]++;
    return Array.from({ length: groups }, (_, group) => Array.from(seats.subarray(group * size, (group + 1) * size)));
  });
}

/** Pairs that had met before, summed over the rounds. */
export function repeatsOf(rounds) {
  const met = new Set();
  let repeats = 0;
  for (const groups of rounds) {
    const pairs = groups.flatMap((group) => group.flatMap((a, at) => group.slice(at + 1).map((b) => (a < b ? `${a} ${b}` : `${b} ${a}`))));
    repeats += pairs.filter((pair) => met.has(pair)).length;
    for (const pair of pairs) met.add(pair);
  }
  return repeats;
}
