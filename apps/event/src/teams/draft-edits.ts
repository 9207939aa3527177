import { isDeepStrictEqual } from 'node:util';
import type { DraftTeam, Sentence } from '@tsunagu/contracts';
import type { DraftMark, DraftPart, DraftPlan, DraftSeat } from '@tsunagu/storage';

const TAKEN_OUT: Sentence = { ja: '主催者がチームから外しました。', en: 'The organiser took them out of a team.' };

/** Where everybody of a plan sits, or nobody's team, in the order of the plan. */
export const seatsOf = (plan: DraftPlan): DraftSeat[] => [
  ...plan.teams.flatMap((team) => team.members.map(({ participantId, pinned }) => ({ participantId, teamId: team.id as string | null, pinned }))),
  ...plan.unplaced.map(({ participantId }) => ({ participantId, teamId: null, pinned: false })),
];

/** All of a plan that a new run may change: where everybody sits, and what each team is called. */
export const partsOf = (plan: DraftPlan): DraftPart[] => [...seatsOf(plan), ...plan.teams.map(({ id, name }) => ({ teamId: id, name }))];

/** One person's place, or undefined for somebody who is not in the plan. */
export const seatOf = (plan: DraftPlan, participantId: string): DraftSeat | undefined => seatsOf(plan).find((seat) => seat.participantId === participantId);

function seatIn(teams: DraftTeam[], { participantId, teamId, pinned }: DraftSeat): boolean {
  if (teamId === null) return false;
  const team = teams.find((one) => one.id === teamId) ?? teamAgain(teams, teamId);
  team.members.push({ participantId, pinned });
  return true;
}

/** What a team is called that nobody has given a name. */
const unnamed = (number: number): string => `チーム${number}`;

/** What a hand has decided in a plan, for another plan to go by: its teams under ids of their own. Undefined where nobody is pinned, no team locked and none named. */
export function heldIn(plan: DraftPlan, newId: () => string): DraftPlan | undefined {
  const isHeld = ({ locked, members, name, number, slot }: DraftTeam): boolean => locked || members.some(({ pinned }) => pinned) || (slot === undefined && name !== unnamed(number));
  return plan.teams.some(isHeld) ? { ...plan, teams: plan.teams.map((team) => ({ ...team, id: newId() })) } : undefined;
}

/** A team that a later run did without, and that an undo brings back, under the first number that is free. */
function teamAgain(teams: DraftTeam[], id: string): DraftTeam {
  let number = 1;
  while (teams.some((team) => team.number === number)) number++;
  const team: DraftTeam = { id, number, name: unnamed(number), locked: false, members: [], score: null, theme: null, reasons: [] };
  teams.push(team);
  return team;
}

/**
 * The plan with some people seated as given; everybody else stays. Scores and reasons of teams whose members change are dropped:
 * they are worked out again. People who are not in the plan any more are skipped.
 */
export function reseat(plan: DraftPlan, seats: DraftSeat[]): DraftPlan {
  const present = new Set(seatsOf(plan).map((seat) => seat.participantId));
  const moving = new Map(seats.filter((seat) => present.has(seat.participantId)).map((seat) => [seat.participantId, seat]));
  const teams = plan.teams.map((team) => ({
    ...team,
    members: team.members.flatMap((member) => {
      const seat = moving.get(member.participantId);
      if (!seat) return [member];
      if (seat.teamId !== team.id) return [];
      moving.delete(member.participantId);
      return [{ ...member, pinned: seat.pinned }];
    }),
  }));
  const unplaced = plan.unplaced.filter((one) => !moving.has(one.participantId));
  for (const seat of moving.values()) {
    if (!seatIn(teams, seat)) unplaced.push(plan.unplaced.find((one) => one.participantId === seat.participantId) ?? { participantId: seat.participantId, code: 'freed', cause: TAKEN_OUT });
  }
  return { teams: teams.map((team, index) => (sameMembers(team, plan.teams[index]) ? team : { ...team, score: null, reasons: [] })), unplaced };
}

const sameMembers = (a: DraftTeam, b: DraftTeam | undefined): boolean =>
  b !== undefined && a.members.length === b.members.length && a.members.every((member, index) => member.participantId === b.members[index].participantId);

const isSeat = (part: DraftPart): part is DraftSeat => 'participantId' in part;
const subjectOf = (part: DraftPart): string => (isSeat(part) ? part.participantId : part.teamId);

/** The plan with people seated and teams marked as the parts of a step say. */
export const put = (plan: DraftPlan, parts: DraftPart[]): DraftPlan =>
  parts.reduce((made, part) => (isSeat(part) ? made : withMark(made, part)), reseat(plan, parts.filter(isSeat)));

const withMark = (plan: DraftPlan, { teamId, ...mark }: DraftMark): DraftPlan => ({ ...plan, teams: plan.teams.map((team) => (team.id === teamId ? { ...team, ...mark } : team)) });

/** How it stands now with what these parts put: where the people sit and how the teams are marked. Nothing of those who are gone. */
export function standing(plan: DraftPlan, parts: DraftPart[]): DraftPart[] {
  const seats = new Map(seatsOf(plan).map((seat) => [seat.participantId, seat]));
  return parts.flatMap((part) => {
    if (isSeat(part)) return seats.get(part.participantId) ?? [];
    const team = plan.teams.find(({ id }) => id === part.teamId);
    return team ? { teamId: team.id, ...('name' in part && { name: team.name }), ...('locked' in part && { locked: team.locked }) } : [];
  });
}

/**
 * What is left of a step once others have changed the draft since: the seats of those who still sit where the step put them, and
 * the marks that its teams still bear, or that teams bear which come back with these seats.
 * @param from what the step put
 * @param to what taking it back puts
 */
export function stillStanding(plan: DraftPlan, from: DraftPart[], to: DraftPart[]): DraftPart[] {
  const now = new Map(standing(plan, to).map((part) => [subjectOf(part), part]));
  const stands = (part: DraftPart): boolean => {
    const [expected, present] = [from.find((one) => subjectOf(one) === subjectOf(part)), now.get(subjectOf(part))];
    return present !== undefined && (expected === undefined || isDeepStrictEqual(expected, present));
  };
  const again = new Set(to.flatMap((part) => (isSeat(part) && stands(part) && !plan.teams.some(({ id }) => id === part.teamId) ? [part.teamId] : [])));
  return to.filter((part) => stands(part) || (!isSeat(part) && again.has(part.teamId)));
}
