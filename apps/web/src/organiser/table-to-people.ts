import { foldText, textProblem, introductionProblem, LIMITS, PEOPLE_COLUMNS, sectorNamed, shortTextProblem, type FieldProblem, type Sector, type TableRow, type TextProblem } from '@tsunagu/contracts';

/** `row`: as the spreadsheet counts it that the list comes from */
export interface ImportedPerson { row: number; nickname: string; affiliation: string; sector: Sector | null; introduction: string }
export interface BadRow { row: number; problems: FieldProblem[] }
/** The columns of a list that are read. */
export const IMPORTED_FIELDS = ['nickname', 'affiliation', 'sector', 'introduction'] as const;
export interface ReadTable {
  /** the headers that were taken for each field */
  columns: Record<(typeof IMPORTED_FIELDS)[number], string[]>;
  people: ImportedPerson[];
  bad: BadRow[];
  /** what stands for a sector and names none, with its rows; these people have none */
  unknownSectors: { text: string; rows: number[] }[];
  /** people who had cancelled */
  cancelled: number;
}

const STATUS = ['参加ステータス', 'ステータス', 'status'];
const CANCELLED = /キャンセル|取消|補欠|cancel|wait(ing)?[ -]?list/i;
const FAMILY = ['姓', '名字', 'last name', 'family name'];
const GIVEN = ['名', 'first name', 'given name'];

const places = (headers: string[], words: readonly string[]): number[] => headers.flatMap((header, place) => (words.some((word) => header.includes(foldText(word))) ? [place] : []));
const bestPlace = (headers: string[], words: readonly string[]): number[] => {
  for (const word of words) {
    const place = headers.findIndex((header) => header.includes(foldText(word)));
    if (place >= 0) return [place];
  }
  return [];
};
const exactly = (headers: string[], words: readonly string[]): number => headers.findIndex((header) => words.some((word) => header === foldText(word)));

function findColumns(headers: string[]) {
  const [family, given] = [exactly(headers, FAMILY), exactly(headers, GIVEN)];
  const named = bestPlace(headers, PEOPLE_COLUMNS.nickname.slice(0, 5));
  const nickname = named.length > 0 ? named : family >= 0 && given >= 0 ? [family, given] : bestPlace(headers, PEOPLE_COLUMNS.nickname);
  const taken = new Set(nickname);
  const affiliation = bestPlace(headers, PEOPLE_COLUMNS.affiliation).filter((place) => !taken.has(place));
  for (const place of affiliation) taken.add(place);
  const introduction = places(headers, PEOPLE_COLUMNS.introduction).filter((place) => !taken.has(place));
  // what asks for more than a sector (興味 in one’s 立場) is an introduction
  const sector = places(headers, PEOPLE_COLUMNS.sector).filter((place) => !taken.has(place) && !introduction.includes(place)).slice(0, 1);
  return { nickname, affiliation, sector, introduction, status: bestPlace(headers, STATUS) };
}

function problemsOf({ nickname, affiliation, introduction }: ImportedPerson): FieldProblem[] {
  const problem = (field: string, found: TextProblem | undefined): FieldProblem[] => (found ? [textProblem(field, found.code, found.values)] : []);
  return [
    ...problem('nickname', shortTextProblem(nickname, LIMITS.nicknameGraphemes)),
    ...problem('affiliation', shortTextProblem(affiliation, LIMITS.affiliationGraphemes, { optional: true })),
    ...(introduction === '' ? [] : problem('introduction', introductionProblem(introduction))),
  ];
}

/** The same text is told once, with all its rows. */
function noteUnknown(unknown: ReadTable['unknownSectors'], text: string, row: number): void {
  const told = unknown.find((one) => one.text === text);
  if (told) told.rows.push(row);
  else unknown.push({ text, rows: [row] });
}

/** People of a table whose first row holds the headers; rows that cannot be taken are named by their number. */
export function tableToPeople([head, ...rows]: TableRow[]): ReadTable {
  const headers = head?.cells.map((cell) => cell.trim()) ?? [];
  const columns = findColumns(headers.map(foldText));
  const read: ReadTable = { columns: { nickname: [], affiliation: [], sector: [], introduction: [] }, people: [], bad: [], unknownSectors: [], cancelled: 0 };
  for (const field of IMPORTED_FIELDS) read.columns[field] = columns[field].map((place) => headers[place]!);
  const text = (row: TableRow, at: number[], between: string): string => at.map((place) => row.cells[place]?.trim() ?? '').filter(Boolean).join(between);
  for (const row of rows) {
    if (CANCELLED.test(text(row, columns.status, ' '))) { read.cancelled++; continue; }
    const named = text(row, columns.sector, ' ');
    const sector = sectorNamed(named) ?? null;
    const person = { row: row.row, nickname: text(row, columns.nickname, ' '), affiliation: text(row, columns.affiliation, ' '), sector, introduction: text(row, columns.introduction, '\n') };
    const problems = problemsOf(person);
    if (problems.length > 0) read.bad.push({ row: row.row, problems });
    else read.people.push(person);
    if (named !== '' && !sector) noteUnknown(read.unknownSectors, named, row.row);
  }
  return read;
}
