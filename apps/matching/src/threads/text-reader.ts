import { setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { Logger } from '@nestjs/common';
import { Piscina } from 'piscina';
import { Problem, PROBLEMS, type ProblemCode } from '@tsunagu/contracts';
import type { EventWord, PersonEncounter, PersonTexts, WeightedConcept } from '@tsunagu/nlp';
import type { ExtractTask, Reading, ReadProfile, TextOutcome, ThreadData } from './extract-thread.js';
import { NativeGate } from './native-gate.js';
import { shortTasks } from './short-tasks.js';

export interface TextReaderOptions {
  threads: number;
  /** @default the built thread beside this file */
  file?: string;
  /** how long one text may take. @default 2000 */
  limitMs?: number;
}

const LIMIT_MS = 2_000;
/** Heap of a thread; the dictionary lies outside it. */
const HEAP_MB = 512;
const TRIES = 2;
const UNREADABLE: TextOutcome = { ok: false, code: 'intro.unreadable' };

/** Reads texts in threads of its own: kuromoji never runs on the event loop, and a text that takes too long loses its thread. */
export class TextReader {
  readonly #logger = new Logger('TextReader');
  readonly #pool: Piscina<ExtractTask, TextOutcome[]>;
  readonly #limitMs: number;
  readonly #gate = new NativeGate();
  #ready = false;
  #closing = false;

  constructor({ threads, file = fileURLToPath(new URL('./extract-thread.js', import.meta.url)), limitMs = LIMIT_MS }: TextReaderOptions) {
    this.#limitMs = limitMs;
    const workerData: ThreadData = { gate: this.#gate.shared };
    this.#pool = new Piscina({ filename: file, workerData, minThreads: threads, maxThreads: threads, idleTimeout: Infinity, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
    this.#pool.on('error', (error: Error) => this.#logger.error(`a reading thread died: ${error.name}`));
  }

  /** Whether a thread has loaded dictionary and lexicon. */
  get ready(): boolean {
    return this.#ready;
  }

  /** Resolves when dictionary and lexicon are loaded. */
  async warmUp(): Promise<void> {
    await this.#run({ what: 'concepts', texts: [] });
    this.#ready = true;
  }

  /** Tags, needs and offers of an introduction, read with the event's own words. @throws Problem intro.* where the text cannot be taken or its reading never ends */
  async profileOf(text: string, words: EventWord[] = []): Promise<ReadProfile> {
    const [outcome] = await this.#read({ what: 'profile', texts: [text], words });
    if (!outcome.ok) throw new Problem(problemOf(outcome.code));
    return outcome.profile!;
  }

  /** The same for many introductions; a text that cannot be taken gives its problem. @throws what the signal is given up for */
  async profilesOf(texts: string[], signal?: AbortSignal): Promise<(ReadProfile | Problem)[]> {
    return (await this.#read({ what: 'profile', texts, words: [] }, signal)).map((outcome) => (outcome.ok ? outcome.profile! : new Problem(problemOf(outcome.code))));
  }

  /** What each text is about; nothing for one that cannot be read. @throws what the signal is given up for */
  async conceptsOf(texts: string[], signal?: AbortSignal): Promise<WeightedConcept[][]> {
    return (await this.#read({ what: 'concepts', texts }, signal)).map((outcome) => (outcome.ok ? outcome.concepts! : []));
  }

  /** What each person's texts lack and give; nothing of texts that cannot be read. @throws what the signal is given up for */
  async encountersOf(people: PersonTexts[], signal?: AbortSignal): Promise<PersonEncounter[]> {
    return (await this.#read({ what: 'encounter', texts: people }, signal)).map((outcome) => (outcome.ok ? outcome.encounter! : { scenes: [] }));
  }

  /** Ends the threads, also those that are still loading. */
  async close(): Promise<void> {
    this.#closing = true;
    await this.#gate.shut();
    await this.#pool.destroy();
  }

  /** The task in hand is finished when the signal ends, further ones are not begun. */
  async #read(task: Reading, signal?: AbortSignal): Promise<TextOutcome[]> {
    const outcomes: TextOutcome[] = [];
    for (const texts of shortTasks<string | PersonTexts>(task.texts, lengthOf)) {
      signal?.throwIfAborted();
      outcomes.push(...await this.#insist({ ...task, texts } as Reading));
    }
    return outcomes;
  }

  /**
   * A thread can be lost to a neighbour's hunger for memory or time: a text gets a second one, then it counts as unreadable.
   * Of several texts each is read by itself then, so that one alone is given up.
   * @throws what is no text's fault: a thread that was ended because the reader closes says nothing about its text
   */
  async #insist(task: Reading): Promise<TextOutcome[]> {
    for (let tries = 1; tries <= TRIES; tries++) {
      try {
        return await this.#run(task);
      } catch (error) {
        if (this.#closing || !lostThread(error)) throw error;
        this.#logger.warn(`a text took its thread with it (${(error as Error).name}), try ${tries}`);
        if (task.texts.length > 1) return this.#eachByItself(task);
      }
    }
    return [UNREADABLE];
  }

  async #eachByItself(task: Reading): Promise<TextOutcome[]> {
    const outcomes: TextOutcome[] = [];
    for (const text of task.texts) outcomes.push(...await this.#insist({ ...task, texts: [text] } as Reading));
    return outcomes;
  }

  async #run(task: Reading): Promise<TextOutcome[]> {
    const { port1, port2 } = new MessageChannel();
    const abort = new AbortController();
    let text: NodeJS.Timeout | undefined;
    const end = async (late: NodeJS.Timeout): Promise<void> => {
      await this.#gate.shut();
      // It may have come to an end meanwhile. After a standstill of this thread timers come before messages: those that lie there are heard first.
      await turn();
      if (late === text) abort.abort();
      this.#gate.open();
    };
    port1.on('message', () => {
      clearTimeout(text);
      const late = setTimeout(() => void end(late), this.#limitMs);
      text = late;
    });
    try {
      return await this.#pool.run({ ...task, began: port2 }, { transferList: [port2], signal: abort.signal });
    } finally {
      clearTimeout(text);
      text = undefined;
      port1.close();
    }
  }
}

const lengthOf = (text: string | PersonTexts): number =>
  (typeof text === 'string' ? text.length : [text.introduction, text.affiliation, ...text.jackets ?? []].reduce((sum, one) => sum + (one?.length ?? 0), 0));

const lostThread = (error: unknown): boolean =>
  (error as Error).name === 'AbortError' || ['ERR_WORKER_OUT_OF_MEMORY', 'ERR_WORKER_EXITED'].includes((error as { code?: string }).code ?? '') || /terminat|exited/i.test((error as Error).message);

const problemOf = (code: string): ProblemCode => (code in PROBLEMS ? code as ProblemCode : 'intro.unreadable');
