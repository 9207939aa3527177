/** A part of a line that says something by itself: 趣味はバイク, 3年目, 釣りもします. */
const TIGHT_STATEMENT = /[はを](?=[ぁ-ヿ一-鿿A-Za-z])|(?:です|ます|あり|募集|歴\d*年?)$/;
const SPACED_STATEMENT = /[はをがに](?=[^\s/])|です|ます|[:：]|\d+年/;
/** What somebody is or has reached, which no list under one verb holds: 元SE, 将棋アマ二段, 3年目. */
const OWN_STANDING = /^元(?!気)|(?:[段級目歴]|\d年)$/;
/** The last part of a line has a predicate: 経理は外注した, 店を開きたい, 仲間募集. */
const SAYS = /(?:です|ます|ました|せん|たい|ない|した|った|中|募集|求む|苦手|好き|る)[!?。…\s]*(?:\([^()]*\)\s*)?$/;
/** What the last part is about stands in front of its particle, or of its verbal noun: 経理 は外注した, パパサークル 立ち上げたい. */
const ABOUT = /^[^はがをもにで\s]+/;

const isLatin = (text: string): boolean => /^[\x20-\x7e・]+$/.test(text);

/**
 * Where `/` and `|` stand between statements of a line rather than between words of a list under one verb: 溶接 | 旋盤 | 仲間を探してます,
 * but Go / Rust / C が書けます. A bar always does; a slash where a part is plainly a statement, or where the last part says something that is
 * not about things like the others.
 * @returns offsets of the marks
 */
export function statementMarks(text: string): Set<number> {
  const marks = new Set<number>();
  let offset = 0;
  for (const line of text.split('\n')) {
    for (const at of marksOfLine(line)) marks.add(offset + at);
    offset += line.length + 1;
  }
  return marks;
}

function marksOfLine(line: string): number[] {
  const all = [...line.matchAll(/[/|]/g)].map(({ index }) => index);
  if (all.length === 0) return [];
  const bars = all.filter((at) => line[at] === '|');
  const isSpaced = /\s[/|]|[/|]\s/.test(line);
  const chosen = isSpaced ? all.filter((at) => /\s/.test(line[at - 1] ?? '') || /\s/.test(line[at + 1] ?? '')) : all;
  const parts = cut(line, chosen);
  const stated = isSpaced ? SPACED_STATEMENT : TIGHT_STATEMENT;
  if (parts.length > 2 && parts.slice(0, -1).some((part) => stated.test(part))) return chosen;
  return endsInOther(parts) ? chosen : bars;
}

const cut = (line: string, marks: number[]): string[] => [-1, ...marks].map((at, index) => line.slice(at + 1, marks[index]).trim());

/** The last part says something that is not about things like those before it: kintone / 経理は外注した. */
function endsInOther(parts: string[]): boolean {
  const before = parts.slice(0, -1);
  const last = parts.at(-1)!;
  if (before.length === 0 || !SAYS.test(last) || before.some((part) => SAYS.test(part) || part === '')) return false;
  if (before.some((part) => OWN_STANDING.test(part))) return true;
  const about = ABOUT.exec(last)?.[0];
  return about !== undefined && !isLatin(about) && before.every(isLatin);
}
