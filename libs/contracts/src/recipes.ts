import { languageOf } from './language-of.js';
import type { Sentence } from './reasons.js';
import type { Prompt } from './views.js';
import type { RecipeId } from './console-words.js';
import type { Language } from './words.js';

/** A ready-made kind of event: what people are asked, how teams are made, what consent says. */
export interface Recipe {
  id: RecipeId;
  name: Sentence;
  summary: Sentence;
  asksForData: boolean;
  teamSize: { min: number; max: number };
  prompts: Prompt[];
  /** phases the facilitator walks through */
  phases: Sentence[];
  /** a team-rules document */
  rules: { rules: unknown[]; wishes: { type: string; priority: number }[] };
}

const canDo: Prompt = { field: 'skill', text: { ja: 'できること・やっていること', en: 'What I can do', yasashii: 'できること' }, example: { ja: '例：写真撮影が得意です。町内会の会計を5年やっています。', en: 'e.g. I take photos and keep the books of our neighbourhood club.', yasashii: 'れい：写真を とるのが とくいです。町の 会で お金の ノートを 5年 書いています。' } };
const curious: Prompt = { field: 'interest', text: { ja: '興味があること・解決したいこと', en: 'What interests me', yasashii: 'すきなこと・なおしたいこと' }, example: { ja: '例：空き家の活用に興味があります。', en: 'e.g. I would like to bring empty houses back to life.', yasashii: 'れい：だれも すんでいない 家を つかいたいです。' } };
const looking: Prompt = { field: 'seeking', text: { ja: '求めていること', en: 'What I am looking for', yasashii: 'ほしいもの・さがしている人' }, example: { ja: '例：アプリを作れる人を探しています。', en: 'e.g. I am looking for somebody who can build an app.', yasashii: 'れい：アプリを つくれる 人を さがしています。' } };
const data: Prompt = { field: 'data', text: { ja: '持っているデータ・ほしいデータ', en: 'Data I hold or want', yasashii: 'もっている データ・ほしい データ' }, example: { ja: '例：商店街の来客数のデータを持っています。気象データがほしいです。', en: 'e.g. I hold visitor counts of our shopping street and want weather data.', yasashii: 'れい：店に 来た 人の 数の データを もっています。天気の データが ほしいです。' } };

/** With priorities after the first, which is for who fits whom: stronger ones were measured to cost more good partners than they bring. */
const wishes = (priorities: Record<string, number>) => ({ rules: [], wishes: Object.entries(priorities).map(([type, priority]) => ({ type, priority })) });

export const RECIPES: Record<RecipeId, Recipe> = {
  ideathon: {
    id: 'ideathon',
    name: { ja: 'アイデアソン', en: 'Idea-thon' },
    summary: { ja: 'テーマをもとに、2時間ほどで案を出し合います。', en: 'Teams work out ideas on a theme in about two hours.' },
    asksForData: false,
    teamSize: { min: 4, max: 6 },
    prompts: [canDo, curious, looking],
    phases: [{ ja: '受付と自己紹介', en: 'Arrive and introduce' }, { ja: 'チームづくり', en: 'Form teams' }, { ja: 'アイデア出し', en: 'Find ideas' }, { ja: '発表', en: 'Present' }],
    rules: wishes({ needs: 3, theme: 4, sectors: 5 }),
  },
  imdj: {
    id: 'imdj',
    name: { ja: 'IMDJ（データジャケット）', en: 'IMDJ (data jackets)' },
    summary: { ja: '持っているデータと、ほしいデータを出し合い、組み合わせて解決策を考えます。', en: 'People lay out the data they hold and want, and combine it into solutions.' },
    asksForData: true,
    teamSize: { min: 4, max: 6 },
    prompts: [data, canDo, curious, looking],
    phases: [{ ja: 'データジャケットを書く', en: 'Write data jackets' }, { ja: 'チームづくり', en: 'Form teams' }, { ja: '要求と解決策', en: 'Requirements and solutions' }, { ja: '評価', en: 'Evaluate' }],
    rules: wishes({ data: 2, needs: 3, sectors: 4, theme: 5 }),
  },
  'living-lab': {
    id: 'living-lab',
    name: { ja: 'リビングラボ', en: 'Living lab' },
    summary: { ja: '住民・企業・行政・大学が、まちの困りごとに一緒に取り組みます。', en: 'Residents, companies, the city and universities work on local problems.' },
    asksForData: false,
    teamSize: { min: 4, max: 5 },
    prompts: [curious, canDo, looking],
    phases: [{ ja: '近況を聞く', en: 'Hear each other' }, { ja: 'チームづくり', en: 'Form teams' }, { ja: '対話', en: 'Talk' }, { ja: '次の一歩', en: 'Next step' }],
    rules: wishes({ sectors: 2, needs: 3, theme: 4 }),
  },
  mokumoku: {
    id: 'mokumoku',
    name: { ja: 'もくもく会', en: 'Mokumoku (quiet working) meet-up' },
    summary: { ja: 'それぞれの作業をしながら、近い関心の人と話します。', en: 'Everyone works on their own thing beside people with near interests.' },
    asksForData: false,
    teamSize: { min: 2, max: 4 },
    prompts: [canDo, curious, looking],
    phases: [{ ja: '自己紹介', en: 'Introduce' }, { ja: 'もくもく作業', en: 'Work' }, { ja: '成果の共有', en: 'Share' }],
    rules: wishes({ theme: 3, needs: 4 }),
  },
};

