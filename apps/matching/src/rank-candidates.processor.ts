import { Injectable } from '@nestjs/common';
import type { JobPayload } from '@tsunagu/contracts';
import type { JobHandler } from '@tsunagu/messaging';
import { RankingService } from './ranking/ranking.service.js';

/** tags ─▶ whom to meet, for the one who changed and for everybody on whose list that shows */
@Injectable()
export class RankCandidatesProcessor implements JobHandler<'rank-candidates'> {
  readonly name = 'rank-candidates';

  constructor(private readonly ranking: RankingService) {}

  run({ change, eventId, participantId }: JobPayload<'rank-candidates'>): Promise<void> {
    return this.ranking.rank(eventId, { participantId, change });
  }
}
