import type { Kind } from '../../statements.js';

const TOPICS: [Kind | 'nothing' | 'unable', Set<string>][] = [
  ['interest', new Set('趣味 関心 興味 関心事 興味関心 推し マイブーム 好物 好み 夢 目標 目的 テーマ 課題 関心ごと 好きなもの 楽しみ 癒し 生きがい 日課 休日の過ごし方 問題意識 悩み 願い 最近の関心 最近の趣味 野望'.split(' '))],
  ['skill', new Set('専門 本業 仕事 お仕事 本職 職業 職種 特技 得意 得意分野 強み 武器 担当 資格 前職 現職 副業 経歴 専攻 卒論 修論 博士論文 修士論文 卒業研究 卒業論文 研究内容 主な仕事 普段の業務 できること スキル 特技 研究 研究テーマ メイン 主 言語 業務 主な業務 担当業務 普段の仕事 専門分野 専門領域 経験 役割 肩書き 売り'.split(' '))],
  ['seeking', new Set('募集 募集中 探し物 求む ほしい人 お目当て'.split(' '))],
  ['unable', new Set('苦手 弱点 弱み 苦手分野'.split(' '))],
  ['nothing', new Set('名前 出身 住まい 年齢 所属 自宅 実家 生まれ 血液型 性格 会社 職場 勤務先 座右の銘 長所 短所'.split(' '))],
];

/** What a topic announces: 趣味は → interest; undefined for any other noun. */
export function topicReading(text: string): Kind | 'nothing' | 'unable' | undefined {
  return TOPICS.find(([, words]) => words.has(text))?.[0];
}
