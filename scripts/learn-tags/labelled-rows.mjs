// What is to be learnt from: annotated introductions, and the turns of phrase that are written beside the rules.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const CLASSES = ['none', 'skill', 'interest', 'seeking'];

/** Words that stand for X and Y in turns of phrase, of every field and default kind. */
const EXAMPLES = `Python 手話通訳 登山 料理 統計学 動画編集 陶芸 介護 養蜂 英語 写真撮影 紙すき 子育て支援 会計 空き家 防災 プログラミング 編み物 地図づくり ピアノ
  機械学習 データ分析 JavaScript 簿記 溶接 ドローン GIS Excel 書道 釣り イラスト 法律相談 翻訳 看護 家庭菜園 電子工作 Webデザイン 中国語 落語 剪定
  司会 3Dプリンター Java SQL 深層学習 UXデザイン 営業 広報 農業 林業 漁業 大工仕事 左官 和裁 パン作り コーヒー 温泉 鉄道 将棋 囲碁
  卓球 水泳 合唱 ギター 俳句 観劇 古文書 天体観測 昆虫採集 環境教育 リサイクル 再生可能エネルギー 見守り 傾聴 防犯 交通安全 観光案内 商品開発 物流 在庫管理
  品質管理 人事 経理 税務 不動産 測量 設計 施工管理 電気工事 配管 旋盤 縫製 印刷 編集 取材 ラジオ 演劇 ダンス 茶道 華道
  保育 学習支援 不登校支援 多文化共生 やさしい日本語 点字 リハビリ 栄養指導 薬の相談 救命講習 心理学 社会学 考古学 数学 物理学 化学 生物学 経済学 言語学 哲学`.split(/\s+/);

/** How often each turn of phrase comes, with other words each time: what a plain sentence says shall not hang on a word. */
const TIMES = { predicates: 8, scopes: 10 };

const linesOf = (file) => readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() && !line.startsWith('#'));

/** Annotated introductions: { file, text, tags: [{ kind, label, aliases }], optional: [[alias]] }. */
export const readIntroductions = (folder) => readdirSync(folder).filter((name) => name.endsWith('.jsonl')).sort().flatMap((name) => linesOf(join(folder, name)).map((line) => ({ file: name, ...JSON.parse(line) })));

/** Single sentences with their tags; a tag that only shares words with a given one is neither right nor wrong. */
export function readTurns(source) {
  let next = 0;
  const word = () => EXAMPLES[next++ % EXAMPLES.length];
  const turn = (text, tags) => ({ text, loose: true, tags: tags.filter(([kind]) => kind !== 'none').map(([kind, label]) => ({ kind, label, aliases: [label] })) });
  const phrases = linesOf(join(source, 'turns-of-phrase.txt')).filter((line) => line.includes(' →')).map((line) => {
    const [text, tags] = line.split(' →');
    return turn(text, tags.trim() ? tags.trim().split(', ').map((tag) => [tag.slice(0, tag.indexOf(':')), tag.slice(tag.indexOf(':') + 1)]) : []);
  });
  let kind = '';
  const predicates = linesOf(join(source, 'predicate-classes.txt')).flatMap((line) => {
    const heading = /^\[(.+)\]$/u.exec(line)?.[1];
    if (heading) kind = heading;
    return heading ? [] : Array.from({ length: TIMES.predicates }, () => { const x = word(); return turn(`${line.replaceAll('X', x)}。`, [[kind, x]]); });
  });
  const scopes = linesOf(join(source, 'clause-scopes.txt')).flatMap((line) => {
    const [text, kinds] = line.split(' → ');
    const [one, other] = kinds.split(', ');
    return Array.from({ length: TIMES.scopes }, () => { const [x, y] = [word(), word()]; return turn(`${text.replaceAll('X', x).replaceAll('Y', y)}。`, [[one, x], [other, y]]); });
  });
  return [...phrases, ...predicates, ...scopes];
}

/** As annotators compare: width, case, blanks and middle dots do not count. */
const fold = (label) => String(label).normalize('NFKC').toLowerCase().replace(/[\s・･‐\-_/]/gu, '').replace(/ー$/u, '');

/** To show as a skill what somebody says they cannot do is worse than any other fault. */
const DENIED = 5;
/** So is a name, a place or a word that would embarrass, under any kind. */
const FORBIDDEN = 2;

/** The share of each class for a label of an introduction, and how much that counts; undefined where it is neither right nor wrong. */
export function targetOf(label, { tags, optional = [], loose, forbidden = [], forbidden_skill: denied = [] }) {
  const key = fold(label);
  const isAmong = (labels) => labels.map(fold).includes(key);
  const keys = tags.map((tag) => [tag.label, ...tag.aliases].map(fold));
  const kinds = [...new Set(tags.filter((_, at) => keys[at].includes(key)).map((tag) => tag.kind))];
  if (kinds.length === 0 && (isAmong(optional.flat()) || (loose && keys.flat().some((known) => known.includes(key) || key.includes(known))))) return undefined;
  const shares = CLASSES.map((name) => (kinds.length ? (kinds.includes(name) ? 1 / kinds.length : 0) : name === 'none' ? 1 : 0));
  return { shares, weight: !kinds.includes('skill') && isAmong(denied) ? DENIED : kinds.length === 0 && isAmong(forbidden) ? FORBIDDEN : 1 };
}
