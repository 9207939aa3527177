import { describe, expect, it } from '@jest/globals';
import { GOINGS, RATINGS } from '@tsunagu/contracts';
import { room as englishRoom } from '../../apps/web/src/organiser/words/en-room.js';
import { teams as englishTeams } from '../../apps/web/src/organiser/words/en-teams.js';
import { room } from '../../apps/web/src/organiser/words/ja-room.js';
import { teams } from '../../apps/web/src/organiser/words/ja-teams.js';
import { team as englishPhone } from '../../apps/web/src/attendee/words/en-team.js';
import { team as phone } from '../../apps/web/src/attendee/words/ja-team.js';

describe('what members answer about their team', () => {
  it('has one name on the phone, beside the team, in the report and in its file', () => {
    for (const [own, beside, report] of [[phone, teams, room], [englishPhone, englishTeams, englishRoom]] as const) {
      const said = { ...own.rating, ...own.going };
      expect(report.report.answers).toEqual(said);
      for (const answer of [...RATINGS, ...GOINGS]) expect(beside.answers[answer].toLowerCase().startsWith(said[answer].toLowerCase())).toBe(true);
    }
  });
});
