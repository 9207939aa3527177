import { describe, expect, it } from '@jest/globals';
import type { ConsoleState } from '@tsunagu/contracts';
import { csvCell, peopleCsv } from './people-csv.js';

describe('a CSV cell', () => {
  it.each(['=1+1', '+81-3', '-2', '@SUM', '\tx', '＝HYPERLINK("x")'])('makes %j text, not a formula', (text) => {
    expect(csvCell(text)).toBe(`"'${text.replaceAll('"', '""')}"`);
  });

  it('quotes commas, quotes and line breaks', () => {
    expect(csvCell('a,"b"\nc')).toBe('"a,""b""\nc"');
  });
});

describe('the table of people', () => {
  const state = {
    people: [{ id: '1', nickname: 'はな', affiliation: null, sector: 'student', here: true, tags: [{ kind: 'interest', label: '農業' }, { kind: 'skill', label: '料理', en: 'cooking' }], jackets: ['来客数'] }],
    teams: [{ number: 2, name: '畑の会', table: '5', members: [{ participantId: '1' }] }],
  } as unknown as ConsoleState;

  it('begins with a byte-order mark and has a row for each person, skills first', () => {
    const csv = peopleCsv(state, (key) => key, (sector) => sector ?? '', 'ja');
    expect(csv).toBe('\uFEFFname,affiliation,sector,here,team,table,tags,jackets\r\nはな,,student,yes,2 畑の会,5,料理、農業,来客数\r\n');
  });

  it('calls tags in English by their English names, where they have one', () => {
    expect(peopleCsv(state, (key) => key, (sector) => sector ?? '', 'en')).toContain('cooking; 農業');
  });
});
