/** Refusals of a list that somebody has saved elsewhere, for the organiser and on the command line. */
export const TABLE_PROBLEMS = {
  'table.encoding': [422, '文字コードを読み取れません。Excelでは「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選んで保存してください。', 'The encoding of this file is not known. In Excel, choose “Save As” and “CSV UTF-8 (Comma delimited)”.'],
  'table.separator': [422, '列がコンマ、セミコロン、タブのどれで区切られているか分かりません。Excelでは「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選んで保存してください。', 'It cannot be told whether commas, semicolons or tabs separate the columns. In Excel, choose “Save As” and “CSV UTF-8 (Comma delimited)”.'],
  'table.quote': [422, '引用符（"）が閉じられていません。この行から始まる引用符を閉じるか、取り除いてください。', 'A quotation mark (") is not closed. Close or remove the one that begins on this line.'],
  'table.no_names': [422, '名前の列が見つかりません。1行目に「名前」「所属」「自己紹介」のような列の名前を書いてください。', 'There is no column of names. Name the columns in the first line, such as “Name”, “Affiliation”, “Introduction”.'],
} as const satisfies Record<string, readonly [status: number, ja: string, en: string]>;

export type TableProblemCode = keyof typeof TABLE_PROBLEMS;

/** What is wrong with a list, in both languages. */
export function tableProblem(code: TableProblemCode): { code: TableProblemCode; ja: string; en: string } {
  const [, ja, en] = TABLE_PROBLEMS[code];
  return { code, ja, en };
}
