import type { PredicateChunk } from './chunks.js';
import { judgePredicate } from './judge-predicate.js';
import { lastParticle, type Item } from './join-phrases.js';
import { OTHERS } from './words/nouns.js';

/** できるとは言えません, 得意とは言いがたい. */
export function isDeniedSpeech(items: Item[], predicateAt: number): boolean {
  const [quote, verb] = items.slice(predicateAt + 1).filter((item) => item.type !== 'mark' && !(item.type === 'other' && /^(?:とても|は|まで|まだ)$/.test(item.text)));
  return quote?.type === 'other' && /^と/.test(quote.text) && verb?.type === 'predicate' && ((/^(?:言う|いう|言える|申す|申し上げる|申せる|思う|思える)$/.test(verb.lemma) && verb.negative) || /(?:言|い)い?(?:がたい|難い|にくい)$/.test(verb.lemma + verb.text));
}

/** デザイナー募集中って書いてあった, Pythonが簡単だと言われます: others say so. */
export function isReported(items: Item[], predicateAt: number): boolean {
  const [quote, verb] = items.slice(predicateAt + 1).filter((item) => item.type !== 'mark');
  // プログラマーだと思われていますが
  if (quote?.type === 'other' && /^(?:って|と)$/.test(quote.text) && verb?.type === 'predicate' && verb.tokens.some((token) => /^(?:れる|られる)$/.test(token.base)) && /^(?:思う|見る|言う|いう|勘違いする|誤解する|間違える|聞く|頼む|期待する|呼ぶ)$/.test(verb.lemma)) return true;
  // …しています、と言うと堅そうですが
  if (verb?.type === 'predicate' && verb.condition && /^(?:言う|いう)$/.test(verb.lemma)) return false;
  // データにしたいと言い続けて五年: the writer's own words
  if (verb?.type === 'predicate' && (items[predicateAt] as PredicateChunk).wish && /^(?:言う|いう|言い続ける)$/.test(verb.lemma) && (verb.progressive || /続け/.test(verb.text))) return false;
  return quote?.type === 'other' && /^(?:って|と|とか)$/.test(quote.text) && verb?.type === 'predicate' && /^(?:書く|言う|いう|聞く|申す|勧める|すすめる|誘う|教わる|噂する|思い込む|褒める|ほめる|怒る|叱る)$/.test(verb.lemma) && !verb.wish && (verb.past || verb.progressive || verb.potential || verb.continues || verb.condition || /(?:ます|た|る|ので|から|が|けど)$/.test(verb.text)) && (verb.lemma !== '申す' || items[predicateAt + 1].type !== 'predicate' && (items[predicateAt] as PredicateChunk).request);
}

/** 〜については研修を受けただけで自信がない: the last predicate speaks of the topic too. */
export function isDeniedLater(items: Item[], predicateAt: number): boolean {
  const { contrast } = items[predicateAt] as PredicateChunk;
  for (const item of items.slice(predicateAt + 1)) {
    // Reactは書けますが、CSSが苦手です: the denial has its own subject.
    if (contrast && item.type === 'phrase' && /^(?:が|を|のほうが)$/.test(lastParticle(item))) return false;
    if (item.type === 'phrase' && lastParticle(item) === 'は' && !/^(?:今|いま|現在|最近)$/.test(item.text)) return false;
    if (item.type === 'predicate' && !item.attributive && judgePredicate(item).kind === 'unable') return true;
  }
  return false;
}

/** …ましたが、今は無理です: the rest of the sentence has nothing but a denial, and no topic but the time. */
export function isDeniedNow(items: Item[], predicateAt: number): boolean {
  const rest = items.slice(predicateAt + 1).filter((item) => item.type === 'predicate' || (item.type === 'phrase' && item.particles[0] !== 'で' && !/^(?:今|いま|現在|最近|もう)$/.test(item.text)));
  const [first] = rest;
  return first?.type === 'predicate' && !first.wish && judgePredicate(first).kind === 'unable';
}

