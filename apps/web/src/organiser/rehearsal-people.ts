import type { PersonToRegister } from './register-people.js';

const NAMES = ['あかり', 'いつき', 'うみ', 'えいた', 'おとは', 'かなた', 'きほ', 'くるみ', 'けいすけ', 'こはる', 'さとし', 'しおり', 'すばる', 'せいじ', 'そら', 'たくみ', 'ちなつ', 'つむぎ', 'てつや', 'とわ', 'ななみ', 'にいな', 'ぬくみ', 'ねね', 'のぞむ', 'はやと', 'ひかる', 'ふうか', 'へいすけ', 'ほのか', 'まなみ', 'みなと', 'むつみ', 'めぐる', 'ももか', 'やまと', 'ゆづき', 'よしき', 'らん', 'りく', 'るい', 'れいこ', 'ろくた', 'わかば', 'あきら', 'しんたろう', 'なおみ', 'ひさし', 'みどり', 'ゆりこ'] as const;
const PLACES = ['駅前の商店街', '市民大学', '北町自治会', '市役所', '小さな設計事務所', '福祉作業所', '製造会社', '地域の図書館', '農園', null] as const;
const SKILLS = ['写真撮影が得意です。', 'Webサイトを作れます。', '町内会の会計を続けています。', '料理教室で教えています。', 'データ分析の仕事をしています。', '動画編集ができます。', '小学校で読み聞かせをしています。', '電気工事の資格を持っています。', 'イラストを描きます。', '介護の現場で働いています。', '軽トラックを出せます。', '英語の通訳ができます。'] as const;
const INTERESTS = ['空き家の活用に興味があります。', '子どもの居場所づくりに関心があります。', '高齢者の見守りに取り組みたいです。', '防災のことを考えています。', '食品ロスを減らしたいです。', '公共交通の不便をなくしたいです。', '地域の歴史を残したいです。', '里山の保全に関わりたいです。', '多文化共生に興味があります。'] as const;
const WISHES = ['一緒に企画を考えてくれる人を探しています。', '活動できる場所を探しています。', 'アプリを作れる人を探しています。', '地域のデータがほしいです。', '手伝ってくれる学生を探しています。', '広報が得意な人と組みたいです。', ''] as const;

const at = <T>(list: readonly T[], place: number): T => list[place % list.length]!;

/** The mark that tells invented people from real ones. */
export const REHEARSAL_MARK = '【練習】';

/** Fifty invented people, always the same ones, no two with the same introduction. */
export const rehearsalPeople = (): PersonToRegister[] =>
  NAMES.map((name, place) => ({
    nickname: `${REHEARSAL_MARK}${name}`,
    ...(at(PLACES, place * 3) ? { affiliation: at(PLACES, place * 3)! } : {}),
    introduction: [at(SKILLS, place * 5), at(INTERESTS, place * 7 + Math.floor(place / 9)), at(WISHES, place * 2 + Math.floor(place / 12))].join(''),
  }));
