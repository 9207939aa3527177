import { Inject, Injectable } from '@nestjs/common';
import { LIMITS, Problem, type HttpAnswers, type MemberRole } from '@tsunagu/contracts';
import { addLoginLink, audit, Database, ensureOrganiser, hashToken, listMembers, lockEvent, lockOrganiser, makeToken, mayBeHandedOut, removeMember, setMember, tellMembers, type Transaction } from '@tsunagu/storage';
import { Changes } from '../changes.service.js';
import { PAGE_ORIGIN } from '../page-origin.js';
import type { OrganiserCaller } from './caller.js';

const LINK_HOURS = 72;

/** Who works on an event, and what they may do. */
@Injectable()
export class MembersService {
  constructor(private readonly database: Database, private readonly changes: Changes, @Inject(PAGE_ORIGIN) private readonly origin: string) {}

  async list(eventId: string): Promise<HttpAnswers['listMembers']> {
    return { members: await listMembers(this.database.reader, eventId) };
  }

  /**
   * Who is new gets a one-time link, and another one while they have not signed in. To any other account there is none:
   * it may be anybody's who has yet to sign in, the operator's too, and whoever holds the link has the account.
   * @throws Problem member.last_owner, member.too_many
   */
  add(owner: OrganiserCaller, eventId: string, login: string, role: MemberRole): Promise<HttpAnswers['addMember']> {
    return this.changes.commit<HttpAnswers['addMember']>(eventId, async (tx) => {
      await lockEvent(tx, eventId);
      const { id } = await ensureOrganiser(tx, login, eventId);
      await lockOrganiser(tx, id); // another event may let the same account in just now
      await setMember(tx, eventId, id, role);
      const members = await this.checked(tx, eventId);
      if (members.length > LIMITS.membersPerEvent) throw new Problem('member.too_many', { values: { limit: LIMITS.membersPerEvent } });
      await audit(tx, { eventId, actor: owner.login, action: 'member.added', detail: { login, role } });
      if (!await mayBeHandedOut(tx, id, eventId)) return { result: { loginUrl: null }, tell: [tellMembers(eventId)] };
      const token = makeToken();
      await addLoginLink(tx, id, hashToken(token), new Date(Date.now() + LINK_HOURS * 3_600_000));
      return { result: { loginUrl: `${this.origin}/console/login#${token}` }, tell: [tellMembers(eventId)] };
    });
  }

  /** @throws Problem member.last_owner, request.not_found */
  change(owner: OrganiserCaller, eventId: string, organiserId: string, role: MemberRole | null): Promise<null> {
    return this.changes.commit(eventId, async (tx) => {
      await lockEvent(tx, eventId);
      const member = (await listMembers(tx, eventId)).find((one) => one.organiserId === organiserId);
      if (!member) throw new Problem('request.not_found');
      if (role) await setMember(tx, eventId, organiserId, role);
      else await removeMember(tx, eventId, organiserId);
      await this.checked(tx, eventId);
      await audit(tx, { eventId, actor: owner.login, action: role ? 'member.changed' : 'member.removed', detail: { login: member.login, ...(role ? { role } : {}) } });
      return { result: null, tell: [tellMembers(eventId)] };
    });
  }

  private async checked(tx: Transaction, eventId: string): Promise<HttpAnswers['listMembers']['members']> {
    const members = await listMembers(tx, eventId);
    if (!members.some((member) => member.role === 'owner')) throw new Problem('member.last_owner');
    return members;
  }
}
