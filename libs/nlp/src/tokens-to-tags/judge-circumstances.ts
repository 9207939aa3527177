import type { PredicateChunk } from './chunks.js';
import { headingToReading, topicBefore, type Clause } from './clause.js';
import { isDeniedLater, isDeniedNominal, isDeniedNow, isDeniedSpeech, isReported } from './denials.js';
import { isOther } from './find-subjects.js';
import { judgeCopula } from './judge-copula.js';
import { byIdiom } from './judge-idioms.js';
import { MEANS, NOTHING, senseOfPredicate, type Reading } from './judge-predicate.js';
import { headOf, lastParticle, type Item, type Phrase } from './join-phrases.js';
import { isPerson, isTrade } from './phrase-classes.js';
import { senseOf, type Sense } from './words/predicates.js';

/** One phrase under one predicate, with what is known of both. */
export interface Said {
  clause: Clause;
  at: number;
  predicateAt: number;
  phrase: Phrase;
  predicate: PredicateChunk;
  sense: Sense | undefined;
  /** The last particle of the phrase. */
  particle: string;
  /** What the predicate says by itself. */
  judged: Reading;
}

/** Whose it is, and whether it is so at all. */
function denied({ clause, at, predicateAt, phrase, predicate, sense, particle, judged }: Said): Reading | undefined {
  const { items } = clause;
  const before = items[predicateAt - 1];
  // 大工仕事は息子の担当です
  if (before?.type === 'phrase' && before !== phrase && (lastParticle(before) === 'の' || (lastParticle(before) === '' && before.end === predicate.start)) && isOther(before)) return NOTHING;
  if (predicate.request && isPerson(phrase) && /^(?:声をかける|話しかける|話す|連絡する?|来る|教える|知らせる|つながる|絡む|誘う|貸す)$/.test(predicate.lemma)) return { kind: 'seeking', score: 0.85, rule: `人>${judged.rule}` };
  // 買い物が不安です: minded, not denied.
  if (/^(?:不安|心配)$/.test(predicate.lemma) && particle === 'が' && !predicate.negative) return { kind: 'interest', score: 0.64, rule: predicate.lemma };
  // ウェブのことは息子に聞いてください
  if (predicate.request && /^(?:聞く|聴く|尋ねる|頼む)$/.test(predicate.lemma) && items.slice(at + 1, predicateAt).some((item) => item.type === 'phrase' && lastParticle(item) === 'に' && isOther(item))) return NOTHING;
  // 電力データが使えると聞いて来ました
  const [quote, heard] = items.slice(predicateAt + 1).filter((item) => item.type !== 'mark');
  if (judged.kind === 'skill' && !predicate.past && quote?.type === 'other' && /^(?:と|って)$/.test(quote.text) && heard?.type === 'predicate' && /^(?:聞く|きく|伺う|うかがう|知る|読む|見る)$/.test(heard.lemma) && !heard.tokens.some(({ base }) => /^(?:れる|られる)$/.test(base)) && (heard.continues || /て(?:来|き|参|まい|やっ|申し込|おり|以来)/.test(heard.text))) return { kind: 'interest', score: 0.64, rule: `${judged.rule}と${heard.lemma}` };
  if (isReported(items, predicateAt)) return NOTHING;
  const behind = items[predicateAt + 1];
  // 昔は話せましたが、今は無理です; 持っているだけで弾けません
  if (judged.kind === 'skill' && (predicate.contrast || behind?.type === 'other' && /^だけ/.test(behind.text)) && (predicate.past || predicate.progressive) && isDeniedNow(items, predicateAt)) return { kind: 'unable', score: 0.7, rule: `${judged.rule}>今は否定` };
  // 習っただけ, 触ったきり
  if (judged.kind === 'skill' && predicate.past && behind?.type === 'other' && /^(?:だけ|きり|くらい|ぐらい|程度|のみ)$/.test(behind.text)) return { kind: 'unable', score: 0.6, rule: `${judged.rule}だけ` };
  if (judged.kind === 'skill' && !predicate.past && behind?.type === 'other' && /^(?:だけ|くらい|ぐらい|程度|のみ)$/.test(behind.text)) return items.slice(predicateAt + 1).some((item) => item.type === 'predicate' && item.negative) ? { kind: 'unable', score: 0.6, rule: `${judged.rule}だけ` } : { ...judged, score: judged.score * 0.45, rule: `${judged.rule}くらい` };
  const nextAt = items.findIndex((item, index) => index > predicateAt && item.type === 'predicate' && !item.attributive);
  const later = items[nextAt] as PredicateChunk | undefined;
  // Excelは開いて見るだけです
  if (judged.kind === 'skill' && particle === 'は' && predicate.continues && items[nextAt + 1]?.type === 'other' && /^だけ/.test(items[nextAt + 1].text)) return { kind: 'unable', score: 0.6, rule: `${judged.rule}だけ` };
  // 友人に頼んで作ってもらいました
  if (/^(?:頼む|お願いする|願いする|依頼する)$/.test(predicate.lemma) && predicate.continues && later && (later.past || later.progressive) && !later.wish) return NOTHING;
  // 家族に反対され断念
  if (/^(?:反対する|却下する|禁止する|拒否する|否決する|制止する|止める|叱る|怒る|断る|却下|笑う|呆れる|諦める)$/.test(predicate.lemma) && predicate.tokens.some(({ base }) => /^(?:れる|られる)$/.test(base)) && !predicate.wish) return { kind: 'unable', score: 0.6, rule: `${judged.rule}され` };
  // 弁護士を紹介されました
  if (sense === 'seek' && predicate.past && !predicate.wish && predicate.tokens.some(({ base }) => /^(?:れる|られる)$/.test(base))) return NOTHING;
  // 作るより食べるほう
  if (behind?.type === 'other' && /^より/.test(behind.text) && judged.kind !== 'seeking') return { kind: 'unable', score: 0.6, rule: `${judged.rule}より` };
  // 語れるほどの知識はない, 弾けるほどではない
  if (judged.kind === 'skill' && behind?.type === 'other' && /^ほど/.test(behind.text) && items.slice(predicateAt + 1).some((item) => item.type === 'predicate' && item.negative)) return { kind: 'unable', score: 0.7, rule: `${judged.rule}ほど` };
  // 盆栽に惹かれます
  if (particle === 'に' && /^(?:惹く|ひく|魅する|魅せる|引き込む|引き寄せる|癒す|助ける|たすける|支える|救う|励ます|圧倒する|感化する)$/.test(predicate.lemma) && predicate.tokens.some((token) => /^(?:れる|られる)$/.test(token.base)) && !predicate.negative) return { kind: 'interest', score: 0.84, rule: `に${predicate.lemma}` };
  // 音楽を通じて人とつながりたい
  if (/^を通(?:じ|し)て$/.test(particle) || (particle === 'を' && /^(?:通じる|通す|とおす|介する)$/.test(predicate.lemma) && predicate.continues)) return (later ?? predicate).wish || predicate.wish ? { kind: 'interest', score: 0.66, rule: 'を通じて' } : { kind: 'skill', score: 0.55, rule: 'を通じて', weak: 'does' };
  // AIに仕事を奪われる
  if (particle === 'に' && sense === undefined && predicate.tokens.some((token) => /^(?:れる|られる)$/.test(token.base))) return NOTHING;
  // 任せられる人がいない
  if (/^(?:いる|おる)$/.test(predicate.lemma) && predicate.negative && !predicate.condition && isPerson(phrase) && /^(?:が|も)$/.test(particle) && items[at - 1]?.type === 'predicate') return { kind: 'seeking', score: 0.72, rule: 'いない' };
  if (isDeniedSpeech(items, predicateAt)) return { kind: 'unable', score: 0.8, rule: `${judged.rule}>とは言えない` };
  if (particle === 'は' && judged.kind === 'skill' && isDeniedNominal(items, at)) return { kind: 'unable', score: 0.75, rule: `${judged.rule}>素人` };
  return undefined;
}

