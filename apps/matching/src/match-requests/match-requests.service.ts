import { Injectable } from '@nestjs/common';
import { Problem, type DoorRequest, type DoorResult } from '@tsunagu/contracts';
import { readWording, type MatchPerson, type TeamRules, type WeightedConcept } from '@tsunagu/matching';
import { Database, findEvent, listMatchable, loadMatchingPeople, loadPeopleHere, pseudonym, type EventRow, type MatchingPerson, type NewStatement } from '@tsunagu/storage';
import { Knowledge } from '../knowledge.js';
import { toOutsidePerson } from '../rows-to-people/to-match-person.js';
import { statementsOf } from '../tags-to-rows/statements-of.js';
import { TeamFormer } from '../threads/team-former.js';
import { TextReader } from '../threads/text-reader.js';
import { refuseTexts } from './parse-request.js';

type Given = NonNullable<DoorRequest<'match.candidates'>['people']>;
interface Subject { people: MatchPerson[]; theme: WeightedConcept[] }

const toMatchStatement = ({ kind, concept, label, role, score }: NewStatement) => ({ kind, concept, label, score, ...(role ? { role } : {}) });
const toTag = ({ label, kind, concept, role, score, evidence }: NewStatement) => ({ label, kind, concept, role, score, evidence });

/** Answers other services. What they bring is read, answered and forgotten; of an event they get pseudonyms and tags. */
@Injectable()
export class MatchRequestsService {
  constructor(private readonly database: Database, private readonly reader: TextReader, private readonly former: TeamFormer, private readonly knowledge: Knowledge) {}

  async tags({ texts }: DoorRequest<'match.tags'>): Promise<DoorResult<'match.tags'>> {
    const profiles = await this.#profiles(texts.map(({ text }) => text), (index) => `texts.${index}.text`);
    return { texts: texts.map(({ id }, index) => ({ id, tags: profiles[index].map(toTag) })) };
  }

  async candidates({ eventId, people, theme, top }: DoorRequest<'match.candidates'>): Promise<DoorResult<'match.candidates'>> {
    return { people: await this.former.rankEverybody({ ...await this.#subject({ eventId, people, theme, everybody: true }), top }) };
  }

  async teams({ eventId, people, theme, size, rules, seed, iterations }: DoorRequest<'match.teams'>): Promise<DoorResult<'match.teams'>> {
    const subject = await this.#subject({ eventId, people, theme, everybody: false });
    const target = Math.round((size.min + size.max) / 2);
    const { teams, unplaced, objective, baseline } = await this.former.run({ ...subject, rules: { ...(rules as TeamRules | undefined), size: { ...size, target } }, seed, iterations });
    return { teams: teams.map(({ members, score, reasons }) => ({ members, score, reasons })), unplaced, objective, baseline };
  }

  /** @throws Problem match.not_allowed for an event that is not open to services, or does not exist: which of the two is not told */
  async #subject({ eventId, people, theme, everybody }: { eventId?: string; people?: Given; theme: string; everybody: boolean }): Promise<Subject> {
    if (eventId === undefined) return { people: await this.#given(people!), theme: await this.#theme(theme) };
    const event = await findEvent(this.database.reader, eventId);
    if (!event?.openToServices || event.erasedAt) throw new Problem('match.not_allowed');
    const rows = await this.#rowsOf(event, everybody);
    return {
      people: rows.map((row) => toOutsidePerson(row, pseudonym(event.pseudonymKey, row.person.id), this.knowledge)),
      theme: await this.#theme(theme || [event.title, event.theme].filter(Boolean).join('\n')),
    };
  }

  async #rowsOf(event: EventRow, everybody: boolean): Promise<MatchingPerson[]> {
    const tx = this.database.reader;
    return everybody ? loadMatchingPeople(tx, event.id, [...(await listMatchable(tx, event.id)).keys()]) : loadPeopleHere(tx, event.id);
  }

  async #theme(text: string): Promise<WeightedConcept[]> {
    return text.trim() ? (await this.reader.conceptsOf([text]))[0] : [];
  }

  async #given(people: Given): Promise<MatchPerson[]> {
    const written = people.flatMap((person, index) => (person.intro ? [{ index, text: person.intro }] : []));
    const read = await this.#profiles(written.map(({ text }) => text), (at) => `people.${written[at].index}.intro`);
    const statements = new Map(written.map(({ index }, at) => [index, read[at].map(toMatchStatement)]));
    const jackets = people.flatMap((person) => person.data_jackets);
    const concepts = await this.reader.conceptsOf(jackets.map(({ title, description }) => `${title}\n${description}`));
    const about = new Map(jackets.map((jacket, at) => [jacket, concepts[at]]));
    return people.map(({ id, name, affiliation, sector, intro, data_jackets }, index) => ({
      id, name, affiliation, sector, statements: statements.get(index) ?? [],
      background: this.knowledge.mentionsIn([intro, affiliation]),
      wording: readWording([intro, affiliation, ...data_jackets.flatMap(({ title, description }) => [title, description])], true),
      jackets: data_jackets.map((jacket) => ({ title: jacket.title, sharing: jacket.sharing, concepts: about.get(jacket) ?? [] })),
    }));
  }

  async #profiles(texts: string[], fieldOf: (index: number) => string): Promise<NewStatement[][]> {
    const profiles = await this.reader.profilesOf(texts);
    refuseTexts(profiles, fieldOf);
    return profiles.map((profile) => (profile instanceof Problem ? [] : statementsOf(profile)));
  }
}
