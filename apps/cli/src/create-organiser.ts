import { fieldProblem, memberInput } from '@tsunagu/contracts';
import { addLoginLink, audit, ensureOrganiser, hashToken, makeOperator, makeToken, takeFromInviter, type Transaction } from '@tsunagu/storage';
import { writeJsonLine } from './json-lines.js';
import { parseOptions } from './parse-options.js';
import { UsageError } from './problems.js';
import { refusal } from './sentences.js';
import { withDatabase } from './with-database.js';

const USAGE = 'usage: tsunagu create-organiser LOGIN [--operator]';
const LINK_HOURS = 12;

/** A one-time login link of an organiser, who is made where they do not exist; links of an event's owner to that account end. @returns its path */
export async function makeLoginPath(tx: Transaction, login: string, { operator }: { operator: boolean }): Promise<string> {
  const organiser = await ensureOrganiser(tx, login);
  await takeFromInviter(tx, organiser.id);
  if (operator) await makeOperator(tx, organiser.id);
  const token = makeToken();
  await addLoginLink(tx, organiser.id, hashToken(token), new Date(Date.now() + LINK_HOURS * 3_600_000));
  await audit(tx, { eventId: null, actor: 'operator', action: 'login_link.made', subject: login, detail: operator ? { operator } : {} });
  return `/console/login#${token}`;
}

/** `tsunagu create-organiser LOGIN [--operator]`: makes an organiser's account and a one-time login link. `--operator` lets it see how the installation runs and make API keys. */
export async function run(args: string[]): Promise<void> {
  const { values: { operator = false }, positionals: [login, ...rest] } = parseOptions({ args, options: { operator: { type: 'boolean' } }, allowPositionals: true }, USAGE);
  if (!login || rest.length) throw new UsageError(refusal('arguments.wrong'), USAGE);
  if (!memberInput.shape.login.safeParse(login).success) throw new UsageError(fieldProblem('LOGIN', 'member.login'), USAGE, 'LOGIN');
  await withDatabase((database) => database.transaction(async (tx) => writeJsonLine({ login, consolePath: await makeLoginPath(tx, login, { operator }), validHours: LINK_HOURS })));
}
