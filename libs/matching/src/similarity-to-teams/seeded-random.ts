/** A stream of random numbers that a seed decides. */
export interface Random {
  /** A whole number in 0 … `below` − 1. */
  below(below: number): number;
  /** A number in 0 (included) … 1 (excluded). */
  unit(): number;
}

const mix = (value: number): number => {
  let z = (value + 0x9e3779b9) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return z ^ (z >>> 15);
};

/** sfc32 (Doty-Humphrey, PractRand): small, fast and long enough for any search; `seed` is any finite number. */
export const seededRandom = (seed: number): Random => {
  let a = mix(seed);
  let b = mix(Math.floor(seed / 2 ** 32) ^ a);
  let c = mix(b);
  let counter = 1;
  const next = (): number => {
    const value = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + value | 0;
    return value >>> 0;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) next();
  return {
    below: (below) => Math.floor(next() * below / 4294967296),
    unit: () => next() / 4294967296,
  };
};
