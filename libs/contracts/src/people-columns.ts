/** Headings of lists of people: those of connpass, Peatix, Google Forms and hand-made lists, for the console and the command line alike; earlier ones are preferred. */
export const PEOPLE_COLUMNS = {
  nickname: ['ニックネーム', '表示名', '呼ばれたい', 'nickname', 'display name', '氏名', 'お名前', '名前', 'name', 'ユーザー名'],
  affiliation: ['所属', '会社', '勤務先', '組織', '団体', '学校', 'affiliation', 'company', 'organization', 'organisation'],
  sector: ['立場', 'セクター', 'sector'],
  introduction: ['自己紹介', 'プロフィール', 'できること', '得意', 'スキル', '興味', '関心', '探している', '求め', 'コメント', 'introduction', 'intro', 'bio', 'profile'],
} as const;

/** Of these the words that may as well head something of its own, which team rules can ask for. */
const OF_THEIR_OWN: ReadonlySet<string> = new Set(['呼ばれたい', 'ユーザー名', '会社', '勤務先', '組織', '団体', '学校', 'company', 'できること', '得意', 'スキル', '興味', '関心', '探している', '求め', 'コメント']);

/** A heading without courtesy: お名前（ニックネーム可）, ご所属 and 自己紹介をお願いします ask for 名前, 所属 and 自己紹介. */
export const plainHeading = (heading: string): string => heading.trim().toLowerCase()
  .replace(/[（(][^（()）]*[）)]$/u, '').trim()
  .replace(/(?:を|は)?(?:お?(?:願い|聞かせ|書き|教え|知らせ)(?:します|いたします|致します|ください|下さい)|ご?(?:記入|入力)(?:を?お願いします|ください|下さい)?|教えてください|書いてください)[。:：]?$/u, '')
  .replace(/[:：*＊]$/u, '').replace(/^[おご御](?=名前|氏名|所属|立場)/u, '').trim();

/** What a heading surely means, where nothing but a person's name, affiliation, sector or introduction can be meant. */
export function columnOfHeading(heading: string): keyof typeof PEOPLE_COLUMNS | undefined {
  const plain = plainHeading(heading);
  if (OF_THEIR_OWN.has(plain)) return undefined;
  return (Object.keys(PEOPLE_COLUMNS) as (keyof typeof PEOPLE_COLUMNS)[]).find((column) => (PEOPLE_COLUMNS[column] as readonly string[]).includes(plain));
}
