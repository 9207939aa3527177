import type { Role } from '../people.js';

// What a label names, told by how it ends: the head of a Japanese phrase comes last.

/** Whether somebody is meant and no thing: 動画を編集できる人, 囲碁の相手. */
export const isSomebody = (label: string): boolean => /(?:人|ひと|者|仲間|相手|[るのいきしり]手|[るいなの]方|さん)$/u.test(label);

const SOUGHT = '(?:つなが|繋が|会い|会え|あいた|出会|であい|知り合|しりあ|話した|話しが|話をし|話を聞|話がした|聞きた|聞いてみた|探|さが|求め|募集|紹介|ほし|欲し|組み|組んで)';
const SEEKS_SOMEBODY = new RegExp(`(?:人|ひと|者|仲間|相手|友達|友だち|ともだち|[るいなの]方|[るのいきしり]手|さん|先生)(?:たち|達|など|とか|や[^。！？]{1,9})?(?:(?:に|と|を|が|も|は)[^。！？、,]{0,9}?)?${SOUGHT}`, 'u');
const SEEKS_SOMEBODY_EN = /\b(?:look(?:ing)?\s+for|meet(?:ing)?|connect(?:ing)?\s+with|talk(?:ing)?\s+(?:to|with)|find|need|seek(?:ing)?|hear\s+from)\b(?:\s+\S+){0,4}?\s+(?:someone|somebody|anyone|anybody|people|others|partners?|friends?|mentors?|experts?|volunteers?|professionals?)\b/iu;

/** Whether a sentence looks for a person: 介護の仕事をしている人とつながりたいです. */
export const seeksSomebody = (sentence: string): boolean => SEEKS_SOMEBODY.test(sentence) || SEEKS_SOMEBODY_EN.test(sentence);

/** Whether it is what somebody is: 公民館の館長, 民生委員; 子どもの成長 and 定員 are not. */
export const isPost = (label: string): boolean =>
  /(?:[館園校会店部課係社局所組班団院室区市町村]長|(?:職|委|会|社|教|店|駅|指導|相談|支援|調理|研究|警備|乗務|推進|協力隊)員|[医教講漁猟庭技護健剤]師|[祉産務護]士|研究者|経営者|担当者|店主|職人|農家|エンジニア|デザイナー|ライター|プログラマー|コーチ|ガイド)$/u.test(label);

const VEHICLE = /(?:車|カー|バン|トラ(?:ック)?|ダンプ|バス|タクシー|バイク|自転車|リヤカー|台車|船|ボート|トラクター|重機|リフト|ドローン|運転手?|免許|送迎|配達|配送|運搬|運送|宅配|便|足)[^のを]{0,4}$/u;

/** The role of an offer in a sentence that claims it: nobody drives a GPS in a van, or lends a director. */
export const fittingRole = (role: Role | undefined, label: string): Role | undefined =>
  ((role === 'vehicle' && !VEHICLE.test(label)) || isPost(label) ? undefined : role);
