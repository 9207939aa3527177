import { Injectable } from '@nestjs/common';
import type { JobPayload } from '@tsunagu/contracts';
import type { JobHandler } from '@tsunagu/messaging';
import { Database, explainStanding, listOutdated, loadMatchingPeople, loadTeams, tellSomeTeams, tellTeam, type Entry, type OutdatedTeam, type Transaction } from '@tsunagu/storage';
import { JobCommits } from './job-commits.js';
import { TeamTasks } from './teams/team-tasks.js';
import { TeamFormer } from './threads/team-former.js';
import type { ToldTeamReason } from './threads/team-thread.js';

type Explained = { team: OutdatedTeam; reasons: ToldTeamReason[] }[];

/** published teams where somebody has come or gone, or says something else now ─▶ why they belong together, as they are */
@Injectable()
export class ExplainTeamsProcessor implements JobHandler<'explain-teams'> {
  readonly name = 'explain-teams';

  constructor(private readonly database: Database, private readonly former: TeamFormer, private readonly tasks: TeamTasks, private readonly commits: JobCommits) {}

  async run({ change, eventId }: JobPayload<'explain-teams'>): Promise<void> {
    const explained = await this.#explain(eventId);
    await this.commits.commit(eventId, change, async () => undefined, (tx) => this.#save(tx, eventId, explained));
  }

  /** Beside everybody who sits in a team: what all of them have tells nothing of one. */
  async #explain(eventId: string): Promise<Explained> {
    const tx = this.database.reader;
    const outdated = await listOutdated(tx, eventId);
    if (!outdated.length) return [];
    const seated = (await loadTeams(tx, eventId)).flatMap(({ members }) => members);
    const people = await this.tasks.peopleOf(eventId, await loadMatchingPeople(tx, eventId, [...new Set([...seated, ...outdated.flatMap(({ members }) => members)])]));
    const reasons = await this.former.explain({ people, teams: outdated.map(({ members }) => members) });
    return outdated.map((team, at) => ({ team, reasons: reasons[at] }));
  }

  async #save(tx: Transaction, eventId: string, explained: Explained): Promise<Entry[]> {
    const told: Entry[] = [];
    const ids: string[] = [];
    for (const { team, reasons } of explained) {
      const members = await explainStanding(tx, team, reasons);
      if (!members.length) continue;
      ids.push(team.id);
      told.push(...members.map((id) => tellTeam(id)));
    }
    return ids.length ? [...told, tellSomeTeams(eventId, ids)] : [];
  }
}
