import { brokenHeld } from './similarity-to-teams/held-rules.js';
import { planByHand } from './similarity-to-teams/plan-by-hand.js';
import type { FormTeamsInput, GivenTeam } from './similarity-to-teams/team-plan.js';

export interface OpenSeatInput extends Pick<FormTeamsInput, 'people' | 'pairs' | 'needsMet' | 'rules'> {
  /** The teams as they stand. */
  teams: GivenTeam[];
  /** Position of the team that has room. */
  at: number;
  /** Ids of people without a seat. */
  waiting: string[];
}

/** Differences up to this are rounding: whoever waits first goes before. */
const NEGLIGIBLE = 1e-9;

/**
 * Who of those who wait fits an open seat best, while everybody else stays: the one with whom the team is worth most
 * among those who break no rule that holds without them; undefined where the rules allow nobody.
 */
export const fillOpenSeat = ({ teams, at, waiting, ...input }: OpenSeatInput): string | undefined => {
  if (waiting.length === 0) return undefined;
  const { judgeIn, seatOf } = planByHand(input, teams);
  // A team that is too small grows by whoever comes: that makes up for no rule that they break.
  const judge = (id: string, team: number): { score: number; size: number; rules: number } => {
    const { teams: judged, broken } = judgeIn(id, team);
    // Whom a rule holds together may be counted apart in the other team.
    const held = new Set(brokenHeld(input.rules.rules, judged).map(({ rule }) => rule));
    const by = (size: boolean): number => broken.filter((one) => (one.team === at || held.has(one.rule)) && (one.rule === 'size') === size).reduce((sum, one) => sum + one.by, 0);
    return { score: judged[at].score, size: by(true), rules: by(false) };
  };
  const before = judge(waiting[0], seatOf(waiting[0]));
  let best: { id: string; score: number } | undefined;
  for (const id of waiting) {
    const { score, size, rules } = judge(id, at);
    if (size <= before.size && rules <= before.rules && (best === undefined || score > best.score + NEGLIGIBLE)) best = { id, score };
  }
  return best?.id;
};
