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
  const rows = new Map<string, number>();
  const numbers: number[] = [];
  for (const line of text.split('\n')) {
    if (!line) continue;
    const [name, ...weights] = line.split('\t');
    rows.set(name, numbers.length);
    for (const weight of weights) numbers.push(Number(weight) / UNIT);
  }
  const weights = Float32Array.from(numbers);
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

/** The softmax of sums, a number per kind against none at 0. */
export function softmaxOf(sums: Float64Array): Likelihoods {
  const most = Math.max(0, ...sums);
  const [skill, interest, seeking] = Array.from(sums, (sum) => Math.exp(sum - most));
  const total = Math.exp(-most) + skill + interest + seeking;
  return { skill: skill / total, interest: interest / total, seeking: seeking / total };
}
