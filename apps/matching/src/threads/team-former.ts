import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { Logger } from '@nestjs/common';
import { Piscina } from 'piscina';
import type { ConceptGraph, EffectOfMove } from '@tsunagu/matching';
import { rulesProblem } from '../teams/rules-problem.js';
import { ShortFirst } from './short-first.js';
import type { chooseForSeat, chooseTeamFor, explainPlan, judgePlan, planRounds, previewMoves, RankOutcome, RankTask, repairPlan, RepairOutcome, TeamAnswer, TeamOutcome, TeamProgress, TeamTask } from './team-thread.js';

export interface TeamFormerOptions {
  threads: number;
  /** handed to each thread, which need not read the lexicon again */
  graph: ConceptGraph;
  /** @default the built thread beside this file */
  file?: string;
  /** how long a search for another service may take. @default 20000 */
  outsideLimitMs?: number;
}

const HEAP_MB = 1_024;
const OUTSIDE_LIMIT_MS = 20_000;
/** What other services ask for comes now and then: its thread, and the memory of it, goes when there is nothing more. */
const OUTSIDE_IDLE_MS = 60_000;
/** Somebody stands and waits for these. */
const SHORT: ReadonlySet<string> = new Set(['judgePlan', 'explainPlan', 'previewMoves', 'chooseForSeat', 'chooseTeamFor']);

/** Runs team searches, and rankings of whole events, in threads of their own: other services' in one apart, so that organisers never wait for them. */
export class TeamFormer {
  readonly #logger = new Logger('TeamFormer');
  readonly #pool: Piscina<TeamTask, TeamAnswer>;
  readonly #outside: Piscina<TeamTask, TeamAnswer>;
  readonly #outsideLimitMs: number;

  constructor({ threads, graph, file = fileURLToPath(new URL('./team-thread.js', import.meta.url)), outsideLimitMs = OUTSIDE_LIMIT_MS }: TeamFormerOptions) {
    this.#outsideLimitMs = outsideLimitMs;
    const thread = { filename: file, workerData: graph, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } };
    this.#pool = new Piscina({ ...thread, minThreads: threads, maxThreads: threads, idleTimeout: Infinity, taskQueue: new ShortFirst(SHORT) });
    this.#outside = new Piscina({ ...thread, minThreads: 0, maxThreads: 1, idleTimeout: OUTSIDE_IDLE_MS });
    for (const pool of [this.#pool, this.#outside]) pool.on('error', (error: Error) => this.#logger.error(`a team thread died: ${error.name}`));
  }

  /**
   * @param onProgress hears how a timed search goes, every 250 ms
   * @throws Problem teams.rules_invalid where the rules make no sense
   */
  async run(task: Omit<TeamTask, 'progress'>, onProgress?: (progress: TeamProgress) => void): Promise<TeamOutcome> {
    return outcomeOf(await this.#watched<TeamAnswer>(task, onProgress));
  }

  /**
   * The same for another service, whose request may be given up: its thread ends with the signal. A search that takes too long ends with the
   * best it has found.
   * @throws Problem teams.rules_invalid; what the signal is given up for
   */
  async runOutside(task: Omit<TeamTask, 'progress' | 'limitMs'>, signal: AbortSignal | undefined): Promise<TeamOutcome> {
    return outcomeOf(await givenUp(this.#outside.run({ ...task, limitMs: this.#outsideLimitMs }, { signal }), signal));
  }

  /** @throws Problem teams.rules_invalid */
  async judge(task: Parameters<typeof judgePlan>[0]): Promise<TeamOutcome> {
    return outcomeOf(await this.#call<ReturnType<typeof judgePlan>>('judgePlan', task));
  }

  async explain(task: Parameters<typeof explainPlan>[0]): Promise<ReturnType<typeof explainPlan>> {
    return this.#call('explainPlan', task);
  }

  /** @throws Problem teams.rules_invalid */
  async previewMoves(task: Parameters<typeof previewMoves>[0]): Promise<EffectOfMove[]> {
    return outcomeOf(await this.#call<ReturnType<typeof previewMoves>>('previewMoves', task));
  }

  /** Several rounds in one, in the time of one; heard of as `run` is. @throws Problem teams.rules_invalid */
  async planRounds(task: Omit<Parameters<typeof planRounds>[0], 'progress'>, onProgress?: (progress: TeamProgress) => void): Promise<TeamOutcome[]> {
    return outcomeOf(await this.#watched<ReturnType<typeof planRounds>>(task, onProgress, 'planRounds'));
  }

  /** Brings a plan in line with who is here now. @throws Problem teams.rules_invalid */
  async repair(task: Parameters<typeof repairPlan>[0]): Promise<RepairOutcome> {
    return outcomeOf(await this.#call<ReturnType<typeof repairPlan>>('repairPlan', task));
  }

  /** The same for another service. @throws Problem teams.rules_invalid; what the signal is given up for */
  async repairOutside(task: Parameters<typeof repairPlan>[0], signal?: AbortSignal): Promise<RepairOutcome> {
    return outcomeOf(await this.#callOutside<ReturnType<typeof repairPlan>>('repairPlan', task, signal));
  }

  /** @throws Problem teams.rules_invalid */
  async chooseForSeat(task: Parameters<typeof chooseForSeat>[0]): Promise<string | null> {
    return outcomeOf(await this.#call<ReturnType<typeof chooseForSeat>>('chooseForSeat', task));
  }

  /** @throws Problem teams.rules_invalid */
  async chooseTeamFor(task: Parameters<typeof chooseTeamFor>[0]): Promise<number | null> {
    return outcomeOf(await this.#call<ReturnType<typeof chooseTeamFor>>('chooseTeamFor', task));
  }

  async #call<T>(name: string, task: object): Promise<T> {
    return await this.#pool.run(task as never, { name }) as unknown as T;
  }

  async #callOutside<T>(name: string, task: object, signal: AbortSignal | undefined): Promise<T> {
    return await givenUp(this.#outside.run(task as never, { name, signal }), signal) as unknown as T;
  }

  async #watched<T>(task: object, onProgress: ((progress: TeamProgress) => void) | undefined, name?: string): Promise<T> {
    if (!onProgress) return await this.#pool.run(task as never, { name }) as unknown as T;
    const { port1, port2 } = new MessageChannel();
    port1.on('message', onProgress);
    try {
      return await this.#pool.run({ ...task, progress: port2 } as never, { name, transferList: [port2] }) as unknown as T;
    } finally {
      port1.close();
    }
  }

  /** Everybody's candidates, for another service. @throws what the signal is given up for */
  async rankEverybody(task: RankTask, signal?: AbortSignal): Promise<RankOutcome[]> {
    return this.#callOutside<RankOutcome[]>('rankEverybody', task, signal);
  }

  async close(): Promise<void> {
    await Promise.all([this.#pool.destroy(), this.#outside.destroy()]);
  }
}

/** A thread that was ended has failed for whatever the signal was given up for. */
const givenUp = <T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> => work.catch((error: unknown) => {
  signal?.throwIfAborted();
  throw error;
});

function outcomeOf<T>(answer: TeamAnswer<T>): T {
  if ('refused' in answer) throw rulesProblem(answer.refused);
  return answer.outcome;
}
