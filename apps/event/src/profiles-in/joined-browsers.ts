import { Injectable } from '@nestjs/common';
import { addToken, Database, hashToken, makeToken } from '@tsunagu/storage';
import type { Request, Response } from 'express';
import { participantCookie, setCookie } from '../access/cookies.js';

const COOKIE_DAYS = 90;

/** Gives a browser the token of a participant. */
@Injectable()
export class JoinedBrowsers {
  constructor(private readonly database: Database) {}

  async welcome(request: Request, response: Response, participant: { id: string; eventId: string }): Promise<void> {
    const token = makeToken();
    await addToken(this.database.reader, participant, hashToken(token));
    setCookie(request, response, participantCookie(participant.eventId), token, COOKIE_DAYS);
  }
}
