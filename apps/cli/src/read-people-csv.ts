import { columnOfHeading, fieldProblem, introductionProblem, plainHeading, readTable, textProblem, type TableRow } from '@tsunagu/contracts';
import type { EventParticipant } from './read-event.js';
import { InputError, type Place } from './problems.js';
import { refusal } from './sentences.js';

/** A participant of a table: with the themes they ranked, and further columns as attributes. */
export type CsvParticipant = EventParticipant & { choices?: string[] };

/** Columns with a meaning, besides those that the console knows too; every other column is an attribute of its own name. */
const headings: Record<string, readonly string[]> = {
  id: ['id', '番号', '受付番号'],
  languages: ['languages', 'language', '言語'],
  choices: ['choices', '希望', '希望テーマ'],
};

/**
 * Reads a table of people as spreadsheets save it (UTF-8, Shift_JIS, UTF-16; commas, semicolons or tabs), the first row being
 * headings. Lists inside a cell are separated by ; or 、. Without a column `id` the name is the id. Numbers stay numbers.
 * @throws InputError naming the line of the first bad row
 */
export function readPeopleCsv(bytes: Uint8Array, file?: string): CsvParticipant[] {
  const rows = readRows(bytes, file);
  const heading = rows[0];
  if (!heading) throw new InputError(refusal('table.no_headings'), { file, line: 1 });
  const columns = heading.cells.map((cell) => columnOf(cell.trim()));
  checkHeadings(columns, heading.cells, { file, line: heading.line });
  const seen = new Map<string, number>();
  return rows.slice(1).map(({ line, cells }) => {
    const person = readRow(cells, columns, heading.cells, { file, line });
    const before = seen.get(person.id);
    const place = { file, line: before === undefined ? line : [before, line] };
    if (before !== undefined) throw columns.includes('id') ? new InputError(fieldProblem('id', 'match.person_twice', { id: person.id }), { ...place, field: 'id' }) : new InputError(refusal('table.name_twice', { name: person.id }), place);
    refuseIntroduction(person.intro, { ...place, field: 'intro' });
    seen.set(person.id, line);
    return person;
  });
}

function readRows(bytes: Uint8Array, file: string | undefined): TableRow[] {
  const table = readTable(bytes);
  if ('bad' in table) throw new InputError(table.bad, { file, line: table.bad.line });
  return table.rows;
}

function refuseIntroduction(intro: string | null | undefined, place: Place): void {
  const found = intro ? introductionProblem(intro) : undefined;
  if (found) throw new InputError(textProblem(place.field!, found.code, found.values), place);
}

const SHARED = { nickname: 'name', affiliation: 'affiliation', sector: 'sector', introduction: 'intro' } as const;

function columnOf(heading: string): string | undefined {
  const shared = columnOfHeading(heading);
  return shared ? SHARED[shared] : Object.keys(headings).find((column) => headings[column].includes(plainHeading(heading)));
}

function checkHeadings(columns: (string | undefined)[], cells: string[], place: Place): void {
  if (!columns.includes('id') && !columns.includes('name')) throw new InputError(refusal('table.no_people'), place);
  cells.forEach((cell, at) => {
    const name = columns[at] ?? cell.trim();
    if (name === '') throw new InputError(refusal('table.heading_missing', { column: at + 1 }), place);
    if (cells.findIndex((other, before) => (columns[before] ?? other.trim()) === name) < at) throw new InputError(refusal('table.heading_twice', { name }), place);
  });
}

function readRow(record: string[], columns: (string | undefined)[], cells: string[], place: Place): CsvParticipant {
  if (record.length !== columns.length) throw new InputError(refusal('table.columns', { headings: columns.length, got: record.length }), place);
  const known = new Map(record.flatMap((cell, at): [string, string][] => (columns[at] && cell.trim() !== '' ? [[columns[at], cell.trim()]] : [])));
  const id = known.get('id') ?? (columns.includes('id') ? undefined : known.get('name'));
  if (id === undefined) throw new InputError(refusal('table.cell_missing'), { ...place, field: columns.includes('id') ? 'id' : 'name' });
  const attributes = Object.fromEntries(record.flatMap((cell, at) => (columns[at] || cell.trim() === '' ? [] : [[cells[at].trim(), valueOf(cell.trim())]])));
  const list = (column: string): string[] | undefined => known.get(column)?.split(/[;；、]/u).map((one) => one.trim()).filter(Boolean);
  return {
    id, name: known.get('name'), affiliation: known.get('affiliation'), sector: known.get('sector'), intro: known.get('intro'),
    languages: list('languages'), choices: list('choices'), attributes,
  };
}

const valueOf = (cell: string): string | number => (/^-?\d+(\.\d+)?$/.test(cell) && !/^0\d/.test(cell) ? Number(cell) : cell);
