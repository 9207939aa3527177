import type { Stretch } from './noun-stretches.js';

/** What an English sentence names that is not what its words would be elsewhere, in UTF-16 units of it. */
export interface EnglishAsides {
  /** What the writer has or gives, or others need: nobody looks for it. */
  notSought: Stretch[];
  /** Whom somebody would employ (we are hiring a QA lead): sought. */
  sought: Stretch[];
  /** What is watched, heard, read or collected: no skill. */
  enjoyed: Stretch[];
  /** A question to whoever needs it (Anyone need help with taxes?): its writer can do it. */
  offered: Stretch[];
  /** What something else is liked better than, who is asked to stay away, and where somebody works: no tag. */
  nothing: Stretch[];
}

/** The words of one thing: no verb follows it. */
const THING = String.raw`([\w'’-]+(?: (?!in|at|on|with|to|for|from|and|or|but|that|who|when|while|near|during|over\b)[\w'’-]+){0,3})`;

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
].map((pattern) => new RegExp(pattern, 'dgi'));

const SOUGHT = [String.raw`(?:\b(?:we|i)(?:['’]re|['’]m| are| am) (?:now |also |always |currently |still )?(?:hiring|recruiting)(?: for)?|(?:^|[.!] *)(?:now |also )?(?:hiring|recruiting):) (?:an? |some |more |new |good )*${THING}`].map((pattern) => new RegExp(pattern, 'dgi'));
const ENJOYED = [
  String.raw`\b(?:i|we) (?:also |often |mostly |really |still )?(?:collect|watch|listen to) (?:a lot of |lots of |old |my |the )*${THING}`,
  // Weekends: bouldering and sake tasting
  String.raw`\b(?:weekends?|off work|after work|after hours|free time|spare time|outside (?:of )?work|in my free time|on (?:my )?days off|evenings?)(?::| -| –|,)\s*([\w'’ ,&/-]{3,60}?)(?=[.!;]|$)`,
].map((pattern) => new RegExp(pattern, 'dgi'));

const OFFERED = [
  String.raw`(?:^|[.!] *)(?:(?:do|does|would) (?:you|any(?:one|body)) |any(?:one|body) (?:here )?)?(?:needs?|wants?) (?!to (?!learn))([^?.!]{2,60})\?`,
  String.raw`(?:^|[.!] *)(?:can|could|may|shall) i (?:help(?: (?:you|any(?:one|body)))?(?: with)?|teach|fix|repair|offer) ([^?.!]{2,60})\?`,
].map((pattern) => new RegExp(pattern, 'dgi'));
const NOTHING = [
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
export const englishAsides = (sentence: string): EnglishAsides => ({ notSought: groups(sentence, NOT_SOUGHT), sought: groups(sentence, SOUGHT), enjoyed: groups(sentence, ENJOYED), offered: groups(sentence, OFFERED), nothing: groups(sentence, NOTHING) });
