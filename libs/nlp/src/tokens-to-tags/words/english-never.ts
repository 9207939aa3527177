import { isOrdinaryWord } from './english.js';

const names = (list: string): Set<string> => new Set(list.split(/[\n,]/).map((name) => name.trim()).filter(Boolean));

/** Countries, regions and nationalities, cities and prefectures: where somebody lives or comes from. What is a language as well is known to the lexicon by its name. */
const PLACES = names(`
  hokkaido, aomori, iwate, miyagi, akita, yamagata, fukushima, ibaraki, tochigi, gunma, saitama, chiba, tokyo, kanagawa, niigata, toyama, ishikawa, fukui, yamanashi, nagano, gifu, shizuoka, aichi, mie, shiga, kyoto, osaka, hyogo, nara, wakayama
  tottori, shimane, okayama, hiroshima, yamaguchi, tokushima, kagawa, ehime, kochi, fukuoka, saga, nagasaki, kumamoto, oita, miyazaki, kagoshima, okinawa, honshu, kyushu, shikoku, kanto, kansai, tohoku, chubu, chugoku
  sapporo, hakodate, asahikawa, otaru, sendai, morioka, koriyama, mito, tsukuba, tsuchiura, hitachi, utsunomiya, maebashi, takasaki, omiya, urawa, kawagoe, funabashi, kashiwa, narita, yokohama, kawasaki, sagamihara, yokosuka, kamakura, fujisawa, odawara
  hakone, atsugi, hachioji, machida, musashino, mitaka, tachikawa, shibuya, shinjuku, ikebukuro, ueno, asakusa, akihabara, ginza, shinagawa, setagaya, kanazawa, matsumoto, nagoya, toyota, toyohashi, hamamatsu, gifu city, otsu, kobe, himeji, sakai, kurashiki, fukuyama
  takamatsu, matsuyama, kitakyushu, kurume, sasebo, beppu, naha, izu, shimoda, atami, enoshima, minato mirai, kanagawa prefecture, japan
  china, korea, south korea, taiwan, hong kong, macau, mongolia, vietnam, thailand, laos, cambodia, myanmar, malaysia, singapore, indonesia, philippines, the philippines, brunei, india, pakistan, bangladesh, nepal, bhutan, sri lanka, iran, iraq, israel, jordan
  lebanon, syria, turkey, saudi arabia, uae, dubai, qatar, kazakhstan, uzbekistan, russia, ukraine, belarus, poland, czech republic, slovakia, hungary, romania, bulgaria, serbia, croatia, slovenia, greece, italy, spain, portugal, france, germany, austria
  switzerland, belgium, netherlands, the netherlands, luxembourg, denmark, sweden, norway, finland, iceland, estonia, latvia, lithuania, ireland, england, scotland, wales, britain, great britain, uk, united kingdom, europe, egypt, morocco, tunisia, algeria, kenya
  ethiopia, uganda, tanzania, rwanda, ghana, nigeria, senegal, cameroon, congo, zambia, zimbabwe, south africa, africa, usa, us, united states, the states, america, canada, mexico, cuba, guatemala, costa rica, panama, colombia, venezuela, ecuador, peru, bolivia
  brazil, chile, argentina, uruguay, paraguay, south america, latin america, australia, new zealand, fiji, hawaii, asia, southeast asia, middle east
  beijing, shanghai, shenzhen, guangzhou, seoul, busan, taipei, hanoi, ho chi minh city, saigon, bangkok, chiang mai, phnom penh, yangon, kuala lumpur, jakarta, bali, manila, cebu, delhi, new delhi, mumbai, bangalore, bengaluru, chennai, kolkata, kathmandu, dhaka
  colombo, karachi, tehran, istanbul, moscow, kyiv, warsaw, prague, budapest, athens, rome, milan, madrid, barcelona, lisbon, paris, lyon, london, manchester, edinburgh, dublin, berlin, munich, hamburg, cologne, vienna, zurich, geneva, brussels, amsterdam
  copenhagen, stockholm, oslo, helsinki, cairo, nairobi, lagos, accra, cape town, new york, boston, chicago, seattle, portland, san francisco, los angeles, texas, california, toronto, vancouver, montreal, mexico city, bogota, lima, sao paulo, rio de janeiro
  buenos aires, santiago, sydney, melbourne, brisbane, auckland
  brazilian, peruvian, mexican, colombian, argentinian, argentine, chilean, american, canadian, british, scottish, irish, australian, new zealander, kiwi, swiss, austrian, belgian, indian, pakistani, bangladeshi, sri lankan, singaporean, taiwanese, south african
  egyptian, moroccan, kenyan, ghanaian, nigerian, ethiopian, african, european, asian, half japanese
`);
/** Virtues, jokes about them and what everybody has: they say of nobody what to meet them for. */
const EMPTY = names(`experience, experiences, tip, tips, patience, gratitude, enthusiasm, stubbornness, paranoia, curiosity, motivation, energy, passion, luck, time, free time, opinions, ideas, questions, colleague, colleagues, children, kids, twins, grandchildren, husband, wife`);
const OF_PLACE = /^(?:\p{Lu}[\p{L}-]+ (?:[Cc]ity|[Ww]ard|[Pp]refecture|[Pp]ref|[Tt]own|[Vv]illage|[Ss]tation)|[\p{L}-]+-(?:shi|ku|cho|machi|mura|ken|fu|gun))$/u;

