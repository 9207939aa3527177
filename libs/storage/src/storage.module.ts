import { Module, type DynamicModule } from '@nestjs/common';
import type { Settings } from '@tsunagu/config';
import { Database, openDatabase } from './database.js';

/** Gives `Database` to a service. The connection is opened before the service starts and closed after it has drained. */
@Module({})
export class StorageModule {
  static forRoot(settings: Settings): DynamicModule {
    return {
      module: StorageModule,
      global: true,
      providers: [{ provide: Database, useFactory: () => openDatabase(settings.DATABASE_URL!, settings.DATABASE_POOL) }],
      exports: [Database],
    };
  }
}
