import type { Token } from '../text-to-tokens/tokens.js';
import { CUE_NOUNS } from './words/predicates.js';

/** Cue nouns that need a verb to say something: 興味 が ある, 相談 に 乗る. */
const IDIOMS: [noun: RegExp, particle: RegExp, verb: RegExp, lemma: string][] = [
  [/^(?:意欲|熱意|愛着|愛|こだわり|憧れ|共感|親近感|情熱|執着)$/, /^[がもはをに]$/, /^(?:ある|強い|持つ|もつ|深い|覚える|感じる|湧く|燃やす|注ぐ)$/, '興味'],
  [/^(?:心|胸|こころ)$/, /^[をがにも]$/, /^(?:痛める|痛む|痛い|寄せる|惹かれる|ひかれる|奪われる|奪う|躍る|騒ぐ|ざわつく|留める|刺さる)$/, '気になる'],
  [/^(?:目|視線|関心|意識)$/, /^[がを]$/, /^(?:向く|向ける|向かう)$/, '気になる'],
  [/^(?:気持ち|きもち|心地|居心地)$/, /^[がも]$/, /^(?:いい|良い|よい)$/, '好き'],
  [/^(?:楽しみ|たのしみ|生きがい|日課|趣味|好き|夢中)$/, /^に$/, /^(?:なる|する)$/, '楽しみ'],
  [/^(?:苦手|嫌い)$/, /^に$/, /^なる$/, '苦手'],
  [/^腑$/, /^に$/, /^落ちる$/, '気になる'],
  [/^(?:頭|気|納得)$/, /^(?:に|が)$/, /^(?:くる|来る|食う|食わない|いく|行く)$/, '気になる'],
  [/^(?:興味|関心|きょうみ|かんしん)$/, /^[がもはをに]$/, /^(?:ある|ない|無い|強い|深い|高い|持つ|もつ|薄い|湧く|わく|出る|尽きる|そそる|高まる|募る|深まる|移る|向く|広がる)$/, '興味'],
  [/^(?:経験|けいけん|実績|心得|知識|知見|覚え|資格|免許|腕)$/, /^[がもはを]$/, /^(?:ある|ない|無い|豊富|長い|持つ|もつ|少ない|浅い|積む|取る|とる)$/, '経験'],
  [/^(?:自信)$/, /^[がもは]$/, /^(?:ある|ない|無い|持つ)$/, '自信'],
  [/^(?:相談|そうだん)$/, /^[にも]$/, /^(?:乗る|のる|乗れる|のれる)$/, '相談に乗る'],
  [/^(?:役|力|ちから|味方|助け|支え)$/, /^に$/, /^(?:立つ|たつ|立てる|なる|なれる)$/, '役に立つ'],
  [/^(?:焦り|怒り|憤り|やるせなさ|無力感|物足りなさ|使命感|義務感|手応え|希望|期待|引け目|困難|難しさ|閉塞感|危うさ|温度差|ギャップ|ニーズ|重要性|大切さ|引っかかり|わだかまり|もやもや|モヤモヤ|不満|不便|疑問|不安|懸念|違和感|問題意識|危機感|課題|課題感|悩み|もどかしさ|思い入れ|思い|憧れ)$/, /^[がもはを]$/, /^(?:ある|持つ|感じる|抱く|抱える|強い)$/, '気になる'],
  [/^(?:気|き)$/, /^[にがも]$/, /^(?:なる|かける|かかる|する|とめる)$/, '気になる'],
  [/^(?:気|き)$/, /^に$/, /^(?:入る|いる|入り)$/, '好き'],
  [/^(?:可能性|魅力|やりがい|必要性|面白さ|おもしろさ|楽しさ|意義|限界|奥深さ|ロマン)$/, /^[をがも]$/, /^(?:感じる|ある|覚える|見いだす|見出す|惹かれる|魅せられる)$/, '興味'],
  [/^(?:造詣|定評|覚え|一日の長)$/, /^[がにも]$/, /^(?:深い|ある)$/, '得意'],
  [/^(?:頭)$/, /^を$/, /^(?:悩ませる|抱える|悩ます|痛める)$/, '悩む'],
  [/^(?:関わり|関係|接点)$/, /^[がも]$/, /^(?:ない|無い|薄い)$/, '無縁'],
  [/^(?:不安|心配)$/, /^[がもは]$/, /^(?:ある|ない)$/, '心配'],
  [/^(?:苦|苦痛)$/, /^(?:に|で|じゃ)$/, /^(?:なる|する|ない|ある)$/, '苦手'],
  [/^(?:飯|めし|ご飯)$/, /^を$/, /^(?:食う|食べる|くう)$/, '生業'],
  [/^(?:力|精|気合|気合い)$/, /^を$/, /^(?:入れる|いれる|出す|注ぐ)$/, '担当'],
  [/^(?:首|手|足|片足|両足)$/, /^を$/, /^(?:突っ込む|つっこむ|出す|伸ばす|染める|踏み入れる)$/, '挑戦'],
  [/^目$/, /^が$/, /^(?:ない|無い)$/, '大好き'],
  [/^(?:縁|えん|馴染み|なじみ)$/, /^[がもは]$/, /^(?:ない|薄い|遠い)$/, '無縁'],
  [/^(?:頭|心|あたま)$/, /^(?:から|に|を)$/, /^(?:離れる|はなれる|残る|引っかかる|占める|よぎる|かすめる)$/, '気になる'],
  [/^(?:声|こえ)$/, /^を$/, /^(?:掛ける|かける|かけて)$/, '声をかける'],
];

