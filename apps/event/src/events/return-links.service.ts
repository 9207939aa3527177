import { Inject, Injectable } from '@nestjs/common';
import { Problem, type ReturnLink } from '@tsunagu/contracts';
import { Database, findParticipant, replaceReturnLink, hashToken, makeToken } from '@tsunagu/storage';
import { PAGE_ORIGIN } from '../page-origin.js';
import { qrSvg } from './qr.js';

/** Personal return QRs: they bring a participant back from another browser. */
@Injectable()
export class ReturnLinksService {
  constructor(private readonly database: Database, @Inject(PAGE_ORIGIN) private readonly origin: string) {}

  /** Makes a participant's return link; an older one stops working. @throws Problem request.not_found */
  async make(eventId: string, participantId: string): Promise<ReturnLink> {
    const secret = makeToken();
    await this.database.transaction(async (tx) => {
      if (!await findParticipant(tx, eventId, participantId)) throw new Problem('request.not_found');
      await replaceReturnLink(tx, participantId, hashToken(secret));
    });
    const url = `${this.origin}/r#${secret}`;
    return { url, qrSvg: await qrSvg(url) };
  }
}
