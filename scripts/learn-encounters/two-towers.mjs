// Two vectors a word, one for what a text lacks and one for what it gives, learnt from scenes that meet: a dual encoder
// (two towers) with sums of word vectors as its towers, and the softmax over all scenes of a batch as its loss.
import { randomFrom } from '../seeded-random.mjs';

function shuffle(list, random) {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other], list[at]];
  }
  return list;
}

/** The `width` directions along which rows of `size` numbers differ most, as a size × width matrix (orthogonal iteration). */
function principalDirections(rows, count, size, width, random, rounds = 40) {
  const covariance = new Float64Array(size * size);
  for (let row = 0; row < count; row += 1) {
    for (let i = 0; i < size; i += 1) {
      const value = rows[row * size + i];
      if (value !== 0) for (let j = i; j < size; j += 1) covariance[i * size + j] += value * rows[row * size + j];
    }
  }
  for (let i = 0; i < size; i += 1) for (let j = 0; j < i; j += 1) covariance[i * size + j] = covariance[j * size + i];
  let basis = Float64Array.from({ length: size * width }, () => random() - 0.5);
  for (let round = 0; round < rounds; round += 1) basis = orthonormal(times(covariance, basis, size, size, width), size, width);
  return Float32Array.from(basis);
}

/** (rows × inner) · (inner × columns) */
function times(left, right, rows, inner, columns) {
  const out = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i += 1) {
    for (let k = 0; k < inner; k += 1) {
      const value = left[i * inner + k];
      if (value !== 0) for (let j = 0; j < columns; j += 1) out[i * columns + j] += value * right[k * columns + j];
    }
  }
  return out;
}

function orthonormal(matrix, size, width) {
  for (let column = 0; column < width; column += 1) {
    for (let before = 0; before <= column; before += 1) {
      let along = 0;
      for (let row = 0; row < size; row += 1) along += matrix[row * width + column] * matrix[row * width + before];
      if (before === column) along = 1 - 1 / (Math.sqrt(along) || 1);
      for (let row = 0; row < size; row += 1) matrix[row * width + column] -= along * matrix[row * width + before];
    }
  }
  return matrix;
}

/** Adam (Kingma, Ba 2015) over one array of parameters. */
class Adam {
  constructor(parameters, rate) {
    Object.assign(this, { parameters, rate, step: 0, mean: new Float32Array(parameters.length), square: new Float32Array(parameters.length) });
  }

  update(gradient) {
    this.step += 1;
    const rate = (this.rate * Math.sqrt(1 - 0.999 ** this.step)) / (1 - 0.9 ** this.step);
    for (let at = 0; at < gradient.length; at += 1) {
      const slope = gradient[at];
      this.mean[at] = 0.9 * this.mean[at] + 0.1 * slope;
      this.square[at] = 0.999 * this.square[at] + 0.001 * slope * slope;
      this.parameters[at] -= (rate * this.mean[at]) / (Math.sqrt(this.square[at]) + 1e-8);
    }
  }
}

/** One tower: a text is the sum, over its words, of the word's given vector through `turn` and its own learnt `shift`. */
class Tower {
  constructor(words, start, { size, width, rate }) {
    Object.assign(this, { words, size, width, start, turn: Float32Array.from(start), shift: new Float32Array(words.count * width) });
    this.turning = new Adam(this.turn, rate);
    this.shifting = new Adam(this.shift, rate);
  }

  /** Unit vectors of texts, given as lists of words, and what the way back needs. */
  read(texts) {
    const { size, width, words } = this;
    const pooled = new Float64Array(texts.length * size);
    texts.forEach((text, row) => text.forEach((word) => {
      for (let at = 0; at < size; at += 1) pooled[row * size + at] += words.weights[word] * words.vectors[word * size + at];
    }));
    const units = times(pooled, this.turn, texts.length, size, width);
    const lengths = texts.map((text, row) => {
      for (const word of text) for (let at = 0; at < width; at += 1) units[row * width + at] += words.weights[word] * this.shift[word * width + at];
      let square = 1e-12;
      for (let at = 0; at < width; at += 1) square += units[row * width + at] ** 2;
      for (let at = 0; at < width; at += 1) units[row * width + at] /= Math.sqrt(square);
      return Math.sqrt(square);
    });
    return { texts, pooled, units, lengths };
  }

