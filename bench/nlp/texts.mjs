// Introductions made from parts, so that no real person's words are needed. The same seed gives the same texts.
const NAMES = ['データ分析', '訪問看護', 'Python', '地域包括ケアシステム', '写真撮影', '食品ロス', 'GIS', '子ども食堂の運営', '動画編集', '防災マップ', '再生可能エネルギー', '英語', '家具の修理', 'React', '登山', '商店街の活性化', '統計モデリング', '手話', '有機農業', '見守り', 'ボードゲーム', '公共交通の空白地帯', '会計', 'Kubernetes', '読み聞かせ'];
const CLAUSES = ['{}を担当しています。', '{}に興味があります。', '{}ができます。', '{}は苦手です。', '{}を学びたいと思って参加しました。', '趣味は{}です。', '{}に詳しい方を探しています。', '夫は{}の仕事をしています。', '前職では{}を十年ほどやっていました。', '{}と{}を組み合わせて何か作れないか考えています。', '最近は{}にハマっています！', '{}のデータを持っています。', '・{}\n・{}\n', '得意：{}、{}\n', 'いつか{}の仕組みを地域に広げられたら嬉しいです。', 'よろしくお願いします。'];

function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** `count` introductions of two to eight sentences. */
export function makeTexts(count, seed = 1) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  return Array.from({ length: count }, () => {
    const sentences = 2 + Math.floor(next() * 7);
    return Array.from({ length: sentences }, () => pick(CLAUSES).replace(/\{\}/g, () => pick(NAMES))).join('');
  });
}
