import { Problem, type TeamRulesDocument } from '@tsunagu/contracts';
import { findEvent, listAvoided, listSeats, type ProposalRow, type Transaction } from '@tsunagu/storage';
import { apartInTeams, apartInWords, newlyTogether, type ApartInTeam } from './kept-apart.js';

async function findApart(tx: Transaction, eventId: string, rules: TeamRulesDocument): Promise<ApartInTeam[]> {
  const avoided = await listAvoided(tx, eventId);
  const parted = avoided.length > 0 || (rules.rules ?? []).some(({ type }) => type === 'apart');
  return parted ? apartInTeams(rules, avoided, await listSeats(tx, eventId)) : [];
}

const refuse = (apart: readonly ApartInTeam[]): void => {
  if (apart.length > 0) throw new Problem('teams.kept_apart', { values: { ...apartInWords(apart) } });
};

/**
 * Takes a step with published teams; where two come together by it who are to be apart, it is refused and nothing has happened.
 * @param anyway the organiser has been told of it
 * @throws Problem teams.kept_apart
 */
export async function unlessApart<T>(tx: Transaction, eventId: string, anyway: boolean, step: () => Promise<T>): Promise<T> {
  if (anyway) return step();
  const { rules } = (await findEvent(tx, eventId))!;
  const before = await findApart(tx, eventId, rules);
  const done = await step();
  refuse(newlyTogether(await findApart(tx, eventId, rules), before));
  return done;
}

/** Refuses a draft whose teams, seated by now, bring people together who are to be apart, where the draft does not tell it: somebody said so since it was judged. @throws Problem teams.kept_apart */
export async function refuseUntoldApart(tx: Transaction, { eventId, rules, broken }: ProposalRow): Promise<void> {
  refuse((await findApart(tx, eventId, rules)).filter(({ teamId, rule }) => !broken.some((told) => told.teamId === teamId && told.rule === (rule?.id ?? 'other'))));
}
