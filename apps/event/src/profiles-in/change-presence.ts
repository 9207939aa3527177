import { orderRanking, orderRefill, orderSeat, type PresenceInput } from '@tsunagu/contracts';
import { changeFree, changeParticipant, freeSeat, hasTeams, isInRoom, readTeamOf, stopWaiting, tellFree, tellMe, tellPerson, tellSeats, tellTeam, wantsNoSeat, type Entry, type ParticipantRow, type Transaction } from '@tsunagu/storage';

/**
 * Pausing takes a person out of matching; leaving opens their seat as well. Who was checked in and comes back or resumes is placed where
 * teams are published and they have no seat.
 * @param person as they are, locked
 * @returns what must be told
 */
export async function changePresence(tx: Transaction, person: ParticipantRow, { paused, left }: PresenceInput): Promise<Entry[]> {
  const { id, eventId } = person;
  await changeParticipant(tx, id, { ...(paused === undefined ? {} : { paused }), ...(left === undefined ? {} : { gone: left }) });
  if (paused || left) await changeFree(tx, id, null, '');
  const team = left ? await readTeamOf(tx, id) : null;
  const mates = left ? await freeSeat(tx, eventId, id) : [];
  const refill = team ? orderRefill(eventId, team.id) : undefined;
  if (left) await stopWaiting(tx, [id]);
  const back = (left === false && person.gone) || (paused === false && person.paused);
  const wantsNone = await wantsNoSeat(tx, id);
  const waits = back && isInRoom({ here: person.here, gone: left ?? person.gone }) && !(paused ?? person.paused) && !wantsNone && await hasTeams(tx, eventId) && !await readTeamOf(tx, id);
  return [
    tellMe(id, orderRanking(eventId, id)), tellPerson(eventId, id, waits ? orderSeat(eventId, id) : undefined), ...mates.map((mate) => tellTeam(mate)), ...(left || (back && wantsNone) ? [tellSeats(eventId, team ? [team.id] : [], refill)] : []),
    ...(person.freeUntil && (paused || left) ? [tellFree(eventId, id, null)] : []),
  ];
}
