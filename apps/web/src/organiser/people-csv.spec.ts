import { describe, expect, it } from '@jest/globals';
import type { ConsoleState, Language } from '@tsunagu/contracts';
import { peopleCsv } from './people-csv.js';

describe('the table of people', () => {
  const person = { nickname: 'はな', affiliation: null, sector: 'student', here: true, left: false, tags: [], jackets: [] };
  const tableIn = (language: Language, ...people: object[]): string[] =>
    peopleCsv({ people: people.map((one, at) => ({ ...person, id: String(at), ...one })), teams: [{ number: 2, name: '畑の会', table: '5', members: [{ participantId: '0' }] }] } as unknown as ConsoleState, (key) => key, (sector) => sector ?? '', language).split('\r\n');
  const tableOf = (...people: object[]): string[] => tableIn('ja', ...people);

  it('has a row for each person, and a column for each kind of tag', () => {
    const tags = [{ kind: 'interest', label: '農業' }, { kind: 'skill', label: '料理' }, { kind: 'seeking', label: '場所' }, { kind: 'skill', label: '動画編集' }];
    expect(tableOf({ tags, jackets: ['来客数'] })).toEqual(['\uFEFFname,affiliation,sector,here,team,table,skill,interest,seeking,jackets', 'はな,,student,yes,2 畑の会,5,料理、動画編集,農業,場所,来客数', '']);
  });

  it('tells who has left from who never came', () => {
    expect(tableOf({}, { here: false, left: true }, { here: false }).slice(1, 4).map((row) => row.split(',')[3])).toEqual(['yes', 'left', 'no']);
  });

  it('calls tags in English by their English names, where they have one', () => {
    const tags = [{ kind: 'skill', label: '料理', en: 'cooking' }, { kind: 'skill', label: '農業' }];
    expect(tableIn('en', { tags })[1]).toContain('cooking; 農業');
  });
});
