import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { logLevels, startLoggerOptions, type Settings } from '@tsunagu/config';
import { DoorServer } from '@tsunagu/messaging';
import { Doors } from './match-requests/doors.js';
import { MatchingAppModule } from './matching-app.module.js';
import { TextReader } from './threads/text-reader.js';

const STOP_MS = 30_000;

/** Starts the matching service: workers, a server behind each outside service's door, health and metrics over HTTP. @throws what keeps it from starting */
export async function startMatchingApp(settings: Settings): Promise<NestExpressApplication> {
  const reader = new TextReader({ threads: settings.EXTRACT_THREADS });
  try {
    return await startWith(reader, settings);
  } catch (error) {
    await reader.close();
    throw error;
  }
}

async function startWith(reader: TextReader, settings: Settings): Promise<NestExpressApplication> {
  const logger = new ConsoleLogger(startLoggerOptions(settings));
  // buffered: where the start fails, its reason is told once, by the caller
  const app = await NestFactory.create<NestExpressApplication>(MatchingAppModule.forRoot(settings, reader), { abortOnError: false, bodyParser: false, logger, bufferLogs: true, autoFlushLogs: false });
  app.flushLogs();
  for (const door of app.get(Doors).all()) app.connectMicroservice({ strategy: new DoorServer({ door, inFlight: settings.SERVICE_IN_FLIGHT, perSecond: settings.SERVICE_RATE }) });
  app.enableShutdownHooks();
  process.once('SIGTERM', () => setTimeout(() => process.exit(1), STOP_MS).unref());
  await app.startAllMicroservices();
  await app.listen(settings.MATCHING_PORT, settings.MATCHING_HOST);
  logger.setLogLevels(logLevels(settings));
  logger.log(`health and metrics at ${await app.getUrl()}`, 'Matching service');
  return app;
}