/** What a cue phrase is read as, and how many tokens it takes. */
export interface Cue {
  lemma: string;
  length: number;
  negative: boolean;
}

const NEGATED_VERB = /^(?:ない|無い|薄い|少ない|浅い)$/;
/** Idioms whose verb is negative without denying anything: 目がない. */
const NEGATIVE_BY_NATURE = new Set(['大好き', '無縁', '気になる']);

/** 興味 が ある and the like, as one predicate. */
export function idiomAt(tokens: Token[], at: number): Cue | undefined {
  let noun = '';
  for (let behind = at; behind < at + 2 && tokens[behind]?.pos === '名詞'; ) {
    noun += tokens[behind++].surface;
    const idiom = idiomOf(noun, tokens, at, behind);
    if (idiom) return idiom;
  }
  return undefined;
}

function idiomOf(noun: string, tokens: Token[], at: number, behind: number): Cue | undefined {
  let next = behind;
  while (tokens[next]?.pos === '助詞' && next < behind + 2) next++;
  if (next === behind && !/^(?:つっこ|突っ込|ある|あり|いい|良い|よい)/.test(tokens[next]?.surface ?? '')) return undefined;
  // 興味 は 全く ない
  if (tokens[next]?.pos === '副詞') next++;
  const verb = tokens[next];
  const particle = tokens[behind]?.surface;
  const idiom = verb && IDIOMS.find(([nouns, particles, verbs]) => nouns.test(noun) && verbs.test(verb.base.replace(/^(?:ござる|おあり)$/, 'ある')) && (next === behind || particles.test(particle)));
  return idiom && { lemma: idiom[3], length: next + 1 - at, negative: NEGATED_VERB.test(verb.base) && !NEGATIVE_BY_NATURE.has(idiom[3]) };
}

/** 独学 中, 妄想 中: any doing that is going on, where no noun follows. */
const isUnderWay = (tokens: Token[], at: number): boolean =>
  tokens[at].detail === 'サ変接続' && !tokens[at].term && tokens[at + 1]?.surface === '中' && tokens[at + 1].pos === '名詞' && !(tokens[at + 2]?.pos === '名詞' && !tokens[at + 2].term);

/** Length in tokens of the cue noun that begins here (大 募集 中 = 3), 0 for none. */
export function cueLength(tokens: Token[], at: number): number {
  let surface = '';
  let found = isUnderWay(tokens, at) ? 2 : 0;
  for (let next = at; next < tokens.length && next < at + 3; next++) {
    if (tokens[next].term && next > at) break;
    surface += tokens[next].surface;
    if (CUE_NOUNS.has(surface)) found = next + 1 - at;
  }
  return found;
}

/** A cue noun with a topic or case particle, or inside a compound, is an ordinary noun. `next`: the token behind it. */
export function standsAsCue(tokens: Token[], next: number): boolean {
  const after = tokens[next];
  if (!after) return true;
  if (after.pos === '助詞') {
    if (/連体化|係助詞/.test(after.detail) || /^(?:を|の|は|や|まで|として)$/.test(after.surface)) return false;
    return !(after.surface === 'が' && after.detail === '格助詞');
  }
  // 酒好き + 求む, 本好き + さん: people who like it
  if (/^(?:好き|すき)$/.test(tokens[next - 1].surface) && (after.pos === '動詞' || after.surface === 'さん')) return false;
  return !(after.pos === '名詞' && (after.detail === '接尾' || after.detail === '一般') && after.subdetail !== '助数詞' &&
    after.start === tokens[next - 1].end && !after.term && cueLength(tokens, next) === 0);
}

/** Nouns that are predicates after が or は: 〜が 仕事 です. */
export const PREDICATIVE = new Set('天職 息抜き 関心事 好物 大好物 道楽 心のよりどころ 憧れ 野望 ロマン 青春 日常 守備範囲 十八番 メイン 本分 ネック 難点 頭痛の種 宿題 心配事 気がかり 自慢 売り 持ち味 得意技 武器 生業 飯の種 副業 本職 趣味 仕事 お仕事 しごと 本業 特技 専門 担当 日課 悩み 悩みの種 願い 夢 目標 課題 テーマ 生業 得意分野 役目 役割 強み 武器 マイブーム 楽しみ 生きがい 癒し 興味 関心 専攻 ライフワーク 研究テーマ 担当業務 習慣'.split(' '));
