import { firstGroups } from './first-groups.js';
import type { Passing } from './told-in-passing.js';

const ONCE = '(?:(?:たった|ただの?|まだ)?(?:一|1|二|2|数)[度回]|一、二[度回]|二、三[度回])';
const JUST = '(?:ぐらい|くらい|程度|だけ|きり|っきり|のみ|しかな)';

/** Each finds, in its first group, what is hardly done, was only meant or is only imagined. */
const PATTERNS = [
  // アクセサリーなんてほとんど作ったこともなく
  /([^、。はも]{1,40}?)(?:なんて|など|なんか|は|も|を|に)、?(?:ほとんど|ほぼ|めったに|滅多に|まず|ろくに|まるで|まったく|全く|一[度回]も|いちども)[^、。はがを]{0,10}(?:ことも?(?:が|は)?(?:な[いくかし]|ありませ)|ためしが)/dgu,
  // 一度だけ制作キットで作ったことがあるぐらい
  new RegExp(`${ONCE}(?:だけ|ほど|きり|ばかり)?(?:、)?([^、。]*?)(?:ことが?ある|[たっ][たん]|経験)(?:という)?${JUST}`, 'dgu'),
  // 弓道部に入る気満々で入学, 教師になるつもりだった
  /([^、。はがを]{1,16})(?:に(?:入る|入部する|入学する|進む|なる|就く|通う)|を(?:する|やる|始める|習う|学ぶ|目指す)|(?:する|やる))(?:気満々|気まんまん|気でい|つもり|はず|予定)(?:でい|で[入来い]|だっ|でし|でおり|が[、。]|だけ)/dgu,
  // 油絵を描いていくことをイメージしながら, 空を飛ぶ自分を夢想する
  /^(.*?)(?:[うくぐすつぬぶむる](?:こと|の|自分|姿)を?|(?:る|た|か)の?ように)(?:イメージ|想像|空想|夢想|妄想|思い描)/dgu,
  // その頃はまだワープロの時代で, 当時はワープロしかなく
  /(?:その頃|そのころ|当時|あの頃|あのころ|時代)は(?:まだ|もう)?([^、。はがを]{1,16})(?:の(?:時代|全盛|頃|最盛期)|が(?:主流|全盛|当たり前|普通)|しか(?:な|無))/dgu,
];
/** A course that others advise: 老人サークルに参加するとか。 */
const ADVISED = [/^([^、。はが]{1,24})(?:に|を|へ)(?:参加|入会|加入|相談|通学|受講|購入|利用)?(?:する|入る|通う|行く|習う|買う|頼む|使う)(?:とか|なり|など)[.…・\s]*$/dgu];

/** What a sentence says that its writer has hardly ever done, only meant to do, only pictures, or is advised to do. */
export const hardlyDone = (sentence: string): Passing => ({ nothing: firstGroups(sentence, ADVISED), noSkill: firstGroups(sentence, PATTERNS) });