/** Calls to somebody, and what is said under a condition. */
function called({ clause, at, predicateAt, phrase, predicate, sense, particle, judged }: Said): Reading | undefined {
  const { items } = clause;
  const gap = items[at + 1];
  if (phrase.particles.length === 0 && isPerson(phrase) && !isOther(phrase) && predicate.lemma !== 'だ' && gap?.type === 'mark' && gap.text === '、' && items[at - 1]?.type === 'predicate' && (items[at - 1] as PredicateChunk).attributive) return { kind: 'seeking', score: 0.8, rule: '呼びかけ' };
  // 橋梁点検のことなら何でも聞いてください
  if (particle === 'なら' && predicate.request) return { kind: 'skill', score: 0.88, rule: `なら>${predicate.lemma}+依頼` };
  const then = items.slice(predicateAt + 1).find((item): item is PredicateChunk => item.type === 'predicate' && !item.attributive);
  if ((sense === 'have' || predicate.lemma === 'いる') && predicate.condition && !predicate.negative && then && (then.request || senseOfPredicate(then) === 'ask')) return { kind: 'seeking', score: 0.75, rule: `${judged.rule}>${then.lemma}` };
  // 制度のことは知らないので教えてください
  if (/^(?:知る|しる)$/.test(predicate.lemma) && predicate.negative && then?.request && /^(?:教える|おしえる|聞く|聴く|見る)$/.test(then.lemma)) return { kind: 'interest', score: 0.74, rule: '知らない>教える' };
  if (/^(?:来る|くる|加わる|入る|参加する|いる|おる|みえる|いらっしゃる)$/.test(predicate.lemma) && predicate.condition && isPerson(phrase) && /^(?:が|も|に|)$/.test(particle)) return { kind: 'seeking', score: 0.76, rule: `${judged.rule}>来てくれたら` };
  // ドラムがいません: a trade or a part that is lacking
  if (/^(?:いる|おる)$/.test(predicate.lemma) && predicate.negative && !predicate.question && !predicate.past && particle === 'が' && !isOther(phrase) && predicate.polite) return { kind: 'seeking', score: 0.6, rule: 'がいません', known: true };
  if (sense === 'have' && predicate.condition && !predicate.negative && /(?:データ|情報|場所|機材|機器|道具|材料|資料|記録|素材|写真|映像|スペース|空き家|車|お話|事例)$/.test(headOf(phrase).text)) return { kind: 'seeking', score: 0.7, rule: `${judged.rule}>あれば` };
  if (particle === 'なら' && !predicate.negative && !predicate.wish && judged.kind !== 'unable' && sense !== 'like' && sense !== 'seek') return { kind: 'skill', score: 0.85, rule: `なら>${predicate.lemma}` };
  // 音声案内の大切さに気づきました
  if (phrase.parts.length > 1 && /(?:大切さ|重要性|必要性|面白さ|楽しさ|難しさ|魅力|奥深さ|可能性|大事さ|意義)$/.test(headOf(phrase).text) && judged.kind !== 'unable' && judged.kind !== 'seeking' && !predicate.wish && /^(?:気づく|気付く|知る|実感する|痛感する|目覚める|触れる|感じる|惹かれる|はまる|取りつかれる|学ぶ|わかる|分かる)$/.test(predicate.lemma) && !predicate.negative) return { kind: 'interest', score: 0.7, rule: predicate.lemma };
  // 聴覚障害があります: nothing one can do
  if (sense === 'have' && /^(?:が|も)$/.test(particle) && !predicate.negative && /(?:障害|障がい|病|症|疾患|麻痺|アレルギー|不登校|ひきこもり|持病|トラウマ)$/.test(headOf(phrase).text)) return { kind: 'interest', score: 0.55, rule: `が${predicate.lemma}` };
  // 間伐材の使い道を探しています: thought about, asked of nobody
  if (judged.kind === 'seeking' && /^(?:探す|さがす|捜す|探る|求める|模索する|考える|ひねり出す|練る|見つける|相談する|議論する)$/.test(predicate.lemma) && /(?:使い道|活用法|活用方法|方法|やり方|応用先|活用先|解決策|打開策|道|ヒント|アイデア|テーマ|きっかけ|糸口)$/.test(headOf(phrase).text)) return { kind: 'interest', score: 0.74, rule: `${judged.rule}道` };
  // 自分の居場所を見つけたい: found in oneself
  if (judged.kind === 'seeking' && predicate.wish && /^(?:見つける|見つかる|探す|さがす)$/.test(predicate.lemma) && /^(?:居場所|生きがい|やりがい|楽しみ|趣味|目標|夢|答え|自分|役割|使命|第二の人生|働き方|生き方|暮らし方|可能性|落としどころ)$/.test(headOf(phrase).text)) return { kind: 'interest', score: 0.76, rule: `${judged.rule}自分` };
  // ストレスがたまる; 時間を見つけて
  if (/^(?:たまる|溜まる|貯まる)$/.test(predicate.lemma) && !/(?:データ|記録|資料|写真|ポイント|ノウハウ|本|在庫)$/.test(headOf(phrase).text)) return NOTHING;
  const object = items[predicateAt - 1];
  if (/^(?:見つける|作る|つくる)$/.test(predicate.lemma) && object?.type === 'phrase' && /^(?:時間|暇|合間|すきま時間)$/.test(object.text)) return NOTHING;
  // ダイエットのため
  if (/^(?:ため|為)$/.test(headOf(phrase).text) && phrase.parts.length > 1 && judged.kind === 'skill') return { kind: 'interest', score: 0.6, rule: 'のため' };
  // 預かり合える仕組みがほしい: wished for, looked for with nobody
  if (/^(?:ほしい|欲しい)$/.test(predicate.lemma) && judged.kind === 'seeking' && /^(?:仕組み|しくみ|サービス|アプリ|システム|制度|ルール|マップ|地図|教材|マニュアル|ガイド|社会|世の中|町|まち|街)$/.test(headOf(phrase).text)) return { kind: 'interest', score: 0.74, rule: '仕組みがほしい' };
  // アプリが増えてほしい: wished for the world, asked of nobody
  if (predicate.request && particle === 'が' && /(?:ほしい|欲しい)/.test(predicate.text) && !predicate.negative && /^(?:増える|ふえる|減る|へる|広まる|広がる|進む|変わる|かわる|なくなる|無くなる|消える|続く|残る|根付く|根づく|浸透する|普及する|活性化する|盛り上がる|良くなる|よくなる|できる|生まれる|育つ|伝わる|届く|つながる|動く|戻る|生き残る|定着する|実現する|発展する|復活する|栄える|増す|下がる|上がる|楽になる)$/.test(predicate.lemma)) return { kind: 'interest', score: 0.74, rule: `${predicate.lemma}てほしい` };
  if (predicate.lemma === '希望' && /(?:コラボ|交流|連携|協業|協働|情報交換|意見交換|相談|紹介|マッチング|協力|支援)$/.test(headOf(phrase).text)) return { kind: 'seeking', score: 0.78, rule: '希望' };
  return undefined;
}

