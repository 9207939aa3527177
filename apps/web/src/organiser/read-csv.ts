import { decodeTable, SEPARATORS, separatorOf, tableProblem, type Separator, type TableProblemCode } from '@tsunagu/contracts';

export interface Row { line: number; cells: string[] }

/** Why a file cannot be read, and where. */
export interface BadFile { line: number; code: TableProblemCode; ja: string; en: string }

/** Rows of a list as spreadsheets save it: UTF-8, Shift_JIS or UTF-16, divided by one of the separators. */
export function readTable(bytes: Uint8Array, among: readonly Separator[] = SEPARATORS): { rows: Row[] } | { bad: BadFile } {
  const decoded = decodeTable(bytes);
  if ('brokenLine' in decoded) return { bad: { line: decoded.brokenLine, ...tableProblem('table.encoding') } };
  const separator = separatorOf((one) => readCsv(decoded.text, one).map(({ cells }) => cells), among);
  return separator === undefined ? { bad: { line: 1, ...tableProblem('table.separator') } } : { rows: readCsv(decoded.text, separator) };
}

/** Rows of a CSV text (RFC 4180, any line end), each with the number of its first line; empty rows are left out. */
export function readCsv(text: string, separator = ','): Row[] {
  const rows: Row[] = [];
  let row: Row = { line: 1, cells: [] };
  let cell = '';
  let line = 1;
  let quoted = false;
  const endCell = (): void => { row.cells.push(cell); cell = ''; };
  const endRow = (): void => {
    endCell();
    if (row.cells.some((one) => one.trim() !== '')) rows.push(row);
    row = { line, cells: [] };
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (letter === '\n') line++;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') cell += text[++at];
      else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === separator) endCell();
    else if (letter === '\n') endRow();
    else if (letter !== '\r') cell += letter;
  }
  endRow();
  return rows;
}
