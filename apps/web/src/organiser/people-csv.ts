import { KINDS, type ConsoleState, type Language, type PersonView, type Sector } from '@tsunagu/contracts';
import { nameOf } from '../look/name-of.js';
import { ownName } from '../look/own-name.js';

export const CSV_COLUMNS = ['name', 'affiliation', 'sector', 'here', 'team', 'table', 'tags', 'jackets'] as const;
export type CsvWord = (typeof CSV_COLUMNS)[number] | 'yes' | 'no';

/** A cell that a spreadsheet takes as text, whatever it begins with. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r\n]|^[＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Everybody as a table for spreadsheets: UTF-8 with a byte-order mark, as Excel in Japan needs it. */
export function peopleCsv({ people, teams }: Pick<ConsoleState, 'people' | 'teams'>, word: (key: CsvWord) => string, sectorName: (sector: Sector | null) => string, language: Language): string {
  const between = language === 'en' ? '; ' : '、';
  const teamOf = new Map(teams.flatMap((team) => team.members.map((member) => [member.participantId, team] as const)));
  const tagsOf = (person: PersonView): string => KINDS.flatMap((kind) => person.tags.filter((tag) => tag.kind === kind).map((tag) => nameOf(tag, language))).join(between);
  const rows = people.map((person) => {
    const team = teamOf.get(person.id);
    return [
      person.nickname, person.affiliation ?? '', sectorName(person.sector), word(person.here ? 'yes' : 'no'),
      team ? [team.number, ownName(team)].filter(Boolean).join(' ') : '', team?.table ?? '', tagsOf(person), person.jackets.join(between),
    ];
  });
  return `\uFEFF${[CSV_COLUMNS.map(word), ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
