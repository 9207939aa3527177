import type { Kind } from '../../statements.js';

/** A cue of an English clause: what follows it (or stands before it) is read as this kind. */
export interface EnglishCue {
  kind: Kind | 'unable' | 'nothing';
  pattern: RegExp;
  score: number;
  /** The phrase stands before the cue: "Cooking is my hobby". */
  before?: boolean;
}

const cue = (kind: EnglishCue['kind'], score: number, pattern: RegExp, before = false): EnglishCue => ({ kind, score, pattern, ...(before ? { before } : {}) });

const PEOPLE = String.raw`(?:people|someone|somebody|anyone|anybody|folks|others|those|friends|a person|persons|partners?|members?)`;

/** In this order: the first that matches a clause decides. */
export const ENGLISH_CUES: EnglishCue[] = [
  cue('nothing', 1, /\b(?:my name is|call me|i(?:'m| am) from|i live in|i(?:'m| am) based in|born in|nice to meet|came (?:here )?from|moved (?:here )?(?:to|from)|thank)\b/i),
  cue('unable', 0.9, /\b(?:no (?:\w+ )?skills?|zero experience|can(?:no|')?t|can not|could not|couldn't|am not able to|not (?:so |very |really |that |too |much )?(?:good|great|the best|strong|skilled|familiar|experienced) (?:at|with|in)|bad at|poor at|terrible at|weak (?:at|in)|hopeless at|no (?:experience|skills?|background|knowledge|idea|clue)(?: (?:in|with|of|about|at))?|do(?:n't| not) (?:know|speak|understand|code|program|write|have|use|do|like)(?: (?:much|anything|how to))?(?: about)?|never (?:used|tried|learned|done|written|worked with)|not an?|struggle with|(?:complete |total )?beginner (?:in|at|with)|know nothing about|hate|dislike|lack)\b/i),
  cue('seeking', 0.92, new RegExp(String.raw`\b(?:looking (?:for|to (?:meet|find|connect with|work with|team up with|hire))|look for|search(?:ing)? for|seek(?:ing)?|in need of|in search of|hop(?:e|ing) to (?:meet|find|connect with|talk (?:to|with)|work with|team up with)|(?:want|wish|would like|'d like|'d love|would love|love|like|happy|excited|eager|keen) to (?:meet|find|talk (?:to|with)|connect with|work with|team up with|collaborate with|chat with|hear from|join forces with|get to know)|need (?:help (?:with|from)|${PEOPLE} who|an? )|we need|i need|recruiting|wanted:?|please (?:teach me|tell me about|introduce me to)|can (?:anyone|someone|somebody) (?:help (?:me )?with|teach me)|interested in (?:meeting|talking (?:to|with)|connecting with|working with)|is there (?:anyone|someone) who)\b`, 'i')),
  cue('interest', 0.9, /\b(?:worry about|dream(?:ing)? of|would like to see|(?:very |really |deeply |also |particularly |especially )*(?:interested|interest) in|curious about|passionate about|keen on|crazy about|enthusiastic about|fascinated by|fan of|fond of|my (?:main )?(?:hobby|hobbies|interests?|passions?|dream|goal)(?: is| are| include)?|hobbies:|interests:|hobby:|(?:really |also |just )*(?:love|like|enjoy|adore)|(?<!\b(?:go|goes|went|going|put|puts|poured?|turn|turns|turned|turning|made|make|move|moved|moving|divided?|convert|converted|translate|translated|fell|fall|bring|run|ran|walk|walked) )into|care about|worried about|concerned about|(?:want|wish|hope|would like|'d like|'d love|would love|plan|hoping|trying|love) to (?:learn(?: more)?(?: about| how to)?|study|try|build|make|create|start|know(?: more)?(?: about)?|help(?: with)?|solve|improve|reduce|support|understand|explore|develop|get into|work on|do|join|tackle|fix|change|protect|grow)|(?:am |i'm |been |currently |now )*(?:(?<!\b(?:machine|deep|reinforcement|supervised|federated|transfer|language|distance|online|lifelong|service|e)[ -])learning|studying|practi[cs]ing)|getting into|in my (?:free|spare) time|on weekends|started (?:learning|to learn))\b/i),
  cue('interest', 0.86, /\b(?:(?:is|are) (?:driving me crazy|my (?:hobby|hobbies|passion|thing|jam|life|favou?rite|dream)|a big problem|so much fun|what i love)|(?:bothers?|worries|fascinates?|interests?) me)\b/i, true),
  cue('skill', 0.9, /\b(?:(?:i (?:can|could)|able to|happy to|glad to)(?: also)? (?:help|assist|support)(?: (?:you|people|others|out))?(?: with)?|i (?:can|could)|able to|good at|great at|skilled (?:in|at)|proficient in|expert (?:in|on|at)|experienced (?:in|with)|experience (?:in|with|of|as)|years? of|years? (?:in|as)|speciali[sz]e[ds]? in|speciali[sz]ing in|fluent in|native(?: speaker of)?|certified(?: in)?|licensed|spent (?:\w+ )?years? (?:in|on|with|as)|retired|freelance|guy who|person who|woman who|man who|qualified(?: as)?|background (?:is )?in|degree in|phd in|master's in|major(?:ed|ing)? in|knowledge of|responsible for|in charge of|my (?:job|work|profession|specialty|speciality|expertise|field|background|main job|skills?|strength) (?:is|are|include)|skills?:|(?:work|works|working|worked) (?:on|with|as|in)|research(?:ing)?(?: on| in)?|(?:'ve| have) (?:built|made|developed|designed|worked (?:on|with|as|in)|taught|used|managed|been|done|written|led|organi[sz]ed)|(?:i|we) (?:also |now |mostly |mainly |currently |sometimes )?(?:do|build|make|develop|design|teach|taught|write|wrote|use|run|ran|manage|lead|led|organi[sz]e|research|study|speak|play|volunteer (?:at|in|for|with)|coach|draw|paint|cook|bake|sew|sing|edit|film|photograph|translate|interpret|design|test|sell|brew|farm|raise|care for|nurse|mentor|host|direct|analy[sz]e|map|measure|code in|program in|develop in|own|grow|repair|maintain|translate|operate|used to (?:be|work as))|(?:we|i) have (?:data|records|a dataset|datasets|statistics) (?:on|about|of)|i (?:have|bring|hold|collect)|can (?:offer|share|provide|bring|help with|teach|speak|play|make))\b/i),
  cue('skill', 0.72, /\b(?:i(?:'m| am)(?: currently| also| now)?(?: an?)?|as an?|i was an?|former)\b/i),
];

/** Says of its whole clause that the writer cannot, wherever the thing stands in it: "Welding is not my thing". */
export const ENGLISH_DENIED = /\b(?:not (?:my|an?|the) \w*|(?:is not|isn't|are not|aren't) (?:for me|something)|(?:is|are) (?:too |very |so |really )?(?:hard|difficult|a mystery|greek|new) (?:for|to) me|heard of|words only|0 y(?:ea)?rs?|beyond me|scares? me|confuses? me|afraid of|clueless|(?:zero|no) (?:\w+ )?(?:skills?|experience|knowledge|background|idea|clue)|wish i (?:could|knew)|leave (?:that|it|the|all)|leave [^,]{1,40} to (?:my|our|the)|don't ask me|too old (?:for|to)|gave (?:it )?up|given up|(?:quit|stopped) [^,]*(?:in \d{4}|ago|last year)|outsource[sd]?|(?:is|are|was|were) done by|(?:has|have) never been my|said no|only watch|failed (?:the|my|an?|every)|and failed|forgot(?:ten)? (?:it all|everything|all of it)|not any ?more|no longer|(?:words|in theory|by name) only|only (?:words|in theory|by name)|(?:terribly|poorly|badly)$|(?:nobody|no one|somebody else|someone else) (?:can|does))\b/i;

/** "I used to sing but quit last year": what stands before the "but" is over, or was refused. */
export const ENGLISH_TAKEN_BACK = /^\s*(?:i |we |have |i've |i'd |had to )*(?:quit|stop(?:ped)?|gave (?:it|that)? ?up|given (?:it )?up|forgot(?:ten)?|failed|said no|refused|declined|no longer(?: do| practi[cs]e)?|(?:do(?:n't| not)|can(?:'t|not)) (?:do (?:it|that|this|so) )?any ?more)(?: (?:it(?: all)?|that|them|everything|most of it|long ago|(?:\w+ )?years? ago|last year|in \d{4}|(?:when|after|because|since)\b.*))*\s*$/i;

/** "I used to write Java, but I don't code anymore": where the past is told, any verb will do. */
export const ENGLISH_USED_TO = /\b(?:used to|once|formerly|back then|years ago|when i was|in my (?:youth|twenties|thirties|student days|younger days))\b/i;
export const ENGLISH_NOT_ANY_MORE = /^\s*(?:now )?(?:i |we )?(?:(?:do(?:n't| not)|can(?:'t|not)|have(?:n't| not)|'ve not|never)(?: [\w']+){0,5} (?:any ?more|any longer|now|nowadays|these days|since|in (?:\w+ )?(?:years|ages|decades)|for (?:\w+ )?(?:years|ages|decades|a long time))|no longer(?: [\w']+){1,3})\s*$/i;

/** A word of denial, up to the next comma. */
export const ENGLISH_NOT = /(?:\b(?:not|never|no|nor|neither|cannot|without|zero|hardly|barely|nothing|nobody|none|instead of|rather than|(?:any|every)thing but|except|unlike)\b|n['’]t\b)[^,]*/gi;

/** Programming ○ English ×; but Robots × Art brings two things together. */
export const ENGLISH_CROSSED = /[^,;:●×()]+×(?!\s*\w)/gu;

/** Whose doings are not the writer's. */
export const ENGLISH_OTHERS = /\b(?:my|our|his|her|their|the) (?:\w+ )?(?:husband|wife|partner|son|daughter|children|kids?|mother|father|mom|dad|parents?|brother|sister|friends?|colleagues?|co-?workers?|boss|team|team ?mates?|company|(?:room|flat|house|class) ?mates?|landlord|landlady|mum|fianc[eé]e?|ex|in-laws?|bud(?:dy|dies)|seniors?|juniors?|supervisor|mentor|staff|employees?|c[etf]o|cousins?|nephew|niece|grand(?:son|daughter|child|children|ma|pa)|grandmother|grandfather|uncle|aunt|girlfriend|boyfriend|manager|neighbou?rs?|students?)\b(?! (?:who|that))/i;

/** Ends of a phrase inside a clause. */
export const ENGLISH_STOP = /\b(?:who|that|which|where|when|while|because|since|for|from|at|to|so|if|during|every|but|though|although|however|please|together|here|there|now|too|also|well|very|much|using|about|as|by|than|then|i|we|you|they|he|she|it|is|are|was|were|will|can|could|would|and i|in (?:tokyo|japan|yokohama|my|the|a|this|kamakura|tsukuba|osaka|kyoto))\b/i;

export const ENGLISH_LEADING = /^(?:(?:an?|the|my|our|your|some|any|new|more|other|this|these|those|all|both|several|many|various|different|own|little|bit|few|lot|lots|of|on|in|with|about|as|at|for|also|very|really|mostly|mainly|currently|how|to|doing|playing|watching|reading|making|going|being|having|using|building|speak|speaking|code|program|write|teach|use|play|know|cook|build|make|fix|repair|repairs|grow|grows|runs?|create|design|designs|learning|studying|working|full-time|part-time|small|local|senior|junior|professional|freelance|retired|former|ex|big|good|great|basic|simple|experienced|fellow|like-minded)\s+)+/i;

export const ENGLISH_EMPTY = /^(?:i|me|you|we|they|it|he|she|people|person|someone|somebody|anyone|everyone|everybody|something|anything|things?|thing|stuff|work|job|company|team|teams|member|members|student|students|university student|exchange student|friends?|friend|time|day|week|year|years|months?|today|tomorrow|now|here|lot|bit|little|much|many|good|nice|fun|happy|glad|new|hi|hello|hey|guy|i'm \w+|thanks|thank|please|yes|no|ok|etc|so|too|well|name|project|projects|idea|ideas|help|experience|skills?|interests?|hobby|hobbies|hours?|way|ways|world|life|home|city|town|country|place|places|event|events|partner|partners|beginner|expert|guy|girl|man|woman|mom|dad|father|mother|parent|others?|data|language|languages|it well|each other|one|two|three|everything|nothing|big fan|fan|tokyo|japan|yokohama|kamakura|tsukuba|osaka|kyoto|japanese people|and|or|the|a|an)$/i;

const EVERYDAY = new Set(`about after again also always another because been before being both could does doing each even ever every find from give good have having here into just keep kind know
  like live long look looking love made make making many more most much must myself need needs nice once only other others over please quite real really same several should show since some soon
  start started still such take than that their them then there these they think this those through together tried trying under until used using usually very want wants well were what when
  where which while will with within without work working works would year years your`.split(/\s+/));

/** Whether a word alone is too ordinary to name anything: function words, and what the English cues and empty words hold. */
export const isEverydayEnglish = (word: string): boolean => EVERYDAY.has(word.toLowerCase()) || ENGLISH_EMPTY.test(word);

/** Words that no tag begins or ends with. */
const EDGES = new Set(`a an the my our your his her their its this that these those some any every each all both no not i i'm i've i'd i'll im ive ill we we're we've you he she it it's they me us him them myself and or but so if because
  while when who whom which what where how why as at by for from in into of on onto off to with without about over under up down out is am are was were be been being do does did done doing don't doesn't didn't have has had having
  haven't can can't cannot could couldn't will would won't shall should may might must very really quite too also just only even still decent now then here there currently mainly mostly sometimes often always never ever please thanks
  hi hello looking look want wants wanted like likes love loves loved enjoy enjoys interested good bad great get got getting go goes going gone came come make makes making made take taking took use uses using used need needs needed
  know knows find finds help helps helping try trying than more most much many few little bit lot lots one two three someone somebody anyone anybody everyone people person something anything things thing other others same new old
  big small years year months days time times well lately recently pretty`.split(/\s+/));

/** Whether a word is one of the small words of English that stand around names and never make their ends. */
export const isEdgeWord = (word: string): boolean => EDGES.has(word.toLowerCase().replaceAll('’', "'"));

/** Words that are names of products, languages or fields only where they are written so: Go, Spring, LINE. */
const ORDINARY = new Set(`access ad aids ant basic box canvas chef crystal dart doe drive echo electron electrons elk express fit gin go idea ideas isms less line live meet mice nest next numbers office oops pages pets phoenix
  processing puppet rag rags sage scratch shell spa space spanner spring square squid steam stem storybook storybooks stripe stripes teams windows word words`.split(/\s+/));

/** Whether a word is an ordinary one: in small letters, in a sentence that does write capitals. */
export const isOrdinaryWord = (word: string, sentence: string): boolean => ORDINARY.has(word) && /[A-Z]/.test(sentence);
