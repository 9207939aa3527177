import { Injectable } from '@nestjs/common';
import { orderRanking, Problem } from '@tsunagu/contracts';
import { addHello, areApart, countHellosToday, findParticipant, lockPeople, removeHello, tellHellos } from '@tsunagu/storage';
import type { ParticipantCaller } from '../access/caller.js';
import { Changes } from '../changes.service.js';

const HELLOS_A_DAY = 30;

/** 会いたい: the other side learns of it only when it is mutual, and then both at once. Who is not on that one's list is a guest there meanwhile: an answer needs a card to press. */
@Injectable()
export class HellosService {
  constructor(private readonly changes: Changes) {}

  /** @throws Problem hello.self, hello.limit, person.paused, request.not_found */
  say(me: ParticipantCaller, toId: string): Promise<{ mutual: boolean }> {
    if (toId === me.participantId) throw new Problem('hello.self');
    return this.changes.commit(me.eventId, async (tx) => {
      await lockPeople(tx, [me.participantId, toId]);
      const [self, other] = [await findParticipant(tx, me.eventId, me.participantId), await findParticipant(tx, me.eventId, toId)];
      if (!self || !other || other.gone) throw new Problem('request.not_found');
      if (self.paused) throw new Problem('person.paused');
      if (await countHellosToday(tx, me.participantId) >= HELLOS_A_DAY) throw new Problem('hello.limit', { values: { limit: HELLOS_A_DAY } });
      const mutual = await addHello(tx, me.eventId, me.participantId, toId) && !await areApart(tx, me.participantId, toId);
      return { result: { mutual }, tell: [tellHellos(me.participantId, orderRanking(me.eventId, toId)), ...(mutual ? [tellHellos(toId)] : [])] };
    });
  }

  takeBack(me: ParticipantCaller, toId: string): Promise<null> {
    return this.changes.commit(me.eventId, async (tx) => {
      await lockPeople(tx, [me.participantId, toId]);
      const wasMutual = await removeHello(tx, me.participantId, toId) && !await areApart(tx, me.participantId, toId);
      return { result: null, tell: [tellHellos(me.participantId, orderRanking(me.eventId, toId)), ...(wasMutual ? [tellHellos(toId)] : [])] };
    });
  }
}
