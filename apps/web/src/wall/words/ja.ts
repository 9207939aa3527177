/** Words of the wall. */
export const wall = {
  page: '会場画面',
  scan: 'スマートフォンで読み取って参加',
  code: '参加コード',
  qr: '参加ページのQRコード',
  joined: '人が参加',
  tags: '会場のタグ',
  affiliations: '参加者の所属',
  waiting: '自己紹介が集まると、みんなの関心がここに浮かびます。',
  teams: 'チームが決まりました',
  look: 'あなたのチームは、スマートフォンをご覧ください',
  team: 'チーム{{number}}',
  table: 'テーブル {{table}}',
  size: '{{count}}人',
  closed: 'イベントは終了しました。ご参加ありがとうございました。',
  notFound: 'この会場画面は見つかりません。',
  cut: '接続が切れています。自動でつなぎ直しています。',
};
