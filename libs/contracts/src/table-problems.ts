/** Refusals of a list that somebody has saved elsewhere, for the organiser and on the command line. */
export const TABLE_PROBLEMS = {
  'table.encoding': [422, '文字コードを読み取れません。Excelでは「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選んで保存してください。', 'The encoding of this file is not known. In Excel, choose “Save As” and “CSV UTF-8 (Comma delimited)”.'],
  'table.separator': [422, '列がコンマ、セミコロン、タブのどれで区切られているか分かりません。Excelでは「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選んで保存してください。', 'It cannot be told whether commas, semicolons or tabs separate the columns. In Excel, choose “Save As” and “CSV UTF-8 (Comma delimited)”.'],
} as const satisfies Record<string, readonly [status: number, ja: string, en: string]>;

export type TableProblemCode = keyof typeof TABLE_PROBLEMS;

/** What is wrong with a list, in both languages. */
export function tableProblem(code: TableProblemCode): { code: TableProblemCode; ja: string; en: string } {
  const [, ja, en] = TABLE_PROBLEMS[code];
  return { code, ja, en };
}
