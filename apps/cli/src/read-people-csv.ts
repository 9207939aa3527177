import { parse, CsvError } from 'csv-parse/sync';
import Encoding from 'encoding-japanese';
import type { EventParticipant } from './read-event.js';
import { InputError } from './problems.js';

/** A participant of a table: with the themes they ranked, and further columns as attributes. */
export type CsvParticipant = EventParticipant & { choices?: string[] };

/** Columns with a meaning, by the headings people write; every other column is an attribute of its own name. */
const headings: Record<string, readonly string[]> = {
  id: ['id', '番号', '受付番号'],
  name: ['name', 'nickname', '氏名', '名前', 'ニックネーム'],
  affiliation: ['affiliation', 'organisation', 'organization', '所属'],
  sector: ['sector', '立場', 'セクター'],
  languages: ['languages', 'language', '言語'],
  intro: ['intro', 'introduction', '自己紹介'],
  choices: ['choices', '希望', '希望テーマ'],
};

interface Row { record: string[]; info: { lines: number } }

/**
 * Reads a table of people, UTF-8 (with or without BOM) or Shift_JIS, the first row being headings. Lists inside a cell
 * are separated by ; or 、. Without a column `id` the name is the id. Numbers stay numbers.
 * @throws InputError naming the line of the first bad row
 */
export function readPeopleCsv(bytes: Uint8Array): CsvParticipant[] {
  const rows = parseRows(decode(bytes));
  const heading = rows[0];
  if (!heading || heading.record.every((cell) => cell.trim() === '')) throw new InputError('line 1: expected a row of headings');
  const columns = heading.record.map((cell) => columnOf(cell.trim()));
  checkHeadings(columns, heading.record);
  const seen = new Map<string, number>();
  return rows.slice(1).filter(({ record }) => record.some((cell) => cell.trim() !== '')).map(({ record, info }) => {
    const person = readRow(record, columns, heading.record, info.lines);
    const before = seen.get(person.id);
    if (before !== undefined) throw new InputError(`line ${info.lines}: ${JSON.stringify(person.id)} stands in line ${before} already`);
    seen.set(person.id, info.lines);
    return person;
  });
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = Encoding.convert(bytes, { to: 'UNICODE', from: 'SJIS', type: 'string' });
    const fault = text.indexOf('\uFFFD');
    if (fault >= 0 || !isShiftJis(bytes)) {
      throw new InputError(`line ${fault >= 0 ? text.slice(0, fault).split('\n').length : 1}: neither UTF-8 nor Shift_JIS`);
    }
    return text;
  }
}

const isShiftJis = (bytes: Uint8Array): boolean => Encoding.detect(bytes, ['SJIS']) === 'SJIS';

function parseRows(text: string): Row[] {
  try {
    return parse(text, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true }) as unknown as Row[];
  } catch (error) {
    if (error instanceof CsvError) throw new InputError(`line ${(error as CsvError & { lines?: number }).lines ?? 1}: not CSV (${error.message})`, { cause: error });
    throw error;
  }
}

const columnOf = (heading: string): string | undefined =>
  Object.keys(headings).find((column) => headings[column].includes(heading.toLowerCase()));

function checkHeadings(columns: (string | undefined)[], cells: string[]): void {
  if (!columns.includes('id') && !columns.includes('name')) throw new InputError('line 1: expected a column "id" or "name" (番号, 名前)');
  cells.forEach((cell, at) => {
    const name = columns[at] ?? cell.trim();
    if (name === '') throw new InputError(`line 1: column ${at + 1} has no heading`);
    if (cells.findIndex((other, before) => (columns[before] ?? other.trim()) === name) < at) throw new InputError(`line 1: two columns mean ${JSON.stringify(name)}`);
  });
}

function readRow(record: string[], columns: (string | undefined)[], cells: string[], line: number): CsvParticipant {
  if (record.length !== columns.length) throw new InputError(`line ${line}: expected ${columns.length} columns, got ${record.length}`);
  const known = new Map(record.flatMap((cell, at): [string, string][] => (columns[at] && cell.trim() !== '' ? [[columns[at], cell.trim()]] : [])));
  const id = known.get('id') ?? (columns.includes('id') ? undefined : known.get('name'));
  if (id === undefined) throw new InputError(`line ${line}: no ${columns.includes('id') ? 'id' : 'name'}`);
  const attributes = Object.fromEntries(record.flatMap((cell, at) => (columns[at] || cell.trim() === '' ? [] : [[cells[at].trim(), valueOf(cell.trim())]])));
  const list = (column: string): string[] | undefined => known.get(column)?.split(/[;；、]/u).map((one) => one.trim()).filter(Boolean);
  return {
    id, name: known.get('name'), affiliation: known.get('affiliation'), sector: known.get('sector'), intro: known.get('intro'),
    languages: list('languages'), choices: list('choices'), attributes,
  };
}

const valueOf = (cell: string): string | number => (/^-?\d+(\.\d+)?$/.test(cell) && !/^0\d/.test(cell) ? Number(cell) : cell);
