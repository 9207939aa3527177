import { setImmediate as others } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { isEverydayConcept, isGuess, Problem, type DoorRequest, type DoorResult } from '@tsunagu/contracts';
import { readWording, spanOf, type MatchPerson, type MatchStatement, type TeamRules, type WeightedConcept } from '@tsunagu/matching';
import { withoutDenials } from '@tsunagu/nlp';
import { allowedEvent, Database, listAcquainted, listMatchable, listUsedWords, loadMatchingPeople, loadPeopleHere, loadTeamFacts, loadTeams, outsideIds, pseudonym, type EventRow, type MatchingPerson } from '@tsunagu/storage';
import { Encounters } from '../encounters/encounters.service.js';
import { Knowledge } from '../knowledge.js';
import { apartPairs, apartRules } from '../ranking/apart-pairs.js';
import { toOutsidePerson } from '../rows-to-people/to-match-person.js';
import { statementsOf, type ReadStatement } from '../tags-to-rows/statements-of.js';
import { TeamFormer } from '../threads/team-former.js';
import type { FormedTeam, TeamOutcome } from '../threads/team-thread.js';
import { TextReader } from '../threads/text-reader.js';
import { withKeptApart } from './kept-apart.js';
import { refuseRepair } from './refuse-repair.js';
import { refuseTexts } from './refuse-texts.js';
import { soundRules } from './sound-rules.js';

type Given = NonNullable<DoorRequest<'match.candidates'>['people']>;
/** `known`: everybody whom the request may name, also those who are not here. */
interface Subject { people: MatchPerson[]; known: ReadonlySet<string>; theme: WeightedConcept[]; /** groups of whom no two are led to each other, or, where it is about teams, sit in one */ apart: string[][] }
interface About { eventId?: string; people?: Given; theme: string; service: string; /** whom it is about: everybody's candidates, or teams of those who are here */ about: 'candidates' | 'teams'; signal?: AbortSignal }

const jacketText = ({ title, description }: { title: string; description?: string }): string => [title, description].filter(Boolean).join('\n');
const toMatchStatement = ({ kind, concept, label, role, score, evidence }: ReadStatement): MatchStatement => ({ kind, concept, label, score, ...(role ? { role } : {}), ...(evidence.length ? { at: spanOf(evidence) } : {}), ...(isGuess({ concept, score }) ? { guess: true } : {}) });
const toTag = ({ label, kind, concept, role, score, evidence }: ReadStatement) => ({ label, kind, concept, role, score, evidence });

/** What a search found out about its rules. */
const toRulesKept = ({ broken, conflicts }: Pick<TeamOutcome, 'broken' | 'conflicts'>) => ({
  broken, conflicts: conflicts.map(({ rules, proven, short, text, loosenings }) => ({ rules, proven, short, text, loosenings: loosenings.map((loosening) => loosening.text) })),
});
const toTeam = ({ name, members, score, reasons }: FormedTeam) => ({ ...(name === undefined ? {} : { name }), members, score, reasons: reasons.map(({ people: _, ...reason }) => reason) });

/** Sizes stand in `size` or in the rules. */
const withSize = (rules: TeamRules | undefined, size?: { min: number; max: number }): TeamRules =>
  (size ? { ...rules, size: { ...size, target: Math.round((size.min + size.max) / 2) } } : { ...rules });

/** Answers other services. What they bring is read, answered and forgotten; of an event they get pseudonyms and tags. */
@Injectable()
export class MatchRequestsService {
  constructor(private readonly database: Database, private readonly reader: TextReader, private readonly former: TeamFormer, private readonly knowledge: Knowledge, private readonly encounters: Encounters) {}

  async tags({ texts }: DoorRequest<'match.tags'>, signal?: AbortSignal): Promise<DoorResult<'match.tags'>> {
    const profiles = await this.#profiles(texts.map(({ text }) => text), (index) => `data.texts.${index}.text`, signal);
    return { texts: texts.map(({ id }, index) => ({ id, tags: profiles[index].filter(({ concept }) => !isEverydayConcept(concept)).map(toTag) })) };
  }

  async candidates({ eventId, people, theme, top }: DoorRequest<'match.candidates'>, service: string, signal?: AbortSignal): Promise<DoorResult<'match.candidates'>> {
    const subject = await this.#subject({ eventId, people, theme, service, about: 'candidates', signal });
    return { people: await this.former.rankEverybody({ people: subject.people, theme: subject.theme, top, apart: apartPairs(null, subject.apart) }, signal) };
  }

  async teams({ eventId, people, theme, size, rules, seed, iterations }: DoorRequest<'match.teams'>, service: string, signal?: AbortSignal): Promise<DoorResult<'match.teams'>> {
    const subject = await this.#subject({ eventId, people, theme, service, about: 'teams', signal });
    const { teams, unplaced, objective, baseline, ...kept } = await this.former.runOutside({ people: subject.people, theme: subject.theme, rules: withKeptApart(soundRules(withSize(rules, size), subject.people, subject.known), subject.apart), seed, iterations }, signal);
    return { teams: teams.map(toTeam), unplaced, objective, baseline, ...toRulesKept(kept) };
  }

