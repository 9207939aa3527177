/** Somebody else: family, colleagues, whoever is paid for it. */
const PERSON = String.raw`(?:夫|妻|嫁|旦那|主人|奥さん|家内|女房|娘|息子|孫|父|母|兄|姉|弟|妹|義[父母兄姉弟妹]|祖父|祖母|叔父|叔母|伯父|伯母|おじ|おば|いとこ|従兄弟|従姉妹|甥|姪|婿|親方|友人|友達|同僚|上司|部下|先輩|後輩|同期|相方|仲間|スタッフ|社員|従業員|(?:学生)?(?:アル)?バイト|パート|弟子|業者|外注先?|下請け|専門家|職人|事務員|担当者|ほかの人|他の人|別の人)(?:さん|たち|達|ら|方|くん|君|ちゃん)?`;
/** Several people together: 火曜の会の方々, 本社のデータ班. */
const GROUP = String.raw`[^\s、。はがを→=:]{1,12}(?:の(?:方々|人たち|人達|人々|皆さん|みなさん|若手|若い衆|連中)|班|業者さん|業者)`;
const OTHERS = `(?:${PERSON}|${GROUP})`;
const ENDS = String.raw`(?=[/／、。\s]|です|だ(?:[。、]|$)|で(?:[。、]|$)|に(?:任せ|まかせ|頼|お願い|丸投げ|発注|外注|やって|$)|任せ|まかせ|頼み|専門|担当|の(?:担当|仕事|役目?|係|領分|出番)|$)`;

/** Each finds, in its first group, the words of what the writer does not do, in whatever clause they stand. */
const PATTERNS: RegExp[] = [
  // 夫 → Go書きます
  new RegExp(String.raw`(?:^|[/／、。\s])${OTHERS}\s*[→⇒:=]\s*([^/／、。]+)`, 'dgu'),
  // 動画編集=外注さん, 点訳は火曜の会の方々, スペイン語はいとこ専門
  new RegExp(String.raw`([^/／、。→⇒:=は]+)(?:\s*[→⇒:=]\s*|は、?)(?!友人|友達)${OTHERS}${ENDS}`, 'dgu'),
  // 再配置の最適化は本社のデータ班が
  new RegExp(String.raw`([^、。は]{1,20})は、?[^、。は]{0,6}${OTHERS}が(?!.*(?:私|わたし|自分|僕|俺)[がは])`, 'dgu'),
  // ボイラーを焚けるのは義父だけで
  new RegExp(String.raw`^(.*?)[るた]のは${OTHERS}(?:だけ|のみ|くらい|ぐらい|です|で|$)`, 'dgu'),
  // 二十年前はCOBOLで書いておりましたが、今ではもう一行も読めません
  /^(.*)(?:が|けど|けれど|ものの|のに)、?(?:(?:今|いま)では?|いまや|今や|もう|すっかり)[^。]*(?:[めけせてえべ](?:ません|ない)|忘れ|でき(?:ません|ない)|わかりません|わからない|分かりません|分からない|無理)/dgu,
  /^(.*)(?:浦島太郎|錆びつい|錆び付い|さびつい|(?:すっかり|完全に|きれいに|ほぼ|ほとんど|もう)忘れ)/dgu,
  // 手話通訳をしています、と紹介されがちですが
  /^((?:(?!と言う|というと|って言うと|っていうと).)*?)、?と(?:よく|いつも)?(?:紹介|言われ|いわれ|呼ばれ|思われ|間違われ|間違えられ|誤解|勘違い)[^。]*(?:が|けど|けれど|ものの|のに)/dgu,
  // よくタピオカを飲みます
  /([^、。]+)を[^、。をて]{0,6}(?:食べ(?:ます|る)|飲(?:みます|む|んで)|ぶらぶら|うろうろ)/dgu,
];

/**
 * Where in a sentence nothing is a skill of its writer: others do it, it is long gone, it was said by mistake, or it is only enjoyed.
 * Turns of phrase that hold over clauses, which the rules read one by one.
 * @returns ranges in UTF-16 units of the sentence
 */
export const notTheWriters = (sentence: string): [start: number, end: number][] =>
  PATTERNS.flatMap((pattern) => [...sentence.matchAll(pattern)].map((found) => found.indices![1] as [number, number]));
