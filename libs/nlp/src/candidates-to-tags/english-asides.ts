import type { Stretch } from './noun-stretches.js';

/** What an English sentence names that is not what its words would be elsewhere, in UTF-16 units of it. */
export interface EnglishAsides {
  /** What the writer has or gives, or others need: nobody looks for it. */
  notSought: Stretch[];
  /** Whom somebody would employ (we are hiring a QA lead): sought. */
  sought: Stretch[];
  /** What is watched, heard, read, collected or missed: no skill. */
  enjoyed: Stretch[];
  /** What somebody would do if they could (If I knew Python, …): no skill. */
  unreal: Stretch[];
  /** What others are helped with or taught, or are asked whether they need it (Anyone need help with taxes?): its writer can do it. */
  offered: Stretch[];
  /** What somebody is through with, afraid of or would be, what ails whom they look after, what something else is liked better than, who is asked to stay away, and where somebody works: no tag. */
  nothing: Stretch[];
}

/** The words of one thing: no verb follows it. */
const THING = String.raw`([\w'’-]+(?: (?!(?:in|at|on|with|to|for|from|and|or|but|that|who|when|while|near|during|over)\b)[\w'’-]+){0,3})`;

const NOT_SOUGHT = [
  // farmers who let me put sensors in their fields
  String.raw`\b(?:lets?|allows?) (?:me|us) (?:to )?(?:put|place|install|test|try|use|show|display|bring|sell|run|hang|plant|keep|demo) (?:my |our |the |a |an |some )?${THING}`,
  // somebody willing to test my weeding robot
  String.raw`\b(?:test|try|pilot|host|buy|adopt|display|exhibit|sell|stock|use) (?:my|our) ${THING}`,
  // a team who needs audio
  String.raw`\b(?:who|that|which) (?:needs?|lacks?|could use|wants?) (?!to\b)(?:an? |some |more |better |good )?${THING}`,
  // a group which gives bikes to refugees or students
  String.raw`\b(?:gives?|donates?|sends?|delivers?|brings?) [\w'’ -]{2,24}? to ${THING}(?: (?:and|or) ${THING})?`,
  // there are a lot of options but no place to play
  String.raw`\bthere(?:['’]s| is| are) (?:a lot|lots|plenty|enough) of ${THING}`,
  // more tomatoes than we can eat, too many zucchini, surplus bread
  String.raw`\bmore ([\w'’ -]{2,40}?) than (?:we|i) (?:can|could|need|want|know)\b`,
  String.raw`\btoo (?:much|many) ${THING}`,
  String.raw`(?<!\b(?:for|of|needs?|wants?|seeks?|seeking|collect|collecting|any|some|your|the) )\b(?:surplus|leftover|excess|unsold|unwanted) ${THING}`,
  // I want to volunteer
  String.raw`\b(?:want|like|hope|love|plan|wish|happy|glad|can|could)(?: to)? (?:join |do |be |become |work as )?(?:an? |some |as )?(volunteer(?:s|ing)?(?: work)?)\b`,
  // Welding student, looking for …: the writer
  String.raw`^([^,]{2,60}), (?:currently |now |and |always )?(?:looking|searching|seeking|hoping|hunting)\b`,
].map((pattern) => new RegExp(pattern, 'dgi'));

const SOUGHT = [String.raw`(?:\b(?:we|i)(?:['’]re|['’]m| are| am) (?:now |also |always |currently |still )?(?:hiring|recruiting)(?: for)?|(?:^|[.!] *)(?:now |also )?(?:hiring|recruiting):) (?:an? |some |more |new |good )*${THING}`].map((pattern) => new RegExp(pattern, 'dgi'));
const ENJOYED = [
  String.raw`\b(?:i|we) (?:also |often |mostly |really |still )?(?:collect|watch|listen to) (?:a lot of |lots of |old |my |the )*${THING}`,
  String.raw`\b(?:i|we) (?:really |do |still |also |just )?miss ${THING}`,
  // Weekends: bouldering and sake tasting
  String.raw`\b(?:weekends?|off work|after work|after hours|free time|spare time|outside (?:of )?work|in my free time|on (?:my )?days off|evenings?)(?::| -| –|,)\s*([\w'’ ,&/-]{3,60}?)(?=[.!;]|$)`,
].map((pattern) => new RegExp(pattern, 'dgi'));

