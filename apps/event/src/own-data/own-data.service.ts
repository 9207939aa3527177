import { Injectable } from '@nestjs/common';
import { orderRanking, Problem, type HttpAnswers, type HttpBody } from '@tsunagu/contracts';
import { JobsFromLog } from '@tsunagu/messaging';
import {
  agreeToLeave, audit, countDevices, Database, eraseParticipant, findEvent, findParticipant, listConsents, listGreeted, listKnown, listLaterEvents, listPersonReportsBy, listSaid, listSeatsOf, listStatements, loadEncounters, lockEvent, lockParticipant, readCandidates, readEarlierEvent, readFoundedTeamOf, readHellos,
  readJackets, readMe, readTeamOf, readUnplacedOf, readVectorOf, removeEarlierSelf, pseudonym, tellMe, withdrawLeaving,
} from '@tsunagu/storage';
import type { ParticipantCaller } from '../access/caller.js';
import { Changes } from '../changes.service.js';

/** A participant's rights over their own data. */
@Injectable()
export class OwnDataService {
  constructor(private readonly database: Database, private readonly jobs: JobsFromLog, private readonly changes: Changes) {}

  /** Everything that is kept about a participant, readable by a person and a program; not what others have said of them in confidence. */
  download(me: ParticipantCaller): Promise<HttpAnswers['downloadMyData']> {
    return this.database.snapshot(async (tx) => {
      const { id: _, ...profile } = await readMe(tx, me.participantId, { withText: true });
      const { freeUntil, freePlace, createdAt } = (await findParticipant(tx, me.eventId, me.participantId))!;
      const { mutual } = await readHellos(tx, me.participantId);
      const team = await readTeamOf(tx, me.participantId);
      const founded = await readFoundedTeamOf(tx, me.participantId, true);
      const encounter = (await loadEncounters(tx, [me.participantId])).get(me.participantId);
      return {
        event: (await findEvent(tx, me.eventId))?.title,
        joinedAt: createdAt,
        profile,
        free: freeUntil && { until: freeUntil, place: freePlace },
        statements: (await listStatements(tx, me.participantId)).map(({ kind, label, concept, role, score, evidence, byHand, hidden, removed }) => ({ kind, label, concept, role, score, evidence, byHand, hidden, removed })),
        dataJackets: (await readJackets(tx, me.participantId)).map(({ title, description, sharing, proposed }) => ({ title, description, sharing, proposed })),
        candidates: (await readCandidates(tx, me.participantId)).map(({ nickname, score, reasons }) => ({ nickname, score, reasons })),
        hellos: { sent: await listGreeted(tx, me.participantId), mutual: mutual.map(({ nickname, at }) => ({ nickname, at })), said: await listSaid(tx, me.participantId) },
        known: (await listKnown(tx, me.participantId)).map(({ nickname }) => nickname),
        foundedTeam: founded && { name: founded.name, seats: founded.seats, wants: founded.wants, members: founded.members.map(({ nickname }) => nickname) },
        team: team && { name: team.name, members: team.members.map((member) => member.nickname), goal: team.goal, nextDate: team.nextDate, ...team.mine },
        seats: await listSeatsOf(tx, me.participantId),
        withoutTeam: await readUnplacedOf(tx, me.participantId),
        reported: await listPersonReportsBy(tx, me.participantId),
        knownFrom: await readEarlierEvent(tx, me.participantId),
        knownAt: await listLaterEvents(tx, me.participantId),
        textsInNumbers: encounter ? Buffer.from(encounter.numbers).toString('base64') : null,
        introductionSentTo: await readVectorOf(tx, me.participantId),
        devices: await countDevices(tx, me.participantId),
        consents: (await listConsents(tx, me.participantId)).map(({ text, textVersion, language, leavesTo, leavingWithdrawnAt, givenAt, withdrawnAt }) => ({ text, textVersion, language, leavesTo, leavingWithdrawnAt, givenAt, withdrawnAt })),
      };
    });
  }

  /** Takes back the consent to be known from an earlier event. */
  forgetEarlier(me: ParticipantCaller): Promise<null> {
    return this.changes.commit(me.eventId, async (tx) => {
      await removeEarlierSelf(tx, me.participantId);
      return { result: null, tell: [tellMe(me.participantId)] };
    });
  }

  /** Who joined before introductions left agrees now. @throws Problem join.consent_outdated where the event does not name this host (any more) */
  letTextLeave(me: ParticipantCaller, { host, language }: HttpBody<'letTextLeave'>): Promise<null> {
    return this.changes.commit(me.eventId, async (tx) => {
      const event = (await lockEvent(tx, me.eventId))!;
      if (event.textsLeaveTo !== host) throw new Problem('join.consent_outdated');
      await lockParticipant(tx, me.eventId, me.participantId);
      await agreeToLeave(tx, event, me.participantId, language);
      return { result: null, tell: [tellMe(me.participantId)] };
    });
  }

  /** Takes that back, also where it was in the text of joining; what came back is erased, and the list is made without it. */
  keepTextHere(me: ParticipantCaller): Promise<null> {
    return this.changes.commit(me.eventId, async (tx) => {
      await lockParticipant(tx, me.eventId, me.participantId);
      await withdrawLeaving(tx, me.participantId);
      return { result: null, tell: [tellMe(me.participantId, orderRanking(me.eventId, me.participantId))] };
    });
  }

  /** Erases a participant for good. The answer's proof is the id of the record that says so, without the data. */
  async erase(me: ParticipantCaller): Promise<HttpAnswers['eraseMe']> {
    const { due, proof } = await this.database.transaction(async (tx) => {
      const event = (await findEvent(tx, me.eventId))!;
      await lockParticipant(tx, me.eventId, me.participantId);
      const jobs = await eraseParticipant(tx, event, me.participantId, pseudonym(event.pseudonymKey, me.participantId));
      return { due: jobs, proof: await audit(tx, { eventId: me.eventId, actor: 'participant', action: 'person.erased' }) };
    });
    await this.jobs.addNow(due);
    return { proof: proof.id, erasedAt: proof.at.toISOString() };
  }
}
