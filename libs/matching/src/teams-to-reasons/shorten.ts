const mostCharacters = 40;
/** A sentence that is quoted for its sense is cut before its point at 40. In characters; two that are quoted together share them. */
export const mostOfScene = 60;

/** One line of at most 40 characters; a longer text ends in …. */
export const shorten = (text: string): string => shortenTo(mostCharacters, text);
/** The same for a quoted sentence: at most 60. */
export const shortenScene = (text: string): string => shortenTo(mostOfScene, text);

function shortenTo(most: number, text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ').trim()];
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}
