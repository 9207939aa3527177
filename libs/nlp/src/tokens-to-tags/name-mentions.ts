import type { Lexicon } from '../lexicon-to-concepts/build-lexicon.js';
import type { Concept } from '../lexicon-to-concepts/concepts.js';
import { foldSpelling } from '../lexicon-to-concepts/fold-spelling.js';
import type { Candidate } from './choose-tags.js';
import type { Mention } from './clause.js';
import { headOf, type Phrase } from './join-phrases.js';
import { senseOfPredicate } from './judge-predicate.js';
import { kindOf } from './kind-of-mention.js';
import { bareName, labelFor, namePhrase, type Name } from './name-concepts.js';
import { isBarePerson, isOfPerson, isPerson, isTrade } from './phrase-classes.js';
import { BARE_PERSONS, CLAUSE_HEADS, GENERIC, OTHERS, WORKPLACE } from './words/nouns.js';
import { doingOf } from './words/doings.js';
import { isNever } from './words/never.js';
import { MADE_BY, NEEDS_VERB, nounsOfVerb, plainVerb } from './words/verb-nouns.js';

const LONGEST_CLAUSE = 26;
/** A badge takes a clause of this length whole. */
const SHORT_CLAUSE = 14;

/** Verbs before a person that only say that the person knows it: the noun alone is the tag. */
const LIGHT_ABILITY = new Set(['ability', 'like', 'do', 'have']);

/** Wide words that say enough once somebody looks for them: 会場を貸してくれるところ. */
const SOUGHT = /^(?:会場|人手|資金|機材|スペース)$/;

/** The names of the phrases of one text. */
export interface Naming {
  text: string;
  lexicon: Lexicon;
  /** The name of a phrase of this text; each is worked out once. */
  nameOf(phrase: Phrase): Name | undefined;
}

export function namingOf(text: string, lexicon: Lexicon): Naming {
  const names = new Map<Phrase, Name | undefined>();
  return {
    text, lexicon,
    nameOf(phrase) {
      if (!names.has(phrase)) names.set(phrase, namePhrase(phrase, text, lexicon));
      return names.get(phrase);
    },
  };
}

const roundScore = (score: number): number => Math.round(Math.min(1, Math.max(0, score)) * 100) / 100;

function toCandidate(mention: Mention, name: Name, { text }: Naming, label = name.label): Candidate | undefined {
  const { reading } = mention;
  if (reading.kind === 'nothing' || (reading.kind !== 'unable' && isNever(label, reading.kind))) return undefined;
  if (reading.known && !name.concept && !(reading.score > 0.55 && /^[A-Za-z]/.test(name.label))) return undefined;
  const kind = kindOf(mention, name);
  // 道具, 週末: known words that say of nobody what they can.
  if ((kind === 'skill' || reading.weak === 'bare') && GENERIC.has(label) && !/^(?:フリーランス|主婦|主夫|個人事業主|工房|運転)$/.test(label)) return undefined;
  const concept = name.concept?.id ?? name.about?.id ?? foldSpelling(label);
  // 自慢です, 恐怖です: です says only of a known thing what somebody does.
  // A bare word that nobody knows: おまけ, 次第.
  if (reading.weak && reading.rule.startsWith('bare') && !name.concept && !name.about && !name.ambiguous && !/[A-Za-z]/.test(name.label)) return undefined;
  if (reading.weak && reading.rule.startsWith('です') && !name.concept && !name.about && !name.ambiguous) return undefined;
  // 試験場で, 老人ホームで: where it is done, unless working there is all that is said.
  if (/^(?:で|に)$/.test(mention.phrase.particles[0] ?? '') && name.rule !== 'lexicon>field' && WORKPLACE.test(name.label) && reading.kind === 'skill' && !/^(?:働く|はたらく|勤める|勤務する?|参加する?|関わる|携わる)$/.test(mention.predicate?.lemma ?? '') && !(/(?:教室|講座|スクール|塾|道場|クラブ|サークル|サロン)$/.test(name.label) && (/^(?:教える|おしえる|指導する)$/.test(mention.predicate?.lemma ?? '') || reading.rule === 'で役'))) return undefined;
  return {
    kind, label, concept, named: name.concept !== undefined, ...(name.ambiguous ? { ambiguous: name.ambiguous } : {}), phrase: text.slice(name.start, name.end), score: roundScore(reading.score * name.quality * (name.concept ? 1.05 : reading.rule === 'bare' && !name.ambiguous && !/[A-Za-z]|(?:級|段|種|検定|役|理事|員|長)$/.test(label) ? 0.88 : 1)),
    rule: `${name.rule}>${reading.rule}`, spans: [[name.start, name.end]], ...(reading.sure && (name.concept || reading.rule.startsWith('heading')) ? { sure: true } : {}),
  };
}

