/** Cosine from the sum of products and the two lengths; a soft cosine's matrix need not be positive definite, so it is cut at 1. */
export const cosineOf = (sum: number, lengthA: number, lengthB: number): number => (sum === 0 ? 0 : Math.min(1, sum / (lengthA * lengthB)));