  /** Learns from the slope of the loss by the unit vectors; `turnPull` and `shiftPull` draw back to the given vectors. */
  learn({ texts, pooled, units, lengths }, slopes, { turnPull, shiftPull }) {
    const { size, width, words } = this;
    for (let row = 0; row < texts.length; row += 1) {
      let along = 0;
      for (let at = 0; at < width; at += 1) along += slopes[row * width + at] * units[row * width + at];
      for (let at = 0; at < width; at += 1) slopes[row * width + at] = (slopes[row * width + at] - along * units[row * width + at]) / lengths[row];
    }
    const turn = Float64Array.from(this.turn, (value, at) => turnPull * (value - this.start[at]));
    for (let row = 0; row < texts.length; row += 1) {
      for (let i = 0; i < size; i += 1) {
        const value = pooled[row * size + i];
        if (value !== 0) for (let j = 0; j < width; j += 1) turn[i * width + j] += value * slopes[row * width + j];
      }
    }
    const shift = Float64Array.from(this.shift, (value) => shiftPull * value);
    texts.forEach((text, row) => text.forEach((word) => {
      for (let at = 0; at < width; at += 1) shift[word * width + at] += words.weights[word] * slopes[row * width + at];
    }));
    this.turning.update(turn);
    this.shifting.update(shift);
  }

  /** The vector that a word adds to its text. */
  wordVector(word) {
    const { size, width, words } = this;
    const out = times(words.vectors.subarray(word * size, (word + 1) * size), this.turn, 1, size, width);
    return out.map((value, at) => words.weights[word] * (value + this.shift[word * width + at]));
  }
}

/**
 * Learns both towers. `words`: count, vectors (count × size, centred), weights. `blocks`: { lacks, gives } as lists of
 * { text, role } of word numbers, where every lack is met by every gift.
 */
export function learnTowers(words, blocks, { size, width = 64, epochs = 12, batch = 512, rate = 2e-3, sharp = 10, turnPull = 0.3, shiftPull = 5, withRole = 0.5, dropped = 0.2, seed = 1, report = () => {} }) {
  const random = randomFrom(seed);
  const start = principalDirections(words.vectors, words.count, size, width, random);
  const lacking = new Tower(words, start, { size, width, rate });
  const giving = new Tower(words, start, { size, width, rate });
  const drawn = ({ text, role }) => (random() < withRole ? [...text, ...role.filter((word) => !text.includes(word))] : text).filter(() => random() >= dropped);
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    const order = shuffle([...blocks], random);
    let total = 0;
    for (let from = 0; from < order.length; from += batch) {
      const part = order.slice(from, from + batch);
      if (part.length < batch / 4) continue;
      const side = (name) => part.flatMap((block, number) => block[name].map((scene) => ({ number, words: drawn(scene) })));
      const [lacks, gives] = [side('lacks'), side('gives')];
      const left = lacking.read(lacks.map((one) => one.words));
      const right = giving.read(gives.map((one) => one.words));
      const slopes = softmaxSlopes(left.units, right.units, lacks, gives, width, sharp);
      total += slopes.loss;
      const pulls = { turnPull: (2 * turnPull) / width, shiftPull: (2 * shiftPull) / (5 * part.length) };
      lacking.learn(left, slopes.left, pulls);
      giving.learn(right, slopes.right, pulls);
    }
    report(epoch, total);
  }
  return { lacking, giving };
}

/** Loss and slopes: of each lack its gifts among all gifts of the batch, and of each gift its lacks among all lacks. */
function softmaxSlopes(left, right, lacks, gives, width, sharp) {
  const [rows, columns] = [lacks.length, gives.length];
  const scores = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i += 1) {
    for (let j = 0; j < columns; j += 1) {
      let dot = 0;
      for (let at = 0; at < width; at += 1) dot += left[i * width + at] * right[j * width + at];
      scores[i * columns + j] = dot * sharp;
    }
  }
  const slopes = new Float64Array(rows * columns);
  let loss = 0;
  const along = (count, length, index, isPair, share) => {
    for (let i = 0; i < count; i += 1) {
      let most = -Infinity, pairs = 0, sum = 0;
      for (let j = 0; j < length; j += 1) most = Math.max(most, scores[index(i, j)]);
      for (let j = 0; j < length; j += 1) { sum += Math.exp(scores[index(i, j)] - most); pairs += isPair(i, j) ? 1 : 0; }
      for (let j = 0; j < length; j += 1) {
        const at = index(i, j);
        const target = isPair(i, j) ? 1 / pairs : 0;
        slopes[at] += (Math.exp(scores[at] - most) / sum - target) * share;
        if (target) loss -= target * (scores[at] - most - Math.log(sum)) * share;
      }
    }
  };
  along(rows, columns, (i, j) => i * columns + j, (i, j) => lacks[i].number === gives[j].number, 1 / rows);
  along(columns, rows, (j, i) => i * columns + j, (j, i) => lacks[i].number === gives[j].number, 1 / columns);
  const scaled = slopes.map((value) => value * sharp);
  const turned = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i += 1) for (let j = 0; j < columns; j += 1) turned[j * rows + i] = scaled[i * columns + j];
  return { loss, left: times(scaled, right, rows, columns, width), right: times(turned, left, columns, rows, width) };
}
