import type { Scene } from '../people.js';
import { productOf } from '../tags-to-similarity/text-vectors.js';
import { columnsOf, mostOfScene } from './shorten.js';

/** A sentence with the concepts that its writer looks for in it, and how wide it stands. */
export interface ToldScene extends Scene { seeks: readonly string[]; columns: number }

/** What is quoted of two people. */
export interface TellingQuotes {
  mine: string;
  theirs: string;
  /** How likely the likeliest sentence of each tells, together, why they should meet; in 0…1. */
  likely: number;
}

/** Below these log odds two sentences have nothing to do with each other. */
const leastOdds = -1.5;
/** So many log odds less where the answer is itself a wish and no more: two who look for something help each other little. */
const askedInReturn = 2;
/** Log odds of what is never so. */
const notAtAll = -50;
const mostOfOnePerson = 2;
/** A further sentence is quoted where each of its columns makes it this much likelier that the reader sees why. */
const worthOfColumn = 0.001;
const betweenTwo = ' … ';

/**
 * The sentences of two people that best tell why they should meet: the likeliest of each, and where it alone may miss the point a
 * second one, in the order in which they are written.
 * @returns undefined where no two sentences have to do with each other
 */
export function tellingQuotes(mine: readonly ToldScene[], theirs: readonly ToldScene[]): TellingQuotes | undefined {
  const odds = mine.map((one) => theirs.map((other) => oddsOfEither(oddsOfAnswer(one, other), oddsOfAnswer(other, one))));
  let best: { at: [number, number]; odds: number } | undefined;
  odds.forEach((row, i) => row.forEach((value, j) => {
    if (value > (best?.odds ?? leastOdds)) best = { at: [i, j], odds: value };
  }));
  if (!best) return undefined;
  const toldBy = ([mineAt, theirsAt]: Quoted): number => 1 - product(mineAt.map((i) => product(theirsAt.map((j) => 1 - likelihood(odds[i][j])))));
  let quoted: Quoted = [[best.at[0]], [best.at[1]]];
  for (let next: Quoted | undefined = quoted; next; next = furtherQuote(quoted, [mine, theirs], toldBy)) quoted = next;
  return { mine: quoteOf(quoted[0], mine), theirs: quoteOf(quoted[1], theirs), likely: likelihood(best.odds) };
}

/** The places, among each one's sentences, of those that are quoted. */
type Quoted = [mine: number[], theirs: number[]];

/** With the further sentence that is most worth its characters, if any is. */
function furtherQuote(quoted: Quoted, scenes: [readonly ToldScene[], readonly ToldScene[]], toldBy: (quoted: Quoted) => number): Quoted | undefined {
  const now = toldBy(quoted);
  let best: { quoted: Quoted; gain: number } | undefined;
  for (const side of [0, 1] as const) {
    if (quoted[side].length === mostOfOnePerson) continue;
    scenes[side].forEach(({ columns }, at) => {
      const places = [...quoted[side], at];
      if (quoted[side].includes(at) || columnsTogether(places, scenes[side]) > mostOfScene) return;
      const further: Quoted = side === 0 ? [places, quoted[1]] : [quoted[0], places];
      const gain = toldBy(further) - now - worthOfColumn * columns;
      if (gain > (best?.gain ?? 0)) best = { quoted: further, gain };
    });
  }
  return best?.quoted;
}

const columnsTogether = (places: number[], scenes: readonly ToldScene[]): number => places.reduce((all, at) => all + scenes[at].columns, (places.length - 1) * columnsOf(betweenTwo));
const quoteOf = (places: number[], scenes: readonly Scene[]): string => [...places].sort((a, b) => a - b).map((at) => scenes[at].quote).join(betweenTwo);
const product = (values: number[]): number => values.reduce((all, value) => all * value, 1);
const likelihood = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** Log odds that what one sentence asks for the other answers. Two that only ask, and for the same, give each other nothing. */
const oddsOfAnswer = (one: ToldScene, other: ToldScene): number => (one.onlyAsks && other.onlyAsks && one.seeks.some((concept) => other.seeks.includes(concept)) ? notAtAll : answered(one, other));
const answered = (one: Scene, other: Scene): number => productOf(one.asks, other.answers) - (other.onlyAsks ? askedInReturn : 0);

/** Log odds that one of two things is so, from the log odds of each: as the network has learnt them, their likelihoods added. */
const oddsOfEither = (a: number, b: number): number => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