  /** Who is in the plan and in `go`, or of an event no longer here, has left; who is here and not in the plan has come. */
  async repair({ eventId, people, theme, size, rules, seed, plan, change, pinned }: DoorRequest<'match.repair'>, service: string, signal?: AbortSignal): Promise<DoorResult<'match.repair'>> {
    const gone = new Set(change.go);
    const subject = await this.#subject({ eventId, people: people && [...people, ...change.come], theme, service, about: 'teams', signal });
    if (eventId !== undefined) refuseRepair({ plan, change: { come: [], go: change.go }, pinned }, subject.known);
    const here = subject.people.filter(({ id }) => !gone.has(id));
    const standing = plan ?? await this.#published(eventId!, service);
    const { teams, unplaced, moved, objective, reshuffle, ...kept } = await this.former.repairOutside({ people: here, theme: subject.theme, rules: withKeptApart(soundRules(withSize(rules, size), here, new Set([...subject.known, ...gone])), subject.apart), seed, plan: standing, pinned: pinned.filter((id) => !gone.has(id)) }, signal);
    return { teams: teams.map(toTeam), unplaced, moved, objective, ...toRulesKept(kept), ...(reshuffle ? { reshuffle: { ...reshuffle, teams: reshuffle.teams.map(toTeam) } } : {}) };
  }

  /** The event's published teams, by pseudonym. */
  async #published(eventId: string, service: string): Promise<{ name: string; members: string[] }[]> {
    const event = (await allowedEvent(this.database.reader, eventId, service))!;
    const teams = await loadTeams(this.database.reader, eventId);
    return teams.map(({ number, members }) => ({ name: String(number), members: members.map((id) => pseudonym(event.pseudonymKey, id)) }));
  }

  /** @throws Problem match.not_allowed for an event that does not allow the service, or does not exist: which of the two is not told */
  async #subject({ eventId, people, theme, service, about, signal }: About): Promise<Subject> {
    if (eventId === undefined) return { people: await this.#given(people!, signal), known: new Set(people!.map(({ id }) => id)), theme: await this.#theme(theme), apart: [] };
    const event = await allowedEvent(this.database.reader, eventId, service);
    if (!event) throw new Problem('match.not_allowed');
    const rows = await this.#rowsOf(event, about);
    const knowledge = this.knowledge.withWords(await listUsedWords(this.database.reader, event.id));
    return {
      people: await knowledge.withVectors((await this.encounters.of(rows)).map((row) => toOutsidePerson(row, pseudonym(event.pseudonymKey, row.person.id), knowledge))),
      known: await outsideIds(this.database.reader, event),
      theme: await this.#theme(theme || [event.title, event.theme].filter(Boolean).join('\n')),
      apart: (await this.#apartIn(event, about)).map((group) => group.map((id) => pseudonym(event.pseudonymKey, id))),
    };
  }

  /** Whom the organiser keeps apart and who does not want to meet whom; who needs no introduction may well sit in one team. */
  async #apartIn({ id, rules }: EventRow, about: About['about']): Promise<string[][]> {
    const tx = this.database.reader;
    const told = about === 'candidates' ? await listAcquainted(tx, id) : (await loadTeamFacts(tx, id, false)).avoided.map(({ people }) => people);
    return [...apartRules(rules), ...told];
  }

  async #rowsOf(event: EventRow, about: About['about']): Promise<MatchingPerson[]> {
    const tx = this.database.reader;
    return about === 'candidates' ? loadMatchingPeople(tx, event.id, [...(await listMatchable(tx, event.id)).keys()]) : loadPeopleHere(tx, event.id);
  }

  async #theme(text: string): Promise<WeightedConcept[]> {
    return text.trim() ? (await this.reader.conceptsOf([text]))[0] : [];
  }

  async #given(people: Given, signal?: AbortSignal): Promise<MatchPerson[]> {
    const written = people.flatMap((person, index) => (person.intro ? [{ index, text: person.intro }] : []));
    const read = await this.#profiles(written.map(({ text }) => text), (at) => `data.people.${written[at].index}.intro`, signal);
    const statements = new Map(written.map(({ index }, at) => [index, read[at].map(toMatchStatement)]));
    const jackets = people.flatMap((person) => person.data_jackets);
    const concepts = await this.reader.conceptsOf(jackets.map(jacketText), signal);
    const about = new Map(jackets.map((jacket, at) => [jacket, concepts[at]]));
    const texts = people.map(({ intro, affiliation, data_jackets: given }) => ({ introduction: intro, affiliation, jackets: given.map(jacketText) }));
    const encounters = await this.reader.encountersOf(texts, signal);
    const understood: MatchPerson[] = [];
    for (const [index, { id, name, affiliation, sector, intro, data_jackets }] of people.entries()) {
      // Finding what a long text mentions takes tens of milliseconds: phones and withdrawals come in between.
      await others();
      signal?.throwIfAborted();
      understood.push({
        id, name, affiliation, sector, statements: statements.get(index) ?? [],
        background: this.knowledge.backgroundOf({ text: intro, affiliation }),
        wording: readWording([withoutDenials(intro ?? ''), affiliation, ...texts[index].jackets], true),
        aspects: this.knowledge.aspectsOf(texts[index]),
        encounter: encounters[index].sides,
        scenes: encounters[index].scenes,
        jackets: data_jackets.map((jacket) => ({ title: jacket.title, sharing: jacket.sharing, concepts: about.get(jacket) ?? [] })),
      });
    }
    return this.knowledge.withVectors(understood);
  }

  async #profiles(texts: string[], fieldOf: (index: number) => string, signal?: AbortSignal): Promise<ReadStatement[][]> {
    const profiles = await this.reader.profilesOf(texts, signal);
    refuseTexts(profiles, fieldOf);
    return profiles.map((profile) => (profile instanceof Problem ? [] : statementsOf(profile)));
  }
}
