import { Controller, Header, Param } from '@nestjs/common';
import type { HttpAnswers } from '@tsunagu/contracts';
import { AsOrganiser, For, Me, type OrganiserCaller, type ParticipantCaller } from '../access/caller.js';
import { Route } from '../http/route.js';
import { SnapshotsService } from './snapshots.service.js';

@Controller('api/v1')
export class SnapshotsController {
  constructor(private readonly service: SnapshotsService) {}

  @For('participant') @Route('readPhone') @Header('Cache-Control', 'no-store')
  readPhone(@Me() me: ParticipantCaller): Promise<HttpAnswers['readPhone']> {
    return this.service.phone(me);
  }

  @For('organiser') @Route('readConsole') @Header('Cache-Control', 'no-store')
  async readConsole(@AsOrganiser() { organiserId, role }: OrganiserCaller, @Param('eventId') eventId: string): Promise<HttpAnswers['readConsole']> {
    return { ...await this.service.console(eventId, role!), organiserId, role: role! };
  }

  @For('anyone') @Route('readWall') @Header('Cache-Control', 'no-store')
  readWall(@Param('secret') secret: string): Promise<HttpAnswers['readWall']> {
    return this.service.wall(secret);
  }
}
