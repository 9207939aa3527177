import type { Network } from '../text-to-vectors/network.js';
import type { PieceVectors, TextInput } from '../text-to-vectors/piece-vectors.js';
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

/** How likely each stretch is a tag of each kind, in its sentence; for each of the sentences of one text. */
export type ContextJudge = (sentences: readonly JudgedSentence[]) => Promise<Likelihoods[][]>;

/** A heading is read as the beginning of each sentence below it. */
const HEADINGS: Partial<Record<Heading, string>> = { skill: 'できること：', interest: '興味：', seeking: '求めること：' };
/** Pieces: a sentence of more is read as far as that. */
const LONGEST = 300;
/** Pieces of a text, some 500 characters: of a longer one the sentences are read that promise most, so that every text is read in bounded time. */
const MOST = 350;
/** Less likely than this counts as this. */
const LEAST = 1e-5;
const CLASSES = 4;
/** Case says nothing, and no letter may move. */
const small = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/**
 * Judges stretches by a transformer encoder over the pieces of their sentence (Devlin et al. 2019): mean, first and last state of
 * the stretch and the mean of the sentence through one hidden layer, added to the logarithms of the priors. Where a text is so long
 * that some sentences are not read, their priors stand.
 */
export function createContextJudge(vectors: PieceVectors, network: Network): ContextJudge {
  return async (sentences) => {
    const heard = sentences.map(({ priors }) => [...priors]);
    let left = MOST;
    for (const at of mostPromising(sentences)) {
      const input = inputOf(sentences[at], vectors);
      if (input.ids.length > left) break;
      left -= input.ids.length;
      heard[at] = await judgeOne(sentences[at], input, network);
    }
    return heard;
  };
}

/** Places of the sentences with stretches, those first of which the priors expect most tags. */
function mostPromising(sentences: readonly JudgedSentence[]): number[] {
  const expected = sentences.map(({ priors }) => priors.reduce((sum, { skill, interest, seeking }) => sum + skill + interest + seeking, 0));
  return [...sentences.keys()].filter((at) => sentences[at].spans.length > 0).sort((a, b) => expected[b] - expected[a] || a - b);
}

const headingOf = ({ heading }: JudgedSentence): string => (heading && HEADINGS[heading]) ?? '';
const inputOf = (sentence: JudgedSentence, vectors: PieceVectors): TextInput => vectors.inputOf(small(headingOf(sentence) + sentence.text), LONGEST);

async function judgeOne(sentence: JudgedSentence, input: TextInput, network: Network): Promise<Likelihoods[]> {
  const { spans, priors } = sentence;
  const before = headingOf(sentence).length;
  const ranges = spans.map(([start, end]) => piecesOf(input, start + before, end + before));
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
}

/** The first piece of a stretch, and the one behind its last; the start mark where none is left. */
function piecesOf({ starts, ends }: { starts: number[]; ends: number[] }, start: number, end: number): [first: number, behind: number] {
  const touches = (_: number, at: number): boolean => starts[at] < end && start < ends[at];
  const first = starts.findIndex(touches);
  return first < 0 ? [0, 1] : [first, starts.findLastIndex(touches) + 1];
}
