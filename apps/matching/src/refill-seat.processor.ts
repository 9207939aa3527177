import { Injectable, Logger } from '@nestjs/common';
import { orderRanking, type JobPayload } from '@tsunagu/contracts';
import type { JobHandler } from '@tsunagu/messaging';
import {
  audit, countSeats, Database, endHellosOfTeams, listWaiting, loadTeams, lockEvent, lockTeam, renewCauses, takeSeat, tellMe, tellPerson, tellSeatOf, tellSeats, type Entry, type Transaction,
} from '@tsunagu/storage';
import { JobCommits } from './job-commits.js';
import { NONE_FITS } from './teams/causes.js';
import { TeamTasks } from './teams/team-tasks.js';
import { TeamFormer } from './threads/team-former.js';

type Payload = JobPayload<'refill-seat'>;
/** Who gets the seat, or those who wait and whom the rules allow none in it. */
type Choice = { participantId: string; max: number } | { none: string[] };

/** a seat that somebody gave up ─▶ whoever of those who wait fits it best; nobody else moves */
@Injectable()
export class RefillSeatProcessor implements JobHandler<'refill-seat'> {
  readonly name = 'refill-seat';
  readonly #logger = new Logger(RefillSeatProcessor.name);

  constructor(private readonly database: Database, private readonly former: TeamFormer, private readonly tasks: TeamTasks, private readonly commits: JobCommits) {}

  async run(payload: Payload): Promise<void> {
    const { change, eventId } = payload;
    const choice = await this.#choose(payload);
    await this.commits.commit(eventId, change, (tx) => lockEvent(tx, eventId), async (tx) => (!choice ? [] : 'none' in choice ? this.#sayWhy(tx, eventId, choice.none) : this.#save(tx, payload, choice)));
  }

  async #choose({ eventId, teamId }: Payload): Promise<Choice | null> {
    const tx = this.database.reader;
    const teams = await loadTeams(tx, eventId);
    const everybody = await listWaiting(tx, eventId);
    const { subject, rules, plan, facts } = await this.tasks.ofStanding(eventId, teams, everybody);
    const saidNo = new Set(facts.declined.filter((one) => one.teamId === teamId).map(({ participantId }) => participantId));
    const waiting = everybody.filter((id) => !saidNo.has(id));
    const at = plan.findIndex(({ name }) => name === teamId);
    if (at < 0 || waiting.length === 0 || plan[at].members.length >= plan[at].max) {
      this.#logger.debug(`refill-seat of ${teamId}: no room, or nobody waits`);
      return null;
    }
    const participantId = await this.former.chooseForSeat({ ...subject, rules, plan, at, waiting });
    return participantId === null ? { none: waiting } : { participantId, max: plan[at].max };
  }

  /** There is room now: that all teams are full is no longer why they wait. */
  async #sayWhy(tx: Transaction, eventId: string, waiting: string[]): Promise<Entry[]> {
    await renewCauses(tx, eventId, waiting, NONE_FITS);
    return [tellSeats(eventId, [])];
  }

  async #save(tx: Transaction, { eventId, teamId }: Payload, { participantId, max }: Extract<Choice, { max: number }>): Promise<Entry[]> {
    const team = await lockTeam(tx, eventId, teamId);
    if (!team || await countSeats(tx, teamId) >= max || !(await listWaiting(tx, eventId)).includes(participantId)) throw new Error('The open seat or who waits for it changed meanwhile');
    await takeSeat(tx, team, participantId);
    await audit(tx, { eventId, actor: 'matching', action: 'team.seat_refilled', subject: participantId, detail: { team: team.number } });
    return [tellMe(participantId, orderRanking(eventId, participantId)), tellPerson(eventId, participantId), ...await tellSeatOf(tx, eventId, participantId), ...await endHellosOfTeams(tx, eventId)];
  }
}
