import { Injectable, Logger } from '@nestjs/common';
import type { JobPayload, Sentence } from '@tsunagu/contracts';
import type { JobHandler } from '@tsunagu/messaging';
import {
  countSeats, Database, endHellosOfTeams, findEvent, findParticipant, loadMatchingPeople, loadTeams, lockEvent, lockParticipant, lockTeam, setUnplaced, takeSeat, tellMe, tellPerson, tellTeamOf, tellTeams,
  type Entry, type SeatedTeam, type Transaction,
} from '@tsunagu/storage';
import { JobCommits } from './job-commits.js';
import { TeamTasks } from './teams/team-tasks.js';
import { TeamFormer } from './threads/team-former.js';

type Payload = JobPayload<'place-late'>;
type Place = { teamId: string; max: number } | { cause: Sentence };

const NO_TEAMS: Sentence = { ja: 'まだチームが公開されていません。', en: 'No teams are published yet.' };
const ALL_FULL: Sentence = { ja: 'どのチームも満員です。人数の上限を上げるか、新しいチームを作ってください。', en: 'Every team is full. Raise the largest size or make another team.' };
const NONE_FITS: Sentence = { ja: '席のあるチームはありますが、条件に合うところがありません。', en: 'There are teams with room, but none that the rules allow.' };

/** somebody who comes after publication ─▶ a seat where they fit best, nobody else moves; or a cause why there is none */
@Injectable()
export class PlaceLateProcessor implements JobHandler<'place-late'> {
  readonly name = 'place-late';
  readonly #logger = new Logger(PlaceLateProcessor.name);

  constructor(private readonly database: Database, private readonly former: TeamFormer, private readonly tasks: TeamTasks, private readonly commits: JobCommits) {}

  async run(payload: Payload): Promise<void> {
    const { change, eventId, participantId } = payload;
    const place = await this.#find(payload);
    await this.commits.commit(eventId, change, async (tx) => { await lockEvent(tx, eventId); await lockParticipant(tx, eventId, participantId); },
      async (tx) => (place ? this.#save(tx, payload, place) : []));
  }

  async #find({ eventId, participantId }: Payload): Promise<Place | null> {
    const tx = this.database.reader;
    if (!await this.#waits(tx, eventId, participantId)) return null;
    const teams = await loadTeams(tx, eventId);
    if (!teams.length) return { cause: NO_TEAMS };
    if (teams.every((team) => team.members.length >= team.max)) return { cause: ALL_FULL };
    return this.#choose(eventId, participantId, teams);
  }

  /** Still here, in an event that goes on, and without a seat? */
  async #waits(tx: Transaction, eventId: string, participantId: string): Promise<boolean> {
    const person = await findParticipant(tx, eventId, participantId);
    const seated = (await loadTeams(tx, eventId)).some((team) => team.members.includes(participantId));
    const open = (await findEvent(tx, eventId))?.state !== 'closed';
    const waits = open && person !== null && person.here && !person.paused && !person.gone && !seated;
    if (!waits) this.#logger.debug(`place-late of ${participantId}: does not wait for a seat`);
    return waits;
  }

  /** Everybody who sits stays. */
  async #choose(eventId: string, participantId: string, teams: SeatedTeam[]): Promise<Place> {
    const tx = this.database.reader;
    const event = (await findEvent(tx, eventId))!;
    const people = await loadMatchingPeople(tx, eventId, [participantId, ...teams.flatMap((team) => team.members)]);
    const { subject, rules } = await this.tasks.of(eventId, people, { rules: event.rules, sizeMin: event.teamMin, sizeMax: event.teamMax, seed: 1 });
    const at = await this.former.chooseTeamFor({ ...subject, rules, id: participantId, teams: teams.map(({ id, members, max }) => ({ name: id, members, max })) });
    return at === null ? { cause: NONE_FITS } : { teamId: teams[at].id, max: teams[at].max };
  }

  async #save(tx: Transaction, { eventId, participantId }: Payload, place: Place): Promise<Entry[]> {
    if (!await this.#waits(tx, eventId, participantId)) return [];
    if ('cause' in place) {
      await setUnplaced(tx, eventId, participantId, { code: 'waiting', cause: place.cause });
      return [tellMe(participantId), tellTeams(eventId)];
    }
    const team = await lockTeam(tx, eventId, place.teamId);
    if (!team || await countSeats(tx, team.id) >= place.max) throw new Error('The chosen seat was taken meanwhile');
    await takeSeat(tx, team, participantId);
    return [tellPerson(eventId, participantId), ...await tellTeamOf(tx, eventId, participantId), ...await endHellosOfTeams(tx, eventId)];
  }
}
