import { setTimeout as pause } from 'node:timers/promises';

/** Places of the shared numbers: how many threads are inside, how many want it shut. */
const [INSIDE, SHUT] = [0, 1];
const BYTES = 2 * Int32Array.BYTES_PER_ELEMENT;
const LOOK_AGAIN_MS = 5;
/** Longer than networks take to load or to read the longest sentence, on a crowded machine too. */
const LONGEST_MS = 10_000;

/**
 * Between a thread that runs native code and whoever may end the thread: onnxruntime, cut off in its work, ends the whole process
 * (its bindings throw where no JavaScript may run any more). So nobody is let in while the gate is shut, and threads are ended
 * only when nobody is inside.
 */
export class NativeGate {
  readonly #numbers: Int32Array;

  /** @param shared of the owner's gate, in a thread */
  constructor(readonly shared = new SharedArrayBuffer(BYTES)) {
    this.#numbers = new Int32Array(shared);
  }

  /** In a thread: runs native code as soon as the gate is open. */
  readonly pass = async <Result>(native: () => Promise<Result>): Promise<Result> => {
    await this.#enter();
    try {
      return await native();
    } finally {
      Atomics.sub(this.#numbers, INSIDE, 1);
    }
  };

  /** For the owner: lets nobody in any more and resolves when nobody is inside. */
  async shut(): Promise<void> {
    Atomics.add(this.#numbers, SHUT, 1);
    const until = performance.now() + LONGEST_MS;
    while (Atomics.load(this.#numbers, INSIDE) > 0 && performance.now() < until) await pause(LOOK_AGAIN_MS);
  }

  /** For the owner, once for each `shut`. */
  open(): void {
    Atomics.sub(this.#numbers, SHUT, 1);
  }

  /** Waits without blocking: what this thread has inside already must be able to come out. */
  async #enter(): Promise<void> {
    for (;;) {
      while (this.#isShut()) await pause(LOOK_AGAIN_MS);
      Atomics.add(this.#numbers, INSIDE, 1);
      if (!this.#isShut()) return;
      Atomics.sub(this.#numbers, INSIDE, 1);
    }
  }

  #isShut(): boolean {
    return Atomics.load(this.#numbers, SHUT) > 0;
  }
}