/** People of no kind in particular: whoever is helped, nobody on a badge. */
const ANYBODY = String.raw`(?:[\w-]+ )?(?:(?:any|some|every)(?:one|body)|people|persons|folks|others|you(?: all)?|whoever|those|beginners|newcomers|newbies|learners|friends|neighbou?rs|colleagues|members|visitors)(?: (?:here|else|new|out))?`;
/** Says of what follows that its writer does or would do it: I can, I am happy to, Glad to, Let me. */
const I_DO = String.raw`(?:(?:^|[.!;,–—] *|\b(?:and|but) i )|\b(?:i|we)(?:['’](?:m|re|d|ll))?(?: am| are)? |\blet me )(?:(?:also|always|often|be|very|really|still|now|can|could|will|would|may|happy|glad|willing|able|ready|free|pleased|delighted) )*(?:to )?`;
/** Whoever would love to teach can; whoever would love to help people is drawn to what ails them. */
const WOULD_TEACH = String.raw`\b(?:i|we)(?:['’]d| would) (?:really )?(?:love|like) to (?:teach|show|mentor|coach|train|tutor)`;
const HELP = '(?:(?:help|teach|show|mentor|coach|train|advise|tutor|guide|assist|support)(?:ing|e?s|ed)?|taught)';
/** Up to where the clause ends or somebody says something else of themselves. */
const TO_THE_END = String.raw`([^,;:.!?]{2,60}?)(?=[,;:.!?]|$| (?:and|but|or|so|because|while) (?:i|i['’]m|we|am|are|looking|would|want|need|also|now)\b)`;

const OFFERED = [
  // Glad to help anyone with tax forms; I teach people who want to learn knitting
  String.raw`(?:${I_DO}${HELP}|${WOULD_TEACH}) (?:out )?${ANYBODY} (?:(?:with|how to|to|in|on|about|learn|use|find|understand|interested in|(?:who|that) (?:wants?|would like|needs?|wish(?:es)?|likes?)(?: to)?(?: (?:learn|help with|help in))?) )${TO_THE_END}`,
  // If you need help with visas, ask me
  String.raw`\bif (?:you|any(?:one|body)|some(?:one|body)|your \w+)(?: here)? (?:ever |also )?(?:needs?|wants?|lacks?|(?:is|are) looking for) (?!to (?!learn))([^,;:.!?]{2,60}?),? (?:then )?(?:i|i['’](?:m|d|ll|ve)|we|just|please|ask|call|come|let me|tell me|talk to|write|ping|contact|feel free)\b`,
  String.raw`(?:^|[.!] *)(?:(?:(?:do|does|would) )?(?:you|any(?:one|body)(?: here)?) )?(?:needs?|wants?) (?!to (?!learn))([^?.!]{2,60})\?`,
  String.raw`(?:^|[.!] *)(?:can|could|may|shall) i (?:help(?: (?:you|any(?:one|body)))?(?: with)?|teach|fix|repair|offer) ([^?.!]{2,60})\?`,
].map((pattern) => new RegExp(pattern, 'dgi'));
/** If I had a van I would deliver meals: all of it, up to the end. */
const UNREAL = [String.raw`\bif (?:only )?(?:i|we) (?:only )?(?:had|knew|could|were|was|spoke|owned|understood|played|lived|worked) (.*)`].map((pattern) => new RegExp(pattern, 'dgi'));

/** Whom somebody looks after is one of their own. */
const LOOK_AFTER = String.raw`\b(?:look(?:s|ed|ing)? after|car(?:e|es|ed|ing) (?:for|of)|carers? (?:for|of|to)|nursing|raising) (?:my|our|an?) [^.;!?]{2,40}?`;
const FAMILY = '(?:mums?|moms?|mothers?|dads?|fathers?|parents?|grand(?:ma|pa|mother|father|parent)s?|wife|husband|widow(?:er)?)';

