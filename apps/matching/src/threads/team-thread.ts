import type { MessagePort } from 'node:worker_threads';
import type { ReasonView, Sentence } from '@tsunagu/contracts';
import { buildEventIndex, formTeams, pairScore, rankCandidates, type EventIndex, type MatchPerson, type Progress, type TeamPerson, type TeamRules, type WeightedConcept } from '@tsunagu/matching';
import { buildLexicon, readLexiconFiles } from '@tsunagu/nlp';
import { toReasonView } from '../rows-to-people/to-reason-view.js';
import { teamReasons } from '../teams/team-reasons.js';

export interface TeamTask {
  people: TeamPerson[];
  theme: WeightedConcept[];
  rules: TeamRules;
  seed: number;
  /** how long to search; without it `iterations` says */
  limitMs?: number;
  iterations?: number;
  /** the present plan, and who must stay where it has them */
  start?: { name?: string; members: string[] }[];
  pinned?: string[];
  /** hears how the search goes, every 250 ms */
  progress?: MessagePort;
}
export interface TeamProgress { elapsedMs: number; objective: number }
export interface FormedTeam { name?: string; members: string[]; score: number; reasons: ReasonView[] }
export interface TeamOutcome {
  teams: FormedTeam[];
  unplaced: { id: string; cause: Sentence }[];
  objective: number;
  baseline: number;
  baselineBest: number;
  conflicts: Sentence[];
}

const TELL_EVERY_MS = 250;
const graph = buildLexicon(await readLexiconFiles()).lexicon.graph();

const toMatchPerson = ({ attributes: _, choices: __, statements = [], jackets = [], ...person }: TeamPerson): MatchPerson => ({ ...person, statements, jackets });

function pairValues(index: EventIndex, people: readonly TeamPerson[]): Float64Array {
  const values = new Float64Array(people.length ** 2);
  for (let a = 0; a < people.length; a++) {
    for (let b = a + 1; b < people.length; b++) {
      values[a * people.length + b] = values[b * people.length + a] = pairScore(index, people[a].id, people[b].id);
    }
  }
  return values;
}

/** Ends the search by the clock and tells how it goes; the solver itself knows neither clock nor port. */
function watch({ limitMs, progress }: TeamTask): { shouldStop?: (state: Progress) => boolean } {
  if (limitMs === undefined) return {};
  const began = performance.now();
  let told = -Infinity;
  return {
    shouldStop: ({ objective }) => {
      const elapsedMs = performance.now() - began;
      if (progress && elapsedMs - told >= TELL_EVERY_MS) {
        progress.postMessage({ elapsedMs, objective } satisfies TeamProgress);
        told = elapsedMs;
      }
      return elapsedMs >= limitMs;
    },
  };
}

/** Forms teams (or, with everybody pinned, judges a plan) and says why each belongs together. */
export default function runTeams(task: TeamTask): TeamOutcome {
  const { people, theme, rules, seed, iterations, start, pinned } = task;
  const index = buildEventIndex(graph, people.map(toMatchPerson), { theme });
  const plan = formTeams({ people, pairs: pairValues(index, people), rules, seed, iterations, start, pinned, ...watch(task) });
  return {
    teams: plan.teams.map(({ name, members, score }) => ({ name, members, score, reasons: teamReasons(index, members) })),
    unplaced: plan.unplaced.map(({ id, cause }) => ({ id, cause: cause.text })),
    objective: plan.objective, baseline: plan.baseline, baselineBest: plan.baselineBest,
    conflicts: plan.conflicts.map(({ text }) => text),
  };
}

export interface RankTask { people: MatchPerson[]; theme: WeightedConcept[]; top: number }
export interface RankOutcome { id: string; candidates: { id: string; score: number; reasons: ReasonView[] }[] }

/** Everybody's candidates, for a request that brings all its people at once. */
export function rankEverybody({ people, theme, top }: RankTask): RankOutcome[] {
  const index = buildEventIndex(graph, people, { theme });
  return people.map(({ id }) => ({
    id, candidates: rankCandidates(index, id, { top }).map((candidate) => ({ ...candidate, reasons: candidate.reasons.map(toReasonView) })),
  }));
}
