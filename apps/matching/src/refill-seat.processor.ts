import { Injectable, Logger } from '@nestjs/common';
import type { JobPayload } from '@tsunagu/contracts';
import type { JobHandler } from '@tsunagu/messaging';
import {
  audit, countSeats, Database, endHellosOfTeams, findEvent, listWaiting, loadMatchingPeople, loadTeams, lockEvent, lockTeam, takeSeat, tellPerson, tellTeamOf, type Entry, type Transaction,
} from '@tsunagu/storage';
import { JobCommits } from './job-commits.js';
import { TeamTasks } from './teams/team-tasks.js';
import { TeamFormer } from './threads/team-former.js';

type Payload = JobPayload<'refill-seat'>;
interface Choice { participantId: string; max: number }

/** a seat that somebody gave up ─▶ whoever of those who wait fits it best; nobody else moves */
@Injectable()
export class RefillSeatProcessor implements JobHandler<'refill-seat'> {
  readonly name = 'refill-seat';
  readonly #logger = new Logger(RefillSeatProcessor.name);

  constructor(private readonly database: Database, private readonly former: TeamFormer, private readonly tasks: TeamTasks, private readonly commits: JobCommits) {}

  async run(payload: Payload): Promise<void> {
    const { change, eventId } = payload;
    const choice = await this.#choose(payload);
    await this.commits.commit(eventId, change, (tx) => lockEvent(tx, eventId), async (tx) => (choice ? this.#save(tx, payload, choice) : []));
  }

  async #choose({ eventId, teamId }: Payload): Promise<Choice | null> {
    const tx = this.database.reader;
    const waiting = await listWaiting(tx, eventId);
    const teams = await loadTeams(tx, eventId);
    const at = teams.findIndex((team) => team.id === teamId);
    if (at < 0 || waiting.length === 0 || teams[at].members.length >= teams[at].max) {
      this.#logger.debug(`refill-seat of ${teamId}: no room, or nobody waits`);
      return null;
    }
    const event = (await findEvent(tx, eventId))!;
    const people = await loadMatchingPeople(tx, eventId, [...waiting, ...teams.flatMap((team) => team.members)]);
    const { subject, rules } = await this.tasks.of(eventId, people, { rules: event.rules, sizeMin: event.teamMin, sizeMax: event.teamMax, seed: 1, rounds: 1 });
    const plan = teams.map(({ id, members }) => ({ name: id, members }));
    const participantId = await this.former.chooseForSeat({ ...subject, rules: { ...rules, count: undefined, teams: [] }, plan, at, waiting });
    return participantId === null ? null : { participantId, max: teams[at].max };
  }

  async #save(tx: Transaction, { eventId, teamId }: Payload, { participantId, max }: Choice): Promise<Entry[]> {
    const team = await lockTeam(tx, eventId, teamId);
    if (!team || await countSeats(tx, teamId) >= max || !(await listWaiting(tx, eventId)).includes(participantId)) throw new Error('The open seat or who waits for it changed meanwhile');
    await takeSeat(tx, team, participantId);
    await audit(tx, { eventId, actor: 'matching', action: 'team.seat_refilled', subject: participantId, detail: { team: team.number, why: 'seat given up' } });
    return [tellPerson(eventId, participantId), ...await tellTeamOf(tx, eventId, participantId), ...await endHellosOfTeams(tx, eventId)];
  }
}
