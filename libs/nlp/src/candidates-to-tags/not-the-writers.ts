/** Somebody else: family, colleagues, whoever is paid for it. */
const PERSON = String.raw`(?:夫|妻|嫁|旦那|主人|奥さん|家内|女房|娘|息子|孫|父|母|兄|姉|弟|妹|義[父母兄姉弟妹]|祖父|祖母|叔父|叔母|伯父|伯母|おじ|おば|いとこ|従兄弟|従姉妹|甥|姪|婿|親方|友人|友達|同僚|上司|部下|先輩|後輩|同期|相方|仲間|メンバー|チーム|スタッフ|社員|従業員|先生|教授|彼女?|(?:学生)?(?:アル)?バイト|パート|弟子|業者|外注先?|下請け|専門家|職人|事務員|担当者|ほかの人|他の人|別の人)(?:さん|たち|達|ら|方|くん|君|ちゃん)?`;
/** Several people together: 火曜の会の方々, 本社のデータ班. */
const GROUP = String.raw`[^\s、。はがを→=:]{1,12}(?:の(?:方々|人たち|人達|人々|皆さん|みなさん|若手|若い衆|連中)|班|業者さん|業者)`;
/** Whoever does it where a topic stands before: 本社のAIチームが. */
const UNIT = String.raw`[^\s、。はがを]{1,12}(?:チーム|部|課|係|室|社|組合|協会|事務所|工房|さん|先)`;
const OTHERS = `(?:${PERSON}|${GROUP})`;
/** Where one goes as a customer or for pleasure; 手伝いによく行きます is no place. */
const PLACE = String.raw`(?:[店屋館園場所街町山海川寺湯]|公園|カフェ|喫茶|コンビニ|スーパー|バー|モール|センター|デパート|ストア|ショップ|ランド|サウナ|温泉|ジム|神社|食堂|レストラン|市場)`;
const SOMETIMES = '(?:よく|たまに|時々|ときどき|しょっちゅう)';
const GO = '(?:行[きくっ]|い[きくっ]|出かけ|立ち寄)';
const ENDS = String.raw`(?=[/／、。\s]|です|だ(?:[。、]|$)|で(?:[。、]|$)|に(?:任せ|まかせ|頼|お願い|丸投げ|発注|外注|やって|$)|任せ|まかせ|頼み|専門|担当|の(?:担当|仕事|役目?|係|領分|出番)|$)`;

