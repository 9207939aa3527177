import type { ConceptGraph, Kind, MatchStatement } from '../people.js';
import { compareText } from '../similarity-to-teams/canonical-order.js';
import type { PhoneSentence } from '../similarity-to-teams/team-plan.js';
import type { TeamPerson } from '../similarity-to-teams/team-rules.js';
import { shorten } from './shorten.js';
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
  const asked = members.find(({ id }) => id === about[0])!;
  const statement = (asked.statements ?? []).find(({ concept, quote }) => quote && concepts.includes(concept));
  const label = shorten(labels[0]);
  return {
    asked, concepts: concepts.slice(0, 1), labels: [labels[0], ...(statement ? [statement.quote!] : [])],
    text: statement ? askAbout(asked, statement, graph) : {
      ja: `はじめの問い：「${label}」について、最近いちばん気になったことは何ですか？`, en: `To begin with: what struck you lately about “${inEnglish({ label: labels[0], en: graph.concepts[concepts[0]]?.en })}”?`,
      yasashii: `はじめの しつもん：「${label}」の ことで、さいきん 気に なったことは 何ですか？`,
    },
  };
};

/** A wish can be answered by anybody, something brought be put to use, an interest be told of. */
const BY_KIND: Record<Kind, number> = { seeking: 0, skill: 1, interest: 2 };

const aboutOneOfThem = (members: TeamPerson[], graph: ConceptGraph): FirstQuestion | undefined => {
  const said = members.flatMap((asked) => (asked.statements ?? []).map((statement) => ({ asked, statement })));
  const [first] = said.sort((a, b) => BY_KIND[a.statement.kind] - BY_KIND[b.statement.kind] || Number(!a.statement.quote) - Number(!b.statement.quote)
    || b.statement.score - a.statement.score || compareText(a.asked.id, b.asked.id) || compareText(a.statement.concept, b.statement.concept));
  if (first) {
    const { asked, statement: { concept, label, quote } } = first;
    return { asked, concepts: [concept], labels: [label, ...(quote ? [quote] : [])], text: askAbout(asked, first.statement, graph) };
  }
  const bringer = members.find(({ jackets = [] }) => jackets.some(({ sharing }) => sharing !== 'closed'));
  const jacket = bringer?.jackets!.find(({ sharing }) => sharing !== 'closed');
  return bringer && jacket && { asked: bringer, concepts: jacket.concepts.slice(0, 1).map(({ concept }) => concept), labels: [jacket.title], text: whatFor(bringer, { label: jacket.title }) };
};

const askAbout = (asked: TeamPerson, { kind, concept, label, quote }: MatchStatement, graph: ConceptGraph): PhoneSentence => {
  const word = { label, en: graph.concepts[concept]?.en };
  const name = asked.name || asked.id;
  if (kind === 'seeking') {
    return quote
      ? {
        ja: `はじめの問い：「${shorten(quote)}」と書いた${withSan(name)}に、みなさんなら何ができそうですか？`, en: `To begin with: ${name} wrote “${shorten(quote)}”. What could each of you do?`,
        yasashii: `はじめの しつもん：${withSan(name)}は 「${shorten(quote)}」と 書きました。みなさんは 何が できますか？`,
      }
      : {
        ja: `はじめの問い：${withSan(name)}が求める「${shorten(label)}」に、みなさんなら何ができそうですか？`, en: `To begin with: ${name} looks for “${inEnglish(word)}”. What could each of you do?`,
        yasashii: `はじめの しつもん：${withSan(name)}は 「${shorten(label)}」を さがしています。みなさんは 何が できますか？`,
      };
  }
  if (kind === 'skill') return quote ? whatForWords(asked, quote) : whatFor(asked, word);
  return quote ? whatStarted(asked, quote) : {
    ja: `はじめの問い：${withSan(name)}が気になっている「${shorten(label)}」、いちばんおもしろいのはどこですか？`,
    en: `To begin with: ${name}, what draws you to “${inEnglish(word)}”?`,
    yasashii: `はじめの しつもん：${withSan(name)}は 「${shorten(label)}」に きょうみが あります。どこが おもしろいですか？`,
  };
};

const whatStarted = ({ id, name }: TeamPerson, quote: string): PhoneSentence => ({
  ja: `はじめの問い：「${shorten(quote)}」と書いた${withSan(name || id)}、きっかけは何でしたか？`, en: `To begin with: ${name || id}, you wrote “${shorten(quote)}”. What started it?`,
  yasashii: `はじめの しつもん：${withSan(name || id)}は 「${shorten(quote)}」と 書きました。それは どうしてですか？`,
});

const whatForWords = ({ id, name }: TeamPerson, quote: string): PhoneSentence => ({
  ja: `はじめの問い：「${shorten(quote)}」と書いた${withSan(name || id)}。このチームなら、それを何に生かせそうですか？`,
  en: `To begin with: ${name || id} wrote “${shorten(quote)}”. What could this team do with it?`,
  yasashii: `はじめの しつもん：${withSan(name || id)}は 「${shorten(quote)}」と 書きました。この チームは それを どう つかいますか？`,
});

const whatFor = ({ id, name }: TeamPerson, word: Word): PhoneSentence => ({
  ja: `はじめの問い：${withSan(name || id)}の「${shorten(word.label)}」を、このチームなら何に生かせそうですか？`,
  en: `To begin with: what could this team do with ${name || id}'s “${inEnglish(word)}”?`,
  yasashii: `はじめの しつもん：${withSan(name || id)}の 「${shorten(word.label)}」を、この チームで どう つかいますか？`,
});