/** 接客×, ○料理 ×接客; but 福祉×IT and 福祉 × IT bring two things together. */
export function isCrossedOut(items: Item[], at: number): boolean {
  const isMark = (item: Item | undefined, marks: RegExp): boolean => item?.type === 'mark' && marks.test(item.text);
  const [behind, next, afterNext] = items.slice(at + 1);
  if (isMark(behind, /^×$/) && (next === undefined || isMark(next, /^[^\s×]/) || (isMark(next, /^\s/) && (afterNext === undefined || behind.start === items[at].end)))) return true;
  const leading = items.findLastIndex((item, index) => index < at && isMark(item, /^[×●]$/) && (items[index - 1]?.type !== 'phrase' || (items[index - 1].end < item.start && items[index + 1].start === item.end)));
  return isMark(items[leading], /^×$/);
}

/** 英語は勉強不足です, 機械は音痴です, 設計は初めてで, 経理は息子任せ, 中国語は挨拶どまり. */
export function isDeniedNominal(items: Item[], at: number): boolean {
  const rest = items.slice(at + 1).filter((item) => item.type !== 'mark' || !/^[\s、]$/.test(item.text));
  const end = rest.findIndex((item) => item.type === 'phrase' && /^(?:は|って|も)$/.test(lastParticle(item)));
  return rest.slice(0, end < 0 ? undefined : end).some((item, order) =>
    // 接客は私、経理は夫。
    (item.type === 'phrase' && order === 0 && item.particles.length === 0 && /^(?:(?:夫|旦那|主人|妻|嫁|奥さん|家内|女房|息子|娘|兄|弟|姉|妹|父|母|祖父|祖母|同僚|上司|部下|後輩|同期|スタッフ|社員|従業員|弟子|婿|事務員|友人|先輩|相方|連れ)(?:さん|のほう|の方)?|業者|外注先|税理士さん|専門家|お任せ|本社|事務所|別の(?:人|者|部署))$/.test(item.text)) ||
    // 撮影は友人に
    (item.type === 'phrase' && item === rest.at(-1) && /^[にへ]$/.test(lastParticle(item)) && OTHERS.has(item.text.replace(/(?:さん|たち)$/, ''))) ||
    (item.type === 'phrase' && (/^(?:ご?勘弁|ご?容赦|お断り|ご?遠慮|パス|×|✕|初めて|はじめて|初体験|むり|ムリ|これから|教科書レベル|入門レベル|授業レベル|ど?素人|初心者|門外漢|未経験|ビギナー|恐怖|苦手|不得意|専門外|見る専|見る専門|食べる専門|悪夢|鬼門|別|論外|圏外|対象外|範囲外|守備範囲外|想定外|別世界|未知の(?:世界|領域)|雲の上|他人事|ひと事|宇宙語|呪文|暗号|落第|追試|再履修|壊滅|壊滅的|悲惨|散々|全滅|撃沈|轟沈|玉砕|惨敗|完敗|ノータッチ|未着手|手つかず|手付かず|放置|食わず嫌い|ちんぷんかんぷん?|チンプンカンプン|アウト|ノー|No|NO)|(?:音痴|オンチ|アレルギー|不足|未経験|初心者|同然|なし|ゼロ|不可|任せ|まかせ|どまり|止まり|知らず|頼み|丸投げ|挫折|外注|素人|ご無沙汰|お休み中|休止中|精一杯|せいいっぱい|限界|関の山|お手上げ|の係|の担当|の役目)$/.test(item.text) || /^(?:だけ|くらい|ぐらい|のみ|程度)$/.test(lastParticle(item)) && !item.particles.includes('を'))) ||
    // 聞き取りがやっと, 画面設計は初めて; but やっと書けるようになりました
    (item.type === 'other' && /^(?:やっと|初めて|はじめて)$/.test(item.text) && (order === rest.length - 1 || (rest[order + 1].type === 'predicate' && (rest[order + 1] as PredicateChunk).lemma === 'だ'))) ||
    (item.type === 'other' && item === items.at(-1) && /^(?:ちょっと|少々)$/.test(item.text)) || (item.type === 'other' && /^(?:全然|ぜんぜん|さっぱり|からっきし|からきし|まったく|全く|まだまだ|いまいち|いまひとつ|まるで|とんと)$/.test(item.text)));
}
