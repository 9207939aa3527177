import { Injectable } from '@nestjs/common';
import { consentIn, consentRead, fieldProblem, joinInput, Problem, type HttpAnswers, type JoinInput, type RegisterInput } from '@tsunagu/contracts';
import {
  addEarlierSelf, audit, countParticipants, Database, enrol, findAlike, findByJoinKey, findEventByCode, hashToken, hasTeams, lockEvent, participantOfReturn, participantOfToken, readJoinCode, shareOrganiser, toEventCard,
  type Entry, type EventRow, type Transaction,
} from '@tsunagu/storage';
import { Changes } from '../changes.service.js';
import type { OrganiserCaller } from '../access/caller.js';
import { participantCookie } from '../access/cookies.js';

@Injectable()
export class JoinService {
  constructor(private readonly database: Database, private readonly changes: Changes) {}

  /** What somebody reads before joining. @throws Problem join.unknown_code */
  async joinPage(code: string, cookies: Record<string, string>): Promise<HttpAnswers['readJoinPage']> {
    const tx = this.database.reader;
    const event = await this.eventOf(tx, code);
    const token = cookies[participantCookie(event.id)];
    return {
      event: toEventCard(event, await hasTeams(tx, event.id)), consentText: { ja: consentRead(event, 'ja').text, en: consentIn(event, 'en'), yasashii: consentIn(event, 'yasashii') }, consentVersion: event.consentVersion,
      full: await countParticipants(tx, event.id) >= event.capacity,
      joined: token !== undefined && await participantOfToken(tx, event.id, hashToken(token)) !== null,
    };
  }

  /**
   * Joins an event: person, consent, introduction and jackets in one transaction. A repeated request finds the first one's person.
   * @throws Problem join.unknown_code, join.closed, join.full, join.consent_outdated
   */
  async join(code: string, input: JoinInput, joinKey: string | null, cookies: Record<string, string> = {}): Promise<{ id: string; eventId: string }> {
    const { id: eventId } = await this.eventOf(this.database.reader, code);
    return this.changes.commit(eventId, async (tx) => {
      const event = (await lockEvent(tx, eventId))!;
      const before = joinKey ? await findByJoinKey(tx, joinKey) : null;
      if (before) return { result: before, tell: [] };
      await this.mayJoin(tx, event, input);
      const { person, tell } = await enrol(tx, event, input, joinKey);
      const earlierId = input.earlierEventId ? await this.earlierSelf(tx, eventId, input.earlierEventId, cookies) : null;
      if (earlierId) await addEarlierSelf(tx, person.id, earlierId);
      return { result: person, tell };
    });
  }

  /**
   * Registers people for them, all or none. Who is registered already is told and not doubled, unless they are wanted `again`;
   * a repeated request finds the first one's people.
   * @throws Problem join.closed, join.full, join.consent_outdated
   */
  register(organiser: OrganiserCaller, eventId: string, { people, consentVersion, again }: RegisterInput, requestKey: string | null): Promise<HttpAnswers['registerPeople']> {
    return this.changes.commit(eventId, async (tx) => {
      const event = (await lockEvent(tx, eventId))!;
      const registered: HttpAnswers['registerPeople']['people'] = [];
      const fresh: string[] = [];
      const tell: Entry[] = [];
      // one after the other, as they stand in the list: within a transaction the store's clock stands still
      const from = Date.now();
      const unsaid = joinInput.omit({ nickname: true, consentVersion: true }).parse({});
      for (const [place, { nickname, affiliation, sector, introduction }] of people.entries()) {
        const joinKey = requestKey && hashToken(`${requestKey} ${place}`);
        const before = joinKey ? await findByJoinKey(tx, joinKey) : null;
        const alike = before || again ? null : await findAlike(tx, eventId, { nickname, affiliation: affiliation ?? '', introduction: introduction ?? '' });
        const input = { ...unsaid, nickname, affiliation, sector, introduction, consentVersion };
        if (!before && !alike) await this.mayJoin(tx, event, input);
        const entered = before || alike ? undefined : await enrol(tx, event, input, joinKey, new Date(from + place));
        if (entered) fresh.push(entered.person.id);
        tell.push(...entered?.tell ?? []);
        registered.push({ participantId: (before ?? alike ?? entered!.person).id, known: alike !== null });
      }
      if (fresh.length) await audit(tx, { eventId, actor: organiser.login, action: 'people.registered', ...(fresh.length === 1 ? { subject: fresh[0]! } : {}), detail: { count: fresh.length } });
      return { result: { people: registered }, tell };
    });
  }

  /** The participant of a personal return QR. @throws Problem access.link_used */
  async comeBack(secret: string): Promise<{ id: string; eventId: string }> {
    const person = await participantOfReturn(this.database.reader, hashToken(secret));
    if (!person) throw new Problem('access.link_used');
    return person;
  }

  private async eventOf(tx: Transaction, code: string): Promise<EventRow> {
    const read = readJoinCode(code);
    const event = read && await findEventByCode(tx, read);
    if (!event || event.erasedAt) throw new Problem('join.unknown_code');
    return event;
  }

  /** Who this browser was at an earlier event that the same organiser ran; null where it cannot show that. */
  private async earlierSelf(tx: Transaction, eventId: string, earlierEventId: string, cookies: Record<string, string>): Promise<string | null> {
    const token = cookies[participantCookie(earlierEventId)];
    if (token === undefined || earlierEventId === eventId || !await shareOrganiser(tx, eventId, earlierEventId)) return null;
    return participantOfToken(tx, earlierEventId, hashToken(token));
  }

  private async mayJoin(tx: Transaction, event: EventRow, input: JoinInput): Promise<void> {
    if (event.state !== 'open') throw new Problem('join.closed');
    if (await countParticipants(tx, event.id) >= event.capacity) throw new Problem('join.full', { values: { capacity: event.capacity } });
    if (input.consentVersion !== event.consentVersion) throw new Problem('join.consent_outdated', { errors: [fieldProblem('consentVersion', 'join.consent_outdated')] });
  }
}
