import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Problem, type OrganiserView } from '@tsunagu/contracts';
import { addSession, audit, Database, endSession, findOrganiser, setPasswordHash, useLoginLink, type Organiser, hashToken, makeToken } from '@tsunagu/storage';
import { SESSION_HOURS } from './access.service.js';

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
    return { organiser: toView(organiser), token: await this.startSession(organiser.id) };
  }

  /** @throws Problem access.link_used */
  async useLink(linkToken: string): Promise<{ token: string }> {
    const organiserId = await useLoginLink(this.database.reader, hashToken(linkToken));
    if (!organiserId) throw new Problem('access.link_used');
    return { token: await this.startSession(organiserId) };
  }

  async signOut(sessionKey: string): Promise<void> {
    await endSession(this.database.reader, sessionKey);
  }

  async setPassword(organiserId: string, login: string, password: string): Promise<void> {
    await setPasswordHash(this.database.reader, organiserId, await hash(password));
    await audit(this.database.reader, { eventId: null, actor: login, action: 'password.changed' });
  }

  private async startSession(organiserId: string): Promise<string> {
    const token = makeToken();
    await addSession(this.database.reader, organiserId, hashToken(token), SESSION_HOURS);
    return token;
  }
}

export const toView = ({ id, login, passwordHash, operator }: Organiser): OrganiserView => ({ id, login, hasPassword: passwordHash !== null, operator });
