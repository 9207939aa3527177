import { eastAsianWidth } from 'get-east-asian-width';

/** Of which a kanji takes two and a Latin letter one. */
const mostColumns = 80;
/** A sentence that is quoted for its sense is cut before its point at 80 columns. Two that are quoted together share them. */
export const mostOfScene = 120;

/** How wide a text stands, in columns. */
export const columnsOf = (text: string): number => [...text].reduce((columns, letter) => columns + columnsOfLetter(letter), 0);
const columnsOfLetter = (letter: string): number => eastAsianWidth(letter.codePointAt(0)!);

/** One line of at most 40 kanji or 80 Latin letters; a longer text ends in …. */
export const shorten = (text: string): string => shortenTo(mostColumns, text);
/** The same for a quoted sentence: at most 60 or 120. */
export const shortenScene = (text: string): string => shortenTo(mostOfScene, text);

function shortenTo(most: number, text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (columnsOf(line) <= most) return line;
  let columns = 2;
  const kept = [...line].filter((letter) => (columns += columnsOfLetter(letter)) <= most);
  return `${kept.join('')}…`;
}
