import type { Network } from '../text-to-vectors/network.js';
import type { PieceVectors } from '../text-to-vectors/piece-vectors.js';
import type { Sentence } from '../tokens-to-tags/split-sentences.js';
import type { Likelihoods } from '../statements.js';
import { softmaxOf } from './tag-weights.js';

type Heading = NonNullable<Sentence['heading']>;

/** Stretches of one sentence, in UTF-16 units of it, and how likely each is what by its features alone. */
export interface JudgedSentence {
  text: string;
  /** What the heading above it says of everything below. */
  heading?: Heading;
  spans: readonly [start: number, end: number][];
  priors: readonly Likelihoods[];
}

/** How likely each stretch is a tag of each kind, in its sentence. */
export type ContextJudge = (sentence: JudgedSentence) => Promise<Likelihoods[]>;

/** A heading is read as the beginning of each sentence below it. */
const HEADINGS: Partial<Record<Heading, string>> = { skill: 'できること：', interest: '興味：', seeking: '求めること：' };
/** Pieces: a sentence of more is read as far as that. */
const LONGEST = 300;
/** Less likely than this counts as this. */
const LEAST = 1e-5;
const CLASSES = 4;
/** Case says nothing, and no letter may move. */
const small = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/**
 * Judges stretches by a transformer encoder over the pieces of their sentence (Devlin et al. 2019): mean, first and last state of
 * the stretch and the mean of the sentence through one hidden layer, added to the logarithms of the priors.
 */
export function createContextJudge(vectors: PieceVectors, network: Network): ContextJudge {
  return async ({ text, heading, spans, priors }) => {
    if (spans.length === 0) return [];
    const before = (heading && HEADINGS[heading]) ?? '';
    const input = vectors.inputOf(small(before + text), LONGEST);
    const ranges = spans.map(([start, end]) => piecesOf(input, start + before.length, end + before.length));
    const prior = new Float32Array(spans.length * CLASSES);
    priors.forEach(({ skill, interest, seeking }, row) => [1 - skill - interest - seeking, skill, interest, seeking]
      .forEach((likelihood, at) => { prior[row * CLASSES + at] = Math.log(Math.max(LEAST, likelihood)); }));
    const { sums } = await network.run({
      vectors: input, starts: { positions: ranges.map(([start]) => start) }, ends: { positions: ranges.map(([, end]) => end) },
      prior: { numbers: prior, shape: [spans.length, CLASSES] },
    });
    return spans.map((_, row) => {
      const [none, ...kinds] = sums.subarray(row * CLASSES, (row + 1) * CLASSES);
      return softmaxOf(Float64Array.from(kinds, (sum) => sum - none));
    });
  };
}

/** The first piece of a stretch, and the one behind its last; the start mark where none is left. */
function piecesOf({ starts, ends }: { starts: number[]; ends: number[] }, start: number, end: number): [first: number, behind: number] {
  const touches = (_: number, at: number): boolean => starts[at] < end && start < ends[at];
  const first = starts.findIndex(touches);
  return first < 0 ? [0, 1] : [first, starts.findLastIndex(touches) + 1];
}
