/** The `count` highest of these values, highest first; fewer where there are not so many. One pass, where sorting all would take longest of all that a search prepares. */
export const bestOf = (values: Float64Array, count: number): Float64Array => {
  const best = new Float64Array(Math.min(count, values.length)).fill(-Infinity);
  const last = best.length - 1;
  for (const value of values) {
    if (!(value > best[last])) continue;
    let place = last;
    for (; place > 0 && best[place - 1] < value; place--) best[place] = best[place - 1];
    best[place] = value;
  }
  return best;
};
