import { Inject, Injectable } from '@nestjs/common';
import { Problem, type ReturnLink } from '@tsunagu/contracts';
import { audit, dropTokens, findParticipant, replaceReturnLink, hashToken, makeToken, tellSignedOut, type Entry, type Transaction } from '@tsunagu/storage';
import type { OrganiserCaller } from '../access/caller.js';
import { Changes } from '../changes.service.js';
import { PAGE_ORIGIN } from '../page-origin.js';
import { qrSvg } from './qr.js';

/** Personal return QRs: they bring a participant back from another browser. */
@Injectable()
export class ReturnLinksService {
  constructor(private readonly changes: Changes, @Inject(PAGE_ORIGIN) private readonly origin: string) {}

  /** Makes a participant's return link; an older one stops working. @throws Problem request.not_found */
  make(eventId: string, participantId: string): Promise<ReturnLink> {
    return this.replace(eventId, participantId, async () => []);
  }

  /** The same at the desk, recorded, since the page opens by it. @param signOut whether every browser so far ends, a lost phone's before all */
  reissue(organiser: OrganiserCaller, eventId: string, participantId: string, signOut: boolean): Promise<ReturnLink> {
    return this.replace(eventId, participantId, async (tx) => {
      if (signOut) await dropTokens(tx, participantId);
      await audit(tx, { eventId, actor: organiser.login, action: signOut ? 'person.signed_out' : 'person.return_issued', subject: participantId });
      return signOut ? [tellSignedOut(participantId)] : [];
    });
  }

  private async replace(eventId: string, participantId: string, first: (tx: Transaction) => Promise<Entry[]>): Promise<ReturnLink> {
    const secret = makeToken();
    await this.changes.commit(eventId, async (tx) => {
      if (!await findParticipant(tx, eventId, participantId)) throw new Problem('request.not_found');
      const tell = await first(tx);
      await replaceReturnLink(tx, participantId, hashToken(secret));
      return { result: null, tell };
    });
    const url = `${this.origin}/r#${secret}`;
    return { url, qrSvg: await qrSvg(url) };
  }
}
