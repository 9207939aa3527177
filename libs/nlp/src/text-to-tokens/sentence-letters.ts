/** Ends in a full stop and goes on: Mt. Tsukuba, e.g. this. */
const SHORTENED = String.raw`(?<=\b(?:[MmDSs][rst]|[Mm]rs|[Pp]rof|[Nn]o|[Vv]s|[Ee]\.g|[Ii]\.e|[Aa]pprox|[A-Z]))\.`;

/** What stands before an item of a list: ・, -, 2. */
export const LIST_MARK = String.raw`(?:[・●■◆*-]\s*|[▪○□◇◎–—‐]\s+|\d{1,2}[.)）．]\s*(?!\d))`;

/** A letter within a sentence. A full stop ends one before a blank or at the end of the text, a Japanese one everywhere but in a number: Node.js, 3.5 and Mt. Tsukuba go on. */
const LETTER = String.raw`(?:[^。!?！？\n.．]|\.(?!\s|$)|${SHORTENED}|．(?=\p{Nd}))`;

/** Behind です, ます or ください as they end a sentence; 励ます人 is none. */
const POLITE = String.raw`(?<=で(?:す|した)|[いきしちにひみりぎじびえけせてねべめれげぜで見来着出寝得居似煮経](?:ます|ました|ません)|ください|下さい)`;
/** 伺いました際に, お渡しします方: what a relative clause belongs to. */
const FORMAL = '[様方時際事為故程旨所後前頃内間場物者折度由点件等以](?![一-鿿々])|場合|以[上下外]';
/** Words in hiragana that a sentence begins with. */
const OPENER = 'えー|えっと|あのー|あと(?!で)|それ|その|そんな|そして|そのほか|これ|この|こんな|こちら|ここ|どう[ぞかも]|だから|だけど|でも|で、|でまあ|なので|また|まあ|まだ|もう|もともと|もちろん|もし|いつ|いま|いろいろ|わたし|わたくし|ぼく|うちの|みんな|とても|とにかく|たまに|たぶん|ただ|ちなみに|ちょっと|ときどき|よろしく|よく|できれば|ほか|ほんと|すごく|ぜひ|しかし|では|じゃあ|さて|つまり|ふだん|むかし|ずっと|やっぱり|あまり|あんまり|ほぼ|なんでも|だれか|どなたか';

/** Source of a regular expression (flag u) for where a sentence ends although no stop is written, as in what was dictated: 〜やってます卒論は…. */
export const UNMARKED_END = String.raw`${POLITE}(?= ?(?:(?!${FORMAL})[一-鿿ァ-ヺA-Za-z\d]|${OPENER}))`;

/**
 * Source of a regular expression (flag u) for one sentence.
 * @param stop what ends it as well, if anything: a comma, for its clauses
 */
export const sentencePattern = (stop?: string): string => {
  const letter = stop ? `(?!${stop})${LETTER}` : LETTER;
  return `(?:${letter}(?:(?!${UNMARKED_END})${letter})*)`;
};
