import { Injectable } from '@nestjs/common';
import { fieldProblem, Problem, type HttpAnswers, type JoinInput } from '@tsunagu/contracts';
import {
  addConsent, addJacket, addParticipant, countParticipants, Database, findByJoinKey, findEventByCode, findIntroduction, hasTeams, lockEvent, participantOfReturn,
  participantOfToken, saveIntroduction, tellMe, tellPerson, toEventCard, type EventRow, type ParticipantRow, type Transaction,
} from '@tsunagu/storage';
import { Changes } from '../changes.service.js';
import { participantCookie } from '../access/cookies.js';
import { hashToken, readJoinCode } from '../access/secrets.js';

@Injectable()
export class JoinService {
  constructor(private readonly database: Database, private readonly changes: Changes) {}

  /** What somebody reads before joining. @throws Problem join.unknown_code */
  async joinPage(code: string, cookies: Record<string, string>): Promise<HttpAnswers['readJoinPage']> {
    const tx = this.database.reader;
    const event = await this.eventOf(tx, code);
    const token = cookies[participantCookie(event.id)];
    return {
      event: toEventCard(event, await hasTeams(tx, event.id)), consentText: event.consentText, consentVersion: event.consentVersion,
      full: await countParticipants(tx, event.id) >= event.capacity,
      joined: token !== undefined && await participantOfToken(tx, event.id, hashToken(token)) !== null,
    };
  }

  /**
   * Joins an event: person, consent, introduction and jackets in one transaction. A repeated request finds the first one's person.
   * @throws Problem join.unknown_code, join.closed, join.full, join.consent_outdated
   */
  async join(code: string, input: JoinInput, joinKey: string | null): Promise<{ id: string; eventId: string }> {
    const { id: eventId } = await this.eventOf(this.database.reader, code);
    return this.changes.commit(eventId, async (tx) => {
      const event = (await lockEvent(tx, eventId))!;
      const before = joinKey ? await findByJoinKey(tx, joinKey) : null;
      if (before) return { result: before, tell: [] };
      await this.mayJoin(tx, event, input);
      const person = await this.add(tx, event, input, joinKey);
      const revision = (await findIntroduction(tx, person.id))?.revision ?? 0;
      return { result: person, tell: [tellMe(person.id, { name: 'extract-tags', data: { eventId, participantId: person.id, revision } }), tellPerson(eventId, person.id)] };
    });
  }

  /** The participant of a personal return QR. @throws Problem access.link_used */
  async comeBack(secret: string): Promise<{ id: string; eventId: string }> {
    const person = await participantOfReturn(this.database.reader, hashToken(secret));
    if (!person) throw new Problem('access.link_used');
    return person;
  }

  private async eventOf(tx: Transaction, code: string): Promise<EventRow> {
    const event = await findEventByCode(tx, readJoinCode(code));
    if (!event || event.erasedAt) throw new Problem('join.unknown_code');
    return event;
  }

  private async mayJoin(tx: Transaction, event: EventRow, input: JoinInput): Promise<void> {
    if (event.state !== 'open') throw new Problem('join.closed');
    if (await countParticipants(tx, event.id) >= event.capacity) throw new Problem('join.full', { values: { capacity: event.capacity } });
    if (input.consentVersion !== event.consentVersion) throw new Problem('join.consent_outdated', { errors: [fieldProblem('consentVersion', 'join.consent_outdated')] });
  }

  private async add(tx: Transaction, event: EventRow, input: JoinInput, joinKey: string | null): Promise<ParticipantRow> {
    const { introduction, introductionShown, jackets, consentVersion: _, affiliation, sector, ...profile } = input;
    const person = await addParticipant(tx, {
      ...profile, joinKey, eventId: event.id, affiliation: affiliation || null, sector: sector ?? null, reading: introduction ? 'reading' : 'none',
    });
    await addConsent(tx, event, person);
    if (introduction) await saveIntroduction(tx, { eventId: event.id, participantId: person.id, text: introduction, shown: introductionShown });
    for (const jacket of jackets) await addJacket(tx, { ...jacket, eventId: event.id, participantId: person.id });
    return person;
  }
}
