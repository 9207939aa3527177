/** What somebody cannot do well, as it stands at the end of a line's words or of a clause's predicate. Weak against something (災害に弱い) and weak by itself (電波が弱い) are lacks. */
export const INABILITY = '苦手|不得意|不得手|(?<!(?:災害|地震|津波|台風|水害|[雨風雪水火熱]|[暑寒]さ)に(?:は|も)?)(?<=に(?:は|も|が)?)弱[いく]|疎[いく]|(?<=に(?:は|も)?)うと[いく]|音痴|(?<=[はも])でき(?:な[いくか]|ませ)';

const ENDS_IN_INABILITY = new RegExp(`(?:${INABILITY}|下手)$`, 'u');
const HOLDS_INABILITY = new RegExp(INABILITY, 'u');

/** Who asks for a person, for help, or says that it is a trouble. */
const ASKS = /誰か|だれか|どなたか|助(?:け|か)|教えて|教わ|手伝|手を貸|(?:力|手|知恵)を(?:お)?(?:貸|借)|お願い|頼み|頼れ|頼りに|任せたい|代わり|相談|困|悩|不安|心配|(?:得意|詳し|でき|分か|わか|強|上手|慣れ)[^、。!?]{0,4}(?:人|方|仲間|かた)|探し|さがし|募集|求め|ほし|欲し|必要|いません(?:か|$)|いないか|いたら|習いたい|覚えたい|学びたい|克服|支え/u;
/** The same, of what the sentence before told: it begins with it and names nothing of its own. */
const ASKS_AT_ONCE = /^[\s、]*(?:どうか|ぜひ|だから|なので|それで)?[\s、]*(?:誰か|だれか|どなたか|助け|教えて|手伝って|手を貸|(?:力|手|知恵)を(?:お)?(?:貸|借)|お願い|頼れ|相談|困|悩|(?:得意|詳し|でき|上手)[^、。!?]{0,3}(?:人|方|かた))/u;
/** Whose duty it is: what a body of people or a piece of work cannot do well, it needs. */
const DUTY = /うち(?:の|は|も)|当(?:会|店|社|園|院|団体)|(?:わたし|私|僕|俺)(?:たち|達)|我々|みんな|全員|誰も|だれも|仕事|業務|事業|活動|運営|経営|現場|職場|プロジェクト|企画|準備|(?:団体|会社|企業|法人|npo|工房|農家|農園|漁師|商店|組合|町内会|自治会|施設|保育園|幼稚園|学校|サークル|クラブ|チーム|メンバー|スタッフ|職員|店主|店長)(?:です|で|の|は|が|も|に|、|。|なの)/u;
const SENTENCE = /[^。!?！？\n]*[。!?！？\n]*/gu;

/** Whether these words end by telling what somebody cannot do well. */
export const saysInability = (words: string): boolean => ENDS_IN_INABILITY.test(words);
/** Whether an inability stands in between: 料理は苦手ですが食べるのは好き tells of no cook. */
export const holdsInability = (words: string): boolean => HOLDS_INABILITY.test(words);

/**
 * Whether something makes a need of an inability told at place `at` of a text in small letters: its sentence or the next one
 * asks for somebody or for help or calls it a trouble, or its sentence tells whose duty it is.
 */
export function isNeedForHelp(text: string, at: number): boolean {
  const sentences = [...text.matchAll(SENTENCE)].filter(([words]) => words);
  const own = sentences.findIndex((one) => at < one.index + one[0].length);
  const [sentence, next] = [sentences[own]?.[0] ?? '', sentences[own + 1]?.[0] ?? ''];
  return DUTY.test(sentence) || ASKS.test(sentence) || ASKS_AT_ONCE.test(next);
}

/** 機械学習には興味がありません; that others have none may well be what somebody works on. */
const DISINTEREST = /(?:(?:興味|関心)[がはも]?(?:あまり|まったく|全く|全然|特に|それほど)?(?:ありません|ない|なく(?:て|なり))|(?:好き|好み)(?:では|じゃ)(?:ありません|ない))(?:んです|のです|です)?(?:が|けど|けれども?|ので|から|し|ね|よ)?[、。!…\s]*$/u;
export const OF_OTHERS = /(?:人|方|者|員|生|民|層|世代|社会|行政|会社|子|親|家族|夫|妻|みんな|誰|周り|周囲)[^、。]{0,4}[がはもに]/u;

/** Whether a clause says that its writer does not care for what it names. */
export const saysDisinterest = (clause: string): boolean => DISINTEREST.test(clause) && !OF_OTHERS.test(clause);
