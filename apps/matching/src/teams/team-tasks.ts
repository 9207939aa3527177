import { Injectable } from '@nestjs/common';
import type { MatchPerson, TeamPerson, TeamRules } from '@tsunagu/matching';
import { Database, findEvent, listUsedWords, loadMatchingPeople, loadTeamFacts, readStandingSizes, type MatchingPerson, type SeatedTeam, type TeamFacts } from '@tsunagu/storage';
import { Encounters } from '../encounters/encounters.service.js';
import { Knowledge } from '../knowledge.js';
import { toTeamPerson } from '../rows-to-people/to-match-person.js';
import { TextReader } from '../threads/text-reader.js';
import type { TeamSubject } from '../threads/team-thread.js';
import { asStanding, type StandingPlan } from './as-standing.js';
import { withFacts } from './with-facts.js';
import { withFounded } from './with-founded.js';

export interface PreparedTask { subject: Omit<TeamSubject, 'rules'>; rules: TeamRules; facts: TeamFacts }
export interface StandingTask extends PreparedTask, StandingPlan { people: MatchingPerson[] }

/** What is asked for: the organiser's rules and sizes. Where several rounds are planned together (`rounds` > 1), teams that people formed play no part. */
export interface TeamWish { rules: Record<string, unknown>; sizeMin: number; sizeMax: number; seed: number; rounds: number }

/** What every run about an event's people has in common: people and theme as matching takes them, rules with the sizes asked for, with what people have told and with the teams they formed. */
@Injectable()
export class TeamTasks {
  constructor(private readonly database: Database, private readonly reader: TextReader, private readonly knowledge: Knowledge, private readonly encounters: Encounters) {}

  /** For a draft: teams that stand are what the next ones replace. */
  of(eventId: string, people: MatchingPerson[], wish: TeamWish): Promise<PreparedTask> {
    return this.#prepare(eventId, people, wish, false);
  }

  /** For the published teams as they stand, by the event's own rules and the sizes of their round. */
  async ofStanding(eventId: string, teams: SeatedTeam[], others: string[]): Promise<StandingTask> {
    const { rules } = (await findEvent(this.database.reader, eventId))!;
    const { sizeMin, sizeMax } = await readStandingSizes(this.database.reader, eventId);
    const people = await loadMatchingPeople(this.database.reader, eventId, [...others, ...teams.flatMap((team) => team.members)]);
    const task = await this.#prepare(eventId, people, { rules, sizeMin, sizeMax, seed: 1, rounds: 1 }, true);
    return { ...task, people, ...asStanding(teams, task.rules, task.facts.declined) };
  }

  /** These people as matching takes them, to tell why they belong together. */
  async peopleOf(eventId: string, people: MatchingPerson[]): Promise<TeamPerson[]> {
    return this.#toTeamPeople(people, await this.#knowledgeOf(eventId));
  }

  async #toTeamPeople(people: MatchingPerson[], knowledge: Knowledge): Promise<(MatchPerson & TeamPerson)[]> {
    return (await this.encounters.of(people)).map((row) => toTeamPerson(row, knowledge));
  }

  /** With the event's own words. */
  async #knowledgeOf(eventId: string): Promise<Knowledge> {
    return this.knowledge.withWords(await listUsedWords(this.database.reader, eventId));
  }

  async #prepare(eventId: string, people: MatchingPerson[], { rules, sizeMin, sizeMax, seed, rounds }: TeamWish, standing: boolean): Promise<PreparedTask> {
    const event = await findEvent(this.database.reader, eventId);
    const facts = await loadTeamFacts(this.database.reader, eventId, standing);
    const themeText = [event?.title, event?.theme].filter(Boolean).join('\n');
    const [theme] = themeText ? await this.reader.conceptsOf([themeText]) : [[]];
    const size = { min: sizeMin, max: sizeMax, target: Math.round((sizeMin + sizeMax) / 2) };
    const told = withFacts({ ...(rules as TeamRules), size }, facts, people.flatMap(({ person }) => person.choices));
    const knowledge = await this.#knowledgeOf(eventId);
    const here = new Set(people.map(({ person }) => person.id));
    return {
      subject: { people: await knowledge.withVectors(await this.#toTeamPeople(people, knowledge)), theme, seed },
      rules: rounds > 1 ? told : withFounded(told, facts.founded, here, (label) => knowledge.conceptOf(label)), facts,
    };
  }
}
