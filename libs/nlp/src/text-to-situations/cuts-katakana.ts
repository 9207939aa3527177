/** Katakana words that only sound as if they held an everyday word (a coder in レコーダー, a bench in ベンチャー), or in which it means something else. */
const WHOLE_WORDS = (
  'アナログ カタログ タガログ ダイアログ プロローグ インフラ フライ フラワー フラメンコ フランス フランチャイズ フラスコ フラクタル フラッグ フラグ フラッシュ フラッター フラット フラミンゴ フラン '
  + 'インサイト インストラクター インスタント インスタレーション インスタンス クラリネット キャビネット マグネット コルネット カスタネット プラネット マリオネット ガーネット プラネタリウム '
  + 'トランペット パペット マペット カーペット ピペット スニペット ペットボトル キャンバス カンバス コントラバス シラバス オムニバス ブラックバス シーバス バスク バスクラリネット バスソルト バスボム バスローブ バスルーム バスタオル バスタブ バスト バスター バスフィッシング ジャバスクリプト '
  + 'シャンパン ハンドパン スティールパン ジャパン サイパン プロパン フライパン パンジー パンジャブ パントマイム パントリー パンチ パンダ パンフレット パンク パンプス パンツ パンデミック パンサー パンテオン スパン '
  + 'レコード レコーダー レコーディング リコーダー エンコード デコード エンコーダー デコーダー バーコード ディスコード アコーディオン ドライブ プランニング ランニングコスト '
  + 'グラフィック グラフィックス グラフィティ カリグラフィー フォトグラファー フォトグラフィー ビデオグラファー タイポグラフィ タイポグラフィー クロマトグラフィー エスノグラフィ エスノグラフィー リトグラフ リソグラフ パラグラフ モノグラフ テレグラフ グラファナ '
  + 'クレジット レジン レジデンス レジデント レジリエンス レジェンド レジャー レジュメ レジスタンス サステナビリティ サスティナビリティ サステイナビリティ コミックマーケット リスクマネジメント タスクマネジメント パークマネジメント ブックマーケット ブックマーク カクレクマノミ ダークマター カモシカ '
  + 'ダイヤモンド ダイヤル スカート カートリッジ カートン エスカレーター リサイクル アップサイクル ライフサイクル コンポスト ポストカード オートマトン ブラックホール ホワイトホール マンホール ピンホール チルホール ホールクロップ ホールディングス ホールケーキ '
  + 'サウンドトラック ショートトラック トラックメイク トラックメイカー トラックパッド バックトラック アニメーター パラメーター パラメータ ジムカーナ カルテット カルテル バイオハザード プラモデル ロールモデル ソフトテニス ソフトボール ソフトクリーム '
  + 'ベンチャー アドベンチャー ベンチマーク ベンチプレス ガイドライン ガイダンス コンコーダンス アテンダンス クラフトバンド ブロードバンド ラバーバンド リストバンド ヘアバンド カフェイン スーパーバイザー スーパービジョン スーパーマン パテント コンテント ギガバイト メガバイト キロバイト'
).split(' ');
const WHOLE = new RegExp([...WHOLE_WORDS].sort((a, b) => b.length - a.length).join('|'), 'gu');
const RUN_BEFORE = /[ァ-ヺー]*$/u;
const RUN_BEHIND = /^[ァ-ヺー]*/u;
/** One mora: a piece of a word, リ of リコーダー. */
const ONE_MORA = /^[ァ-ヺ][ァィゥェォャュョヮ]?$/u;
/** Behind it a mora goes on: ベンチ|ャー. */
const GOES_ON = /^[ァィゥェォャュョヮ]/u;

/** Whether what stands from `start` to `end` of a text is a piece of a longer katakana word: リ|コーダー, ベンチ|ャー, トラン|ペット; but オープン|データ is two words. */
export function cutsKatakana(text: string, start: number, end: number): boolean {
  const words = text.slice(start, end);
  const [first, last] = [RUN_BEHIND.exec(words)![0], RUN_BEFORE.exec(words)![0]];
  if (!first && !last) return false;
  const before = first ? RUN_BEFORE.exec(text.slice(0, start))![0] : '';
  const behind = last ? RUN_BEHIND.exec(text.slice(end))![0] : '';
  if (!before && !behind) return false;
  if (ONE_MORA.test(before) || GOES_ON.test(behind)) return true;
  const isInside = (run: string, from: number, to: number): boolean =>
    [...run.matchAll(WHOLE)].some(({ 0: word, index }) => index <= from && to <= index + word.length && to - from < word.length);
  return first === words
    ? isInside(before + words + behind, before.length, before.length + words.length)
    : isInside(before + first, before.length, before.length + first.length) || isInside(last + behind, 0, last.length);
}
