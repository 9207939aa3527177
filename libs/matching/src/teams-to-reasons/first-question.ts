import type { ConceptGraph, Kind, MatchStatement } from '../people.js';
import { compareText } from '../compare-text.js';
import { isJapanese } from '../is-japanese.js';
import type { PhoneSentence } from '../similarity-to-teams/team-plan.js';
import type { TeamPerson } from '../similarity-to-teams/team-rules.js';
import { nodeOf } from '../tags-to-similarity/node-of.js';
import { isEveryday } from './same-thing.js';
import { columnsOf, shorten } from './shorten.js';
import { inEnglish, withSan, type Word } from './team-sentences.js';

export interface FirstQuestion { asked: TeamPerson; concepts: string[]; labels: string[]; text: PhoneSentence }

/** What a team has to talk about: a theme that members share, or a need that one of them meets. */
export interface Subject { members: string[]; concepts: string[]; labels: string[] }

/**
 * A question for the first minute, made from the members' own words: about what they share; where nothing is shared, about
 * what one of them wants, brings or likes. Nobody who said nothing is asked.
 */
export const firstQuestion = (members: TeamPerson[], graph: ConceptGraph, subject: Subject | undefined): FirstQuestion | undefined =>
  (subject ? aboutSubject(members, graph, subject) : aboutOneOfThem(members, graph));

const aboutSubject = (members: TeamPerson[], graph: ConceptGraph, { members: about, concepts, labels }: Subject): FirstQuestion => {
  const quoted = about.flatMap((id) => {
    const asked = members.find((member) => member.id === id)!;
    return (asked.statements ?? []).filter(({ concept, quote }) => quote && concepts.includes(concept)).map((statement) => ({ asked, statement }));
  });
  const told = quoted.find(({ statement }) => !isBareTrade(statement, graph)) ?? quoted[0];
  const asked = told?.asked ?? members.find(({ id }) => id === about[0])!;
  return {
    asked, concepts: concepts.slice(0, 1), labels: [labels[0], ...(told ? [told.statement.quote!] : [])],
    text: told ? askAbout(asked, told.statement, graph) : askAll({ label: labels[0], en: nodeOf(graph, concepts[0])?.en }),
  };
};

/** Of a thing of which nobody is said to want or bring it. */
const askAll = (word: Word): PhoneSentence => ({
  ja: `はじめの問い：「${shorten(word.label)}」について、最近いちばん気になったことは何ですか？`, en: `To begin with: what struck you lately about “${inEnglish(word)}”?`,
  yasashii: `はじめの しつもん：「${shorten(word.label)}」の ことで、さいきん 気に なったことは 何ですか？`,
});

/** エンジニアです names a trade and tells nothing of what its writer does with it. */
const isBareTrade = ({ kind, concept, label, quote = label }: MatchStatement, graph: ConceptGraph): boolean =>
  kind === 'skill' && (nodeOf(graph, concept)?.practises.length ?? 0) > 0 && columnsOf(quote) <= columnsOf(label) + COLUMNS_AROUND_A_TRADE;
/** 「です」 or “I am a ”. */
const COLUMNS_AROUND_A_TRADE = 8;

/** A wish can be answered by anybody, something brought be put to use, an interest be told of. */
const BY_KIND: Record<Kind, number> = { seeking: 0, skill: 1, interest: 2 };

/** Marks that are compared one by one, the lower first: last comes what everyday words mean where no sentence shows whether they do. */
const worthAsking = (one: MatchStatement, graph: ConceptGraph): number[] => {
  const unsure = isEveryday([one.concept], graph);
  return [Number(unsure && !one.quote), BY_KIND[one.kind], Number(isBareTrade(one, graph)), Number(!one.quote), Number(unsure), -one.score];
};
const firstDifference = (a: number[], b: number[]): number => a.map((mark, at) => mark - b[at]).find((difference) => difference !== 0) ?? 0;

const aboutOneOfThem = (members: TeamPerson[], graph: ConceptGraph): FirstQuestion | undefined => {
  const said = members.flatMap((asked) => (asked.statements ?? []).map((statement) => ({ asked, statement })));
  const [first] = said.sort((a, b) => firstDifference(worthAsking(a.statement, graph), worthAsking(b.statement, graph)) || compareText(a.asked.id, b.asked.id) || compareText(a.statement.concept, b.statement.concept));
  if (first) {
    const { asked, statement: { concept, label, quote } } = first;
    return { asked, concepts: [concept], labels: [label, ...(quote ? [quote] : [])], text: askAbout(asked, first.statement, graph) };
  }
  const bringer = members.find(({ jackets = [] }) => jackets.some(({ sharing }) => sharing !== 'closed'));
  const jacket = bringer?.jackets!.find(({ sharing }) => sharing !== 'closed');
  return bringer && jacket && { asked: bringer, concepts: jacket.concepts.slice(0, 1).map(({ concept }) => concept), labels: [jacket.title], text: whatFor(bringer.name || bringer.id, { label: jacket.title }) };
};