/** What the particle lets a predicate say. */
function byParticle({ clause, at, predicateAt, phrase, predicate, sense, particle, judged }: Said): Reading | undefined {
  const { items } = clause;
  if (predicate.lemma === 'だ') return judgeCopula(clause, at, predicate);
  // 頭痛がします, いい匂いがする: felt, not done
  if (particle === 'が' && predicate.lemma === 'する' && !predicate.wish && !predicate.question && phrase.end === predicate.start - 1) return NOTHING;
  // ヒアリングさせてほしい: what is asked leave for is no tag
  if (phrase.particles.length === 0 && phrase.end === predicate.start && predicate.lemma === 'する' && (predicate.request || predicate.giving) && predicate.tokens.some(({ base }) => base === 'せる') && /(?:ヒアリング|インタビュー|取材|アンケート|見学|同行|参加|お話|話|勉強|協力|相談|質問|体験|訪問|撮影|観察|一緒)$/.test(phrase.text)) return NOTHING;
  // 音訳者が[高齢化]している
  if (phrase.particles.length === 0 && phrase.end === predicate.start && predicate.lemma === 'する' && senseOf(`${phrase.text}する`) === 'trouble') return NOTHING;
  // 食を[見える化]したい: the noun is the verb.
  if (phrase.particles.length === 0 && phrase.end === predicate.start && predicate.lemma === 'する' && senseOf(`${phrase.text}する`) === 'change' && items.slice(0, at).some((item, index, all) => item.type === 'phrase' && lastParticle(item) === 'を' && all.slice(index).every((later) => later.type !== 'predicate'))) return NOTHING;
  // コラボできたら: the noun is the verb.
  if (phrase.particles.length === 0 && phrase.end === predicate.start && senseOf(phrase.text) === 'meet' && !/^(?:仲間|友達)$/.test(phrase.text)) return NOTHING;
  // しか…ない says that this much is possible.
  if (predicate.negative && particle === 'しか') return /^(?:知る|しる|聞く|見る|覚える)$/.test(predicate.lemma) ? { kind: 'unable', score: 0.6, rule: 'しか知らない' } : { kind: 'skill', score: 0.7, rule: 'しか' };
  if (particle === 'から' && items.slice(at + 1, predicateAt).some((item) => item.type === 'phrase' && item.particles.includes('まで'))) return judged;
  if (particle === 'から' && sense === 'learn' && judged.kind === 'interest' && !isPerson(phrase)) return { ...judged, score: 0.62, rule: `${judged.rule}>から` };
  if (/^(?:から|まで|より|へ|ほど)$/.test(particle)) return NOTHING;
  // 手話サークルに通っています
  if (/^(?:通う|かよう)$/.test(predicate.lemma) && !predicate.negative && !predicate.past && (predicate.progressive || !predicate.continues) && /^(?:に|へ)$/.test(particle) && /(?:教室|サークル|スクール|(?<!^|小|中|学)学校|道場|ジム|講座|レッスン|塾|稽古|クラブ|練習)$/.test(headOf(phrase).text)) return { kind: 'interest', score: 0.76, rule: '通う' };
  if (sense === 'live' && particle === 'に' && /^(?:行く|通う|参加する?|所属する?|入る)$/.test(predicate.lemma) && (predicate.progressive || predicate.past)) return { kind: 'skill', score: 0.55, rule: predicate.lemma, weak: 'does', known: true };
  if (particle === 'と' && (predicate.wish || endsInWish(items, predicateAt)) && isPerson(phrase) && !/^(?:住む|すむ|暮らす|くらす|結婚する|思う|言う|いう|つなぐ|繋ぐ|つなげる|繋げる|結ぶ)$/.test(predicate.lemma)) return { kind: 'seeking', score: 0.85, rule: `と>${judged.rule}` };
  if (((judged.kind === 'skill' && !/^(?:始める|はじめる)$/.test(predicate.lemma)) || (sense === 'learn' && (predicate.past || /^も/.test((items[predicateAt + 1] as { text?: string } | undefined)?.text ?? '')) && !predicate.progressive)) && !(sense === 'have' && /(?:データ|情報|記録|資料|素材|写真|映像)$/.test(headOf(phrase).text)) && particle === 'は' && !predicate.attributive && isDeniedLater(items, predicateAt)) return { kind: 'unable', score: 0.7, rule: `${judged.rule}>否定` };
  if (judged.weak && /(?:勉強|学習|練習|修行|修業|独学|お稽古|稽古)$/.test(headOf(phrase).text) && phrase.parts.length > 1) return { kind: 'interest', score: 0.87, rule: '勉強' };
  if (judged.weak && /(?:仕事|業務|担当|専門|研究|経験|歴|職)$/.test(headOf(phrase).text)) return { ...judged, weak: undefined, score: 0.88 };
  if (sense === 'live' && !predicate.wish && !predicate.negative && !predicate.past && particle === 'に' && /^(?:行く|いく|通う)$/.test(predicate.lemma) && headOf(phrase).tokens[headOf(phrase).tokens.length - 1].detail !== 'サ変接続' && !predicate.progressive) return { kind: 'interest', score: 0.5, rule: predicate.lemma, known: true };
  if (sense === 'live' && !predicate.wish && !predicate.negative && particle === 'に' && /^(?:行く|いく|通う|出かける|出掛ける)$/.test(predicate.lemma) && headOf(phrase).tokens[headOf(phrase).tokens.length - 1].detail === 'サ変接続') return { kind: 'interest', score: 0.72, rule: `${predicate.lemma}` };
  // タイ語を話します
  if (/^(?:話す|はなす|しゃべる|喋る)$/.test(predicate.lemma) && /^[をもはが]$/.test(particle) && /語$/.test(headOf(phrase).text) && !predicate.negative && !predicate.wish && !predicate.request) return { kind: 'skill', score: 0.86, rule: predicate.lemma };
  // 簿記2級を来年受けます
  if (/^(?:受ける|受験する)$/.test(predicate.lemma) && !predicate.past && !predicate.negative && /(?:級|検定|試験|士|資格|免許|免状|TOEIC|TOEFL)$/.test(headOf(phrase).text)) return { kind: 'interest', score: 0.74, rule: predicate.lemma };
  if (judged.kind === 'nothing' && /^組(?:む|める)$/.test(predicate.lemma) && !predicate.negative && !isPerson(phrase) && particle !== 'と') return { kind: predicate.wish ? 'interest' : 'skill', score: 0.78, rule: predicate.lemma };
  return undefined;
}

