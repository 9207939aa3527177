import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Problem, type OrganiserView } from '@tsunagu/contracts';
import { addSession, append, audit, Database, endOtherSessions, endSession, eventsWorkedOn, findOrganiser, forgetEndedSessions, setPasswordHash, tellMembers, useLoginLink, type Organiser, type Transaction, hashToken, makeToken } from '@tsunagu/storage';
import { IDLE_HOURS, SESSION_HOURS } from './access.service.js';
import type { OrganiserCaller } from './caller.js';

/** Checked when the login name is unknown, so that the answer takes as long as for a wrong password. */
let decoy: Promise<string> | undefined;
const decoyHash = (): Promise<string> => (decoy ??= hash(makeToken()));

@Injectable()
export class OrganisersService {
  constructor(private readonly database: Database) {}

  /** @returns the session's token @throws Problem access.wrong_password */
  async signIn(login: string, password: string): Promise<{ organiser: OrganiserView; token: string }> {
    const organiser = await findOrganiser(this.database.reader, login);
    const right = await verify(organiser?.passwordHash ?? await decoyHash(), password);
    if (!organiser?.passwordHash || !right) throw new Problem('access.wrong_password');
    return { organiser: toView(organiser), token: await this.database.transaction((tx) => startSession(tx, organiser.id)) };
  }

  /** @throws Problem access.link_used */
  async useLink(linkToken: string): Promise<{ token: string }> {
    return this.database.transaction(async (tx) => {
      const organiserId = await useLoginLink(tx, hashToken(linkToken));
      if (!organiserId) throw new Problem('access.link_used');
      return { token: await startSession(tx, organiserId) };
    });
  }

  async signOut({ organiserId, key }: OrganiserCaller): Promise<void> {
    await this.database.transaction(async (tx) => {
      await endSession(tx, key);
      await tellEnded(tx, organiserId);
    });
  }

  /** Whoever is signed in elsewhere, or holds a link, had it by what was before: both end. */
  async setPassword({ organiserId, login, key }: OrganiserCaller, password: string): Promise<void> {
    const passwordHash = await hash(password);
    await this.database.transaction(async (tx) => {
      await setPasswordHash(tx, organiserId, passwordHash);
      await endOtherSessions(tx, organiserId, key);
      await audit(tx, { eventId: null, actor: login, action: 'password.changed' });
      await tellEnded(tx, organiserId);
    });
  }
}

/** Starts a session, and forgets those of everybody that have ended. */
async function startSession(tx: Transaction, organiserId: string): Promise<string> {
  const token = makeToken();
  await forgetEndedSessions(tx, IDLE_HOURS);
  await addSession(tx, organiserId, hashToken(token), SESSION_HOURS);
  return token;
}

/** Has every process look again who follows the consoles of this organiser's events: sessions have ended. */
async function tellEnded(tx: Transaction, organiserId: string): Promise<void> {
  for (const eventId of await eventsWorkedOn(tx, organiserId)) await append(tx, eventId, [tellMembers(eventId)]);
}

export const toView = ({ id, login, passwordHash, operator }: Organiser): OrganiserView => ({ id, login, hasPassword: passwordHash !== null, operator });
