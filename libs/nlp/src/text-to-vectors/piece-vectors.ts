import { Pieces, type PiecedText } from './pieces.js';

/** A text as a network takes it: its pieces, and a vector each. */
export interface TextInput extends PiecedText {
  numbers: Float32Array;
  /** One text, its pieces, the numbers of each. */
  shape: [1, pieces: number, width: number];
}

const FLOAT_BYTES = 4;

/** The first layer that all networks share: a vector for each piece of the vocabulary, a byte a number. */
export class PieceVectors {
  readonly #pieces: Pieces;
  readonly #scales: Float32Array;
  readonly #numbers: Int8Array;
  readonly #width: number;

  /**
   * @param files `lines`: the vocabulary, as `Pieces` takes it. `bytes`: a scale (float32, little endian) per piece, then the pieces' numbers, one signed byte each
   */
  constructor({ lines, bytes }: { lines: string; bytes: Uint8Array }) {
    this.#pieces = new Pieces(lines);
    const count = this.#pieces.size;
    this.#width = bytes.length / count - FLOAT_BYTES;
    if (!Number.isInteger(this.#width) || this.#width < 1) throw new Error(`model/pieces.bin: expected the vectors of the ${count} lines of pieces.txt, got ${bytes.length} bytes`);
    // a copy, since the bytes of a file may begin anywhere in their buffer
    const { buffer } = Uint8Array.from(bytes);
    this.#scales = new Float32Array(buffer, 0, count);
    this.#numbers = new Int8Array(buffer, count * FLOAT_BYTES);
  }

  /** @param most pieces that are read at most, marks included: a longer text is cut off there */
  inputOf(text: string, most: number): TextInput {
    const { ids, starts, ends } = cutOff(this.#pieces.cut(text), most);
    const width = this.#width;
    const numbers = new Float32Array(ids.length * width);
    ids.forEach((id, row) => {
      for (let at = 0; at < width; at += 1) numbers[row * width + at] = this.#scales[id] * this.#numbers[id * width + at];
    });
    return { ids, starts, ends, numbers, shape: [1, ids.length, width] };
  }
}

/** The first pieces and the end mark. */
const cutOff = ({ ids, starts, ends }: PiecedText, most: number): PiecedText => {
  const keep = <T>(list: T[]): T[] => (list.length > most ? [...list.slice(0, most - 1), list[list.length - 1]] : list);
  return { ids: keep(ids), starts: keep(starts), ends: keep(ends) };
};
