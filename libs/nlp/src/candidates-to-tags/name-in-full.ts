import type { Candidate } from '../tokens-to-tags/choose-tags.js';

const SAID = '(?=です|でした|だ(?:[。、]|$)|をし|をや|を務|をつと|で[、。]|として|[、。!\\n]|$)';
/** Behind where somebody works it says as what: 学童保育 の指導員. What a family does (花屋の三代目) or a field is (心理学の助教) says enough by itself. */
const ROLE_BEHIND = new RegExp(`^の(?:職員|教員|指導員|支援員|相談員|運転手|運転士|船長|コーチ|世話役|先生|理事|会長|店長|店主|園長|施設長|管理人|コーディネーター|事務局|事務員|受付|営業|専従|オーナー|ママ|マスター|(?:若)?女将)${SAID}`, 'u');
/** In front of what somebody is it says where: 保育園の 看護師. */
const WORKPLACE_BEFORE = /[一-龠ァ-ヶー々]{1,12}(?:園|校|院|社|店|外来|病棟|保育|ホーム|ステーション|協会|メーカー|施設|サービス|バス|センター)の$/u;
const IN_A_WORKPLACE = new RegExp(`^(?:看護師|営業|プランナー|事務|船長|教諭|調理員|事務員|支援員)${SAID}`, 'u');
/** Between two it is named by both: 行政と 市民の橋渡し. */
const BETWEEN = /の(?:橋渡し|架け橋|つなぎ役|仲立ち|仲介)$/u;
const ONE_SIDE = /[一-龠ァ-ヶー々A-Za-z]{1,12}(?:さん)?と$/u;

/** A tag by its full name where its words are half of one: one side of two, the place without the work there, or such work without its place. */
export function inFull(tag: Candidate, text: string): Candidate {
  if (tag.label !== text.slice(...tag.spans[0])) return tag;
  const [start, end] = tag.spans[0];
  const side = BETWEEN.test(tag.label) ? ONE_SIDE.exec(text.slice(0, start))?.[0] : undefined;
  if (side !== undefined) return widened(tag, text, start - side.length, end);
  if (tag.kind !== 'skill') return tag;
  const behind = ROLE_BEHIND.exec(text.slice(end))?.[0];
  const before = IN_A_WORKPLACE.test(text.slice(start)) ? WORKPLACE_BEFORE.exec(text.slice(0, start))?.[0] : undefined;
  if (behind === undefined && before === undefined) return tag;
  return widened(tag, text, start - (before?.length ?? 0), end + (behind?.length ?? 0));
}

function widened(tag: Candidate, text: string, from: number, to: number): Candidate {
  return { ...tag, label: text.slice(from, to), phrase: text.slice(from, to), named: false, spans: [[from, to], ...tag.spans.slice(1)] };
}