/** 草 を 刈る → 草刈り: what people call doing this to that. */
function doingName({ predicate, phrase, reading }: Mention): string | undefined {
  if (!predicate || reading.kind === 'unable' || reading.kind === 'nothing') return undefined;
  const particle = phrase.particles[0] ?? '';
  const role = /^(?:を|が|も|は|とか|など|や|なら|)$/.test(particle) ? '' : particle;
  return doingOf(phrase.text, role, predicate.lemma) ?? doingOf(headOf(phrase).text, role, predicate.lemma);
}

/** Names object and verb together where the object alone is too wide: 写真 を 撮る → 写真撮影. */
function withVerb(mention: Mention, name: Name, { lexicon, text }: Naming): { label: string; concept?: Concept } | undefined {
  const { predicate, phrase, reading } = mention;
  // 因果推論の勉強会を開く: what it is about says more.
  const told = headOf(phrase).text.length > 1 && name.start < headOf(phrase).start;
  const doing = mention.inside || told ? undefined : doingName(mention);
  if (doing) return { label: doing, concept: lexicon.find(doing) };
  // 音訳者が高齢化している → 音訳者の高齢化
  const trouble = predicate && phrase.particles[0] === 'が' ? /(?:が|が急速に|がどんどん)(高齢化|老朽化|過疎化|減少|激減|急増|孤立|悪化)$/.exec(text.slice(phrase.end, predicate.end).replace(/(?:し|する|して).*$/, ''))?.[1] : undefined;
  if (trouble && reading.kind === 'interest' && name.end === phrase.end && !lexicon.find(`${name.label}の${trouble}`)) return { label: `${name.label}の${trouble}` };
  if (!predicate || mention.inside || reading.kind === 'unable' || !/^(?:を|が|も|は|とか|など|や|と|)$/.test(phrase.particles[0] ?? '')) return undefined;
  const lemma = plainVerb(predicate.lemma);
  const nouns = nounsOfVerb(lemma);
  if (nouns.length === 0) return undefined;
  // 将棋を教えています: what is taught is what one knows.
  if (/^(?:教える|おしえる|指導する)$/.test(lemma) && name.concept && !NEEDS_VERB.has(name.label)) return undefined;
  const parts = phrase.parts.filter((part) => part.end <= name.end);
  const surface = parts.length > 1 ? parts[parts.length - 1].text : text.slice(name.start, name.end);
  for (const noun of nouns) {
    const concept = lexicon.find(surface + noun);
    if (concept) return { label: concept.id.startsWith(surface) ? concept.id : labelFor(surface + noun, concept), concept };
  }
  const sense = senseOfPredicate({ ...predicate, lemma });
  // 絵を書く, 字を書く: nobody says 絵執筆.
  if (/^(?:絵|字|手紙|日記|マンガ|漫画)$/.test(surface) && /^(?:書|か)く$/.test(lemma)) return undefined;
  const wide = NEEDS_VERB.has(surface);
  // レシピを見る: looking has a name only where it is at art.
  if (wide && /^(?:見る|観る|みる)$/.test(lemma) && !/(?:動画|映像|写真|絵|映画|漫画|マンガ|アニメ|イラスト)$/.test(surface)) return undefined;
  // 橋梁点検のアプリ says more than アプリ開発.
  if (parts.length > 1 && !/^(?:動画|写真|映像|絵|記事|文章)$/.test(surface)) return undefined;
  if (!wide && (name.concept || parts.length > 1 || name.tokens.length > 1 || surface.length > 4 || sense !== 'make' || reading.kind !== 'skill')) return undefined;
  if (reading.kind === 'interest' && sense === 'change') return undefined;
  const made = /^(?:作|つく|創|造|自作|制作|開発|書)/.test(lemma) ? MADE_BY.find(([pattern]) => pattern.test(surface))?.[1] : undefined;
  return { label: surface + (made ?? nouns[0]) };
}

