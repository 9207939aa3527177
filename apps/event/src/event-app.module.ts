import { Module, type DynamicModule, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import type { Settings } from '@tsunagu/config';
import { MessagingModule } from '@tsunagu/messaging';
import { StorageModule } from '@tsunagu/storage';
import { AccessGuard } from './access/access.guard.js';
import { AccessService } from './access/access.service.js';
import { MembersController } from './access/members.controller.js';
import { MembersService } from './access/members.service.js';
import { OrganisersController } from './access/organisers.controller.js';
import { OrganisersService } from './access/organisers.service.js';
import { OriginGuard } from './access/origin.guard.js';
import { RateLimitGuard, RateLimits } from './access/rate-limit.guard.js';
import { Changes } from './changes.service.js';
import { EventsController } from './events/events.controller.js';
import { EventsService } from './events/events.service.js';
import { PeopleService } from './events/people.service.js';
import { ReturnLinksService } from './events/return-links.service.js';
import { WordsController } from './events/words.controller.js';
import { WordsService } from './events/words.service.js';
import { HealthController } from './health/health.controller.js';
import { Metrics } from './health/metrics.js';
import { AcquaintancesService } from './hellos/acquaintances.service.js';
import { HellosController } from './hellos/hellos.controller.js';
import { HellosService } from './hellos/hellos.service.js';
import { MeetingService } from './hellos/meeting.service.js';
import { IdempotencyInterceptor } from './http/idempotency.interceptor.js';
import { ProblemFilter } from './http/problem.filter.js';
import { OperationInterceptor } from './http/operation.js';
import { VersionsInterceptor } from './http/versions.interceptor.js';
import { OperationsService } from './operator/operations.service.js';
import { OperatorController } from './operator/operator.controller.js';
import { OperatorService } from './operator/operator.service.js';
import { QueueBoardModule } from './operator/queue-board.module.js';
import { OwnDataController } from './own-data/own-data.controller.js';
import { OwnDataService } from './own-data/own-data.service.js';
import { RetentionService } from './own-data/retention.service.js';
import { PAGE_ORIGIN } from './page-origin.js';
import { JoinController } from './profiles-in/join.controller.js';
import { JoinService } from './profiles-in/join.service.js';
import { JoinedBrowsers } from './profiles-in/joined-browsers.js';
import { ProfileController } from './profiles-in/profile.controller.js';
import { ProfileService } from './profiles-in/profile.service.js';
import { LiveGateway } from './proposals-out/live.gateway.js';
import { RefreshRoomService } from './proposals-out/refresh-room.service.js';
import { SnapshotsController } from './proposals-out/snapshots.controller.js';
import { SnapshotsService } from './proposals-out/snapshots.service.js';
import { TailLogService } from './proposals-out/tail-log.service.js';
import { ServiceController } from './service-door/service.controller.js';
import { ServiceEventsService } from './service-door/service-events.service.js';
import { ServiceRequestsService } from './service-door/service-requests.service.js';
import { SETTINGS } from './settings-token.js';
import { ProposalsService } from './teams/proposals.service.js';
import { OwnTeamService } from './teams/own-team.service.js';
import { FormingTogetherController } from './teams/forming-together.controller.js';
import { FoundedTeamsService } from './teams/founded-teams.service.js';
import { PublicationService } from './teams/publication.service.js';
import { RepairsService } from './teams/repairs.service.js';
import { SeatAnswersService } from './teams/seat-answers.service.js';
import { TeamsController } from './teams/teams.controller.js';
import { ThemesService } from './teams/themes.service.js';
import { WebPagesModule } from './web-pages.module.js';
import { DEFAULT_TIMES, DeliverWebhooksService, WEBHOOK_TIMES } from './webhooks/deliver-webhooks.service.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';
import { WebhooksService } from './webhooks/webhooks.service.js';

/** The event service: the doors for people, and the pushes back to them. */
@Module({})
export class EventAppModule implements NestModule {
  /** @param origin the address that phones open */
  static forRoot(settings: Settings, origin: string): DynamicModule {
    return {
      module: EventAppModule,
      imports: [
        StorageModule.forRoot(settings),
        MessagingModule.forRoot({ redisUrl: settings.REDIS_URL, databaseUrl: settings.DATABASE_URL!, namespace: settings.QUEUE_NAMESPACE, services: settings.SERVICES }),
        QueueBoardModule,
        WebPagesModule,
      ],
      controllers: [OrganisersController, MembersController, EventsController, WordsController, JoinController, ProfileController, HellosController, TeamsController, FormingTogetherController, SnapshotsController, OwnDataController, HealthController, WebhooksController, OperatorController, ServiceController],
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: PAGE_ORIGIN, useValue: origin },
        { provide: RateLimits, useFactory: () => new RateLimits(settings.RATE_LIMIT_FACTOR) },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useFactory: () => new OriginGuard(settings.PUBLIC_URL) },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: RateLimitGuard },
        { provide: APP_INTERCEPTOR, useClass: OperationInterceptor },
        { provide: APP_INTERCEPTOR, useClass: VersionsInterceptor },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        { provide: WEBHOOK_TIMES, useValue: DEFAULT_TIMES },
        AccessService, OrganisersService, MembersService, Changes, EventsService, WordsService, PeopleService, ReturnLinksService, JoinService, JoinedBrowsers, ProfileService, HellosService, MeetingService,
        AcquaintancesService, ProposalsService, PublicationService, OwnTeamService, RepairsService, SeatAnswersService, FoundedTeamsService, ThemesService, SnapshotsService, TailLogService, LiveGateway, RefreshRoomService, OwnDataService, RetentionService, Metrics,
        DeliverWebhooksService, WebhooksService, OperationsService, OperatorService, ServiceEventsService, ServiceRequestsService,
      ],
    };
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(Metrics).forRoutes('{*path}');
  }
}
