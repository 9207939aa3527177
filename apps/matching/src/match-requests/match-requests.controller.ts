import { Controller, UseFilters } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { MatchResult } from '@tsunagu/contracts';
import { ProblemFilter } from '@tsunagu/messaging';
import { MatchRequestsService } from './match-requests.service.js';
import { parseRequest } from './parse-request.js';

/** The door for other services: a request in, a result or a coded refusal out. */
@UseFilters(ProblemFilter)
@Controller()
export class MatchRequestsController {
  constructor(private readonly requests: MatchRequestsService) {}

  @MessagePattern('match.tags') tags(@Payload() data: unknown): Promise<MatchResult<'match.tags'>> {
    return this.requests.tags(parseRequest('match.tags', data, Date.now()));
  }

  @MessagePattern('match.candidates') candidates(@Payload() data: unknown): Promise<MatchResult<'match.candidates'>> {
    return this.requests.candidates(parseRequest('match.candidates', data, Date.now()));
  }

  @MessagePattern('match.teams') teams(@Payload() data: unknown): Promise<MatchResult<'match.teams'>> {
    return this.requests.teams(parseRequest('match.teams', data, Date.now()));
  }
}
