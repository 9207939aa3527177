import { Injectable, Logger } from '@nestjs/common';
import { ALL_FULL, orderRanking, type JobPayload, type Sentence, type Unplaced } from '@tsunagu/contracts';
import type { JobHandler } from '@tsunagu/messaging';
import {
  countSeats, Database, endHellosOfTeams, findEvent, findParticipant, loadTeams, lockEvent, lockParticipant, lockTeam, setUnplaced, takeSeat, tellMe, tellPerson, tellSeatOf, tellSeats,
  type Entry, type SeatedTeam, type Transaction,
} from '@tsunagu/storage';
import { JobCommits } from './job-commits.js';
import { NONE_FITS, ONLY_DECLINED, SEARCH_FAILED } from './teams/causes.js';
import { TeamTasks } from './teams/team-tasks.js';
import { TeamFormer } from './threads/team-former.js';

type Payload = JobPayload<'place-late'>;
type Place = { teamId: string; max: number } | { cause: Sentence };

const NO_TEAMS: Sentence = { ja: 'まだチームが公開されていません。', en: 'No teams are published yet.' };

/** somebody who comes after publication ─▶ a seat where they fit best, nobody else moves; or a cause why there is none */
@Injectable()
export class PlaceLateProcessor implements JobHandler<'place-late'> {
  readonly name = 'place-late';
  readonly #logger = new Logger(PlaceLateProcessor.name);

  constructor(private readonly database: Database, private readonly former: TeamFormer, private readonly tasks: TeamTasks, private readonly commits: JobCommits) {}

  async run(payload: Payload): Promise<void> {
    const place = await this.#find(payload);
    await this.commits.commit(payload.eventId, payload.change, (tx) => this.#lock(tx, payload), async (tx) => (place ? this.#save(tx, payload, place) : []));
  }

  /** No seat could be looked for: they are listed, so that the organiser sees them and the next free seat may be theirs. */
  async giveUp(payload: Payload, code: string): Promise<void> {
    await this.commits.giveUp(payload.eventId, payload.change, code, (tx) => this.#lock(tx, payload), async (tx) =>
      (await this.#waits(tx, payload.eventId, payload.participantId) ? this.#list(tx, payload, { code: 'other', cause: SEARCH_FAILED }) : []));
  }

  async #lock(tx: Transaction, { eventId, participantId }: Payload): Promise<void> {
    await lockEvent(tx, eventId);
    await lockParticipant(tx, eventId, participantId);
  }

  async #find({ eventId, participantId }: Payload): Promise<Place | null> {
    const tx = this.database.reader;
    if (!await this.#waits(tx, eventId, participantId)) return null;
    const teams = await loadTeams(tx, eventId);
    return teams.length ? this.#choose(eventId, participantId, teams) : { cause: NO_TEAMS };
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

  /** Everybody who sits stays; a team that they said no to has no room for them. */
  async #choose(eventId: string, participantId: string, teams: SeatedTeam[]): Promise<Place> {
    const { subject, rules, plan, facts } = await this.tasks.ofStanding(eventId, teams, [participantId]);
    const saidNo = new Set(facts.declined.filter((one) => one.participantId === participantId).map(({ teamId }) => teamId));
    const open = plan.map((team) => ({ ...team, max: saidNo.has(team.name) ? team.members.length : team.max }));
    const isFull = ({ members, max }: typeof open[number]): boolean => members.length >= max;
    if (plan.every(isFull)) return { cause: ALL_FULL };
    if (open.every(isFull)) return { cause: ONLY_DECLINED };
    const at = await this.former.chooseTeamFor({ ...subject, rules, id: participantId, teams: open });
    return at === null ? { cause: NONE_FITS } : { teamId: teams[at].id, max: open[at].max };
  }

  async #save(tx: Transaction, payload: Payload, place: Place): Promise<Entry[]> {
    const { eventId, participantId } = payload;
    if (!await this.#waits(tx, eventId, participantId)) return [];
    if ('cause' in place) return this.#list(tx, payload, { code: 'waiting', cause: place.cause });
    const team = await lockTeam(tx, eventId, place.teamId);
    if (!team || await countSeats(tx, team.id) >= place.max) throw new Error('The chosen seat was taken meanwhile');
    await takeSeat(tx, team, participantId);
    return [tellMe(participantId, orderRanking(eventId, participantId)), tellPerson(eventId, participantId), ...await tellSeatOf(tx, eventId, participantId), ...await endHellosOfTeams(tx, eventId)];
  }

  async #list(tx: Transaction, { eventId, participantId }: Payload, why: Omit<Unplaced, 'participantId'>): Promise<Entry[]> {
    await setUnplaced(tx, eventId, participantId, why);
    return [tellMe(participantId), tellSeats(eventId, [])];
  }
}
