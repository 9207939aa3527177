import type { TeamView, Unplaced } from '@tsunagu/contracts';

/** Somebody for whom a seat was asked, with the list of people without one as it was then. */
export interface Asked { participantId: string; before: readonly Unplaced[]; /** it has been said that there is none */ told: boolean }
type SeatOutcome = { participantId: string } & ({ team: TeamView } | { cause: Unplaced['cause'] });

/** What is to be said by now of those for whom a seat was asked: where they sit, or, once the list has come anew and they still stand on it, why not. */
export function seatOutcomes(asked: readonly Asked[], teams: readonly TeamView[], unplaced: readonly Unplaced[]): SeatOutcome[] {
  return asked.flatMap(({ participantId, before, told }): SeatOutcome[] => {
    const team = teams.find(({ members }) => members.some((member) => member.participantId === participantId));
    if (team) return [{ participantId, team }];
    const still = unplaced.find((one) => one.participantId === participantId);
    return still && !told && unplaced !== before ? [{ participantId, cause: still.cause }] : [];
  });
}