/** 鉄道オタク → 鉄道. */
function likedName({ reading }: Mention, name: Name, { lexicon }: Naming): Name | undefined {
  const thing = /^(.{2,}?)(?:オタク|おたく|ヲタク|マニア|ファン|フリーク|大好きっ子|好きっ子|っ子|大好き|好き|下僕|しもべ|愛好家|沼|ガチ勢|キチ|中毒|派)$/.exec(name.label)?.[1];
  if (!thing || !reading.rule.startsWith('好き')) return undefined;
  const concept = lexicon.find(thing);
  return { ...name, label: concept ? labelFor(thing, concept) : thing, ...(concept ? { concept, quality: 1, rule: 'lexicon' } : { concept: undefined }), end: name.start + thing.length };
}

/** The words of a relative clause with the noun it describes: 廃材を出してくれる工場. */
function clauseLabel(mention: Mention, { text }: Naming): { label: string; start: number; end: number } | undefined {
  if (mention.clauseStart === undefined) return undefined;
  const head = headOf(mention.phrase);
  const end = head.tokens.length > 1 && /^(?:さん|さま|様)$/.test(head.tokens[head.tokens.length - 1].surface) ? head.tokens[head.tokens.length - 2].end : head.end;
  const whole = text.slice(mention.clauseStart, end);
  // 誰か…してくれる人: the call is no part of it.
  const label = whole.replace(/^(?:\s|誰か|だれか|どなたか|どこか|ぜひ|是非|もっと|(?:これ|それ|あれ|こういうの|そういうの)[をはがに])+/, '');
  return label.length <= LONGEST_CLAUSE && label.length > 2 && !/[、,\n]/.test(label) ? { label: label.trimEnd(), start: mention.clauseStart + whole.length - label.length, end } : undefined;
}

function clauseCandidate(mention: Mention, inner: Mention[], naming: Naming): Candidate | undefined {
  const clause = clauseLabel(mention, naming);
  if (!clause) return undefined;
  const about = inner.map(({ phrase }) => naming.nameOf(phrase)).find((name) => name?.concept ?? name?.about);
  const concept = about?.concept?.id ?? about?.about?.id ?? foldSpelling(clause.label);
  return {
    kind: mention.reading.kind as Candidate['kind'], label: clause.label, concept, named: false, phrase: clause.label, score: roundScore(mention.reading.score * 0.8),
    rule: `clause>${mention.reading.rule}`, spans: [[clause.start, clause.end]],
  };
}

/** Of what a relative clause speaks of, the part that names most: a known thing, an object before an adjunct. */
function contentOf(inner: Mention[], kind: Mention['reading']['kind'], naming: Naming): Candidate[] {
  const rank = ({ phrase }: Mention, name: Name) => (name.concept ? 2 : name.about ? 1 : 0) + (/^(?:を|が|の|に|について|に関して)$/.test(phrase.particles[0] ?? '') ? 1 : 0);
  const named = inner.flatMap((part) => {
    const name = naming.nameOf(part.phrase);
    return name ? [{ part, name, rank: rank(part, name) }] : [];
  }).sort((one, two) => two.rank - one.rank);
  const [best] = named;
  const candidate = best && toCandidate({ ...best.part, inside: false, reading: { ...best.part.reading, kind, score: 0.78, weak: undefined, known: undefined } }, best.name, naming);
  return candidate ? [candidate] : [];
}

/** 方のお力 → 方 */
function ownerOf(phrase: Phrase): Phrase {
  const parts = phrase.parts.slice(0, -1);
  const last = parts[parts.length - 1];
  return { ...phrase, parts, end: last.end, tokens: parts.flatMap(({ tokens }) => tokens), text: phrase.text.slice(0, last.end - phrase.start) };
}

