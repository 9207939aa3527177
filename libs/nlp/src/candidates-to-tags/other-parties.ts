import { firstGroups } from './first-groups.js';
import type { Stretch } from './noun-stretches.js';

/** What a sentence names that is another's part in it, in UTF-16 units of it. */
export interface OtherParties {
  /** Whom the writer learns from, is helped by or works beside, and what is another's joy: no tag. */
  theirs: Stretch[];
  /** What a family does: no skill. */
  family: Stretch[];
  /** Of whom an interviewer asks (看護師になったきっかけを教えてください): nobody seeks them. */
  askedAbout: Stretch[];
}

const FAMILY = '(?:夫|妻|嫁|旦那|主人|奥さん|家内|女房|娘|息子|長男|長女|次男|次女|三男|三女|末っ子|孫|父|母|父親|母親|両親|兄|姉|弟|妹|義[父母兄姉弟妹]|祖父母?|祖母|曾祖父|曾祖母|ひい(?:じい|ばあ)|叔父|叔母|伯父|伯母|おじ|おば|おじいちゃん|おばあちゃん|いとこ|従兄弟|従姉妹|甥|姪|婿|舅|姑|彼氏|彼女|友人|友達|親友|知人)(?:さん|たち|達|ちゃん|くん|君|夫婦)?';
/** A trade or post, by its ending: 税理士, 和裁の師匠, ピアニスト. */
const TRADE = '(?:先生|師匠|士|師|者|家|医|員|職人|大工|親方|棟梁|デザイナー|エンジニア|ライター|ディレクター|コーチ|トレーナー|インストラクター|カメラマン|ニスト|アーティスト|セラピスト|ボランティア|スタッフ|さん|様)';
const HELP = 'ご?(?:紹介|お?かげ|お陰|勧め|すすめ|薦め|影響|誘い|助言|アドバイス|推薦|口利き|後押し|手ほどき|計らい|厚意|好意|支え)';

const THEIRS = [
  // 複数のピアニストに師事し; whoever 師事したい looks for them
  /([^、。はがを]{1,20}?)に(?:師事|私淑)(?!したい|させて|できる)/dgu,
  // 税理士先生の紹介のおかげで, 農家さんのご厚意で
  new RegExp(`([^、。はがをで]{0,10}${TRADE})の${HELP}(?=で(?!きる|き)|の(?:おかげ|お陰)|により|によって|もあ[りっる]|があ[りっ]|を(?:受け|得)て|から)`, 'dgu'),
  // 連携している税理士
  new RegExp(`(?:連携|提携|協業)して(?:い)?る([^、。はがを]{0,8}${TRADE})(?=[のはがをにと、。]|も|から)`, 'dgu'),
  // 息子が待ちに待った遠足です, 娘が夢中の塗り絵
  new RegExp(`${FAMILY}が(?:とても|ずっと|大変)?(?:待ちに待った|楽しみにして(?:い)?[るた]|(?:大)?好きな|夢中(?:の|な|になって(?:い)?る)|(?:は|ハ)まって(?:い)?る|習って(?:い)?る|欲しがって(?:い)?る)([^、。はがをの]{1,12})(?=です|でした|だ[。、]|[、。]|が|は|$)`, 'dgu'),
  // 教員志望の学生が教えて
  /([^、。はがを]{1,12}(?:志望|希望|専攻)の(?:学生|生徒|大学生|高校生|若者|人|方|子)(?:たち|さん|達)?)(?=が(?!い(?:たら|れば|ません)|[、。]))/dgu,
];

/** A clause of its own begins behind: 母は看護師でしたが、私は…. */
const CLAUSE_END = String.raw`(?:(?:が|けど|けれど|けれども|ので|から|ため|のに|し|て|で|り)、|私|わたし|僕|ぼく|俺|自分|一緒|うち|我が家|影響|手伝|教わ|習[いっう]|見て|受け継|継[いぐ]|ため|ほし|欲し|たい|支え|介護|お世話)`;
const OF_FAMILY = [
  // 九十歳となる母は、当時の花形であった「電話交換手」をやっていました
  new RegExp(`(?:^|[。\\s])(?:[^、。はがを「]{0,14}[るたの])?${FAMILY}は、?((?:(?!${CLAUSE_END})[^。])*)(?:を(?:して|やって|して)い(?:ました|ます|た|る)|でした|だった|です|をして(?:ました|ます|た|る)|をやって(?:ました|ます|た|る))$`, 'dgu'),
];

const ASKED_ABOUT = [
  // 看護師になったきっかけを教えてください, 保育の魅力は何ですか
  /([^、。]{1,24}?)(?:に(?:なった|なろうと[^、。を]{0,6}|進んだ)|を(?:始めた|はじめた|目指した|めざした|志した|選んだ|知った))(?:きっかけ|動機|理由|経緯|いきさつ|時|とき|わけ)[^。]{0,6}(?:教えて|お?聞かせ|何です|なんです|話して|お話し)/dgu,
  /([^、。]{1,24}?)の(?:魅力|やりがい|おもしろさ|面白さ|楽しさ|大変なところ|苦労|醍醐味|印象|仕事内容|一日の流れ)(?:について|を|は|って)(?:、)?(?:教えて(?:ください|下さい|いただけ)|お?聞かせ|何です|なんです|どんな|どのような|どこ)/dgu,
];

/** Reads a sentence for what is another's part in it. */
export const otherParties = (sentence: string): OtherParties =>
  ({ theirs: firstGroups(sentence, THEIRS), family: firstGroups(sentence, OF_FAMILY), askedAbout: firstGroups(sentence, ASKED_ABOUT) });

/** 夫について, 【母のこと】, 息子: — alone on its line. */
const HEADING_OF_OTHERS = new RegExp(String.raw`^[\s●・*#■◆▼【〈《[-]*${FAMILY}(?:の(?:こと|紹介|話|プロフィール|仕事|趣味)|について|\s?(?=[:：】〉》\]]))[】〉》\]:：\s]*$`, 'u');
/** Another heading, or the writer again. */
const BACK_TO_ONESELF = /^[\s●・*-]*[#■◆▼【〈《]|^(?!.*[。、!])[^:：]{1,12}(?:について|のこと|の紹介|[:：])$|(?:私|わたし|僕|ぼく|俺|自分)(?:は|も|の|が|に)/u;

/** The lines of a text that stand under such a heading, up to a blank line, another heading or the writer: all of it is somebody else's. */
export function sectionsOfOthers(text: string): Stretch[] {
  const found: Stretch[] = [];
  let offset = 0;
  let open: Stretch | undefined;
  for (const line of text.split('\n')) {
    if (HEADING_OF_OTHERS.test(line)) found.push(open = [offset, offset + line.length]);
    else if (!line.trim() || BACK_TO_ONESELF.test(line)) open = undefined;
    else if (open) open[1] = offset + line.length;
    offset += line.length + 1;
  }
  return found;
}
