import type { Random } from './seeded-random.js';

/** A seating that can be improved by small moves; it remembers the best it ever had. */
export interface Board {
  /** Moves looked at so far. */
  steps: number;
  /** Asked when `steps` passes `pauseAt`; true ends the sweep. */
  pauseAt: number;
  pause: () => boolean;
  /** Looks at each kind of move once, takes those that the temperature allows; returns how many it took. */
  sweep(temperature: number): number;
  returnToBest(): void;
  /** Size of a typical change of value from one move; 0 where no move changes anything. */
  typicalChange(): number;
}

/** Shares of moves taken that mark the temperatures of the search: first melting, melting again, frozen. */
const MELTED = 0.04;
const SOFTENED = 0.01;
const FROZEN = 0.0002;
const COOLING = 0.85;
/** Share of the first heat at which everything is taken for frozen: far down, since where weak teams count most the rest is nearly level. */
const COLDEST = 1e-6;
/** Moves; smaller sweeps are cheap enough to start from full heat. */
const SMALL_SWEEP = 5000;
const FIRST_SWEEPS = 100;
const GROWTH = 1.15;
const PAUSE_EVERY = 4096;

/**
 * Improves the board until `stop` says so or `limit` moves were looked at, by annealing in repeated, slowly longer
 * cycles: a first quick cooling finds the temperatures at which 4 %, 1 % and 0.02 % of moves are taken, each cycle
 * then softens the present or the best seating and cools it again. What happens depends on the board, the random
 * numbers and the number of steps alone, never on `limit` or on when `stop` is asked.
 */
export const anneal = (board: Board, random: Random, limit: number, stop: () => boolean): void => {
  const ended = watch(board, limit, stop);
  while (!ended() && board.sweep(0) > 0);
  const heat = board.typicalChange();
  if (heat === 0 || ended()) return;
  const { melted, softened, frozen } = measureTemperatures(board, heat, ended);
  let sweeps = FIRST_SWEEPS;
  for (let cycle = 0; !ended(); cycle++) {
    if (cycle > 0 && random.unit() < 0.5) board.returnToBest();
    cool(board, cycle === 0 ? melted : softened, frozen, sweeps, ended);
    sweeps = Math.ceil(sweeps * GROWTH);
  }
};

/** Makes the board ask about its end every few thousand steps; the returned function tells whether it has come. */
const watch = (board: Board, limit: number, stop: () => boolean): (() => boolean) => {
  let over = board.steps >= limit;
  const pause = (): boolean => {
    over ||= board.steps >= limit || stop();
    board.pauseAt = Math.min(limit, board.steps + PAUSE_EVERY);
    return over;
  };
  board.pauseAt = Math.min(limit, board.steps + PAUSE_EVERY);
  board.pause = pause;
  // Sweeps that look at nothing never pass `pauseAt`: with everybody pinned there is nothing to wait for.
  return () => over || (board.steps >= board.pauseAt && pause());
};

/** Cools quickly from a melted seating and notes where the shares are passed; in small sweeps a share is at least some moves. */
const measureTemperatures = (board: Board, heat: number, ended: () => boolean) => {
  const sweep = sweepSize(board, heat / 1024);
  const meltedShare = Math.max(MELTED, 8 / sweep);
  const softenedShare = Math.max(SOFTENED, 3 / sweep);
  let melted = 0;
  let softened = 0;
  let temperature = sweep < SMALL_SWEEP ? heat : heatUp(board, heat, ended);
  for (; temperature > heat * COLDEST && !ended(); temperature *= COOLING) {
    const before = board.steps;
    const taken = board.sweep(temperature) + board.sweep(temperature);
    const share = taken / Math.max(1, board.steps - before);
    if (share < meltedShare && melted === 0) melted = temperature;
    if (share < softenedShare && softened === 0) softened = temperature;
    if (share < FROZEN) break;
  }
  return { melted: melted || heat, softened: softened || melted || heat, frozen: temperature };
};

const sweepSize = (board: Board, temperature: number): number => {
  const before = board.steps;
  board.sweep(temperature);
  return board.steps - before;
};

/** Doubles the temperature until clearly more than the melted share of moves is taken: hotter sweeps cost most and teach nothing. */
const heatUp = (board: Board, heat: number, ended: () => boolean): number => {
  let temperature = heat / 1024;
  for (; temperature < heat && !ended(); temperature *= 2) {
    const before = board.steps;
    if (board.sweep(temperature) > 2 * MELTED * (board.steps - before)) break;
  }
  return temperature;
};

const cool = (board: Board, from: number, to: number, sweeps: number, ended: () => boolean): void => {
  const factor = Math.pow(Math.min(1, to / from), 1 / sweeps);
  let temperature = from;
  for (let sweep = 0; sweep < sweeps && !ended(); sweep++, temperature *= factor) board.sweep(temperature);
};

const MOST_THRESHOLDS = 1 << 14;
const FEWEST_THRESHOLDS = 1 << 10;

/**
 * Logarithms of evenly spread numbers in 0 … 1 in random order: what a change must exceed, divided by the temperature.
 * A power of two, larger with more `units`: in small events stirring a large table would take longer than the search.
 */
export const metropolisThresholds = (random: Random, units: number): Float64Array => {
  let count = FEWEST_THRESHOLDS;
  while (count < MOST_THRESHOLDS && count < units * units) count *= 2;
  const thresholds = new Float64Array(count);
  for (let at = 0; at < count; at++) thresholds[at] = Math.log((at + 0.5) / count);
  for (let last = count - 1; last > 0; last--) {
    const other = random.below(last + 1);
    const kept = thresholds[last];
    thresholds[last] = thresholds[other];
    thresholds[other] = kept;
  }
  return thresholds;
};
