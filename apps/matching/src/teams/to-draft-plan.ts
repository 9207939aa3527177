import type { DraftPlan } from '@tsunagu/storage';
import type { TeamOutcome } from '../threads/team-thread.js';

/**
 * A run's outcome as a draft. A team that holds people who were pinned or locked together before keeps id, name, lock and
 * pins, so that the organiser finds their own team again; the others take over the remaining ids, and a team that is not
 * needed any more stays without members, so that undoing the run finds every team.
 */
export function toDraftPlan(outcome: TeamOutcome, before: DraftPlan, newId: () => string): DraftPlan {
  const kept = new Map<string, DraftPlan['teams'][number]>();
  for (const team of before.teams) for (const member of team.members) if (team.locked || member.pinned) kept.set(member.participantId, team);
  const pinned = new Set(before.teams.flatMap((team) => team.members.filter((member) => member.pinned).map((member) => member.participantId)));
  const taken = new Set<string>();
  const olds = outcome.teams.map((team) => {
    const old = team.members.map((id) => kept.get(id)).find((one) => one !== undefined && !taken.has(one.id));
    if (old) taken.add(old.id);
    return old;
  });
  const spare = before.teams.filter((team) => !taken.has(team.id) && ![...kept.values()].includes(team));
  const teams = outcome.teams.map((team, index) => {
    const number = index + 1;
    const old = olds[index];
    return {
      id: (old ?? spare.shift())?.id ?? newId(), number, name: old?.name ?? named(team.name, number), locked: old?.locked ?? false,
      members: team.members.map((participantId) => ({ participantId, pinned: pinned.has(participantId) })), score: team.score, reasons: team.reasons,
    };
  });
  const empty = spare.map((team, index) => ({ ...team, number: teams.length + index + 1, members: [], score: null, reasons: [] }));
  return { teams: [...teams, ...empty], unplaced: outcome.unplaced.map(({ id, cause }) => ({ participantId: id, cause })) };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/i;
const named = (name: string | undefined, number: number): string => (name && !UUID.test(name) ? name : `チーム${number}`);

/** Scores and reasons of an outcome put into the draft they were worked out for; nobody moves. */
export function withScores(plan: DraftPlan, outcome: TeamOutcome): DraftPlan {
  const byMember = new Map(outcome.teams.flatMap((team) => team.members.map((id) => [id, team] as const)));
  return {
    ...plan,
    teams: plan.teams.map((team) => {
      const judged = team.members.map((member) => byMember.get(member.participantId)).find((one) => one !== undefined);
      return { ...team, score: judged?.score ?? null, reasons: judged?.reasons ?? [] };
    }),
  };
}
