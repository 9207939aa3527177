// Multinomial logistic regression with a Gaussian prior, by L-BFGS (Liu, Nocedal 1989). Rows are lists of feature numbers.

/** Fills `logs` with the logarithm of how likely each class is for a row of features. */
export function logLikelihoods(features, weights, logs) {
  const classes = logs.length;
  logs.fill(0);
  for (const feature of features) for (let k = 0; k < classes; k += 1) logs[k] += weights[feature * classes + k];
  const most = Math.max(...logs);
  let total = 0;
  for (let k = 0; k < classes; k += 1) total += Math.exp(logs[k] - most);
  for (let k = 0; k < classes; k += 1) logs[k] = logs[k] - most - Math.log(total);
  return logs;
}

/** Loss and slope at `weights` (features × classes): cost · Σ weight · log loss + ½ |weights|². */
function lossAt(weights, rows, classes, cost, slope) {
  let loss = 0;
  for (let at = 0; at < weights.length; at += 1) { loss += 0.5 * weights[at] ** 2; slope[at] = weights[at]; }
  const logs = new Float64Array(classes);
  for (const { features, target, weight } of rows) {
    logLikelihoods(features, weights, logs);
    for (let k = 0; k < classes; k += 1) {
      loss -= cost * weight * target[k] * logs[k];
      const by = cost * weight * (Math.exp(logs[k]) - target[k]);
      for (const feature of features) slope[feature * classes + k] += by;
    }
  }
  return loss;
}

const dot = (a, b) => { let sum = 0; for (let at = 0; at < a.length; at += 1) sum += a[at] * b[at]; return sum; };

/**
 * Learns weights, a Float64Array of features × classes.
 * @param rows { features: numbers, target: share per class, weight } each
 */
export function learnWeights(rows, { features, classes, cost, rounds = 200, memory = 8, report = () => {} }) {
  const size = features * classes;
  let weights = new Float64Array(size);
  let slope = new Float64Array(size);
  let loss = lossAt(weights, rows, classes, cost, slope);
  const steps = [];
  for (let round = 1; round <= rounds; round += 1) {
    const direction = Float64Array.from(slope, (value) => -value);
    const shares = [];
    for (const { moved, bent, curve } of steps.toReversed()) {
      const share = dot(moved, direction) / curve;
      shares.unshift(share);
      for (let at = 0; at < size; at += 1) direction[at] -= share * bent[at];
    }
    const last = steps.at(-1);
    const scale = last ? last.curve / dot(last.bent, last.bent) : 1 / Math.sqrt(dot(slope, slope));
    for (let at = 0; at < size; at += 1) direction[at] *= scale;
    steps.forEach(({ moved, bent, curve }, index) => {
      const share = shares[index] - dot(bent, direction) / curve;
      for (let at = 0; at < size; at += 1) direction[at] += share * moved[at];
    });
    const along = dot(slope, direction);
    const nextSlope = new Float64Array(size);
    let step = 1;
    let next = weights;
    let nextLoss = Infinity;
    for (; step > 1e-8; step /= 2) {
      next = weights.map((value, at) => value + step * direction[at]);
      nextLoss = lossAt(next, rows, classes, cost, nextSlope);
      if (nextLoss <= loss + 1e-4 * step * along) break;
    }
    const moved = next.map((value, at) => value - weights[at]);
    const bent = nextSlope.map((value, at) => value - slope[at]);
    const curve = dot(moved, bent);
    if (curve > 1e-10) steps.push({ moved, bent, curve });
    if (steps.length > memory) steps.shift();
    const gained = (loss - nextLoss) / Math.max(1, Math.abs(loss));
    [weights, slope, loss] = [next, nextSlope, nextLoss];
    if (round % 20 === 0) report(round, loss);
    if (gained < 1e-6) break;
  }
  return weights;
}