/** Each page quotes what was written in its letters; what was written in others it calls by the name it has for it, unless everyday words mean it. */
const askAbout = (asked: TeamPerson, statement: MatchStatement, graph: ConceptGraph): PhoneSentence => {
  const { kind, concept, label, quote } = statement;
  const word = { label, en: nodeOf(graph, concept)?.en };
  const name = asked.name || asked.id;
  if (isBareTrade(statement, graph)) return fromWork(name, word);
  const { named, quoted } = QUESTIONS[kind];
  const [byName, inWords] = [named(name, word), quote === undefined || quote === label ? undefined : quoted(name, shorten(quote))];
  if (isEveryday([concept], graph)) return inWords ?? askAll(word);
  const japanese = inWords && (isJapanese(quote!) || !isJapanese(label)) ? inWords : byName;
  return { ja: japanese.ja, yasashii: japanese.yasashii, en: (inWords && (!isJapanese(quote!) || (isJapanese(label) && !word.en)) ? inWords : byName).en };
};

/** One question by the name of what it is about, and one by its writer's own words. */
interface Question { named(name: string, word: Word): PhoneSentence; quoted(name: string, quote: string): PhoneSentence }

const QUESTIONS: Record<Kind, Question> = {
  seeking: {
    named: (name, word) => ({
      ja: `はじめの問い：${withSan(name)}が求める「${shorten(word.label)}」に、みなさんなら何ができそうですか？`, en: `To begin with: ${name} looks for “${inEnglish(word)}”. What could each of you do?`,
      yasashii: `はじめの しつもん：${withSan(name)}は 「${shorten(word.label)}」を さがしています。みなさんは 何が できますか？`,
    }),
    quoted: (name, quote) => ({
      ja: `はじめの問い：「${quote}」と書いた${withSan(name)}に、みなさんなら何ができそうですか？`, en: `To begin with: ${name} wrote “${quote}”. What could each of you do?`,
      yasashii: `はじめの しつもん：${withSan(name)}は 「${quote}」と 書きました。みなさんは 何が できますか？`,
    }),
  },
  skill: {
    named: (name, word) => whatFor(name, word),
    quoted: (name, quote) => ({
      ja: `はじめの問い：「${quote}」と書いた${withSan(name)}。このチームなら、それを何に生かせそうですか？`, en: `To begin with: ${name} wrote “${quote}”. How could you use that together?`,
      yasashii: `はじめの しつもん：${withSan(name)}は 「${quote}」と 書きました。この チームは それを どう つかいますか？`,
    }),
  },
  interest: {
    named: (name, word) => ({
      ja: `はじめの問い：${withSan(name)}が気になっている「${shorten(word.label)}」、いちばんおもしろいのはどこですか？`, en: `To begin with: ${name}, what draws you to “${inEnglish(word)}”?`,
      yasashii: `はじめの しつもん：${withSan(name)}は 「${shorten(word.label)}」に きょうみが あります。どこが おもしろいですか？`,
    }),
    quoted: (name, quote) => ({
      ja: `はじめの問い：「${quote}」と書いた${withSan(name)}、きっかけは何でしたか？`, en: `To begin with: ${name}, you wrote “${quote}”. What started it?`,
      yasashii: `はじめの しつもん：${withSan(name)}は 「${quote}」と 書きました。それは どうしてですか？`,
    }),
  },
};

const whatFor = (name: string, word: Word): PhoneSentence => ({
  ja: `はじめの問い：${withSan(name)}の「${shorten(word.label)}」を、このチームなら何に生かせそうですか？`,
  en: `To begin with: how could you use ${name}'s “${inEnglish(word)}” together?`,
  yasashii: `はじめの しつもん：${withSan(name)}の 「${shorten(word.label)}」を、この チームで どう つかいますか？`,
});

/** Of a trade its holder tells what it brings. */
const fromWork = (name: string, word: Word): PhoneSentence => ({
  ja: `はじめの問い：${withSan(name)}の仕事（${shorten(word.label)}）では、最近どんなことに手ごたえがありましたか？`,
  en: `To begin with: ${name}, what went well lately in your work (${inEnglish(word)})?`,
  yasashii: `はじめの しつもん：${withSan(name)}の しごとは 「${shorten(word.label)}」です。さいきん うまく いったことは 何ですか？`,
});
