import { Controller, UseFilters } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { DoorResult } from '@tsunagu/contracts';
import { ProblemFilter } from '@tsunagu/messaging';
import { MatchRequestsService } from './match-requests.service.js';
import { parseRequest } from './parse-request.js';

/** The door for other services: a request in, a result or a coded refusal out. */
@UseFilters(ProblemFilter)
@Controller()
export class MatchRequestsController {
  constructor(private readonly requests: MatchRequestsService) {}

  @MessagePattern('match.tags') tags(@Payload() data: unknown): Promise<DoorResult<'match.tags'>> {
    return this.requests.tags(parseRequest('match.tags', data));
  }

  @MessagePattern('match.candidates') candidates(@Payload() data: unknown): Promise<DoorResult<'match.candidates'>> {
    return this.requests.candidates(parseRequest('match.candidates', data));
  }

  @MessagePattern('match.teams') teams(@Payload() data: unknown): Promise<DoorResult<'match.teams'>> {
    return this.requests.teams(parseRequest('match.teams', data));
  }
}
