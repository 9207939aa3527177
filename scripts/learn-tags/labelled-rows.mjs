// What is to be learnt from: annotated introductions, and the turns of phrase that are written beside the rules.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const CLASSES = ['none', 'skill', 'interest', 'seeking'];

/** Words that stand for X and Y in turns of phrase, of every field and default kind. */
const EXAMPLES = 'Python 手話通訳 登山 料理 統計学 動画編集 陶芸 介護 養蜂 英語 写真撮影 紙すき 子育て支援 会計 空き家 防災 プログラミング 編み物 地図づくり ピアノ'.split(' ');

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
    return heading ? [] : Array.from({ length: 3 }, () => { const x = word(); return turn(`${line.replaceAll('X', x)}。`, [[kind, x]]); });
  });
  const scopes = linesOf(join(source, 'clause-scopes.txt')).flatMap((line) => {
    const [text, kinds] = line.split(' → ');
    const [one, other] = kinds.split(', ');
    return Array.from({ length: 4 }, () => { const [x, y] = [word(), word()]; return turn(`${text.replaceAll('X', x).replaceAll('Y', y)}。`, [[one, x], [other, y]]); });
  });
  return [...phrases, ...predicates, ...scopes];
}

/** As annotators compare: width, case, blanks and middle dots do not count. */
const fold = (label) => String(label).normalize('NFKC').toLowerCase().replace(/[\s・･‐\-_/]/gu, '').replace(/ー$/u, '');

/** To show as a skill what somebody says they cannot do is worse than any other fault. */
const DENIED = 5;

/** The share of each class for a label of an introduction, and how much that counts; undefined where it is neither right nor wrong. */
export function targetOf(label, { tags, optional = [], loose, forbidden_skill: denied = [] }) {
  const key = fold(label);
  const keys = tags.map((tag) => [tag.label, ...tag.aliases].map(fold));
  const kinds = [...new Set(tags.filter((_, at) => keys[at].includes(key)).map((tag) => tag.kind))];
  if (kinds.length === 0 && (optional.flat().map(fold).includes(key) || (loose && keys.flat().some((known) => known.includes(key) || key.includes(known))))) return undefined;
  const shares = CLASSES.map((name) => (kinds.length ? (kinds.includes(name) ? 1 / kinds.length : 0) : name === 'none' ? 1 : 0));
  return { shares, weight: !kinds.includes('skill') && denied.map(fold).includes(key) ? DENIED : 1 };
}