const NOTHING = [
  // I'm done with accounting, tired of marketing, afraid of public speaking
  String.raw`(?:\b(?:i['’]m|i am|we['’]re|we are|been|got|getting|feel|feeling) (?:(?!not\b|never\b)\w+ )?|(?:^|[.!;] *))(?:(?:done|finished|through|fed up|bored) with|(?:tired|sick|weary|bored|afraid|scared|terrified|frightened) of|allergic to) ${THING}`,
  String.raw`\b(?:i['’]m|i am) (?:so |totally )?over (?!\d|the (?:age|hill|moon))${THING}`,
  // I want to stop working in finance
  String.raw`\b(?:want(?:ing)?|try(?:ing)?|hop(?:e|ing)|plan(?:ning)?|like|love|decided|going|about|need) to (?:quit|stop|give up|leave|escape|get (?:out of|away from)|retire from|cut down on)(?: (?:working (?:in|as|at|with|on)|\w+ing))? (?:an? |the |my )?${THING}`,
  // I look after my mother, who has dementia
  String.raw`${LOOK_AFTER} (?:with|suffering from|living with|who (?:has|had|have|suffers from|lives with|is living with|got)) (?:an? |the )?${THING}`,
  // If I were a nurse
  String.raw`\b(?:if|wish) (?:only )?(?:i|we) (?:were|was) (?:an? )?${THING}`,
  // I should have become a vet, I almost became a priest, in another life I'd be a biologist
  String.raw`\b(?:should|could|would|might|almost|nearly) (?:have )?(?:been|became|become) (?:an? )?${THING}`,
  String.raw`\bin (?:another|a different|my next) life,? (?:i|i['’](?:d|m|ll)) (?:am |was |would |will )?(?:be |have been |become )?(?:an? )?${THING}`,
  // whom and what somebody merely knows, comes from and lives beside
  String.raw`\b(?:i|we) know an? (?!(?:lot|bit|little|few|thing|great deal|fair)\b)(?:(?:very|really|good|great|nice|decent|reliable) )*${THING}`,
  String.raw`\b(?:from|born into|grew up in|raised in) (?:an? |the )?(?:long )?(?:family|line|household|dynasty|village|town) of ${THING}`,
  String.raw`\b(?:live|lives|lived|living) (?:right )?(?:above|over|near|next to|next door to|opposite|behind|by|beside|close to|across from) (?:an? |the )${THING}`,
  // Ask my wife about gardening; no heavy lifting for me; bookkeeping, which I loathe
  String.raw`\bask (?:my|our) [\w-]+ (?:about|for) ${THING}`,
  String.raw`\bno ([\w'’ -]{2,40}?) for me\b`,
  String.raw`\b([\w'’-]+(?: [\w'’-]+)?),? (?:which|that|something) (?:i|we) (?:really |absolutely |secretly )?(?:hate|loathe|detest|dislike|can['’]t stand)\b`,
  // a teacher of calligraphy: of what is the tag
  String.raw`\b(teachers?|tutors?|instructors?|coach(?:es)?|trainers?|students?|lovers?|fans?) of (?!the\b|mine\b|an?\b)[\w-]`,
  // I'm a single dad of two
  String.raw`(?:\b(?:i['’]m|i am|i was|as|just|being)|^|[.!] *) ?(?:just |only |also |now )*(?:an? |the )?((?:[\w-]+ ){0,2}?${FAMILY})(?=[,.;!)]|$| (?:of|with|and|who|in|from|for|at|to)\b)`,
  // for a big bank
  String.raw`(?<!\b(?:look|looking|search|searching|hunting|need|hoping|wish) )\bfor (?:a|an|the) (?:(?:big|large|major|small|local|regional|private|public|foreign|global|listed) )*(bank|company|firm|corporation|insurer|maker|manufacturer|retailer)\b`,
  // I prefer tea to coffee, less interested in AI than in birds; I'd rather be hiking than coding
  String.raw`\bprefer [^.!?]{2,40}? to ${THING}`,
  String.raw`\bless (?:interested|into|keen|fond) (?:in|on|of) ${THING} than\b`,
  String.raw`\b(?:rather|sooner) [^.!?]{2,40}? than ${THING}`,
  // Recruiters, please don't contact me; no salespeople please
  String.raw`(?:^|[.!] *)${THING},? (?:please )?(?:do not|don['’]t|stay away|keep away)\b`,
  String.raw`(?:^|[.!] *)no ${THING},? please\b`,
  // I work in a car factory
  String.raw`\bwork(?:s|ing)? (?:in|at) (?:a|an|the) ((?:[\w-]+ ){0,2}(?:factory|plant|warehouse))\b`,
].map((pattern) => new RegExp(pattern, 'dgi')).concat(/\bwork(?:s|ed|ing)? (?:at|for) (?:the )?([A-Z][\w'’-]*(?: (?:of |for |and |the )?[A-Z][\w'’-]*)+)/dgu);

const groups = (sentence: string, patterns: RegExp[]): Stretch[] =>
  patterns.flatMap((pattern) => [...sentence.matchAll(pattern)].flatMap(({ indices }) => indices!.slice(1).filter((range) => range !== undefined)));

/** Reads an English sentence for such turns of phrase. */
export const englishAsides = (sentence: string): EnglishAsides => ({ notSought: groups(sentence, NOT_SOUGHT), sought: groups(sentence, SOUGHT), enjoyed: groups(sentence, ENJOYED), unreal: groups(sentence, UNREAL), offered: groups(sentence, OFFERED), nothing: groups(sentence, NOTHING) });
