import type { Words } from '../translation.js';
import type { look as ja } from './ja.js';

export const look: Words<typeof ja> = {
  product: 'つなぐ',
  kind: { skill: 'できること', interest: 'すきなこと', seeking: 'ほしいもの・さがしている人', data: 'データ' },
  role: { place: 'ばしょ', hands: '手つだい', material: 'もの・どうぐ', vehicle: '車', knowledge: 'おしえること', data: 'データ', money: 'お金', time: 'じかん', contacts: '人の しょうかい', audience: 'きいてくれる人' },
  sector: { citizen: 'このまちに すむ人', public: '市役所など', company: '会社', npo: 'NPO・ボランティア', academia: '大学', student: '学生' },
  teamWish: { looking: 'チームを さがしています', have_team: 'チームは もう あります', alone: 'ひとりで します' },
  sharing: { open: 'だれでも 見て いい', negotiable: 'はなして きめる', closed: '見せない' },
  close: 'とじる',
  cancel: 'やめる',
  save: 'ほぞんする',
  undo: 'もとに もどす',
  back: 'もどる',
  optional: '書かなくても いい',
  loading: 'よんでいます…',
  language: 'ことば',
  notices: 'おしらせ',
  failed: 'うまく いきませんでした。ページを もういちど 開いて ください。',
  offline: 'インターネットに つながっていません。',
  cut: 'もういちど つないでいます…',
  unreachable: 'つながりません。じどうで もういちど ためしています。',
  copied: 'コピーしました',
  copy: 'コピーする',
  copyFailed: 'コピーできませんでした。長く おして えらんで ください。',
  people: '{{count}}人',
  characters: '{{count}} / {{limit}}文字',
};
