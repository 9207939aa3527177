import { Injectable } from '@nestjs/common';
import { foldText, isGuess, LIMITS, orderRanking, orderReading, Problem, type ContactInput, type HttpAnswers, type HttpQuery, type IntroductionInput, type JacketInput, type Kind, type Named, type PresenceInput, type ProfileInput, type StatementPatch } from '@tsunagu/contracts';
import {
  addJacket, addStatement, areApart, changeJacket, changeParticipant, changeStatement, countJackets, Database, findEvent, findIntroduction, findParticipant, findPeople, findTeamOf, forgetReasonsOf, forgetTold, listJackets, listNamedBy, listStatements, listWithPhone, lockParticipant, onceEach, publicTags,
  removeJacket, saveIntroduction, scoreDraftOf, suggestTags, tellHellos, tellJackets, tellMe, tellPerson, tellStatements, tellTagged, tellTeamOf, toJacketView, toNamed, toStatementView, toTags,
  type Entry, type ParticipantRow, type Transaction,
} from '@tsunagu/storage';
import type { ParticipantCaller } from '../access/caller.js';
import { Changes } from '../changes.service.js';
import { changePresence } from './change-presence.js';

const SUGGESTIONS = 8;
/** Of a search: so much of its text is read, so many people are told. */
const SEARCHED_UNITS = 100;
const FOUND = 20;
const NEEDS_ON_A_CARD = 8;

/** What somebody looks for or can give, in words, surest first. */
const namesOf = (statements: ReturnType<typeof publicTags>, kind: Kind): Named[] =>
  onceEach(statements.filter((one) => one.kind === kind && one.role !== null).map(toNamed)).slice(0, NEEDS_ON_A_CARD);
const SHOWN = ['skill', 'interest', 'seeking', 'data'] as const;
const sameLabel = (a: string, b: string): boolean => foldText(a) === foldText(b);

/** What a participant writes and corrects about themselves. */
@Injectable()
export class ProfileService {
  constructor(private readonly database: Database, private readonly changes: Changes) {}

  changeProfile(me: ParticipantCaller, input: ProfileInput): Promise<null> {
    return this.edit(me, async (tx, person) => {
      await changeParticipant(tx, person.id, input);
      const renamed = input.nickname !== undefined && input.nickname !== person.nickname;
      const named = renamed ? await listNamedBy(tx, person.id) : { greeted: [], avoidedBy: [] };
      const hid = input.shows !== undefined && SHOWN.some((kind) => person.shows[kind] && !input.shows![kind]);
      if (hid || renamed) await this.forgetInTeam(tx, me);
      const anew = renamed || hid ? await this.explainAnew(tx, me) : [];
      return [
        tellMe(person.id, orderRanking(me.eventId, me.participantId)), tellPerson(me.eventId, person.id), ...await tellTeamOf(tx, me.eventId, person.id),
        ...named.greeted.map((id) => tellHellos(id)), ...named.avoidedBy.map((id) => tellMe(id)), ...anew,
      ];
    }, null);
  }

  /** Stores the next revision. What was taken back, or is shown no more, is told to no team any more, neither to the own one nor to those that are still to be. @throws Problem edit.conflict where another device wrote a newer one */
  async writeIntroduction(me: ParticipantCaller, { text, shown, basedOn }: IntroductionInput): Promise<{ revision: number }> {
    return this.changes.commit(me.eventId, async (tx) => {
      const person = await this.lock(tx, me);
      const before = await findIntroduction(tx, person.id);
      if ((before?.revision ?? 0) !== basedOn) throw new Problem('edit.conflict', { current: { text: before?.text ?? '', revision: before?.revision ?? 0 } });
      const revision = await saveIntroduction(tx, { eventId: me.eventId, participantId: person.id, text, shown });
      await changeParticipant(tx, person.id, { reading: 'reading' });
      const takenBack = before !== null && ((before.shown && !shown) || before.text !== text);
      const forgotten = takenBack ? await forgetReasonsOf(tx, me.eventId, person.id) : [];
      if (takenBack && await this.forgetInTeam(tx, me)) forgotten.push(...await tellTeamOf(tx, me.eventId, person.id));
      return { result: { revision }, tell: [tellMe(person.id, orderReading(me.eventId, person.id, revision)), tellPerson(me.eventId, person.id), ...forgotten] };
    });
  }

