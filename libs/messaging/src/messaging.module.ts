import { Inject, Module, type BeforeApplicationShutdown, type DynamicModule, type OnApplicationBootstrap } from '@nestjs/common';
import { busyWhereLocked, Database } from '@tsunagu/storage';
import { JobsFromLog } from './add-jobs-from-log.js';
import { migrateDoor } from './door/migrate-door.js';
import { serviceDoors, type ServiceDoor } from './door/service-door.js';
import { queueStore, type QueueStoreOptions } from './queue-stores.js';
import { Queues } from './queues.js';
import { migrateQueueStore } from './transport/queue-store.js';

export const SERVICE_DOORS = Symbol('doors of outside services');

export interface MessagingOptions extends QueueStoreOptions { services: string }

/** Provides {@link Queues}, {@link JobsFromLog} (its sweep runs with the application) and the doors of outside services. */
@Module({})
export class MessagingModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(@Inject(Queues) private readonly queues: Queues, @Inject(JobsFromLog) private readonly jobs: JobsFromLog) {}

  static forRoot(options: MessagingOptions): DynamicModule {
    return {
      module: MessagingModule,
      global: true,
      providers: [
        { provide: Queues, useFactory: () => new Queues(queueStore(options)) },
        { provide: JobsFromLog, inject: [Queues, Database], useFactory: (queues: Queues, database: Database) => new JobsFromLog(queues, database) },
        { provide: SERVICE_DOORS, useFactory: (): ServiceDoor[] => serviceDoors(options, options.services) },
      ],
      exports: [Queues, JobsFromLog, SERVICE_DOORS],
    };
  }

  onApplicationBootstrap(): void {
    this.jobs.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.jobs.stop();
    await this.queues.close();
  }
}

/** Creates or updates the tables of all queues: the product's own and each door's. Run where the database is migrated. @throws MigrationBusy */
export async function migrateQueues(options: MessagingOptions): Promise<void> {
  await migrateQueueStore(queueStore(options)).catch(busyWhereLocked);
  for (const door of serviceDoors(options, options.services)) await migrateDoor(door);
}
