import { Injectable } from '@nestjs/common';
import { Problem, type HttpAnswers } from '@tsunagu/contracts';
import { changeParticipant, Database, lockParticipant, readEventCard, suggestThemes, tellMe } from '@tsunagu/storage';
import type { ParticipantCaller } from '../access/caller.js';
import { Changes } from '../changes.service.js';

/** What teams can work on: themes and data jackets that the organiser offers and people rank. */
@Injectable()
export class ThemesService {
  constructor(private readonly database: Database, private readonly changes: Changes) {}

  /** Best first; an empty list takes the choice back. One that the organiser has taken away since it was chosen drops out. @throws Problem themes.unknown */
  rank(me: ParticipantCaller, choices: string[]): Promise<null> {
    return this.changes.commit(me.eventId, async (tx) => {
      const person = await lockParticipant(tx, me.eventId, me.participantId);
      if (!person) throw new Problem('access.not_joined');
      const offered = new Set((await readEventCard(tx, me.eventId)).themes.map(({ id }) => id));
      if (choices.some((id) => !offered.has(id) && !person.choices.includes(id))) throw new Problem('themes.unknown');
      await changeParticipant(tx, person.id, { choices: [...new Set(choices)].filter((id) => offered.has(id)) });
      return { result: null, tell: [tellMe(person.id)] };
    });
  }

  /** Data jackets of the people, and what most of them care about: what an organiser may offer as themes. */
  async suggest(eventId: string): Promise<HttpAnswers['suggestThemes']> {
    return { themes: await suggestThemes(this.database.reader, eventId) };
  }
}