  /** @throws Problem tag.duplicate, tag.too_many */
  async addTag(me: ParticipantCaller, label: string, kind: Kind): Promise<HttpAnswers['addTag']> {
    return this.changes.commit(me.eventId, async (tx) => {
      const person = await this.lock(tx, me);
      const present = (await listStatements(tx, person.id)).filter((one) => !one.removed);
      if (present.some((one) => one.kind === kind && [one.label, one.en ?? ''].some((name) => sameLabel(name, label)))) throw new Problem('tag.duplicate');
      if (present.length >= LIMITS.tagsPerPerson) throw new Problem('tag.too_many', { values: { limit: LIMITS.tagsPerPerson } });
      const statement = await addStatement(tx, { eventId: me.eventId, participantId: person.id, label, kind });
      return { result: { statement: toStatementView(statement) }, tell: await this.tellStatements(tx, me) };
    });
  }

  /** What is shown no more is told to no team any more, neither to the own one nor to those that are still to be. */
  changeTag(me: ParticipantCaller, id: string, patch: StatementPatch): Promise<null> {
    return this.edit(me, async (tx, person) => {
      const shown = async (): Promise<string[]> => publicTags(await listStatements(tx, person.id), person.shows).map((one) => `${one.id} ${one.kind}`);
      const before = await shown();
      if (!await changeStatement(tx, person.id, id, patch)) throw new Problem('request.not_found');
      const after = new Set(await shown());
      const hid = before.some((one) => !after.has(one));
      if (hid) await this.forgetInTeam(tx, me);
      const anew = hid ? await this.explainAnew(tx, me) : [];
      return [...await this.tellStatements(tx, me), ...anew];
    }, null);
  }

  /** Tags of this event that begin so; none once it is closed. */
  async suggestTags(me: ParticipantCaller, text: string): Promise<HttpAnswers['suggestTags']> {
    return { tags: text.trim() && !await this.isClosed(me.eventId) ? await suggestTags(this.database.reader, me.eventId, text.trim().slice(0, LIMITS.tagGraphemes), SUGGESTIONS) : [] };
  }

  async addJacket(me: ParticipantCaller, input: JacketInput): Promise<HttpAnswers['addJacket']> {
    return this.changes.commit(me.eventId, async (tx) => {
      const person = await this.lock(tx, me);
      if (await countJackets(tx, person.id) >= LIMITS.jacketsPerPerson) throw new Problem('jacket.too_many', { values: { limit: LIMITS.jacketsPerPerson } });
      const jacket = await addJacket(tx, { ...input, eventId: me.eventId, participantId: person.id });
      return { result: { jacket: toJacketView(jacket) }, tell: await this.tellJackets(tx, me) };
    });
  }

  changeJacket(me: ParticipantCaller, id: string, input: JacketInput): Promise<null> {
    return this.edit(me, async (tx, person) => {
      if (!await changeJacket(tx, person.id, id, input)) throw new Problem('request.not_found');
      return this.tellJackets(tx, me);
    }, null);
  }

  removeJacket(me: ParticipantCaller, id: string): Promise<null> {
    return this.edit(me, async (tx, person) => {
      const told = (await listJackets(tx, person.id)).some((jacket) => jacket.id === id && !jacket.proposed);
      if (!await removeJacket(tx, person.id, id)) throw new Problem('request.not_found');
      if (told) await this.forgetInTeam(tx, me);
      const forgotten = told ? await forgetReasonsOf(tx, me.eventId, person.id) : []; // the reading that is ordered explains them anew
      return [...await this.tellJackets(tx, me), ...forgotten];
    }, null);
  }

  setPresence(me: ParticipantCaller, input: PresenceInput): Promise<null> {
    return this.edit(me, (tx, person) => changePresence(tx, person, input), null);
  }

  /** It is shared in one team: the present one, unless it was another that they sat in when they said so on a phone without a network. */
  setContact(me: ParticipantCaller, { text, shared, teamId: asked }: ContactInput): Promise<null> {
    return this.edit(me, async (tx, person) => {
      const team = await findTeamOf(tx, person.id);
      await changeParticipant(tx, person.id, { contactText: text, contactSharedIn: shared && (!asked || asked === team) ? team : null });
      return [tellMe(person.id), ...await tellTeamOf(tx, me.eventId, person.id)];
    }, null);
  }

