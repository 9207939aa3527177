/** The content words somebody wrote, in order of first use: a weak sign of likeness where no concept is known. */
export interface Wording {
  /** Runs of kanji, of katakana, and Latin words of four letters and more, folded. */
  runs: string[];
  /** Whether others may see the text; if not, its words count in scores and are never named. */
  shown: boolean;
}

const contentRuns = /[\p{Script=Han}々]+|[\p{Script=Katakana}ー]+|\p{Script=Latin}{4,}/gu;
const isLatin = (run: string): boolean => /^\p{Script=Latin}/u.test(run);
/** English words of four letters and more that any introduction may hold. */
const englishFunctionWords = new Set(`about after again also always another anything because been before being both come could does doing each even every
  everyone find from good have having help here hello into just kind know like live long look looking love made make many more most much myself need nice only
  other others over people please really same should show since some someone something still such take than that their them then there these they thing things
  think this those time together tried trying very want wants well were what when where which while will with work working would year years your`.split(/\s+/u));

/** Words of any introduction, and runs of number kanji: no two people meet over 今日 or 十年. */
const everydayWords = new Set(`今日 今回 昨年 去年 今年 来年 毎日 毎週 自分 自身 本当 大変 皆様 皆 方 人 中 前 後 上 下 何 時 年 月 日 回 一緒 参加 仕事 活動 担当 経験 興味 関心 得意
  勉強 紹介 自己紹介 会社 会員 代表 相談 事業 利用 必要 大切 場 場所 機会 時間 話 声 気 手 目 次 他 所 等 様 的 募集 希望`.split(/\s+/u));
const numberRun = /^[一二三四五六七八九十百千万数年月日週時間分回人名歳代目]+$/u;

/** Cuts the texts of one person into content words; hiragana, digits and English function words are dropped. */
export function readWording(texts: readonly (string | undefined)[], shown: boolean): Wording {
  const folded = texts.filter((text) => text !== undefined).join('\n').normalize('NFKC').toLowerCase();
  const runs = folded.match(contentRuns) ?? [];
  return { runs: [...new Set(runs)].filter((run) => !englishFunctionWords.has(run) && !everydayWords.has(run) && !numberRun.test(run)), shown };
}

/** The parts by which runs are compared: single kanji, pairs of characters, whole Latin words. */
export function wordingParts(runs: readonly string[]): string[] {
  const parts = new Set<string>();
  for (const run of runs) {
    if (isLatin(run)) {
      parts.add(run);
      continue;
    }
    const characters = [...run];
    characters.forEach((character, at) => {
      if (!/[\p{Script=Katakana}ー]/u.test(character)) parts.add(character);
      if (at > 0) parts.add(characters[at - 1] + character);
    });
  }
  return [...parts].sort();
}

/** バック of バックエンド and バックパック: a part that is a word of neither. */
const isCutKatakana = (piece: string, left: string, right: string): boolean => /^[\p{Script=Katakana}ー]/u.test(piece) && piece !== left && piece !== right;

/** Words of at least two characters that both wordings hold, per pair of runs the longest part; longest first. */
export function commonWords(a: Wording, b: Wording): string[] {
  const pieces = new Set<string>();
  for (const left of a.runs) {
    for (const right of b.runs) {
      const piece = isLatin(left) ? (left === right ? left : '') : longestCommonPart(left, right);
      if (piece.length >= 2 && !isCutKatakana(piece, left, right) && !everydayWords.has(piece) && !numberRun.test(piece)) pieces.add(piece);
    }
  }
  return [...pieces].sort((x, y) => y.length - x.length || (x < y ? -1 : 1));
}

function longestCommonPart(a: string, b: string): string {
  for (let length = Math.min(a.length, b.length); length >= 2; length -= 1) {
    for (let start = 0; start + length <= a.length; start += 1) {
      const part = a.slice(start, start + length);
      if (b.includes(part)) return part;
    }
  }
  return '';
}
