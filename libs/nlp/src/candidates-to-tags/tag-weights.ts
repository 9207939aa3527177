import type { Kind, Likelihoods } from '../statements.js';

/** Weights of features, learnt by `scripts/learn-tags.mjs`: a multinomial logistic regression over none, skill, interest and seeking. */
export interface TagWeights {
  /** The weights of features added up: a number per kind, against none. A feature that is not known weighs nothing. */
  sum(features: readonly string[], start?: Float64Array): Float64Array;
  likelihoods(features: readonly string[], start?: Float64Array): Likelihoods;
}

export const WEIGHED_KINDS: readonly Kind[] = ['skill', 'interest', 'seeking'];
/** Weights are written in hundredths. */
const UNIT = 100;

/** Reads a feature a line: its name, then the weights of skill, interest and seeking, parted by tabs. */
export function parseTagWeights(text: string): TagWeights {
  const { rows, weights } = readRows(text);
  const sum = (features: readonly string[], start?: Float64Array): Float64Array => {
    const sums = start ? Float64Array.from(start) : new Float64Array(WEIGHED_KINDS.length);
    for (const feature of features) {
      const row = rows.get(feature);
      if (row !== undefined) for (let at = 0; at < sums.length; at++) sums[at] += weights[row + at];
    }
    return sums;
  };
  return { sum, likelihoods: (features, start) => softmaxOf(sum(features, start)) };
}

const [MINUS, ZERO] = [...'-0'].map((letter) => letter.charCodeAt(0));

/** Each name with where its weights begin. Read letter by letter: parted into strings, the file would cost a start twice the time. */
function readRows(text: string): { rows: Map<string, number>; weights: Float32Array } {
  const rows = new Map<string, number>();
  const weights: number[] = [];
  for (let at = 0, end = 0; (end = text.indexOf('\n', at)) >= 0; at = end + 1) {
    let tab = text.indexOf('\t', at);
    rows.set(text.slice(at, tab), weights.length);
    while (tab < end) {
      const negative = text.charCodeAt(tab + 1) === MINUS;
      let whole = 0;
      for (tab += negative ? 2 : 1; text.charCodeAt(tab) >= ZERO; tab += 1) whole = 10 * whole + text.charCodeAt(tab) - ZERO;
      weights.push((negative ? -whole : whole) / UNIT);
    }
  }
  return { rows, weights: Float32Array.from(weights) };
}

/** The softmax of sums, a number per kind against none at 0. */
export function softmaxOf(sums: Float64Array): Likelihoods {
  const most = Math.max(0, ...sums);
  const [skill, interest, seeking] = Array.from(sums, (sum) => Math.exp(sum - most));
  const total = Math.exp(-most) + skill + interest + seeking;
  return { skill: skill / total, interest: interest / total, seeking: seeking / total };
}
