import type { Token } from '../text-to-tokens/tokens.js';
import { CUE_NOUNS } from './words/predicates.js';

/** Cue nouns that need a verb to say something: 興味 が ある, 相談 に 乗る. */
const IDIOMS: [noun: RegExp, particle: RegExp, verb: RegExp, lemma: string][] = [
  [/^(?:興味|関心|きょうみ|かんしん)$/, /^[がもはをに]$/, /^(?:ある|ない|無い|強い|深い|高い|持つ|もつ|薄い|湧く|わく|出る|尽きる|そそる)$/, '興味'],
  [/^(?:経験|けいけん|実績|心得|知識|知見|覚え|資格|免許|腕)$/, /^[がもはを]$/, /^(?:ある|ない|無い|豊富|長い|持つ|もつ|少ない|浅い|積む|取る|とる)$/, '経験'],
  [/^(?:自信)$/, /^[がもは]$/, /^(?:ある|ない|無い|持つ)$/, '自信'],
  [/^(?:相談|そうだん)$/, /^[にも]$/, /^(?:乗る|のる|乗れる|のれる)$/, '相談に乗る'],
  [/^(?:役|力|ちから|味方|助け|支え)$/, /^に$/, /^(?:立つ|たつ|立てる|なる|なれる)$/, '役に立つ'],
  [/^(?:不満|不便|疑問|問題意識|危機感|課題|課題感|悩み|もどかしさ|思い入れ|思い|憧れ)$/, /^[がもはを]$/, /^(?:ある|持つ|感じる|抱く|抱える|強い)$/, '気になる'],
  [/^(?:気|き)$/, /^[にがも]$/, /^(?:なる|かける|かかる|する|とめる)$/, '気になる'],
  [/^(?:気|き)$/, /^に$/, /^(?:入る|いる|入り)$/, '好き'],
  [/^(?:可能性|魅力|やりがい|必要性|面白さ|おもしろさ|楽しさ|意義|限界|奥深さ|ロマン)$/, /^[をがも]$/, /^(?:感じる|ある|覚える|見いだす|見出す|惹かれる|魅せられる)$/, '興味'],
  [/^(?:造詣|定評|覚え|一日の長)$/, /^[がにも]$/, /^(?:深い|ある)$/, '得意'],
  [/^(?:頭)$/, /^を$/, /^(?:悩ませる|抱える|悩ます|痛める)$/, '悩む'],
  [/^(?:関わり|関係|接点)$/, /^[がも]$/, /^(?:ない|無い|薄い)$/, '無縁'],
  [/^(?:不安|心配)$/, /^[がもは]$/, /^(?:ある|ない)$/, '心配'],
  [/^目$/, /^が$/, /^(?:ない|無い)$/, '大好き'],
  [/^(?:縁|えん|馴染み|なじみ)$/, /^[がもは]$/, /^(?:ない|薄い|遠い)$/, '無縁'],
  [/^(?:頭|心|あたま)$/, /^(?:から|に|を)$/, /^(?:離れる|はなれる|残る|引っかかる|占める)$/, '気になる'],
  [/^(?:声|こえ)$/, /^を$/, /^(?:掛ける|かける|かけて)$/, '声をかける'],
];

/** What a cue phrase is read as, and how many tokens it takes. */
export interface Cue {
  lemma: string;
  length: number;
  negative: boolean;
}

/** 興味 が ある and the like, as one predicate. */
export function idiomAt(tokens: Token[], at: number): Cue | undefined {
  const noun = tokens[at].surface;
  const idiom = IDIOMS.find(([pattern]) => pattern.test(noun));
  if (!idiom) return undefined;
  let next = at + 1;
  while (tokens[next]?.pos === '助詞' && next < at + 3) next++;
  if (next < at + 2 && !/^(?:ある|あり)/.test(tokens[next]?.surface ?? '')) return undefined;
  if (next >= at + 2 && !idiom[1].test(tokens[at + 1].surface)) return undefined;
  // 興味 は 全く ない
  if (tokens[next]?.pos === '副詞') next++;
  const verb = tokens[next];
  if (!verb || !idiom[2].test(verb.base)) return undefined;
  return { lemma: idiom[3], length: next + 1 - at, negative: /^(?:ない|無い|薄い|少ない|浅い)$/.test(verb.base) && !['大好き', '無縁'].includes(idiom[3]) };
}

/** Length in tokens of the cue noun that begins here (大 募集 中 = 3), 0 for none. */
export function cueLength(tokens: Token[], at: number): number {
  let surface = '';
  let found = 0;
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
export const PREDICATIVE = new Set('副業 本職 趣味 仕事 お仕事 しごと 本業 特技 専門 担当 日課 悩み 悩みの種 願い 夢 目標 課題 テーマ 生業 得意分野 役目 役割 強み 武器 マイブーム 楽しみ 生きがい 癒し 興味 関心 専攻 ライフワーク 研究テーマ 担当業務 習慣'.split(' '));
