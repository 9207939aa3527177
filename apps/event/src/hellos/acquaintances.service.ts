import { Injectable } from '@nestjs/common';
import { orderRanking, Problem } from '@tsunagu/contracts';
import { addAcquaintance, findParticipant, removeAcquaintance, tellKnown } from '@tsunagu/storage';
import type { ParticipantCaller } from '../access/caller.js';
import { Changes } from '../changes.service.js';

/** People who know each other already: teams rather bring together those who do not, and whoever needs no introduction any more makes room for somebody else on the list. Nobody else learns it. */
@Injectable()
export class AcquaintancesService {
  constructor(private readonly changes: Changes) {}

  /** @throws Problem hello.self, request.not_found */
  say(me: ParticipantCaller, otherId: string): Promise<null> {
    if (otherId === me.participantId) throw new Problem('hello.self');
    return this.changes.commit(me.eventId, async (tx) => {
      if (!await findParticipant(tx, me.eventId, otherId)) throw new Problem('request.not_found');
      await addAcquaintance(tx, me.eventId, me.participantId, otherId);
      return { result: null, tell: [tellKnown(me.participantId, orderRanking(me.eventId, me.participantId))] };
    });
  }

  takeBack(me: ParticipantCaller, otherId: string): Promise<null> {
    return this.changes.commit(me.eventId, async (tx) => {
      await removeAcquaintance(tx, me.participantId, otherId);
      return { result: null, tell: [tellKnown(me.participantId, orderRanking(me.eventId, me.participantId))] };
    });
  }
}