/** What one wants others to have a share in: 若い人に知ってほしい. */
const TO_SHARE = /^(?:使う|見る|知る|食べる|飲む|体験する|試す|広める|触れる|楽しむ|味わう|聴く|読む|覚える)$/;

/** Where one belongs, and people one wants to hear. */
function ofPlacesAndPeople({ clause, at, phrase, predicate, sense, particle, judged }: Said): Reading | undefined {
  // 自治会長になって二年目
  if (/^(?:なる|成る)$/.test(predicate.lemma) && particle === 'に' && !predicate.negative && !predicate.wish && !predicate.condition && (predicate.past || predicate.continues || predicate.progressive) && (isTrade(phrase) || /(?:相手|役|係|先生|講師|担当|代表|リーダー|事務局|メンバー)$/.test(headOf(phrase).text))) return { kind: 'skill', score: 0.74, rule: 'になった' };
  // 企画部署に移りました
  if (/^(?:移る|うつる|異動する|配属する|配属|転属する|転職する|出向する|転じる|鞍替えする)$/.test(predicate.lemma) && particle === 'に' && !predicate.wish && !predicate.negative) return { kind: 'skill', score: 0.62, rule: `に${predicate.lemma}`, known: true };
  // 呉服売場におりました, 都市計画課にいます
  if (/^(?:いる|おる)$/.test(predicate.lemma) && particle === 'に' && !predicate.negative && !predicate.question) return { kind: 'skill', score: 0.6, rule: 'にいる', weak: 'does', known: true };
  if (sense === 'live' && predicate.wish && !predicate.negative && /^(?:に|へ|も|を)$/.test(particle) && /^(?:行く|いく|参加する?|出る|入る|通う|移る|進む|戻る)$/.test(predicate.lemma)) return { kind: 'interest', score: 0.68, rule: `${judged.rule}行きたい` };
  if (particle === 'と' && /^(?:呼ぶ|言う|いう|申す|心得る|存じる|信じる|覚悟する|感じる|考える|名付ける|間違える|勘違いする|誤解する|思う|見る|離れる|別れる)$/.test(predicate.lemma)) return NOTHING;
  // 親御さんと話せる: no ability
  if (particle === 'と' && isPerson(phrase) && judged.kind === 'skill' && !/^(?:組む|協力する|連携する|協働する|名乗る|兼ねる|両立する)$/.test(predicate.lemma)) return predicate.condition || predicate.question ? { kind: 'seeking', score: 0.7, rule: `と>${judged.rule}` } : NOTHING;
  // 保育園の先生に使ってもらえると嬉しい
  if (particle === 'に' && isPerson(phrase) && predicate.giving && predicate.condition && !predicate.negative && /^(?:使う|試す|見る|手伝う|参加する|来る|遊ぶ|食べる|読む|協力する|加わる|関わる)$/.test(predicate.lemma)) return { kind: 'seeking', score: 0.74, rule: `に${judged.rule}` };
  // 口腔ケアの大切さを知ってほしい: wished for everybody
  if (predicate.request && /(?:ほしい|欲しい)/.test(predicate.text) && /^[をもに]$/.test(particle) && !predicate.negative && !isPerson(phrase) && /^(?:知る|食べる|飲む|味わう|触れる|感じる|気づく|気付く|覚える|考える|楽しむ|体験する|読む|聴く|見直す|大事にする|好きになる|忘れる)$/.test(predicate.lemma)) return { kind: 'interest', score: 0.74, rule: judged.rule };
  // 研究者の方に海の変化を調べてほしい
  if (predicate.request && /(?:ほしい|欲しい)/.test(predicate.text) && particle === 'に' && isPerson(phrase) && !predicate.negative) return TO_SHARE.test(predicate.lemma) && !/^(?:使う|試す|体験する)$/.test(predicate.lemma) ? NOTHING : { kind: 'seeking', score: 0.8, rule: `に${judged.rule}` };
  const asked = clause.items.slice(0, at).some((item) => item.type === 'phrase' && lastParticle(item) === 'に' && isPerson(item));
  if (asked && judged.kind === 'seeking' && !isPerson(phrase) && (TO_SHARE.test(predicate.lemma) || /^(?:調べる|考える)$/.test(predicate.lemma))) return { kind: 'interest', score: 0.7, rule: judged.rule };
  if (predicate.wish && particle === 'に' && isPerson(phrase) && (predicate.giving || /^(?:聞く|聴く|伺う|うかがう|聞ける|聴ける|伺える|うかがえる|教われる|会える|相談できる|教わる|習う|学ぶ|相談する?|会う|頼む|お願いする|もらう|いただく|頂く|仰ぐ|見る|診る|願う|打診する)$/.test(predicate.lemma))) return { ...judged, kind: 'seeking', score: 0.82 };
  // 医療職の知り合いを増やしたい
  if (predicate.wish && /^(?:増やす|広げる|作る|つくる)$/.test(predicate.lemma) && /^(?:知り合い|知人|つながり|繋がり|人脈|仲間|友達|友人|メンバー|ファン|味方|担い手|スタッフ|職員|人|方|友だち)$/.test(headOf(phrase).text) && (phrase.parts.length > 1 || clause.items[at - 1]?.type === 'predicate')) return { ...judged, kind: 'seeking', score: 0.8 };
  // 看護師の方のお話を聞きたい, お母さんの声を集めています
  if ((predicate.wish || (predicate.lemma === '集める' && predicate.progressive)) && /^(?:聞く|聴く|伺う|うかがう|仰ぐ|借りる|借りする|伺いする|いただく|頂く|頂戴する|もらう|得る|求める|拝借する|集める)$/.test(predicate.lemma) && /(?:話|意見|声|困りごと|困り事|悩み|本音|要望|ニーズ|苦労|体験談|アドバイス|助言|知恵|知見|力|指導|協力|経験|感想|ノウハウ)$/.test(headOf(phrase).text) && phrase.parts.length > 1 && isPerson({ ...phrase, parts: phrase.parts.slice(0, -1) })) return { ...judged, kind: 'seeking', score: 0.8 };
  // 統計のアドバイスをもらいたい
  if (predicate.wish && /^(?:もらう|いただく|頂く|受ける|求める|得る|頂戴する|仰ぐ)$/.test(predicate.lemma) && /^(?:アドバイス|助言|ご?指導|知見|ノウハウ|ご?意見|ヒント|サポート|支援|フィードバック)$/.test(headOf(phrase).text) && phrase.parts.length > 1) return { kind: 'seeking', score: 0.78, rule: judged.rule };
  if (sense === 'meet' && judged.kind === 'seeking' && !isPerson(phrase) && /^(?:について|を|に関して|の)$/.test(particle)) return { ...judged, kind: 'interest', score: 0.7 };
  return undefined;
}

