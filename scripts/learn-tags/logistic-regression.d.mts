interface Row {
  features: number[];
  target: number[];
  weight: number;
}
export function learnWeights(rows: Row[], options: { features: number; classes: number; cost: number; rounds?: number }): Float64Array;
