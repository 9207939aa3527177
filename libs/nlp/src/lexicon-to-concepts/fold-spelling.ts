const SKIPPED = new Set(' \t\n\u3000・･-_‐‑–—\'’');
/** Common cases, worth a short cut: nothing but case is folded, or nothing but case and blanks. */
const PLAIN = /^[一-鿿々ぁ-ゖァ-ゥェ-ンA-Za-z0-9]*$/;
const LATIN = /^[\x20-\x7e]*$/;
const SKIPPED_LATIN = /[ \-_']/g;
const A_ROW = 'アカサタナハマヤラワガザダバパァャ';
const V_ROW: Record<string, string> = { ァ: 'バ', ィ: 'ビ', ェ: 'ベ', ォ: 'ボ' };
const SMALL_AFTER_U: Record<string, string> = { ィ: 'イ', ェ: 'エ', ォ: 'オ' };

/** Another word without its long vowel: ドラマ is no ドラマー. */
const LONG = new Set('ドラマー バッター ラッパー ハッカー ヘビー ハッピー ジョッキー サッカー ドッカー コーダー パーマー ジャガー カルビー ヤンマー タンカー'.split(' '));

const isKatakana = (char: string | undefined): boolean => char !== undefined && char >= 'ァ' && char <= 'ヿ' && char !== '・';

/** Folded text, and for each of its UTF-16 units the index of the unit it came from. */
export interface FoldedText {
  text: string;
  origins: number[];
}

/**
 * Folds spelling variants of NFKC text: case, blanks and middle dots, long vowels (サーバー ≡ サーバ), ヴ and ウェ.
 * @example foldWithOrigins('サーバー 管理').text === 'サーバ管理'
 */
export function foldWithOrigins(text: string): FoldedText {
  let folded = '';
  const origins: number[] = [];
  let run = 0; // katakana letters seen so far in this run
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (SKIPPED.has(char)) continue;
    const wasRun = run;
    run = isKatakana(char) ? run + 1 : 0;
    const isDropped = char === 'ー' && wasRun >= 3 && (isKatakana(text[at + 1]) ? A_ROW.includes(text[at - 1]) : !LONG.has(text.slice(at - wasRun, at + 1)));
    if (isDropped) continue;
    const pair = char === 'ヴ' ? (V_ROW[text[at + 1]] ?? 'ブ') : char === 'ウ' ? SMALL_AFTER_U[text[at + 1]] : undefined;
    if (char === 'ヴ') {
      folded += pair;
      origins.push(at);
      if (V_ROW[text[at + 1]]) at++;
      continue;
    }
    const lower = char.toLowerCase();
    folded += lower.length === 1 ? lower : char;
    origins.push(at);
    if (pair) {
      folded += pair;
      origins.push(++at);
    }
  }
  return { text: folded, origins };
}

/**
 * The key under which spellings are compared.
 * @example foldSpelling('ﾏｼﾝ・ラーニング') === foldSpelling('マシンラーニング')
 */
export function foldSpelling(spelling: string): string {
  if (PLAIN.test(spelling)) return spelling.toLowerCase();
  return LATIN.test(spelling) ? spelling.toLowerCase().replace(SKIPPED_LATIN, '') : foldWithOrigins(spelling.normalize('NFKC')).text;
}

/** Folded text in katakana, for a second look-up of words written in the other kana: こーひー ≡ コーヒー. */
export function foldKana(folded: string): string {
  const katakana = folded.replace(/[ぁ-ゖ]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0x60));
  return katakana === folded ? folded : foldWithOrigins(katakana).text;
}