/** Tools, places and times, and what is weak beside them. */
function byMeans({ clause, at, predicateAt, phrase, predicate, sense, particle, judged }: Said): Reading | undefined {
  const { items, heading, hobbies } = clause;
  if (particle === 'で' && isTrade(phrase)) return { kind: 'skill', score: 0.85, rule: 'で=です' };
  // スマホで撮って, 電話で話す: the means says nothing
  if (phrase.particles[0] === 'で' && phrase.parts.length === 1 && /^(?:スマホ|スマートフォン|携帯|携帯電話|ケータイ|ガラケー|パソコン|PC|ノートPC|タブレット|iPad|iPhone|メール|電話|LINE|ライン|チャット|ネット|インターネット|オンライン|リモート|テレワーク|手書き|口頭|郵送|車|自家用車|電車|バス|徒歩|新幹線|軽トラ|トラック)$/i.test(headOf(phrase).text)) return MEANS;
  // 趣味はカメラと料理で、最近は…: です that goes on
  const { items: all } = clause;
  const topic = topicBefore(clause, at);
  if (particle === 'で' && phrase.particles.length === 1 && topic && all[at + 1]?.type === 'mark' && /^[、,]/.test(all[at + 1].text) && !all.slice(topic.at + 1, at).some((item) => item.type === 'predicate' && !item.attributive)) return topic.reading;
  if (/^(?:始める|はじめる)$/.test(predicate.lemma) && predicate.past && judged.kind === 'skill' && items.some((item) => item.type !== 'predicate' && /^(?:最近|今年|去年|昨年|先月|先週|この春|今春|春|夏|秋|冬|ようやく|ついに|やっと|定年後|退職後|コロナ禍)$|(?:手習い|歳|還暦|育休中|産休中)$/.test(item.text))) return { kind: 'interest', score: 0.76, rule: '最近始めた' };
  const behind = items[predicateAt + 1];
  // 陶芸を始めて十年になります
  if (/^(?:始める|はじめる)$/.test(predicate.lemma) && predicate.continues && judged.kind === 'skill' && items.slice(predicateAt + 1).some((item) => item.type === 'phrase' && /^[\d〇一二三四五六七八九十数]+年(?:目|以上|ほど|近く|半)?$/.test(item.text))) return { kind: 'skill', score: 0.8, rule: '始めて…年' };
  // カメラを始めたばかり
  if (/^(?:始める|はじめる)$/.test(predicate.lemma) && predicate.past && judged.kind === 'skill' && (/(?:ばかり|ところ)/.test(predicate.text) || (behind && 'text' in behind && /^(?:ばかり|ところ|とこ)/.test(behind.text)))) return { kind: 'interest', score: 0.78, rule: '始めたばかり' };
  if (sense === 'learn' && judged.kind === 'interest' && (predicate.progressive || predicate.continues || predicate.past) && !predicate.wish && items.some((item) => item.type === 'phrase' && /^(?:で|では|にて)$/.test(item.particles.join('')) && /(?:大学|大学院|専門学校|高専|短大|ゼミ|学部|学科|研究室|高校)$/.test(headOf(item).text))) return { kind: 'skill', score: 0.72, rule: `学校>${judged.rule}` };
  // 和食出身です, 企業法務出身: where one has worked
  if (predicate.lemma === '出身' && phrase.particles.length === 0 && !/(?:高校|大学|学校|中学|高専)$/.test(phrase.text)) return { kind: 'skill', score: 0.66, rule: '出身', known: true };
  if (phrase.particles[0] === 'で' && /^(?:食べる|食う|くう|稼ぐ|生業|生計)$/.test(predicate.lemma) && !predicate.negative && !predicate.wish) return { kind: 'skill', score: 0.82, rule: `で${predicate.lemma}` };
  // 交通安全教室で講師をしています: the class says of what
  if (phrase.particles.join('') === 'で' && COURSE.test(headOf(phrase).text) && items[at + 1]?.type === 'phrase' && items[at + 2] === predicate && ROLE.test((items[at + 1] as Phrase).text) && !predicate.negative) return { kind: 'skill', score: 0.74, rule: 'で役' };
  // 団地自治会で会長を仰せつかっております: the post alone says nothing
  if (phrase.particles.join('') === 'で' && BODY.test(headOf(phrase).text) && items[at + 1]?.type === 'phrase' && items[at + 2] === predicate && POST_OF.test((items[at + 1] as Phrase).text) && !predicate.negative) return { kind: 'skill', score: 0.74, rule: 'で役' };
  if (phrase.particles[0] === 'で' && predicate.wish && judged.kind === 'interest') return { ...judged, score: judged.score * 0.72, rule: `${judged.rule}>で` };
  if (phrase.particles[0] === 'で') return withDe(judged, sense);
  if (sense === 'think' && phrase.particles[0] === 'に' && !/^(?:注目|着目|困|悩|期待|気)/.test(predicate.lemma)) return NOTHING;
  // 店主さんに説明して回っています: to whom it is done
  if (particle === 'に' && isPerson(phrase) && judged.kind === 'skill' && sense !== 'have' && !/^(?:なる|つく|就く|従事する?|携わる|関わる|転身する|転職する|役立つ|強い|詳しい|向く|慣れる)$/.test(predicate.lemma)) return NOTHING;
  if (judged.weak === 'does' && isTrade(phrase)) return { ...judged, weak: undefined, score: 0.88 };
  if (/^(?:として)$/.test(phrase.particles[0] ?? '')) return judged.kind === 'nothing' || judged.weak ? { kind: 'skill', score: 0.75, rule: 'として' } : judged;
  // 衛生管理に役立てたい
  if (particle === 'に' && predicate.wish && judged.kind === 'skill' && /^(?:活かす|生かす|いかす|役立てる)$/.test(predicate.lemma)) return { kind: 'interest', score: 0.76, rule: `に${judged.rule}` };
  if (phrase.particles[0] === 'に' && (judged.weak || sense === 'make' || sense === 'have')) return { ...judged, score: judged.score * 0.65 };
  if (sense === 'trouble' && /^(?:増える|ふえる|減る|へる)$/.test(predicate.lemma) && phrase.parts.length === 1 && isPerson(phrase)) return NOTHING;
  if (sense === 'trouble' && !/^(?:が|も|は|を|って|の|)$/.test(phrase.particles[0] ?? '')) return NOTHING;
  if (phrase.particles[0] === 'が' && sense === undefined) return { ...judged, score: judged.score * 0.6 };
  if (judged.weak && judged.kind === 'skill' && heading) return headingToReading(heading);
  // 趣味で無線を40年: as long as a trade
  const forYears = items.some((item) => item.type === 'phrase' && /^[\d〇一二三四五六七八九十]+年間?(?:以上|近く|ほど)?$/.test(item.text));
  if (hobbies[at] && judged.kind === 'skill' && sense !== 'ability' && !forYears) return { ...judged, kind: 'interest', score: judged.score * 0.9, rule: `${judged.rule}>hobby time` };
  return undefined;
}

