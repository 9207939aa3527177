import { KINDS, type ConsoleState, type Kind, type Language, type PersonView, type Sector } from '@tsunagu/contracts';
import { nameOf } from '../look/name-of.js';
import { ownName } from '../look/own-name.js';
import { csvFile } from './csv.js';

const CSV_COLUMNS = ['name', 'affiliation', 'sector', 'here', 'team', 'table', ...KINDS, 'jackets'] as const;
export type CsvWord = (typeof CSV_COLUMNS)[number] | 'yes' | 'no' | 'left';

/** Is this column one of tags? It is called as that kind is everywhere. */
export const isKind = (key: CsvWord): key is Kind => (KINDS as readonly string[]).includes(key);

const presence = ({ here, left }: PersonView): CsvWord => (here ? 'yes' : left ? 'left' : 'no');

/** Everybody as a table for spreadsheets. */
export function peopleCsv({ people, teams }: Pick<ConsoleState, 'people' | 'teams'>, word: (key: CsvWord) => string, sectorName: (sector: Sector | null) => string, language: Language): string {
  const teamOf = new Map(teams.flatMap((team) => team.members.map((member) => [member.participantId, team] as const)));
  const list = (labels: readonly string[]): string => labels.join(language === 'en' ? '; ' : '、');
  const tagsOf = (person: PersonView, kind: Kind): string => list(person.tags.filter((tag) => tag.kind === kind).map((tag) => nameOf(tag, language)));
  const rows = people.map((person) => {
    const team = teamOf.get(person.id);
    return [
      person.nickname, person.affiliation ?? '', sectorName(person.sector), word(presence(person)),
      team ? [team.number, ownName(team)].filter(Boolean).join(' ') : '', team?.table ?? '', ...KINDS.map((kind) => tagsOf(person, kind)), list(person.jackets),
    ];
  });
  return csvFile([CSV_COLUMNS.map(word), ...rows]);
}
