import { Controller, UseFilters } from '@nestjs/common';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import type { DoorRequest, DoorResult } from '@tsunagu/contracts';
import { BullContext, ForwardEvents, ProblemFilter } from '@tsunagu/messaging';
import { Doors } from './doors.js';
import { MatchRequestsService } from './match-requests.service.js';

/** What other services may ask. The door has read and checked it, keeps the result and delivers it. */
@UseFilters(ProblemFilter)
@Controller()
export class MatchRequestsController {
  constructor(private readonly requests: MatchRequestsService, private readonly doors: Doors, private readonly events: ForwardEvents) {}

  @MessagePattern('match.tags') tags(@Payload() request: DoorRequest<'match.tags'>, @Ctx() context: BullContext): Promise<DoorResult<'match.tags'>> {
    return this.requests.tags(request, context.getSignal());
  }

  @MessagePattern('match.candidates') candidates(@Payload() request: DoorRequest<'match.candidates'>, @Ctx() context: BullContext): Promise<DoorResult<'match.candidates'>> {
    return this.requests.candidates(request, context.getSender(), context.getSignal());
  }

  @MessagePattern('match.teams') teams(@Payload() request: DoorRequest<'match.teams'>, @Ctx() context: BullContext): Promise<DoorResult<'match.teams'>> {
    return this.requests.teams(request, context.getSender(), context.getSignal());
  }

  @MessagePattern('match.repair') repair(@Payload() request: DoorRequest<'match.repair'>, @Ctx() context: BullContext): Promise<DoorResult<'match.repair'>> {
    return this.requests.repair(request, context.getSender(), context.getSignal());
  }

  @MessagePattern('match.withdraw') async withdraw(@Payload() { id }: DoorRequest<'match.withdraw'>, @Ctx() context: BullContext): Promise<DoorResult<'match.withdraw'>> {
    return { id, status: await this.doors.of(context.getSender()).withdraw(id, context.getReplyTo()!) };
  }

  @MessagePattern('events.replay') replay(@Payload() request: DoorRequest<'events.replay'>, @Ctx() context: BullContext): Promise<DoorResult<'events.replay'>> {
    return this.events.replay(context.getSender(), request);
  }
}
