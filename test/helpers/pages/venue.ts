import { addLoginLink, ensureOrganiser, hashToken, makeToken, openDatabase, type Database } from '@tsunagu/storage';
import type { HttpAnswers, HttpBody } from '@tsunagu/contracts';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser, watchFaults } from '../browser.js';
import { Caller, makeEvent } from '../event-app.js';
import { startProduct, type Product } from '../product.js';
import { waitFor } from '../wait-for.js';
import type { FixturePerson } from './people.js';

export type Event = HttpAnswers['createEvent'];
/** Somebody who entered without a page; `open` shows theirs. */
export type Participant = Caller & { id: string; eventId: string; nickname: string };

const PATIENCE_MS = 40_000;

/** The real product, with browsers in front of it that note every fault of a page. */
export class Venue {
  /** What happened on any page and never should. */
  readonly faults: string[] = [];
  private constructor(readonly product: Product, readonly database: Database, private readonly browser: Browser) {}

  static async open({ hosts, env = {} }: { hosts?: Record<string, string>; env?: Record<string, string> } = {}): Promise<Venue> {
    const [product, browser] = await Promise.all([startProduct({ env: { RATE_LIMIT_FACTOR: '100', ...env } }), openBrowser({ hosts })]);
    return new Venue(product, await openDatabase(product.databaseUrl!, 2), browser);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.database.source.destroy();
    await this.product.stop();
  }

  /** A page in a browser of its own. `as` brings somebody's cookies; `path` may be a whole address. */
  async show(screen: BrowserContextOptions, path: string, { as }: { as?: Caller } = {}): Promise<Page> {
    const context = await this.browser.newContext({ baseURL: this.product.origin, ...screen });
    context.setDefaultTimeout(PATIENCE_MS);
    if (as) await context.addCookies([...as.cookies].map(([name, value]) => ({ name, value, url: this.product.origin })));
    const page = await context.newPage();
    await watchFaults(page, (fault) => this.faults.push(`${fault} at ${page.url()}`));
    await page.goto(path);
    return page;
  }

  /** A link that signs an organiser in once. */
  async loginPath(login = 'organiser'): Promise<string> {
    const token = makeToken();
    const { id } = await ensureOrganiser(this.database.reader, login);
    await addLoginLink(this.database.reader, id, hashToken(token), new Date(Date.now() + 600_000));
    return `/console/login#${token}`;
  }

  async organiser(): Promise<Caller> {
    const caller = new Caller(this.product.origin);
    await caller.call('useLoginLink', {}, { token: (await this.loginPath()).split('#')[1] });
    return caller;
  }

  makeEvent(organiser: Caller, fields: Partial<HttpBody<'createEvent'>> = {}): Promise<Event> {
    return makeEvent(organiser, fields);
  }

  async enter(joinCode: string, fields: Partial<HttpBody<'join'>> & { nickname: string }): Promise<Participant> {
    const caller = new Caller(this.product.origin);
    const { status, body, problem } = await caller.call('join', { code: joinCode }, { consentVersion: 1, ...fields });
    if (status !== 201) throw new Error(`${fields.nickname}: ${status} ${JSON.stringify(problem)}`);
    return Object.assign(caller, { id: body.participantId, eventId: body.eventId, nickname: fields.nickname });
  }

  async enterAll(joinCode: string, people: readonly FixturePerson[]): Promise<Participant[]> {
    const entered: Participant[] = [];
    for (const { name, affiliation, sector, intro, data_jackets: jackets } of people) {
      entered.push(await this.enter(joinCode, { nickname: name, affiliation, sector, introduction: intro, jackets }));
    }
    return entered;
  }

  /** Waits until everybody's introduction is read. */
  async allRead(people: readonly Participant[]): Promise<void> {
    for (const person of people) {
      await waitFor(`the tags of ${person.nickname}`, async () => (await person.call('readPhone', { eventId: person.eventId })).body.state.me.reading !== 'reading', 90);
    }
  }
}
