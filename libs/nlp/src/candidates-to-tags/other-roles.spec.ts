import { describe, expect, it } from '@jest/globals';
import { inOtherRoles } from './other-roles.js';

const told = (what: 'nothing' | 'noSkill', sentence: string): string => inOtherRoles(sentence)[what].map(([start, end]) => sentence.slice(start, end)).join(' ');

describe('what plays another part in a sentence than what its writer does', () => {
  it.each([
    ['先月、司書採用の内定をいただきました', '内定'], ['休業支援金をもらってしのぎました', '休業支援金'], ['年金だけで暮らしています', '年金'], ['助成金で子ども食堂を運営しています', '助成金'],
    ['稽古の時間は約3時間です', '時間'], ['牛乳の消費量はずいぶん減りました', '消費量'], ['通勤の距離が長くなりました', '距離'],
    ['登山の装備を少しずつ揃えました', '登山の装備'], ['寝袋と鍋を積み込んで出かけました', '寝袋と鍋'], ['軽トラに楽器を積み込んで回りました', '軽トラ'],
    ['好きなアニメの主題歌で踊ります', '主題歌'], ['突風で温室が飛びました', '温室'], ['漆器の値段の高さに驚きました', '漆器の値段の高さ'], ['昼は屋台の蕎麦で済ませます', '屋台の蕎麦'], ['昼は学食でランチ', '学食'], ['お歳暮に蟹をいただきました', '蟹'],
    ['うちの犬は規格外に大きいです', '規格外'], ['革の色の変化を楽しむことができます', '革の色の変化'], ['港の夜景をお楽しみいただけます', '港の夜景'],
  ])('%s: no skill', (sentence, word) => expect(told('noSkill', sentence)).toContain(word));

  it.each([['スマホが普及してからは写真館も静かです', 'スマホ'], ['テレビがなかった頃の話です', 'テレビ'], ['岸壁から釣る程度です', '岸壁'], ['列車の窓から眺めるのが好きです', '列車の窓']])('%s: no tag', (sentence, word) => expect(told('nothing', sentence)).toContain(word));

  it.each([
    ['奨学金で困っている方の相談を受けています', '奨学金'], ['補助金で始める事業の申請を手伝います', '補助金'], ['施設の消費量が減るまで計測を続けます', '消費量'], ['ダンスの時間が好きです', '時間'],
    ['古い道具を集めて直しています', '道具'], ['撮影の機材を貸しています', '機材'], ['竹を積み上げています', '竹'], ['歌で地域を元気にします', '歌'], ['規格外の野菜を売っています', '規格外'],
    ['祭りを楽しむ会を開いています', '祭り'], ['手話で驚かせます', '手話'], ['食堂で調理をしています', '食堂'], ['お礼に手打ちを教わりたい', '手打ち'],
  ])('%s leaves %s', (sentence, word) => expect(told('noSkill', sentence)).not.toContain(word));

  it.each([['スマホの普及を手伝っています', 'スマホ'], ['空から撮る写真の教室です', '写真'], ['漆から学びました', '漆']])('%s leaves %s', (sentence, word) => expect(told('nothing', sentence)).not.toContain(word));
});
