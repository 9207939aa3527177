import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { logLevels, readTls, startLoggerOptions, type Settings } from '@tsunagu/config';
import { LIMITS, Problem } from '@tsunagu/contracts';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { publicOrigin } from './access/public-address.js';
import { EventAppModule } from './event-app.module.js';
import { LiveAdapter } from './proposals-out/live-adapter.js';

/** This host's sockets, which older Safari does not count as 'self'; a host name that is none adds nothing. */
const socketsOf = (host = ''): string => (/^[\w.:[\]-]+$/.test(host) ? `ws://${host} wss://${host}` : "'self'");

/** Only our own scripts, styles and sockets. No upgrade to https: a laptop in a room serves phones by plain http. */
const CONTENT_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'"], imgSrc: ["'self'", 'data:'], connectSrc: ["'self'", (request: IncomingMessage) => socketsOf(request.headers.host)], fontSrc: ["'self'"],
    objectSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'self'"], frameAncestors: ["'none'"],
  },
};

function secure(app: NestExpressApplication, settings: Settings): void {
  app.use(helmet({
    contentSecurityPolicy: CONTENT_POLICY, referrerPolicy: { policy: 'no-referrer' }, crossOriginOpenerPolicy: false, originAgentCluster: false,
    strictTransportSecurity: settings.TLS_CERT || settings.PUBLIC_URL?.startsWith('https:') ? undefined : false,
  }));
  if (settings.TRUST_PROXY) app.set('trust proxy', 1);
  const verify = (_request: unknown, _response: unknown, body: Buffer): void => { if (!isUtf8(body)) throw new Problem('request.malformed'); };
  const [small, large] = [express.json({ limit: LIMITS.bodyBytes, verify }), express.json({ limit: LIMITS.serviceBodyBytes, verify })];
  // A service may bring a thousand people; whoever brings no key is not read that far.
  app.use((request: Request, response: Response, next: NextFunction) =>
    (request.path.startsWith('/api/v1/service/') && request.headers.authorization !== undefined ? large : small)(request, response, next));
}

/** Starts the event service and listens. @throws what keeps it from starting */
export async function startEventApp(settings: Settings): Promise<NestExpressApplication> {
  const logger = new ConsoleLogger(startLoggerOptions(settings));
  const app = await NestFactory.create<NestExpressApplication>(EventAppModule.forRoot(settings, publicOrigin(settings, settings.PORT)), {
    bodyParser: false, abortOnError: false, httpsOptions: readTls(settings), logger,
  });
  app.useWebSocketAdapter(new LiveAdapter(app, settings.PUBLIC_URL));
  secure(app, settings);
  app.enableShutdownHooks();
  await app.listen(settings.PORT, settings.HOST);
  logger.setLogLevels(logLevels(settings));
  logger.log(`listens at ${await app.getUrl()}`, 'Event service');
  return app;
}
