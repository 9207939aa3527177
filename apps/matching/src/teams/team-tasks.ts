import { Injectable } from '@nestjs/common';
import type { TeamRules } from '@tsunagu/matching';
import { Database, findEvent, type MatchingPerson } from '@tsunagu/storage';
import { Knowledge } from '../knowledge.js';
import { toTeamPerson } from '../rows-to-people/to-match-person.js';
import { TextReader } from '../threads/text-reader.js';
import type { TeamTask } from '../threads/team-thread.js';

/** What every run about an event's people has in common: people and theme as matching takes them, rules with the sizes asked for. */
@Injectable()
export class TeamTasks {
  constructor(private readonly database: Database, private readonly reader: TextReader, private readonly knowledge: Knowledge) {}

  async of(eventId: string, people: MatchingPerson[], { rules, sizeMin, sizeMax, seed }: { rules: Record<string, unknown>; sizeMin: number; sizeMax: number; seed: number }): Promise<{ task: Pick<TeamTask, 'people' | 'theme' | 'seed'>; rules: TeamRules }> {
    const event = await findEvent(this.database.reader, eventId);
    const themeText = [event?.title, event?.theme].filter(Boolean).join('\n');
    const [theme] = themeText ? await this.reader.conceptsOf([themeText]) : [[]];
    return {
      task: { people: people.map((row) => toTeamPerson(row, this.knowledge)), theme, seed },
      rules: { ...(rules as TeamRules), size: { min: sizeMin, max: sizeMax, target: Math.round((sizeMin + sizeMax) / 2) } },
    };
  }
}