/** A head with a relative clause: the clause as a whole where it is short, else its content, or the head alone. */
function nameHead(mention: Mention, inner: Mention[], naming: Naming): Candidate[] | 'head' | undefined {
  const { kind } = mention.reading;
  // データに強い方のお力: of the person.
  if (mention.phrase.parts.length > 1 && isOfPerson(mention.phrase) && !isPerson(mention.phrase)) return nameHead({ ...mention, phrase: ownerOf(mention.phrase) }, inner, naming);
  if (mention.clauseStart === undefined || (kind !== 'seeking' && kind !== 'interest')) return undefined;
  const carries = CLAUSE_HEADS.has(headOf(mention.phrase).text);
  if (kind === 'interest' && !carries) return undefined;
  // 協力してくださる団地: who gives is who is sought.
  if (kind === 'seeking' && !isPerson(mention.phrase) && inner.some((part) => part.predicate?.giving) && naming.nameOf(mention.phrase)) return 'head';
  if (!carries && !isOfPerson(mention.phrase)) return undefined;
  const predicate = inner.find(({ predicate }) => predicate)?.predicate;
  const knows = predicate !== undefined && (LIGHT_ABILITY.has(senseOfPredicate(predicate) ?? '') || /^(?:お願いする|願いする|頼む|頼める|任せる|任せられる|相談する|相談できる|知る)$/.test(predicate.lemma)) && !predicate.giving || predicate !== undefined && predicate.giving && headOf(mention.phrase).text !== '人手' && isBarePerson(mention.phrase) && /^(?:手伝う|てつだう|担当する|引き受ける)$/.test(predicate.lemma);
  // とろみの加減を知っている言語聴覚士: both
  if (kind === 'seeking' && knows && isTrade(mention.phrase) && inner.length === 1 && !naming.nameOf(inner[0].phrase)?.concept && naming.nameOf(mention.phrase)?.concept) return 'head';
  if (kind === 'seeking' && !carries && knows && inner.some((part) => part.reading.kind === 'seeking' && ((naming.nameOf(part.phrase) && !GENERIC.has(part.phrase.text)) || (part.clauseStart !== undefined && CLAUSE_HEADS.has(headOf(part.phrase).text))))) return [];
  // 介護職の方, 団地住民の方: the noun before it says who.
  const front = { ...mention.phrase, parts: mention.phrase.parts.slice(0, -1) };
  const byTrade = kind === 'seeking' && mention.phrase.parts.length > 1 && (isTrade(front) || (predicate?.giving === true && isPerson(front) && !isBarePerson(front)));
  if (!carries && (byTrade || !isBarePerson(mention.phrase)) && naming.nameOf(mention.phrase)) return 'head';
  const whole = clauseCandidate(mention, inner, naming);
  const content = contentOf(inner, kind, naming);
  // データを持っている自治体の方: what they have says little.
  const people = knows && content.every(({ label }) => GENERIC.has(label)) ? soughtPeople({ ...mention, clauseStart: undefined }, naming) : undefined;
  if (people && !/^(?:団体|会社|企業|店|お店|事業者|NPO|学生|若者)$/.test(people.label)) return [people];
  // 放置自転車を直して配る活動: what it is done to says enough.
  if (kind === 'interest' && /^(?:活動|取り組み|取組|プロジェクト|企画|イベント)$/.test(headOf(mention.phrase).text) && content[0]?.named) return content;
  if (whole && whole.label.length <= SHORT_CLAUSE) return [whole];
  // 教材を一緒に作ってくれる若い方: a wide word alone says too little.
  if (whole && content[0] && content[0].score < 0.5) return [whole];
  return content.length ? content : whole && [whole];
}

/** 病院と組んで, 学生さんに手伝ってほしい, 企業の方と出会いたい: whom one looks for, where nothing says it closer. */
function soughtPeople(mention: Mention, naming: Naming): Candidate | undefined {
  const { phrase, reading } = mention;
  if (reading.kind !== 'seeking' || mention.clauseStart !== undefined || mention.inside) return undefined;
  const parts = phrase.parts.filter((part) => !BARE_PERSONS.has(part.text) || SOUGHT_PEOPLE.test(bare(part.text)));
  // 当事者のご家族のお話: whose it is, is who is sought
  const owner = phrase.parts.length === 3 && /^お?(?:話|声|体験談?|悩み|本音|困りごと|意見|気持ち)$/.test(headOf(phrase).text) ? phrase.parts.slice(0, -1) : phrase.parts;
  if (owner.length === 2 && /^(?:当事者|患者|利用者|障害者|高齢者|認知症|子ども|子供|引きこもり|ひきこもり|不登校|住民|学生|生徒|外国人|留学生)/.test(owner[0].text) && /^ご?(?:家族|本人|親御さん|親|保護者|遺族|遺族会|配偶者|きょうだい)(?:さん|の方)?$/.test(owner[1].text)) {
    return toCandidate(mention, { label: naming.text.slice(owner[0].start, owner[1].end), start: owner[0].start, end: owner[1].end, tokens: owner.flatMap(({ tokens }) => tokens), quality: 0.85, rule: 'open' }, naming);
  }
  const part = parts.length === 1 || (parts.length === 2 && isOfPerson(phrase) && !isPerson(phrase)) ? parts[0] : undefined;
  if (!part || !SOUGHT_PEOPLE.test(bare(part.text))) return undefined;
  const label = bare(part.text);
  return toCandidate(mention, { label, start: part.start, end: part.start + label.length, tokens: part.tokens, quality: 0.85, rule: 'open', concept: naming.lexicon.find(label) }, naming, label);
}

