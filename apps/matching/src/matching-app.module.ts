import { Module, type DynamicModule } from '@nestjs/common';
import type { Settings } from '@tsunagu/config';
import { ForwardEvents, JobsFromLog, MessagingModule, SERVICE_DOORS, type JobHandler, type ServiceDoor } from '@tsunagu/messaging';
import { Database, StorageModule } from '@tsunagu/storage';
import { Encounters } from './encounters/encounters.service.js';
import { EngineRoom } from './engine-room.js';
import { ExplainTeamsProcessor } from './explain-teams.processor.js';
import { ExtractTagsProcessor } from './extract-tags.processor.js';
import { FindRepairProcessor } from './find-repair.processor.js';
import { FormTeamsProcessor } from './form-teams.processor.js';
import { HealthController } from './health/health.controller.js';
import { Metrics } from './health/metrics.js';
import { JobCommits } from './job-commits.js';
import { JOB_HANDLERS, JobsOfThisService } from './jobs-of-this-service.js';
import { Knowledge, loadKnowledge } from './knowledge.js';
import { Doors } from './match-requests/doors.js';
import { MatchRequestsController } from './match-requests/match-requests.controller.js';
import { MatchRequestsService } from './match-requests/match-requests.service.js';
import { PlaceLateProcessor } from './place-late.processor.js';
import { PreviewMovesProcessor } from './preview-moves.processor.js';
import { RankCandidatesProcessor } from './rank-candidates.processor.js';
import { RankingService } from './ranking/ranking.service.js';
import { RefillSeatProcessor } from './refill-seat.processor.js';
import { ScoreProposalProcessor } from './score-proposal.processor.js';
import { TeamTasks } from './teams/team-tasks.js';
import { TeamFormer } from './threads/team-former.js';
import { TextReader } from './threads/text-reader.js';
import { Threads } from './threads/threads.js';
import { ENDPOINT, IntroductionVectorsService, type EndpointAddress } from './vectors/introduction-vectors.service.js';

const PROCESSORS = [ExtractTagsProcessor, RankCandidatesProcessor, FormTeamsProcessor, ScoreProposalProcessor, ExplainTeamsProcessor, PreviewMovesProcessor, PlaceLateProcessor, RefillSeatProcessor, FindRepairProcessor];

const endpointOf = ({ EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: model, EMBEDDINGS_KEY: key }: Settings): EndpointAddress | null => (url && model ? { url, model, key } : null);

/** The matching service: reads introductions, ranks candidates, forms teams, and answers other services. */
@Module({})
export class MatchingAppModule {
  static forRoot(settings: Settings, reader: TextReader): DynamicModule {
    return {
      module: MatchingAppModule,
      imports: [
        StorageModule.forRoot(settings),
        MessagingModule.forRoot({ redisUrl: settings.REDIS_URL, databaseUrl: settings.DATABASE_URL!, namespace: settings.QUEUE_NAMESPACE, services: settings.SERVICES }),
      ],
      controllers: [HealthController, MatchRequestsController],
      providers: [
        { provide: Knowledge, useFactory: () => loadKnowledge(settings.VECTORS_FILE) },
        { provide: TextReader, useValue: reader },
        {
          provide: RankingService, inject: [Database, JobsFromLog, TextReader, Knowledge, Encounters],
          useFactory: (database: Database, jobs: JobsFromLog, reader: TextReader, knowledge: Knowledge, encounters: Encounters) =>
            new RankingService(database, jobs, { reader, knowledge, encounters }, settings.ATTENTION_SHARE),
        },
        { provide: TeamFormer, inject: [Knowledge], useFactory: ({ graph }: Knowledge) => new TeamFormer({ threads: settings.TEAM_THREADS, graph }) },
        { provide: ENDPOINT, useValue: endpointOf(settings) },
        { provide: ForwardEvents, inject: [SERVICE_DOORS, Database], useFactory: (doors: ServiceDoor[], database: Database) => new ForwardEvents(doors, database) },
        { provide: JOB_HANDLERS, inject: PROCESSORS, useFactory: (...handlers: JobHandler[]) => handlers },
        ...PROCESSORS, Doors, Encounters, EngineRoom, IntroductionVectorsService, JobCommits, JobsOfThisService, MatchRequestsService, Metrics, TeamTasks, Threads,
      ],
    };
  }
}
