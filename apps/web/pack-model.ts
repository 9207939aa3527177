/** A model of BudouX: for each kind of feature, how much each run of characters speaks for a break. */
export type Model = Record<string, Record<string, number>>;

/** Between features: no run of characters holds it. */
const SEPARATOR = '\t';

/** The features of one kind by rising score, and the steps from score to score: small numbers that repeat, which gzip likes (a fifth less). */
function packScores(scores: Record<string, number>): [features: string, steps: number[]] {
  const sorted = Object.entries(scores).sort(([one, a], [other, b]) => a - b || (one < other ? -1 : 1));
  return [sorted.map(([feature]) => feature).join(SEPARATOR), sorted.map(([, score], place) => score - (sorted[place - 1]?.[1] ?? 0))];
}

/** The source of a module that exports the model, and unpacks it when it is loaded. */
export function packModel(model: Model): string {
  const packed = Object.fromEntries(Object.entries(model).map(([kind, scores]) => [kind, packScores(scores)]));
  return `const packed = ${JSON.stringify(packed)};
export const model = {};
for (const kind in packed) {
  const [features, steps] = packed[kind];
  let score = 0;
  model[kind] = Object.fromEntries(features.split(${JSON.stringify(SEPARATOR)}).map((feature, place) => [feature, score += steps[place]]));
}`;
}