/** The known field that stands before an occupation and is more than where it is done. */
function fieldBeside(mention: Mention, trade: Name, naming: Naming): Candidate[] {
  const part = mention.phrase.parts.at(-2);
  if (!part || headOf(mention.phrase).end !== trade.end || WORKPLACE.test(part.text) || OTHERS.has(part.text) || GENERIC.has(part.text) || /[中者]$/.test(part.text)) return [];
  const concept = naming.lexicon.find(part.text);
  if (!concept || /^(?:地域|住まいとまち|持ち寄れるもの|趣味|困りごと)/.test(concept.category)) return [];
  const field = toCandidate({ ...mention, reading: { ...mention.reading, score: 0.62, sure: false } }, { label: labelFor(part.text, concept), concept, start: part.start, end: part.end, tokens: part.tokens, quality: 0.9, rule: 'lexicon' }, naming);
  return field ? [field] : [];
}

/** Kinds of people and houses that say enough once somebody looks for them. */
const SOUGHT_PEOPLE = /^(?:(?:地元|地域|近所|若い|大手|中小|IT)?(?:企業|会社|学生|大学生|大学院生|高校生|中学生|中高生|若者|若い人|若い方|若い世代|若手|高齢者|シニア|お年寄り|自治体|行政|役所|市役所|学校|小学校|中学校|高校|大学|保育園|幼稚園|病院|診療所|クリニック|介護施設|福祉施設|団体|市民団体|NPO|農家|漁師|お店|店|飲食店|商店街|工場|町工場|工務店|留学生|外国人|外国の方|女性|男性|子育て世代|子育て中|保護者|住民|市民|当事者|家族|専門家|研究者|経営者|起業家|職人|ボランティア|ママ|パパ|経験者|投資家|スポンサー|同業者|同業|同世代|事業者|ママパパ|パパママ|パパ友|ママ友|親子|親御さん|親|お母さん|お父さん|先生|教員|教師|小中学生|小学生|幼稚園児|社会人|移住者|旅行者|観光客|生産者|消費者|店主|商店主|大家さん?|地主|支援者|民生委員|自治会|町内会|PTA|管理会社|宿泊施設|ゲストハウス|メディア|新聞社|テレビ局|出版社|編集者|書店|スーパー|農協|漁協|生協|財団|士業|団地住民|受講生|部員|モニター|協力者|理解者|助成団体|パイロット農家|図書館|公民館|銀行|不動産屋|お寺|神社|後継者|跡継ぎ|弟子|メンター|共同創業者|パートナー|.{1,5}(?:会社|メーカー|業者)))$/;
const bare = (text: string): string => text.replace(/(?:さん|さま|様|たち|達|方)$/, '');

