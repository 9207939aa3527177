import { Injectable } from '@nestjs/common';
import type { TeamRules } from '@tsunagu/matching';
import { Database, findEvent, loadTeamFacts, type MatchingPerson, type TeamFacts } from '@tsunagu/storage';
import { Encounters } from '../encounters/encounters.service.js';
import { Knowledge } from '../knowledge.js';
import { toTeamPerson } from '../rows-to-people/to-match-person.js';
import { TextReader } from '../threads/text-reader.js';
import type { TeamSubject } from '../threads/team-thread.js';
import { withFacts } from './with-facts.js';

export interface PreparedTask { subject: Omit<TeamSubject, 'rules'>; rules: TeamRules; facts: TeamFacts }

/** What every run about an event's people has in common: people and theme as matching takes them, rules with the sizes asked for and with what people have told. */
@Injectable()
export class TeamTasks {
  constructor(private readonly database: Database, private readonly reader: TextReader, private readonly knowledge: Knowledge, private readonly encounters: Encounters) {}

  async of(eventId: string, people: MatchingPerson[], { rules, sizeMin, sizeMax, seed }: { rules: Record<string, unknown>; sizeMin: number; sizeMax: number; seed: number }): Promise<PreparedTask> {
    const event = await findEvent(this.database.reader, eventId);
    const facts = await loadTeamFacts(this.database.reader, eventId);
    const themeText = [event?.title, event?.theme].filter(Boolean).join('\n');
    const [theme] = themeText ? await this.reader.conceptsOf([themeText]) : [[]];
    const size = { min: sizeMin, max: sizeMax, target: Math.round((sizeMin + sizeMax) / 2) };
    return {
      subject: { people: await this.knowledge.withVectors((await this.encounters.of(people)).map((row) => toTeamPerson(row, this.knowledge))), theme, seed },
      rules: withFacts({ ...(rules as TeamRules), size }, facts), facts,
    };
  }

  /** The teams that people formed themselves, as far as they are here, with what they look for. */
  foundedSlots({ founded }: TeamFacts, here: ReadonlySet<string>, size: { min: number; max: number }): NonNullable<TeamRules['teams']> {
    return founded.map(({ id, seats, wants, members }) => ({ id, seats, wants, members: members.filter((one) => here.has(one)) })).filter(({ members }) => members.length > 0)
      .map(({ id, seats, wants, members }) => {
        const max = Math.max(seats, members.length);
        return { name: id, members, max, min: Math.min(max, Math.max(members.length, size.min)), wants: wants.map((label) => ({ concept: this.knowledge.conceptOf(label) })) };
      });
  }
}