/** Each finds, in its first group, the words of what the writer does not do, in whatever clause they stand. */
const PATTERNS: RegExp[] = [
  // 夫 → Go書きます
  new RegExp(String.raw`(?:^|[/／、。\s])${OTHERS}\s*[→⇒:=]\s*([^/／、。]{1,40})`, 'dgu'),
  // 動画編集=外注さん, 点訳は火曜の会の方々, スペイン語はいとこ専門
  new RegExp(String.raw`([^/／、。→⇒:=は]{1,40})(?:\s*[→⇒:=]\s*|は、?)(?!友人|友達)${OTHERS}${ENDS}`, 'dgu'),
  // 再配置の最適化は本社のデータ班が
  new RegExp(String.raw`([^、。は]{1,20})は、?[^、。は]{0,6}(?:${OTHERS}|${UNIT})が(?!.*(?:私|わたし|自分|僕|俺)[がは])`, 'dgu'),
  // 染めだけは京都の工房にお願いしていて, 配食に助けられて, QAも専任がいます
  /([^、。は]{1,40})は、?[^、。は]{1,15}に(?:お願い|任せ|まかせ|頼[んりっ]|丸投げ|外注|委託|発注)/dgu,
  /([^、。]{1,40})に(?:は|いつも)?(?:助けられ|お世話にな|頼りき|頼りっ)/dgu,
  /([^、。]{1,40})[はも](?:専任|専門|担当|係|別|詳しい|得意な)(?:の?(?:人|者|方|スタッフ))?が(?:い(?:ます|て|る)|おり)/dgu,
  // ボイラーを焚けるのは義父だけで, 替えたのは実は孫の手柄で
  new RegExp(String.raw`^(.*?)[るた]のは(?:実は|じつは|全部|ぜんぶ)?${OTHERS}(?:だけ|のみ|くらい|ぐらい|です|で|の(?:手柄|おかげ|功績|案|発案|仕事|担当)|$)`, 'dgu'),
  // 世の中みんなChatGPTで資料を作っているらしいけど
  /([^、。]{1,40})(?:る|た|ない|い)らしい(?:です|けど|けれど|が|ので|ね|、|。|$)/dgu,
  // データ分析の会社で営業してます
  /([^、。]{1,40})の(?:会社|企業|メーカー|商社|代理店|お店|店)で(?:営業|事務|経理|総務|人事|広報|受付|秘書|バイト|パート|アルバイト)/dgu,
  // 二十年前はCOBOLで書いておりましたが、今ではもう一行も読めません
  /^(.*)(?:が|けど|けれど|ものの|のに)、?(?:(?:今|いま)では?|いまや|今や|もう|すっかり)[^。]*(?:[めけせてえべ](?:ません|ない)|忘れ|でき(?:ません|ない)|わかりません|わからない|分かりません|分からない|無理)/dgu,
  /([^、。]{1,40})(?:浦島太郎|錆びつい|錆び付い|さびつい)/dgu,
  /^(.*)(?:すっかり|完全に|きれいに|ほぼ|ほとんど|もう)忘れ/dgu,
  // 手話通訳をしています、と紹介されがちですが
  /^(.*?)、?と(?:よく|いつも)?(?:紹介され|間違われ|間違えられ|誤解され|勘違いされ)[^。]*(?:が|けど|ものの|のに)/dgu,
  // アメフト部のマネージャーをしていました, 野球の応援; プロジェクトのマネージャー is work
  /([^、。はがを]{0,12}(?:サッカー|フットボール|アメフト|ラグビー|野球|ボール|テニス|バスケ|バレー|ホッケー|ゴルフ|相撲|柔道|剣道|陸上|水泳|競技|駅伝|部|チーム))の?(?:女子)?(?:マネージャー|マネジャー|応援|観戦|試合を[観見])/dgu,
  // 商店街をぶらぶらします
  /([^、。]{1,40})を[^、。をて]{0,6}(?:ぶらぶら|うろうろ)/dgu,
  // よくコンビニに行きます, 本屋によく行く
  new RegExp(String.raw`${SOMETIMES}([^、。はがを]{0,30}${PLACE})[にへ](?:は|も)?${GO}`, 'dgu'),
  new RegExp(String.raw`([^、。はがを]{0,30}${PLACE})[にへ](?:は|も)?${SOMETIMES}(?:[^、。はがをに]{0,6}に)?${GO}`, 'dgu'),
  // 洗濯はコインランドリー派です
  /([^、。はがを]{1,16})派(?:です|だ|で|、|。|$)/dgu,
  // よく行く場所は本屋です
  /(?:よく|たまに)(?:行く|いく|出かける|立ち寄る|利用する)[^、。はが]{1,6}(?:は|:|って)([^。]{1,40})/dgu,
  // 週末は高速バスで県外に行く
  /([^、。はがを]{0,12}(?:バス|電車|列車|新幹線|飛行機|タクシー|フェリー|徒歩|車|バイク))で[^、。はがを]{0,12}(?:行[きくっ]|い[きくっ]|通[いうっ]|出かけ|帰[りるっ]|移動)/dgu,
];

const TELLS_OF_OTHERS = new RegExp(String.raw`${PERSON}[がはにも]|任せ|丸投げ|外注|委託|頼[んり]|もらってい|くれてい|間違われ|一緒にされ`, 'u');

/** Whether a sentence tells of somebody else's doings: whose a skill in it is, is easily misheard. */
export const tellsOfOthers = (sentence: string): boolean => TELLS_OF_OTHERS.test(sentence);

/**
 * Where in a sentence nothing is a skill of its writer: others do it, it is long gone, it was said by mistake, or it is only enjoyed.
 * Turns of phrase that hold over clauses, which the rules read one by one.
 * @returns ranges in UTF-16 units of the sentence
 */
export const notTheWriters = (sentence: string): [start: number, end: number][] =>
  PATTERNS.flatMap((pattern) => [...sentence.matchAll(pattern)].map((found) => found.indices![1] as [number, number]));
