const names = (list: string): Set<string> => new Set(list.split(/[\n,]/).map((name) => name.trim()).filter(Boolean));

/** Countries, regions and nationalities, cities and prefectures: where somebody lives or comes from. What is a language as well is known to the lexicon by its name. */
const PLACES = names(`
  hokkaido, aomori, iwate, miyagi, akita, yamagata, fukushima, ibaraki, tochigi, gunma, saitama, chiba, tokyo, kanagawa, niigata, toyama, ishikawa, fukui, yamanashi, nagano, gifu, shizuoka, aichi, mie, shiga, kyoto, osaka, hyogo, nara, wakayama
  tottori, shimane, okayama, hiroshima, yamaguchi, tokushima, kagawa, ehime, kochi, fukuoka, saga, nagasaki, kumamoto, oita, miyazaki, kagoshima, okinawa, honshu, kyushu, shikoku, kanto, kansai, tohoku, chubu, chugoku
  sapporo, hakodate, asahikawa, otaru, sendai, morioka, koriyama, mito, tsukuba, tsuchiura, hitachi, utsunomiya, maebashi, takasaki, omiya, urawa, kawagoe, funabashi, kashiwa, narita, yokohama, kawasaki, sagamihara, yokosuka, kamakura, fujisawa, odawara
  hakone, atsugi, hachioji, machida, musashino, mitaka, tachikawa, shibuya, shinjuku, ikebukuro, ueno, asakusa, akihabara, ginza, shinagawa, setagaya, kanazawa, matsumoto, nagoya, toyota, toyohashi, hamamatsu, otsu, kobe, himeji, sakai, kurashiki, fukuyama
  takamatsu, matsuyama, kitakyushu, kurume, sasebo, beppu, naha, izu, shimoda, atami, enoshima, minato mirai, japan
  china, korea, south korea, taiwan, hong kong, macau, mongolia, vietnam, thailand, laos, cambodia, myanmar, malaysia, singapore, indonesia, philippines, the philippines, brunei, india, pakistan, bangladesh, nepal, bhutan, sri lanka, iran, iraq, israel, jordan
  lebanon, syria, turkey, saudi arabia, uae, dubai, qatar, kazakhstan, uzbekistan, russia, ukraine, belarus, poland, czech republic, slovakia, hungary, romania, bulgaria, serbia, croatia, slovenia, greece, italy, spain, portugal, france, germany, austria
  switzerland, belgium, netherlands, the netherlands, luxembourg, denmark, sweden, norway, finland, iceland, estonia, latvia, lithuania, ireland, england, scotland, wales, britain, great britain, uk, united kingdom, europe, egypt, morocco, tunisia, algeria, kenya
  ethiopia, uganda, tanzania, rwanda, ghana, nigeria, senegal, cameroon, congo, zambia, zimbabwe, south africa, africa, usa, us, united states, the states, america, canada, mexico, cuba, guatemala, costa rica, panama, colombia, venezuela, ecuador, peru, bolivia
  brazil, chile, argentina, uruguay, paraguay, south america, latin america, australia, new zealand, fiji, hawaii, asia, southeast asia, middle east
  beijing, shanghai, shenzhen, guangzhou, seoul, busan, taipei, hanoi, ho chi minh city, saigon, bangkok, chiang mai, phnom penh, yangon, kuala lumpur, jakarta, bali, manila, cebu, delhi, new delhi, mumbai, bangalore, bengaluru, chennai, kolkata, kathmandu, dhaka
  colombo, karachi, tehran, istanbul, moscow, kyiv, warsaw, prague, budapest, athens, rome, milan, madrid, barcelona, lisbon, paris, lyon, london, manchester, edinburgh, dublin, berlin, munich, hamburg, cologne, vienna, zurich, geneva, brussels, amsterdam
  copenhagen, stockholm, oslo, helsinki, cairo, nairobi, lagos, accra, cape town, new york, boston, chicago, seattle, portland, san francisco, los angeles, texas, california, toronto, vancouver, montreal, mexico city, bogota, lima, sao paulo, rio de janeiro
  buenos aires, santiago, sydney, melbourne, brisbane, auckland
  brazilian, brasilian, peruvian, mexican, colombian, argentinian, argentine, chilean, american, canadian, british, scottish, irish, australian, new zealander, kiwi, swiss, austrian, belgian, indian, pakistani, bangladeshi, sri lankan, singaporean, taiwanese, south african
  egyptian, moroccan, kenyan, ghanaian, nigerian, ethiopian, african, european, asian, half japanese
`);
/** Virtues, jokes about them and what everybody has: they say of nobody what to meet them for. */
const EMPTY = names(`meeting, meetings, experience, experiences, tip, tips, patience, gratitude, enthusiasm, stubbornness, paranoia, curiosity, motivation, energy, passion, luck, time, free time, opinions, ideas, questions, colleague, colleagues, children, kids, twins, grandchildren, husband, wife,
  new here, new to this, first time here, just lurking, lurking, lurker, bonjour, bonsoir, salut, hola, ciao, guten tag, namaste, aloha, ni hao, nihao, annyeong, xin chao, selamat, shalom, salaam, volunteer application, application form, self introduction`);
const OF_PLACE = /^(?:\p{Lu}[\p{L}-]+ (?:[Cc]ity|[Ww]ard|[Pp]refecture|[Pp]ref|[Tt]own|[Vv]illage|[Ss]tation)|[\p{L}-]+-(?:shi|ku|cho|machi|mura|ken|fu|gun))$/u;

/** A place, or what comes from one. */
export const isEnglishPlace = (phrase: string): boolean => PLACES.has(phrase.toLowerCase()) || OF_PLACE.test(phrase);

const NUMBER = /^(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|\d+(?:st|nd|rd|th|s)|\d+-year-old)$/i;

/** Class 1, N4: how well is no tag. */
const LEVEL = /^(?:(?:class|grade|level|year|rank) [\dA-D]|[NABC][1-5])$/i;

/** Nine primary schools, 30,000 colleagues: how many there are is not what anybody can do. */
const isAmount = (phrase: string): boolean => NUMBER.test(phrase.split(' ')[0]);

/** DAW basics, an infra guy: what stands before it says it. */
const SAYS_NOTHING_MORE = / (?:guys?|basics|stuff|things|background|experiences?|knowledge)$/i;

/** his bowls, steel ones: they point at something, and name nothing. */
const POINTS = /(?:^| )(?:my|our|your|his|her|its|their) |(?:^| )ones?$/i;

/** remote from Hayama, based in Kobe: where they are. */
const LIVES = /^(?:remote|working remotely|based|living|born|raised|here) (?:from|in|at|near)\b/i;

/** Whether English words would embarrass on a badge, whatever is said of them. */
export const isNeverEnglish = (phrase: string): boolean => isEnglishPlace(phrase) || isAmount(phrase) || LEVEL.test(phrase) || SAYS_NOTHING_MORE.test(phrase) || POINTS.test(phrase) || LIVES.test(phrase) || EMPTY.has(phrase.toLowerCase()) || phrase === 'scratch'; // from scratch; Scratch is a language