/** What for, who sees it, how long, and how to withdraw. */
const CONSENT: Record<Language, (title: string, retentionDays: number | string) => string> = {
  ja: (title, days) => `「${title}」で人とチームを引き合わせるために、ニックネームと自己紹介、そこから作られるタグを使います。\n`
    + '見るのは、このイベントの参加者と主催者だけです。イベントが終わると参加者からは見えなくなります。\n'
    + `終了から${days}日後に自動で消去します。「わたしのデータ」からいつでも見直し、ダウンロード、削除ができます。`,
  en: (title, days) => `To bring people and teams together at “${title}”, we use your nickname, your introduction and the tags made from it.\n`
    + 'Only the participants and the organisers of this event see them. Once the event is over, the participants no longer do.\n'
    + `Everything is erased ${days} days after the end. Under “My data” you can look at it, download it and delete it at any time.`,
  yasashii: (title, days) => `「${title}」で、話が 合う 人と チームを さがします。そのために、あなたの 名前、じこしょうかい、タグを つかいます。\n`
    + '見るのは、このイベントに 来た 人と、イベントを ひらく 人だけです。イベントが おわると、来た 人は もう 見られません。\n'
    + `おわってから ${days}日たつと、ぜんぶ けします。「じょうほう」で、いつでも 見たり、もらったり、けしたり できます。`,
};

/** Consent text of a new event. */
export const defaultConsent = (title: string, retentionDays: number): string => CONSENT.ja(title, retentionDays);

const DEFAULT_CONSENT = new RegExp(`^${CONSENT.ja('TITLE', 'DAYS').replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace('TITLE', '([\\s\\S]*)').replace('DAYS', '(\\d+)')}$`);

/** Is this the text that every event begins with, whatever its title and days? */
export const isDefaultConsent = (text: string): boolean => DEFAULT_CONSENT.test(text);

/** Where introductions go to, and whose do not. */
const LEAVES: Record<Language, (host: string) => string> = {
  ja: (host) => `話の合う人を探すために、自己紹介の文章を外のサービス（${host}）に送ります。ほかの参加者に見せない自己紹介は送りません。`,
  en: (host) => `To find people for you, the text of your introduction is sent to a service outside (${host}). An introduction that you do not show to the other participants is not sent.`,
  yasashii: (host) => `あなたの じこしょうかいを、外の サービス（${host}）にも おくります。話が 合う 人を さがすためです。ほかの 人に 見せない じこしょうかいは、おくりません。`,
};

/** The same as the exception that closes a consent text. */
const EXCEPT: Record<Language, (line: string) => string> = {
  ja: (line) => `ただし、${line}`,
  en: (line) => `There is one exception: ${line[0].toLowerCase()}${line.slice(1)}`,
  yasashii: (line) => line,
};

/** What somebody agrees to who joined before introductions left for this host: that line alone, in every language. */
export const leavingLine = (host: string): Record<Language, string> => ({ ja: LEAVES.ja(host), en: LEAVES.en(host), yasashii: LEAVES.yasashii(host) });

/**
 * What an event asks people to agree to: `consentText`, in Japanese or, where its organiser works in English alone, in English; the
 * same as far as they have written it in the other languages of the phone; and the host to which introductions leave, if any.
 */
export interface Consent { consentText: string; consentTranslations: Partial<Record<Exclude<Language, 'ja'>, string>>; textsLeaveTo: string | null }

/** Where introductions leave, the last line says so. */
const closed = (text: string, language: Language, host: string | null): string => (host === null ? text : `${text}\n${EXCEPT[language](LEAVES[language](host))}`);

/** The consent text in a language, or null where there is none: the default is there in each, an organiser's own in those they wrote it in. */
export function consentIn({ consentText, consentTranslations, textsLeaveTo }: Consent, language: Language): string | null {
  const found = DEFAULT_CONSENT.exec(consentText);
  const translated = language === 'ja' ? undefined : consentTranslations[language];
  const text = found ? CONSENT[language](found[1], found[2]) : translated || (languageOf(consentText) === language ? consentText : null);
  return text === null ? null : closed(text, language, textsLeaveTo);
}

/** The consent text as somebody with this language reads it, and the language it is in. */
export function consentRead(consent: Consent, language: Language): { text: string; language: Language } {
  const text = consentIn(consent, language);
  if (text !== null) return { text, language };
  const written = languageOf(consent.consentText);
  return { text: closed(consent.consentText, written, consent.textsLeaveTo), language: written };
}