/** What is taught or done together, and what somebody may be there. */
const COURSE = /.(?:教室|講座|スクール|塾|道場|クラブ|サークル|サロン)$/;
const ROLE = /^(?:講師|先生|サポーター|スタッフ|ボランティア|指導|お?手伝い|手伝い|アシスタント|メンター|コーチ|世話役|運営|司会|事務局)$/;

/** Bodies that people serve in, and the posts there. */
const BODY = /(?:自治会|町内会|町会|PTA|父母会|保護者会|老人会|老人クラブ|婦人会|青年会|青年団|消防団|商店会|商店街|振興組合|管理組合|協議会|協会|子ども会|子供会|同窓会|実行委員会|NPO|NPO法人|連合会|連盟|青年部|防災会|防災組織|まちづくり委員会)$/;
const POST_OF = /^(?:会長|副会長|役員|理事|理事長|代表|副代表|幹事|会計|監事|書記|事務局長?|班長|組長|委員|委員長|世話人|世話役|広報|防災部長|部長|係|顧問|相談役)$/;

/** 方と組んで…したい: the wish at the end reaches back over a て. */
function endsInWish(items: Item[], predicateAt: number): boolean {
  const predicate = items[predicateAt] as PredicateChunk;
  const later = items.slice(predicateAt + 1).find((item): item is PredicateChunk => item.type === 'predicate' && !item.attributive);
  return predicate.continues && !predicate.contrast && later !== undefined && later.wish && !later.negative;
}

/** で marks a tool or a place: the tool shares the reading at less certainty. */
function withDe(judged: Reading, sense: ReturnType<typeof senseOfPredicate>): Reading {
  // 夜行バスで来ました
  if (sense === 'live' && judged.kind === 'nothing') return NOTHING;
  return sense === 'make' || sense === 'work' || sense === 'ability' || sense === undefined ? { ...judged, score: judged.score * 0.7, rule: `${judged.rule}>で`, ...(judged.kind === 'skill' ? { known: true } : {}) } : judged.kind === 'unable' ? NOTHING : { kind: 'skill', score: 0.55, rule: 'で', weak: 'does', known: true };
}

/** In this order: the first that has something to say decides. */
export const CIRCUMSTANCES = [byIdiom, denied, called, byParticle, ofPlacesAndPeople, byMeans];
