import { isOrdinaryWord } from './words/english.js';
import { isEnglishPlace } from './words/english-never.js';

const GREETING = String.raw`(?:hi|hello|hey|yo|hiya|greetings|good (?:morning|afternoon|evening))(?: (?:there|all|everyone|everybody|folks))?[,.!:\s-]*`;
const GREETING_ALONE = new RegExp(String.raw`^\W*(?:${GREETING})?\W*$`, 'iu');
/** I'm Minh, a student; this is Ravi from the office. */
const INTRODUCED = /\b(?:[Ii]['’]?m|[Ii] am|[Tt]his is|[Mm]y name is|[Mm]y name['’]s|[Nn]ame:|[Cc]all me)\s+(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)(?=\s*(?:[,.!;(–—-]|$|(?:and|from|at|of|here)\b))/du;
/** Hello, Shiho, 24; Grace, Philippines: one word at the very beginning, behind a greeting or before an age or a place. */
const FIRST = new RegExp(String.raw`^\s*(${GREETING})?(\p{L}[\p{L}'’-]+)(?=\s*[,(–—]\s*([^,.()–—]*))`, 'diu');
/** Grace here. */
const HERE = new RegExp(String.raw`^\s*(?:${GREETING})?(\p{L}[\p{L}'’-]+)(?= here(?:[,.!(–—-]|\s*$| from\b))`, 'diu');
/** What these endings make is a doing or a trade, not a name. */
const NO_NAME = /(?:ing|ist|ics|ogy|phy|ry|ion|ment|ness|er|or|man|ian|ant|ent|ure|ism|ware|work)s?$/i;

/** The name with which a text begins. */
function firstName(sentence: string): RegExpIndicesArray[number] | undefined {
  const here = HERE.exec(sentence);
  if (here && /^\p{Lu}/u.test(here[1]) && !NO_NAME.test(here[1])) return here.indices?.[1];
  const match = FIRST.exec(sentence);
  const [, greeting, name, next] = match ?? [];
  return match && !NO_NAME.test(name) && (greeting || /^\d/.test(next) || isEnglishPlace(next.trim())) ? match.indices?.[2] : undefined;
}

/**
 * Where a person's name stands in the English sentence of a text that begins at `start` and ends at `end`.
 * @param isKnown whether a word names something else
 */
export function findEnglishNames(text: string, { start, end }: { start: number; end: number }, isKnown: (word: string) => boolean): [start: number, end: number][] {
  const sentence = text.slice(start, end);
  const found = [INTRODUCED.exec(sentence)?.indices?.[1], GREETING_ALONE.test(text.slice(0, start)) ? firstName(sentence) : undefined];
  return found.flatMap((place) => {
    const name = place && sentence.slice(...place);
    return name && !isKnown(name) && !isOrdinaryWord(name, sentence) ? [[start + place[0], start + place[1]]] : [];
  });
}
