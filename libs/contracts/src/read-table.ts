import { tableProblem, type TableProblemCode } from './table-problems.js';

/** What may stand between the columns of a list; where nothing tells, it is the first. */
const SEPARATORS = [',', ';', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

const MARKS = [{ encoding: 'utf-16le', bytes: [0xff, 0xfe] }, { encoding: 'utf-16be', bytes: [0xfe, 0xff] }];
/** What comes of bytes that are something else: of UTF-16 without a mark zeros, of ISO-2022-JP escapes between plain letters. */
const BROKEN = { utf8: /[\0\u001B]/, other: /[\0\u001B\uFFFD\u0080-\u009F]/ };

function decode(bytes: Uint8Array): { text: string; broken: RegExp } {
  const marked = MARKS.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte));
  if (marked) return { text: new TextDecoder(marked.encoding).decode(bytes), broken: BROKEN.other };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), broken: BROKEN.utf8 };
  } catch {
    return { text: new TextDecoder('shift_jis').decode(bytes), broken: BROKEN.other };
  }
}

/**
 * Text of a list as spreadsheets save it: UTF-16 with its mark (Excel's "Unicode text"), UTF-8 where it is valid UTF-8, else
 * Shift_JIS (Excel in Japan).
 * @returns the text, or the 1-based line where the bytes are none of these
 */
export function decodeTable(bytes: Uint8Array): { text: string } | { brokenLine: number } {
  const { text, broken } = decode(bytes);
  const at = text.search(broken);
  return at < 0 ? { text } : { brokenLine: text.slice(0, at).split('\n').length };
}

/**
 * What separates the columns of a list: what divides its first row. Where several do, the one by which all rows are equally long,
 * of several such the one that makes most columns.
 * @param read the rows by a separator; none where they cannot be read by it
 * @param among what may separate, where a cell holds the rest
 * @returns undefined where that leaves two
 */
export function separatorOf(read: (separator: Separator) => readonly (readonly string[])[], among: readonly Separator[] = SEPARATORS): Separator | undefined {
  const dividing = among.map((separator) => ({ separator, lengths: read(separator).map((row) => row.length) })).filter(({ lengths }) => (lengths[0] ?? 0) > 1);
  const even = dividing.filter(({ lengths }) => lengths.every((length) => length === lengths[0]));
  const possible = even.length > 0 ? even : dividing;
  const most = Math.max(...possible.map(({ lengths }) => lengths[0]!));
  const found = possible.filter(({ lengths }) => lengths[0] === most);
  return found.length > 1 ? undefined : (found[0]?.separator ?? ',');
}

/** A row of a list, with the number of its first line in the file and its own as a spreadsheet counts it, which shows a cell of several lines in one row. */
export interface TableRow { line: number; row: number; cells: string[] }

/** Why a list cannot be read, and where. */
export interface BadTable { line: number; code: TableProblemCode; ja: string; en: string }

/** Rows of a list as spreadsheets save it: UTF-8, Shift_JIS or UTF-16, divided by one of the separators. */
export function readTable(bytes: Uint8Array, among: readonly Separator[] = SEPARATORS): { rows: TableRow[] } | { bad: BadTable } {
  const decoded = decodeTable(bytes);
  if ('brokenLine' in decoded) return { bad: { line: decoded.brokenLine, ...tableProblem('table.encoding') } };
  const separator = separatorOf((one) => readCsv(decoded.text, one).rows.map(({ cells }) => cells), among);
  if (separator === undefined) return { bad: { line: 1, ...tableProblem('table.separator') } };
  const { rows, openQuote } = readCsv(decoded.text, separator);
  return openQuote === undefined ? { rows } : { bad: { line: openQuote, ...tableProblem('table.quote') } };
}

/**
 * Rows of a CSV text (RFC 4180, any line end); empty rows are left out. Not by a library: page and command line have to tell the
 * same line of a quotation mark that is not closed, also where a later one hides it.
 * @returns with `openQuote`, the rows before the line where a quotation mark opens that is not closed at the end of its cell:
 * what it holds may be other people's rows
 */
export function readCsv(text: string, separator: Separator = ','): { rows: TableRow[]; openQuote?: number } {
  const rows: TableRow[] = [];
  let row: TableRow = { line: 1, row: 1, cells: [] };
  let cell = '';
  let line = 1;
  let quoted: 'no' | 'open' | 'closed' = 'no';
  let openedAt = 1;
  const endCell = (): void => { row.cells.push(cell); cell = ''; quoted = 'no'; };
  const endRow = (): void => {
    endCell();
    if (row.cells.some((one) => one.trim() !== '')) rows.push(row);
    row = { line, row: row.row + 1, cells: [] };
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    const lineEnds = letter === '\n' || (letter === '\r' && text[at + 1] !== '\n');
    if (lineEnds) line++;
    if (quoted === 'open') {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') cell += text[++at];
      else quoted = 'closed';
    } else if (letter === separator) endCell();
    else if (lineEnds) endRow();
    else if (letter === '\r') continue;
    else if (quoted === 'closed') {
      if (letter.trim() !== '') return { rows, openQuote: openedAt };
    } else if (letter === '"' && cell === '') [quoted, openedAt] = ['open', line];
    else cell += letter;
  }
  if (quoted === 'open') return { rows, openQuote: openedAt };
  endRow();
  return { rows };
}
