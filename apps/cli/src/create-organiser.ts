import { addLoginLink, audit, ensureOrganiser, hashToken, makeToken, type Transaction } from '@tsunagu/storage';
import { writeJsonLine } from './json-lines.js';
import { UsageError } from './problems.js';
import { withDatabase } from './with-database.js';

const LINK_HOURS = 12;

/** A one-time login link of an organiser, who is made where they do not exist. @returns its path */
export async function makeLoginPath(tx: Transaction, login: string): Promise<string> {
  const organiser = await ensureOrganiser(tx, login);
  const token = makeToken();
  await addLoginLink(tx, organiser.id, hashToken(token), new Date(Date.now() + LINK_HOURS * 3_600_000));
  await audit(tx, { eventId: null, actor: 'operator', action: 'login_link.made', subject: login });
  return `/console/login#${token}`;
}

/** `tsunagu create-organiser LOGIN`: makes an organiser's account and a one-time login link. */
export async function run([login, ...rest]: string[]): Promise<void> {
  if (!login || rest.length || login.length > 100) throw new UsageError('usage: tsunagu create-organiser LOGIN');
  await withDatabase((database) => database.transaction(async (tx) => writeJsonLine({ login, consolePath: await makeLoginPath(tx, login), validHours: LINK_HOURS })));
}
