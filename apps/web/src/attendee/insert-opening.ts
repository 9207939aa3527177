export interface Inserted { text: string; caret: number }

/**
 * Puts the opening of a sentence where the caret is, on a line of its own after other words.
 * @example insertOpening('写真が得意です。', 8, '探しているのは、') // '写真が得意です。\n探しているのは、', caret at the end
 */
export function insertOpening(text: string, caret: number, opening: string): Inserted {
  const before = text.slice(0, caret);
  const after = text.slice(caret);
  const newLine = before !== '' && !before.endsWith('\n') ? '\n' : '';
  const head = before + newLine + opening;
  return { text: head + (after !== '' && !after.startsWith('\n') ? `\n${after}` : after), caret: head.length };
}
