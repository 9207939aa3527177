import { describe, expect, it } from '@jest/globals';
import type { TeamView } from '@tsunagu/contracts';
import { teamAsText, teamCalendarFile } from './hand-off-texts.js';

const member = (nickname: string, contact: string | null): string => `- ${nickname}${contact ? ` (${contact})` : ''}`;
const words = { member, subject: '【ラボ】見守り隊', members: 'メンバー', goal: '目標', nextDate: '次に会う日' };
const team = { id: 't1', number: 1, name: '見守り隊', goal: '試食会, 町内で; 開く', nextDate: '2026-12-31', members: [{ nickname: 'はな', contact: 'hana@example.jp' }, { nickname: 'ヒロ', contact: null }] } as unknown as TeamView;

describe('handing a team on', () => {
  it('writes members, consented contacts, goal and date in lines', () => {
    expect(teamAsText(team, words).split('\n')).toEqual(['【ラボ】見守り隊', 'メンバー:', '- はな (hana@example.jp)', '- ヒロ', '目標: 試食会, 町内で; 開く', '次に会う日: 2026-12-31']);
  });

  it('makes an all-day entry that ends on the next day, over the end of the year', () => {
    const file = teamCalendarFile(team, words, new Date('2026-11-24T03:04:05.678Z'));
    expect(file).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n');
    expect(file).toContain('DTSTAMP:20261124T030405Z');
  });

  it('escapes what has a meaning in calendar files, and folds lines at 75 bytes', () => {
    const file = teamCalendarFile(team, words, new Date(0));
    expect(file.replaceAll('\r\n ', '')).toContain('試食会\\, 町内で\\; 開く');
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});
