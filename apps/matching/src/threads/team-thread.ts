import type { MessagePort } from 'node:worker_threads';
import type { ReasonView, Sentence } from '@tsunagu/contracts';
import { buildEventIndex, countHolders, explainTeam, formTeams, pairTerms, rankCandidates, repairTeams, type EventIndex, type MatchPerson, type Progress, type TeamPerson, type TeamRules, type WeightedConcept } from '@tsunagu/matching';
import { buildLexicon, readLexiconFiles } from '@tsunagu/nlp';
import { toReasonView } from '../rows-to-people/to-reason-view.js';

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
  /** positions of teams that break a rule */
  broken: number[];
}
/** Rules that cannot be understood come back as a sentence: an error would lose it on its way out of the thread. */
export type TeamAnswer = { outcome: TeamOutcome } | { refused: string };

const TELL_EVERY_MS = 250;
const graph = buildLexicon(await readLexiconFiles()).lexicon.graph();

const toMatchPerson = ({ attributes: _, choices: __, statements = [], jackets = [], ...person }: TeamPerson): MatchPerson => ({ ...person, statements, jackets });

/** What each two are worth to each other, and how far the second gives what the first seeks. */
function pairTables(index: EventIndex, people: readonly TeamPerson[]): { pairs: Float64Array; needsMet: Float64Array } {
  const n = people.length;
  const tables = { pairs: new Float64Array(n * n), needsMet: new Float64Array(n * n) };
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const terms = pairTerms(index, people[a].id, people[b].id);
      tables.pairs[a * n + b] = tables.pairs[b * n + a] = terms.score;
      tables.needsMet[a * n + b] = terms.needsMet;
      tables.needsMet[b * n + a] = terms.needsMetBack;
    }
  }
  return tables;
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

/** Why the members of a team belong together. */
function reasonsIn(people: TeamPerson[]): (members: string[]) => ReasonView[] {
  const holders = countHolders(people);
  const byId = new Map(people.map((person) => [person.id, person]));
  return (members) => explainTeam({ members: members.map((id) => byId.get(id)!), graph, holders, people: people.length }).map(({ type, text, labels }) => ({ type, text, labels }));
}

/** Forms teams (or, with everybody pinned, judges a plan) and says why each belongs together. */
export default function runTeams(task: TeamTask): TeamAnswer {
  const { people, theme, rules, seed, iterations, start, pinned } = task;
  const index = buildEventIndex(graph, people.map(toMatchPerson), { theme });
  try {
    const reasonsOf = reasonsIn(people);
    const plan = formTeams({ people, ...pairTables(index, people), rules, seed, iterations, start, pinned, ...watch(task) });
    return {
      outcome: {
        teams: plan.teams.map(({ name, members, score }) => ({ name, members, score, reasons: reasonsOf(members) })),
        unplaced: plan.unplaced.map(({ id, cause }) => ({ id, cause: cause.text })),
        objective: plan.objective, baseline: plan.baseline, baselineBest: plan.baselineBest,
        conflicts: plan.conflicts.map(({ text }) => text), broken: plan.broken.map(({ team }) => team),
      },
    };
  } catch (error) {
    return { refused: asRefusal(error) };
  }
}

function asRefusal(error: unknown): string {
  if ((error as { code?: string }).code === 'teams.rules_invalid') return (error as Error).message;
  throw error;
}

export interface RepairTask { people: TeamPerson[]; theme: WeightedConcept[]; rules: TeamRules; seed: number; plan: { name?: string; members: string[] }[]; pinned: string[] }
interface Moved { id: string; from: number; to: number }
export interface RepairOutcome {
  teams: FormedTeam[];
  unplaced: { id: string; cause: Sentence }[];
  moved: Moved[];
  objective: number;
  reshuffle?: { teams: FormedTeam[]; moved: Moved[]; objective: number; gain: number };
}
export type RepairAnswer = { outcome: RepairOutcome } | { refused: string };

/** Brings a plan in line with who is here now, moving as few as possible. */
export function runRepair({ people, theme, rules, seed, plan, pinned }: RepairTask): RepairAnswer {
  const index = buildEventIndex(graph, people.map(toMatchPerson), { theme });
  try {
    const reasonsOf = reasonsIn(people);
    const explained = (teams: readonly { name?: string; members: string[]; score: number }[]): FormedTeam[] =>
      teams.map(({ name, members, score }) => ({ ...(name === undefined ? {} : { name }), members, score, reasons: members.length ? reasonsOf(members) : [] }));
    const { teams, unplaced, moved, objective, reshuffle } = repairTeams({ people, ...pairTables(index, people), rules, seed, plan, pinned });
    return {
      outcome: {
        teams: explained(teams), unplaced: unplaced.map(({ id, cause }) => ({ id, cause: cause.text })), moved, objective,
        ...(reshuffle ? { reshuffle: { ...reshuffle, teams: explained(reshuffle.teams) } } : {}),
      },
    };
  } catch (error) {
    return { refused: asRefusal(error) };
  }
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
