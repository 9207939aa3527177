import { firstGroups } from './first-groups.js';
import type { Stretch } from './noun-stretches.js';

/** What a Japanese sentence that speaks to others offers, asks for or refuses where its words alone would be read otherwise, in UTF-16 units of it. */
export interface SpokenToTheRoom {
  /** A question to whoever needs it (包丁、研ぎましょうか): its writer can do it, and seeks nobody. */
  offered: Stretch[];
  /** What stands behind its own request (教えてください、味噌の作り方), or what has gone (ドラムが抜けてしまい): sought. */
  asked: Stretch[];
  /** Who or what is asked to stay away (営業の方はご遠慮ください), or what others take one for (「農家の方？」と言われます): no tag. */
  refused: Stretch[];
}

const TROUBLED = '(?:お困り|お悩み|困って(?:い)?る|困ってらっしゃる|悩んで(?:い)?る|悩んでらっしゃる)';
const CALL_ON_ME = '(?:声(?:を)?(?:か|掛)け|お声|ご連絡|ご相談|ご一報|言って|呼んで|任せて|まかせて|頼って)';
const ANYBODY = '(?:ませんか|ないですか|ありませんか|ないでしょうか|ますか)';

const OFFERED = [
  // 包丁、研ぎましょうか; 一緒に走りましょうか is an invitation, 何をしましょうか a question
  /^(?!.*(?:一緒|みんな|ともに|何[をがは]|どう|いつ|どこ))(.{1,40}?)(?<!で)(?:し|り|き|ぎ|い|ち|み|び|に|え|け|せ|て|ね|べ|め|れ|げ|見)ましょうか[?？]?$/dgu,
  // 車椅子の修理でお困りの方はいませんか, 名刺のデザインで悩んでる方いらっしゃったら声かけてください
  new RegExp(String.raw`^(?!.*(?:同じ|仲間|一緒))(?:.*、)?(.{1,30}?)(?:で|に|が|のことで)${TROUBLED}[^。]{0,14}(?:${ANYBODY}|${CALL_ON_ME})`, 'dgu'),
  // 庭の草むしり、誰か手伝ってほしい人いませんか
  /^(.{1,40}?)[てで](?:ほしい|欲しい|もらいたい|いただきたい)(?:人|方)(?:が|は|って)?(?:、)?(?:い(?:ませんか|たら|れば|ない[?？])|おられ(?:ませんか|たら)|いらっしゃ(?:いませんか|ったら|れば))/dgu,
  // イベントのカメラマン、足りてます？
  /([^、。はが]{1,24})[、は]?足りてま(?:す|すか)[?？]/dgu,
];

const ASKED = [
  // 教えてください、味噌の作り方
  /^(?:誰か|だれか|どなたか)?、?(?:教え|手伝っ|助け|見|直し|貸し|譲っ)て(?:ください|下さい|くださ(?:らんか|いませんか)|くれませんか|もらえませんか|もらえますか|ほしい(?:んです|です)?|欲しい(?:んです|です)?|くれ)[、,]\s*([^、。]{1,40})/dgu,
  // ドラムが抜けてしまい, ギター担当がやめてしまって; 社員が is nobody's part
  /([^、。はがを]{1,12}?)(?:担当|役)?が(?:抜け|やめ|辞め|引退し|卒業し)て(?:しま[いっ]|困)/dgu,
  // 後継ぎがいません, ボランティアが足りていません
  /([^、。はがを]{0,12}(?:後継者|跡継ぎ|後継ぎ|担い手|なり手|弾き手|語り手|読み手|歌い手|話し手|弟子|講師|指導員|コーチ|審判|通訳|司会|顧問|部員|団員|会員|選手|相手|ボランティア|スタッフ|リーダー))が(?:一人も|ひとりも|誰も|まだ|もう|なかなか|全然|ぜんぜん)?(?:い(?:ません|ない|なく)|おら|足り(?:ません|ない|なく|てい?ません|てい?ない)|不足)/dgu,
];

const STAY_AWAY = '(?:固く|かたく|すべて|全て)?(?:ご遠慮|お断り|お引き取り|ご勘弁|勘弁して|おやめ|NG(?:です|で|$|[、。]))';
/** 営業の方、, 投資の勧誘や: further kinds of people before the last; bare nouns only where the sentence begins with them. */
const FURTHER_KINDS = '(?:(?<=^|。)(?:[一-龠ァ-ヶー]{1,12}[、・や])+)?(?:[^。、]{1,24}?(?:方|人|かた|勧誘)(?:や|と|、))*';
const REFUSED = [
  // 営業や勧誘の方はご遠慮ください, 取材の方、業者の方は今回はすみません、お断りしています
  new RegExp(String.raw`(${FURTHER_KINDS}[^。、]{1,24}?)(?:目的)?の?(?:方|人|かた|お誘い|勧誘|電話|お話|依頼)(?:は|も|なら)[^。]{0,12}${STAY_AWAY}`, 'dgu'),
  // 「農家の方？」と言われます: with the question its sentence ends
  /([^「」]*)[?？]」$/dgu,
  /「([^」]*か)」(?:って|と)(?:よく|いつも|必ず)?(?:言われ|いわれ|聞かれ|訊かれ|尋ねられ|間違え?られ|間違われ|思われ|声をかけられ)/dgu,
  // 陶芸をやってみないかと誘われましたが、お断りしました
  /^([^。]*?)(?:と|を|に)(?:誘われ|勧められ|すすめられ)[^。]{0,4}(?:が|けど|けれど|ものの)[^。]*(?:断[っりる]|お断り|遠慮し|辞退し|無理でした)/dgu,
];

/** The question mark at a place of a text, where a sentence is cut, with the bracket that closes behind it; empty where none is. */
export const questionMarkAt = (text: string, place: number): string => /^\s*([?？]」?)/u.exec(text.slice(place, place + 4))?.[1] ?? '';

/** Reads a sentence, with its question mark and the bracket that closes it, for what it says to others in such turns of phrase. */
export const spokenToTheRoom = (sentence: string): SpokenToTheRoom =>
  ({ offered: firstGroups(sentence, OFFERED), asked: firstGroups(sentence, ASKED), refused: firstGroups(sentence, REFUSED) });