/** Turns what the clauses say into candidates for tags. */
export function nameMentions(mentions: Mention[], naming: Naming): Candidate[] {
  const { text } = naming;
  const candidates: Candidate[] = [];
  const said = new Set<Mention>();
  for (const mention of mentions) {
    const inner = mentions.filter(({ head }) => head === mention.phrase);
    const asHead = nameHead(mention, inner, naming);
    if (!asHead) continue;
    // The clause as a whole, or a trade, says what the words of the clause say.
    if (asHead === 'head' || asHead.length) inner.filter(({ reading }) => !reading.rule.startsWith('一緒に')).forEach((part) => said.add(part));
    if (asHead === 'head') continue;
    candidates.push(...asHead);
    said.add(mention);
  }
  for (const mention of mentions) {
    if (said.has(mention)) continue;
    const kindOfPeople = soughtPeople(mention, naming);
    if (kindOfPeople) {
      candidates.push(kindOfPeople);
      continue;
    }
    if (isBarePerson(mention.phrase) && mention.phrase.parts.length === 1) continue;
    const head = headOf(mention.phrase).text.replace(/(?:さん|たち)$/, '');
    // 子どもにプログラミングを教える教室: the clause says it all.
    if (mention.clauseStart !== undefined && mention.reading.kind === 'skill' && /^(?:教室|会|集まり|会社|店|お店|団体|講座|イベント|場|場所|活動|作業|取り組み|仕組み|しくみ|サービス|アプリ|システム)$/.test(headOf(mention.phrase).text) && mention.phrase.parts.length === 1 && mentions.some((part) => part.head === mention.phrase && part.reading.kind === 'skill' && naming.nameOf(part.phrase))) continue;
    // 息子の宿題: somebody else's, unless sought or what the writer is.
    if (mention.phrase.parts.length > 1 && OTHERS.has(head) && !doingName(mention) && mention.reading.kind !== 'seeking' && !/^(?:です|trade|heading|topic|好き|歴|年)/.test(mention.reading.rule) && !(head === '先生' && /^(?:する|やる|務める|勤める|になった|なる)/.test(mention.reading.rule))) continue;
    // システムエンジニアの妻です: it is the other who is one.
    if (mention.phrase.parts.length === 2 && /^(?:妻|夫|旦那|主人|母|父|親|保護者|家族|娘|息子|兄|姉|弟|妹|友人|知人)$/.test(head) && mention.reading.kind === 'skill' && /^(?:です|trade|する)/.test(mention.reading.rule)) continue;
    // 宮大工の友人の現場で
    if (mention.reading.kind === 'skill' && !/(?:支援|指導|教育|ケア|世話|保育|看護|介護|相談|見守り)$/.test(head) && mention.phrase.parts.slice(1, -1).some((part) => OTHERS.has(part.text))) continue;
    // 弁護士さんの知恵を拝借したい: they are sought
    const owner = mention.reading.kind === 'seeking' && isOfPerson(mention.phrase) && !isPerson(mention.phrase) ? naming.nameOf(ownerOf(mention.phrase)) : undefined;
    const ownName = owner ?? naming.nameOf(mention.phrase);
    const sought = mention.reading.kind === 'seeking' && SOUGHT.test(headOf(mention.phrase).text);
    const name = ownName ?? (sought || NEEDS_VERB.has(headOf(mention.phrase).text) || doingName(mention) ? bareName(mention.phrase) : undefined);
    if (!name) continue;
    // 店主たちの話を残したい: what they have to say, not they
    if (mention.reading.kind === 'interest' && isOfPerson(mention.phrase) && !isPerson(mention.phrase) && name.end < headOf(mention.phrase).start) {
      const words = text.slice(name.start, mention.phrase.end);
      const whole = toCandidate(mention, { ...name, label: words, concept: undefined, about: name.concept ?? name.about, end: mention.phrase.end, quality: 0.75, rule: 'open' }, naming);
      if (whole) candidates.push(whole);
      continue;
    }
    const liked = likedName(mention, name, naming);
    if (liked) {
      const candidate = toCandidate(mention, liked, naming);
      if (candidate) candidates.push(candidate);
      continue;
    }
    const verb = withVerb(mention, name, naming);
    if (!ownName && !verb && !sought) continue;
    const named = verb?.concept ? { ...name, concept: verb.concept, quality: 1 } : name;
    // A name built with the verb is likely, not sure.
    const candidate = toCandidate(verb ? { ...mention, reading: { ...mention.reading, sure: false } } : mention, named, naming, verb?.label ?? name.label);
    // 訪問リハビリの理学療法士: the field beside the occupation
    if (candidate && candidate.kind === 'skill' && name.concept?.category.startsWith('職業')) candidates.push(...fieldBeside(mention, name, naming));
    // What a second verb adds stands at that verb: 動画を撮って[編集]する.
    if (candidate && mention.second && mention.predicate) candidate.spans = [[mention.predicate.start, mention.predicate.end]];
    if (candidate) candidates.push(candidate);
  }
  return candidates;
}
