import type { PersonSides } from '../people.js';
import { sideRowsWasm } from './side-rows.wasm.js';

/** TypeScript knows WebAssembly only together with all of the browser. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { exports: unknown };
};

/** All in bytes. */
interface Kernel {
  memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  meet(one: number, row: number, side: number, about: number, stride: number, count: number): void;
}

const kernel = new WebAssembly.Module(Buffer.from(sideRowsWasm, 'base64'));
const PAGE_BYTES = 65_536;
const NUMBER_BYTES = 4;
/** The kernel takes eight numbers at a time; what is missing is zero. */
const BLOCK = 8;

/** How many numbers the parts of a row take, and a whole row. */
interface Widths { side: number; about: number; row: number }

/**
 * What people lack, give and write about, in the rows of one memory, so that one of them meets all others in one walk of
 * vector instructions (`side-rows.wat`).
 */
export class SideRows {
  readonly #kernel = new WebAssembly.Instance(kernel).exports as Kernel;
  #numbers = new Float32Array(this.#kernel.memory.buffer);
  #widths?: Widths;

  /** The sides of all rows have the same widths. */
  set(row: number, { lacks, gives, about }: PersonSides): void {
    const widths = this.#widths ??= widthsOf(lacks.length, about.length);
    this.#reach(row);
    const from = row * widths.row;
    this.#numbers.set(lacks, from);
    this.#numbers.set(gives, from + widths.side);
    this.#numbers.set(about, from + 2 * widths.side);
  }

  /** One row meets `count` rows from `first` on; `found` tells of these until the next call. */
  meet(one: number, first: number, count: number): void {
    const { side, about, row } = this.#widths!;
    this.#kernel.meet(one * row * NUMBER_BYTES, first * row * NUMBER_BYTES, side * NUMBER_BYTES, about * NUMBER_BYTES, row * NUMBER_BYTES, count);
  }

  /** How far each lacks what the other gives, and both write about the same: the same number whichever of the two met the other. */
  found(row: number): number {
    const { side, about, row: width } = this.#widths!;
    return this.#numbers[row * width + 2 * side + about];
  }

  #reach(row: number): void {
    const missing = (row + 1) * this.#widths!.row * NUMBER_BYTES - this.#numbers.byteLength;
    if (missing <= 0) return;
    // half as much again, so that an event that fills up moves its rows a few times only
    this.#kernel.memory.grow(Math.ceil((missing + this.#numbers.byteLength / 2) / PAGE_BYTES));
    this.#numbers = new Float32Array(this.#kernel.memory.buffer);
  }
}

const blocks = (length: number): number => Math.max(1, Math.ceil(length / BLOCK)) * BLOCK;

function widthsOf(sideLength: number, aboutLength: number): Widths {
  const [side, about] = [blocks(sideLength), blocks(aboutLength)];
  return { side, about, row: 2 * side + about + BLOCK };
}
