/** Links and pictures of Markdown: a target has no blank and no Japanese, and looks like a path or an address. */
const LINK = /(!?)\[([^[\]\n]{0,120})\]\((?=[^()\n]*[./#:])([^()\s぀-ヿ一-鿿]{1,300}(?:\s"[^"\n]*")?)\)/g;
/** \( is written for a bracket that is one. */
const ESCAPE = /\\(?=[()[\]])/g;

/**
 * A text with the words of its Markdown links alone; brackets, targets and pictures become `unit`, every other letter keeps its place.
 * @example onlyLinkWords('[site](a/b)です', '_') === '_site______です'
 */
export const onlyLinkWords = (text: string, unit: string): string =>
  text.replace(LINK, (whole: string, picture: string, words: string) => (picture ? unit.repeat(whole.length) : unit + words + unit.repeat(whole.length - words.length - 1))).replace(ESCAPE, unit);