  /** Whom this participant may meet, by words of what they show and whether they are free now; nobody once the event is closed. */
  async findPeople(me: ParticipantCaller, { q, free }: HttpQuery<'findPeople'>): Promise<HttpAnswers['findPeople']> {
    return await this.isClosed(me.eventId) ? { people: [], more: false } : findPeople(this.database.reader, me.eventId, me.participantId, { text: q.slice(0, SEARCHED_UNITS), free: free === 'now' }, FOUND);
  }

  /** Another participant as this one may see them. @throws Problem request.not_found */
  async readPerson(me: ParticipantCaller, id: string): Promise<HttpAnswers['readPerson']> {
    const tx = this.database.reader;
    const person = await findParticipant(tx, me.eventId, id);
    if (!person || person.gone || await this.isClosed(me.eventId) || await areApart(tx, me.participantId, id)) throw new Problem('request.not_found');
    const introduction = await findIntroduction(tx, id);
    const shown = publicTags((await listStatements(tx, id)).filter((one) => !isGuess(one)).sort((a, b) => b.score - a.score), person.shows);
    return {
      participantId: id, nickname: person.nickname, affiliation: person.affiliation, noPhone: !(await listWithPhone(tx, [id])).has(id), tags: toTags(shown), needs: namesOf(shown, 'seeking'), offers: namesOf(shown, 'skill'),
      jackets: person.shows.data ? (await listJackets(tx, id)).filter((jacket) => !jacket.proposed).map(toJacketView) : [],
      introduction: introduction?.shown ? introduction.text : null,
    };
  }

  private async isClosed(eventId: string): Promise<boolean> {
    return (await findEvent(this.database.reader, eventId))?.state === 'closed';
  }

  private async lock(tx: Transaction, me: ParticipantCaller): Promise<ParticipantRow> {
    const person = await lockParticipant(tx, me.eventId, me.participantId);
    if (!person) throw new Problem('access.not_joined');
    return person;
  }

  private edit<T>(me: ParticipantCaller, work: (tx: Transaction, person: ParticipantRow) => Promise<Entry[]>, result: T): Promise<T> {
    return this.changes.commit(me.eventId, async (tx) => ({ result, tell: await work(tx, await this.lock(tx, me)) }));
  }

  /** What the own team was told of them is told no more; the caller tells it so. @returns whether they have a team */
  private async forgetInTeam(tx: Transaction, { participantId }: ParticipantCaller): Promise<boolean> {
    const teamId = await findTeamOf(tx, participantId);
    if (teamId) await forgetTold(tx, teamId, participantId);
    return teamId !== null;
  }

  /** Teams that are still to be are told of them once more, as they are now. */
  private async explainAnew(tx: Transaction, { eventId, participantId }: ParticipantCaller): Promise<Entry[]> {
    const forgotten = await forgetReasonsOf(tx, eventId, participantId);
    const scored = await scoreDraftOf(tx, eventId, participantId);
    return scored.length > 0 ? scored : forgotten;
  }

  private async tellStatements(tx: Transaction, me: ParticipantCaller): Promise<Entry[]> {
    await changeParticipant(tx, me.participantId, {});
    const revision = (await findIntroduction(tx, me.participantId))?.revision ?? 0;
    const event = (await findEvent(tx, me.eventId))!;
    return [tellStatements(me.participantId, revision, orderRanking(me.eventId, me.participantId)), tellPerson(me.eventId, me.participantId), ...await tellTeamOf(tx, me.eventId, me.participantId), ...tellTagged(event, me.participantId)];
  }

  /** A changed jacket is read again (what is it about?), which ranks candidates afterwards. */
  private async tellJackets(tx: Transaction, me: ParticipantCaller): Promise<Entry[]> {
    await changeParticipant(tx, me.participantId, {});
    const revision = (await findIntroduction(tx, me.participantId))?.revision ?? 0;
    return [tellJackets(me.participantId, orderReading(me.eventId, me.participantId, revision)), tellPerson(me.eventId, me.participantId), ...await tellTeamOf(tx, me.eventId, me.participantId)];
  }
}

