import { describe, expect, it } from '@jest/globals';
import { courseOfLife } from './course-of-life.js';

const told = (what: 'nothing' | 'noSkill', sentence: string): string => courseOfLife(sentence)[what].map(([start, end]) => sentence.slice(start, end)).join(' ');

describe('what befell the writer of a sentence, and what they live on', () => {
  it.each([
    ['コロナが落ち着いたら、まず海に行きたいです', 'コロナ'], ['緊急事態宣言の影響で店を閉めました', '緊急事態宣言'], ['静養と職場復帰の練習として半年休職しました', '職場復帰'],
    ['物価が上がり、食費のやりくりが厳しいです', '食費のやりくり'], ['パートの勤務時間が減って、手取りも下がりました', '手取り'], ['失業保険が切れる前に働きたいです', '失業保険'], ['住宅ローンの審査に落ちました', '住宅ローンの審査'],
    ['有給休暇を使って実家へ帰りました', '有給休暇'], ['寝かしつけと夕飯、どちらを優先すればいいのか迷っています', '寝かしつけと夕飯'],
    ['パニック障害で半年ほど休みました', 'パニック障害'], ['ぎっくり腰のため欠勤しました', 'ぎっくり腰'], ['更年期のせいか汗が出ます', '更年期'], ['膝の手術を受けました', '膝の手術'], ['抗がん剤の治療を受けながら働いています', '抗がん剤'], ['白内障の手術をして、よく見えます', '白内障の手術'], ['出産手当金の手続きが面倒でした', '出産手当金'],
  ])('%s: no tag', (sentence, word) => expect(told('nothing', sentence)).toContain(word));

  it.each([['適応障害と診断されました', '適応障害'], ['編み物をして、ボケ防止とする', 'ボケ防止'], ['健康維持のため毎朝歩きます', '健康維持']])('%s: no skill', (sentence, word) => expect(told('noSkill', sentence)).toContain(word));

  it.each([
    ['コロナの検査をしています', 'コロナ'], ['残業時間を減らす業務改善をしています', '残業時間'], ['電気代が上がって困る世帯を訪ねています', '電気代'], ['家計が苦しい家庭の相談にのります', '家計'], ['売電収入を地域で分けています', '売電収入'],
    ['うつ病で休職した方を支援しています', 'うつ病'], ['適応障害で休職した経験から会社を変えたい', '適応障害'], ['育児休暇を取りやすい職場づくりをしています', '育児休暇'], ['猫の手術を担当しています', '猫の手術'], ['猫の手術をしています', '猫の手術'], ['暖房の重油代がきつい', '重油代'], ['何を優先するか決める会議を進めます', '会議'],
  ])('%s leaves %s', (sentence, word) => expect(told('nothing', sentence)).not.toContain(word));

  it.each([['認知症予防のための体操教室を開いています', '認知症予防'], ['認知症と診断された本人です', '認知症'], ['うつ病と診断された方の就労を支援します', 'うつ病']])('%s leaves %s', (sentence, word) => expect(told('noSkill', sentence)).not.toContain(word));
});