/** A place, or what comes from one. */
const isPlace = (phrase: string): boolean => PLACES.has(phrase.toLowerCase()) || OF_PLACE.test(phrase);

const NUMBER = /^(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|\d+(?:st|nd|rd|th)|\d+-year-old)$/i;

/** Nine primary schools, 30,000 colleagues: how many there are is not what anybody can do. */
const isAmount = (phrase: string): boolean => NUMBER.test(phrase.split(' ')[0]);

/** Whether English words would embarrass on a badge, whatever is said of them. */
export const isNeverEnglish = (phrase: string): boolean => isPlace(phrase) || isAmount(phrase) || EMPTY.has(phrase.toLowerCase());

const GREETING = String.raw`(?:hi|hello|hey|yo|hiya|greetings|good (?:morning|afternoon|evening))(?: (?:there|all|everyone|everybody|folks))?[,.!:\s-]*`;
const GREETING_ALONE = new RegExp(String.raw`^\W*(?:${GREETING})?\W*$`, 'iu');
/** I'm Minh, a student; this is Ravi from the office. */
const INTRODUCED = /\b(?:[Ii]['’]?m|[Ii] am|[Tt]his is|[Mm]y name is|[Mm]y name['’]s|[Nn]ame:|[Cc]all me)\s+(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)(?=\s*(?:[,.!;(–—-]|$|(?:and|from|at|of|here)\b))/du;
/** Hello, Shiho, 24; Grace, Philippines: one word at the very beginning, behind a greeting or before an age or a place. */
const FIRST = new RegExp(String.raw`^\s*(${GREETING})?(\p{L}[\p{L}'’-]+)(?=\s*[,(–—]\s*([^,.()–—]*))`, 'diu');
/** What these endings make is a doing or a trade, not a name. */
const NO_NAME = /(?:ing|ist|ics|ogy|phy|ry|ion|ment|ness|er|or|man|ian|ant|ent|ure|ism|ware|work)s?$/i;

/** The name with which a text begins. */
function firstName(sentence: string): RegExpIndicesArray[number] | undefined {
  const match = FIRST.exec(sentence);
  const [, greeting, name, next] = match ?? [];
  return match && !NO_NAME.test(name) && (greeting || /^\d/.test(next) || isPlace(next.trim())) ? match.indices?.[2] : undefined;
}

/**
 * Where a person's name stands in the English sentence of a text that begins at `start` and ends at `end`.
 * @param isKnown whether a word names something else
 */
export function findEnglishNames(text: string, { start, end }: { start: number; end: number }, isKnown: (word: string) => boolean): [start: number, end: number][] {
  const sentence = text.slice(start, end);
  const found = [INTRODUCED.exec(sentence)?.indices?.[1], GREETING_ALONE.test(text.slice(0, start)) ? firstName(sentence) : undefined];
  return found.flatMap((place) => {
    const name = place && sentence.slice(...place);
    return name && !isKnown(name) && !isOrdinaryWord(name, sentence) ? [[start + place[0], start + place[1]]] : [];
  });
}
