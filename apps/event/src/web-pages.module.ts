import { Module, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import express, { type NextFunction, type Request, type Response } from 'express';
import { existsSync } from 'node:fs';
import { dirname, extname, join, normalize } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { asyncApi } from './api-description/async-api.js';
import { MESSAGES_CSS, messagesPage } from './api-description/messages-page.js';
import { apiPage, openApi } from './api-description/open-api.js';
import { once } from './http/once.js';

const PAGES = join(dirname(fileURLToPath(import.meta.url)), '../../web');
const API_PAGE_FILES = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const YEAR = '365d';

/** Which page answers an address. Everything else that a browser opens is the attendee's. */
function pageOf(path: string): string {
  if (path.startsWith('/console')) return 'console.html';
  return path.startsWith('/wall/') ? 'wall.html' : 'index.html';
}

const ENCODINGS: [name: string, ending: string][] = [['br', '.br'], ['gzip', '.gz']];
const COMPRESSED = /\.(js|css|svg)$/;

/** Takes the compressed copy that the build has put beside an asset, where the browser understands it: slow phones first. */
function smaller(request: Request, response: Response, next: NextFunction): void {
  response.vary('Accept-Encoding');
  const found = COMPRESSED.test(request.path) ? ENCODINGS.find(([name, ending]) => request.acceptsEncodings(name) && existsSync(join(PAGES, 'assets', normalize(`/${request.path}`) + ending))) : undefined;
  if (found) {
    response.type(extname(request.path)).setHeader('Content-Encoding', found[0]);
    request.url = request.url.replace(request.path, request.path + found[1]);
  }
  next();
}

// No limit stands before the addresses of these, and making them is work.
const OPEN_API = once(() => JSON.stringify(openApi()));
const ASYNC_API = once(() => JSON.stringify(asyncApi()));
const MESSAGES = once(messagesPage);

/** Serves apps/web and the descriptions of the HTTP interface and of the message queue. */
@Module({})
export class WebPagesModule implements NestModule {
  constructor(private readonly host: HttpAdapterHost) {}

  configure(_: MiddlewareConsumer): void {
    const app = this.host.httpAdapter.getInstance<express.Express>();
    app.use('/assets', smaller);
    app.use('/assets', express.static(join(PAGES, 'assets'), { immutable: true, maxAge: YEAR, fallthrough: false }));
    app.use('/api/page', express.static(API_PAGE_FILES, { index: false, maxAge: '1h' }));
    app.get('/api/page.js', (_request: Request, response: Response) => { response.type('js').send(apiPage.script); });
    app.get('/api', (_request: Request, response: Response) => { response.type('html').send(apiPage.html); });
    app.get('/api/openapi.json', (_request: Request, response: Response) => { response.type('json').send(OPEN_API()); });
    app.get('/api/asyncapi.json', (_request: Request, response: Response) => { response.type('json').send(ASYNC_API()); });
    app.get('/api/messages', (_request: Request, response: Response) => { response.type('html').send(MESSAGES()); });
    app.get('/api/messages.css', (_request: Request, response: Response) => { response.type('css').send(MESSAGES_CSS); });
    app.use(express.static(PAGES, { index: false, maxAge: '1h' }));
    app.get(/^\/(?!api\/|health\/|metrics|socket\.io\/)/, (request: Request, response: Response, next: NextFunction) => {
      if (!request.accepts('html')) return next();
      response.setHeader('Cache-Control', 'no-cache');
      response.sendFile(join(PAGES, pageOf(request.path)));
    });
  }
}
