import type { Role } from '../statements.js';

/** Words that tell which role something plays in a need or an offer; in this order, the first that fits decides. */
const ROLE_WORDS: [Role, RegExp][] = [
  ['data', /(?:データ|記録|(?<!ブ|カタ|アナ|ダイア)ログ|統計資料|台帳|カルテ|アンケート|履歴|計測値|観測値|調査結果|調査)$|dataset|\bdata$/i],
  // who repairs bicycles lends none, and a drone takes nobody along
  ['vehicle', /^(?!.*(?:修理|整備|設計|開発|研究|販売|シミュレーター|模型|写真|撮影)$).*(?:車(?!いす|椅子|掌|窓)|(?<!サウンド|ショート|タイム|バック)トラック|送迎|運転|軽トラ|(?<!トラ|キャン|シラ|シー|ブラック|ミニ|オムニ)バス(?!ケ|タ|ク|ソ|ロー|ボ)|自転車|(?<!マリオ|ス)カート|船|キッチンカー|運搬|vehicle|\bcar\b|truck|driver)/i],
  ['place', /場所|会場|スペース|部屋|教室|空き家|空き店舗|空き地|店舗|倉庫|スタジオ|キッチン|厨房|畑|農地|カフェ|居場所|拠点|物件|施設|公民館|集会所|お寺|境内|会議室|(?<!ブラック|ホワイト|ワーム|ピン|マン|キー|ボタン)ホール(?!ケーキ|ディング|スタッフ)|(?<!家)庭(?!球|師)|工房|venue|\bspace\b|\broom\b|kitchen/i],
  ['money', /資金|助成金|補助金|寄付|融資|投資|スポンサー|協賛|予算|クラウドファンディング|funding|sponsor|investor|money/i],
  ['audience', /参加者|読者|ユーザー|利用者|被験者|協力者|モニター|お客|来場者|テスター|インタビュー対象|実証|フィールド|audience|testers?|participants|users\b/i],
  ['contacts', /紹介|人脈|つながり|繋がり|ネットワーク|窓口|コネ|仲介|橋渡し|関係者|担当者|事業者|企業|団体|自治体|商店街|network|contacts?|introduc/i],
  ['hands', /ボランティア|人手|手伝|助っ人|仲間|メンバー|スタッフ|力仕事|担い手|人員|作業員|一緒に|volunteers?|hands|members?|teammates?/i],
  ['material', /(?<![人取教題逸])材|食材|素材|部品|機材|道具|余った|規格外|廃棄|端材|古着|布|(?<![職品業接各一二三五十多同異人車別機来惧少])種(?![類目別])|苗(?!字)|本$|楽器|パソコン|端末|プリンター|カメラ$|ドローン$|野菜|果物|魚$|米$|備品|material|equipment|tools?\b|ingredients/i],
  ['time', /時間(?!帯)|週末|平日|午前|夜間|空いた時間|暇|spare time/i],
];

/** The role of something sought or offered, by its words; knowledge where none says otherwise. */
export const roleOf = (label: string): Role => ROLE_WORDS.find(([, pattern]) => pattern.test(label))?.[0] ?? 'knowledge';
