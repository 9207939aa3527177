import type { ConceptGraph, MatchStatement } from '../people.js';
import { compareText } from '../compare-text.js';
import { namePeople } from '../name-people.js';
import type { PhoneSentence } from '../similarity-to-teams/team-plan.js';
import type { TeamPerson } from '../similarity-to-teams/team-rules.js';
import { nodeOf } from '../tags-to-similarity/node-of.js';
import { firstQuestion } from './first-question.js';
import { companyIn, fitOfThings, isCloseThing, isEveryday, isSameThing, isWithin, namesOf, whatMeets } from './same-thing.js';
import { shorten } from './shorten.js';
import { allLookFor, companyFound, likely, nothingShown, perhapsShared, quoted, quotesAlike, quotesThatMeet, teamSentence, type Word } from './team-sentences.js';

/**
 * `theme` what several hold · `need_met` one seeks what another gives · `brings` what a member adds, rather what no other has ·
 * `cares` what somebody cares about who brings nothing else · `quiet` of whom nothing is known yet · `missing` what is sought and nobody gives · `sectors` different walks of life · `question` one to begin with
 */
export type TeamReasonType = 'theme' | 'need_met' | 'brings' | 'cares' | 'quiet' | 'missing' | 'sectors' | 'question';

export interface TeamReason {
  type: TeamReasonType;
  /** Ids of the members it is about; for `need_met` first who seeks, then who gives. */
  members: string[];
  concepts: string[];
  labels: string[];
  text: PhoneSentence;
}

export interface ExplainTeamInput {
  members: TeamPerson[];
  graph: ConceptGraph;
  /** Holders of each concept in the whole event: what all have tells nothing of this team. */
  holders?: ReadonlyMap<string, number>;
  /** Number of people in the event. */
  people?: number;
}

const MOST_THEMES = 2;
const MOST_NEEDS = 4;
const MOST_MISSING = 3;

/** Why these people are a team: what unites them, which needs are met, who brings what, what is missing, what to begin with. */
export const explainTeam = (input: ExplainTeamInput): TeamReason[] => {
  const named = namePeople(input.members);
  const members = input.members.map((member) => ({ ...withoutGuesses(member), name: named(member.id) })).sort((a, b) => compareText(a.id, b.id));
  const { graph } = input;
  const themes = sureOnes(withoutWider(largestOfEach(themesOf(members, input), graph), members, graph), graph).slice(0, MOST_THEMES);
  const needs = needsIn(members, graph);
  const met = oncePerSentence(needs.met).slice(0, MOST_NEEDS);
  const told = [...themes, ...met].flatMap(({ concepts }) => concepts);
  return [
    ...themes.filter((theme) => !isToldAsNeed(theme, met, members, graph)),
    ...met,
    ...sectorsOf(members),
    ...contributions(members, graph, met, (one, { id }) => themes.some((theme) =>
      theme.labels[0] === one.label || isSameThing(theme.concepts[0], one.concept, graph) || (theme.members.includes(id) && isWider(one, theme, graph)))),
    ...interestsOf(members, graph, themes),
    ...oncePerThing(needs.missing.filter(({ concepts }) => !told.some((concept) => isCloseThing(concept, concepts[0], graph))), graph).slice(0, MOST_MISSING),
    ...questionAbout(members, graph, themes, needs.met[0]),
  ];
};

/** No guess is named. */
const withoutGuesses = (member: TeamPerson): TeamPerson => ({ ...member, statements: said(member).filter(({ guess }) => !guess) });

const reason = (type: Exclude<TeamReasonType, 'question'>, members: TeamPerson[], concepts: string[], words: Word[]): TeamReason =>
  ({ type, members: members.map(({ id }) => id), concepts, labels: words.map(({ label }) => label), text: teamSentence(type, members.map(nameOf), words) });

/** A statement's own word, and its concept's English name. */
const wordOf = (graph: ConceptGraph, { concept, label }: { concept: string; label: string }): Word => ({ label, en: nodeOf(graph, concept)?.en });

/** Of several themes that a reader takes for one, the one that most members share. */
const largestOfEach = (themes: TeamReason[], graph: ConceptGraph): TeamReason[] => {
  const isSame = (one: TeamReason, other: TeamReason): boolean => one.labels[0] === other.labels[0] || isSameThing(one.concepts[0], other.concepts[0], graph);
  return themes.filter((theme, place) => !themes.some((other, at) => at !== place && isSame(theme, other) && (other.members.length - theme.members.length || place - at) > 0));
};

/** What everyday words seem to share stands only where nothing surer does. */
const sureOnes = (themes: TeamReason[], graph: ConceptGraph): TeamReason[] => {
  const sure = themes.filter(({ concepts }) => !isEveryday(concepts, graph));
  return sure.length > 0 ? sure : themes;
};

/** Whether a theme is one kind of this: by the graph, or by its name, as 高齢者の見守り is one of 見守り. */
const isWider = ({ concept, label }: { concept: string; label: string }, { concepts: [narrow], labels: [name] }: TeamReason, graph: ConceptGraph): boolean =>
  nodeOf(graph, narrow)?.broader.includes(concept) === true || (name !== label && name.endsWith(label));

/** Without what the same people share more narrowly; that all of them look for the one does not tell that they have the other. */
const withoutWider = (themes: TeamReason[], members: TeamPerson[], graph: ConceptGraph): TeamReason[] => themes.filter((wide) => !themes.some((narrow) =>
  isWider({ concept: wide.concepts[0], label: wide.labels[0] }, narrow, graph) && narrow.members.join() === wide.members.join()
  && isSought(narrow, members, graph) === isSought(wide, members, graph)));

/** Whether whoever is named by a theme looks for it. */
const isSought = ({ members: who, concepts }: TeamReason, members: TeamPerson[], graph: ConceptGraph): boolean =>
  members.every((member) => !who.includes(member.id) || looksFor(member, concepts[0], graph));

/** Of what one of two only looks for and the other gives, the need tells all. */
const isToldAsNeed = ({ members: who, concepts: [concept] }: TeamReason, met: TeamReason[], members: TeamPerson[], graph: ConceptGraph): boolean => who.length === 2 && met.some(({ members: [seeker, giver], concepts }) =>
  who.includes(seeker) && who.includes(giver) && concepts.some((one) => isSameThing(one, concept, graph)) && looksFor(members.find(({ id }) => id === seeker)!, concept, graph));

/** What one member lacks is said once, though a concept and everyday words both mean it. */
const oncePerThing = (missing: TeamReason[], graph: ConceptGraph): TeamReason[] => oncePerSentence(missing).filter((one, place, all) =>
  all.findIndex((other) => other.members[0] === one.members[0] && isSameThing(other.concepts[0], one.concepts[0], graph)) === place);

/** Two concepts that bear the same word on the badge make the same sentence. */
const oncePerSentence = (reasons: TeamReason[]): TeamReason[] => reasons.filter(({ text }, place) => reasons.findIndex((other) => other.text.ja === text.ja) === place);

const nameOf = ({ id, name }: TeamPerson): string => name || id;
const said = (person: TeamPerson): MatchStatement[] => person.statements ?? [];

/** Holders of each concept among these people, for `explainTeam`'s `holders`. */
export const countHolders = (people: TeamPerson[]): Map<string, number> => {
  const holders = new Map<string, number>();
  for (const person of people) {
    for (const concept of new Set(said(person).map((one) => one.concept))) holders.set(concept, (holders.get(concept) ?? 0) + 1);
  }
  return holders;
};

/** Concepts that at least two hold, then broader ones under which several meet; best first. */
const themesOf = (members: TeamPerson[], { graph, holders, people }: ExplainTeamInput): TeamReason[] => {
  const found = new Map<string, { label: string; members: TeamPerson[]; own: boolean }>();
  const add = (concept: string, label: string, member: TeamPerson, own: boolean): void => {
    const entry = found.get(concept) ?? { label, members: [], own };
    if (!entry.members.includes(member)) entry.members.push(member);
    found.set(concept, entry);
    entry.own ||= own;
  };
  for (const member of members) {
    for (const { concept, label } of said(member)) {
      add(concept, nodeOf(graph, concept)?.ja ?? label, member, true);
      for (const broader of nodeOf(graph, concept)?.broader ?? []) add(broader, nodeOf(graph, broader)?.ja ?? broader, member, false);
    }
  }
  const everyone = people ?? Infinity;
  const worth = (concept: string, count: number, own: boolean): number =>
    (count - 1) * (1 - ((holders?.get(concept) ?? 0) / everyone) ** 2) * (own ? 1 : 0.7);
  return [...found].filter(([, entry]) => entry.members.length > 1)
    .sort(([a, x], [b, y]) => worth(b, y.members.length, y.own) - worth(a, x.members.length, x.own) || compareText(a, b))
    .map(([concept, entry]) => {
      const theme = reason('theme', entry.members, [concept], [wordOf(graph, { concept, label: entry.label })]);
      if (isEveryday([concept], graph)) return { ...theme, text: likelyTheme(entry.members, concept, wordOf(graph, { concept, label: entry.label })) };
      return entry.members.every((member) => looksFor(member, concept, graph)) ? { ...theme, text: allLookFor(entry.members.map(nameOf), wordOf(graph, { concept, label: entry.label })) } : theme;
    });
};

/** What everyday words seem to share: of two in the sentences in which they said so, of more, or where one is not shown, as likely. */
const likelyTheme = (members: TeamPerson[], concept: string, word: Word): PhoneSentence => {
  const quotes = members.flatMap((member) => said(member).find((one) => one.concept === concept && one.quote)?.quote ?? []);
  return members.length === 2 && quotes.length === 2 ? quotesAlike(members.map(nameOf), quotes) : perhapsShared(members.map(nameOf), word);
};

/** Whether somebody looks for a concept, or what it is wider than, and has none of it. */
const looksFor = (member: TeamPerson, concept: string, graph: ConceptGraph): boolean =>
  said(member).filter((one) => one.concept === concept || nodeOf(graph, one.concept)?.broader.includes(concept))
    .every((one) => one.kind === 'seeking' || looksForTheSame(member, one, graph));

const needsIn = (members: TeamPerson[], graph: ConceptGraph): { met: TeamReason[]; missing: TeamReason[] } => {
  const met: TeamReason[] = [];
  const missing: TeamReason[] = [];
  for (const seeker of members) {
    const metNeeds: MatchStatement[] = [];
    const unmet: MatchStatement[] = [];
    for (const need of said(seeker).filter(({ kind }) => kind === 'seeking')) {
      const meeting = new Set([need.concept, ...(nodeOf(graph, need.concept)?.metBy ?? [])]);
      const company = companyIn(need.concept, graph);
      const givers = members.filter((other) => other !== seeker && !looksForTheSame(other, need, graph)).flatMap((giver) => {
        const given = givenBy(giver, meeting, graph, (offer) => fitOfThings({ one: need, among: said(seeker) }, { one: offer, among: said(giver) }, graph) !== 'apart') ?? companyBy(giver, company, graph);
        return given === undefined ? [] : [{ giver, ...given }];
      }).sort((a, b) => Number(a.cares ?? false) - Number(b.cares ?? false));
      if (givers.length === 0) {
        if (!isTold(need, members.filter((other) => other !== seeker), graph)) unmet.push(need);
        continue;
      }
      met.push(metReason([seeker, givers[0].giver], need, givers[0], graph));
      metNeeds.push(need);
    }
    // 「配達する車を探しています」 is met as 運ぶ手段: its 配達する車 is not missing.
    const lacking = unmet.filter((need) => !metNeeds.some((met) => isWithin(need, met) || met.quote?.includes(need.quote ?? need.label)));
    missing.push(...oncePerQuote(lacking, graph).map((need) => ofOne('missing', seeker, need, graph)));
  }
  const sure = met.filter((one) => !isEveryday(one.concepts, graph));
  const told = new Set(sure.map(({ members: pair }) => pair.join()));
  return { met: [...sure, ...met.filter((one) => isEveryday(one.concepts, graph) && !told.has(one.members.join()))], missing };
};

/** Who looks for the same has none to give, whatever their everyday words seem to say. */
const looksForTheSame = (person: TeamPerson, need: MatchStatement, graph: ConceptGraph): boolean =>
  isEveryday([need.concept], graph) && said(person).some(({ kind, concept }) => kind === 'seeking' && concept === need.concept);

/** Whether one of these tells of what is needed, of what is close to it or meets it, and does not look for it too: nobody then reads that it is missing. */
const isTold = (need: MatchStatement, others: TeamPerson[], graph: ConceptGraph): boolean => {
  const isNeeded = ({ concept }: { concept: string }): boolean => isCloseThing(need.concept, concept, graph);
  const isNamedIn = namesOf(need, graph);
  const isMetBy = whatMeets(need.concept, graph);
  return others.some((other) => {
    if (looksForTheSame(other, need, graph)) return false;
    const told = said(other).filter(({ kind }) => kind !== 'seeking');
    return told.some((one) => isNeeded(one) || isMetBy(one.concept)) || told.some(({ label, quote = '' }) => isNamedIn(`${label}\n${quote}`))
      || (!said(other).some((one) => one.kind === 'seeking' && isNeeded(one)) && (other.background ?? []).some((one) => !one.implied && isNeeded(one)));
  });
};

/** Of several things that one sentence lacks the surest; people whom somebody wants to reach are no lack of a team. */
const oncePerQuote = (needs: MatchStatement[], graph: ConceptGraph): MatchStatement[] => {
  const sorted = needs.filter(({ concept }) => nodeOf(graph, concept)?.everyday !== 'people')
    .sort((a, b) => Number(isEveryday([a.concept], graph)) - Number(isEveryday([b.concept], graph)) || b.score - a.score);
  const saying = ({ quote, at }: MatchStatement): string | undefined => quote ?? at?.join();
  const isSaidBy = (need: MatchStatement, other: MatchStatement): boolean =>
    (saying(need) !== undefined && saying(need) === saying(other)) || (isEveryday([need.concept], graph) && isWithin(other, need));
  return sorted.filter((need, place) => !sorted.slice(0, place).some((other) => isSaidBy(need, other)));
};

/** `cares`: likes it, and need not be able to do it. */
interface Given { concept: string; word: Word; said?: MatchStatement; cares?: true }

/** What everyday words mean may be misheard: both are told in their own sentences, and no help is claimed; where those are not shown, by a tag from the same words. */
const metReason = (pair: [TeamPerson, TeamPerson], need: MatchStatement, given: Given, graph: ConceptGraph): TeamReason => {
  const [seeker, giver] = pair;
  const met = (words: Word[]): TeamReason => reason('need_met', pair, [need.concept, given.concept], words);
  if (given.cares) return { ...met([wordOf(graph, need), given.word]), text: companyFound(pair.map(nameOf), [wordOf(graph, need), given.word]) };
  if (!isEveryday([need.concept, given.concept], graph)) return met([wordOf(graph, need), given.word]);
  if (need.quote && given.said?.quote) return { ...met([wordOf(graph, need), given.word]), text: quotesThatMeet(pair.map(nameOf), [need.quote, given.said.quote]) };
  return met([wordOf(graph, tagFor(need, seeker, graph)), given.said ? wordOf(graph, tagFor(given.said, giver, graph)) : given.word]);
};

/** For what everyday words mean the tag that was read from the same words: 動画編集 rather than デザイン. */
const tagFor = (one: MatchStatement, person: TeamPerson, graph: ConceptGraph): MatchStatement =>
  (isEveryday([one.concept], graph) ? said(person).find((tag) => tag.kind === one.kind && !isEveryday([tag.concept], graph) && isWithin(tag, one)) : undefined) ?? one;

const givenBy = (giver: TeamPerson, meeting: Set<string>, graph: ConceptGraph, fits: (offer: MatchStatement) => boolean): Given | undefined => {
  const skill = said(giver).find((one) => one.kind === 'skill' && meeting.has(one.concept) && fits(one));
  if (skill) return { concept: skill.concept, word: wordOf(graph, skill), said: skill };
  const jacket = (giver.jackets ?? []).find(({ sharing, concepts }) => sharing !== 'closed' && concepts.some(({ concept }) => meeting.has(concept)));
  return jacket && { concept: jacket.concepts.find(({ concept }) => meeting.has(concept))!.concept, word: { label: jacket.title } };
};

const companyBy = (giver: TeamPerson, company: ReadonlySet<string>, graph: ConceptGraph): Given | undefined => {
  const shared = said(giver).filter(({ kind, concept }) => kind !== 'seeking' && company.has(concept)).sort((a, b) => Number(a.kind === 'interest') - Number(b.kind === 'interest'))[0];
  return shared && { concept: shared.concept, word: wordOf(graph, shared), said: shared, ...(shared.kind === 'interest' ? { cares: true } : {}) };
};

/** What one member adds or misses; what everyday words mean by the sentence that was written or, where that is not shown, as likely. */
const ofOne = (type: 'brings' | 'missing', member: TeamPerson, one: MatchStatement, graph: ConceptGraph): TeamReason => {
  const told = reason(type, [member], [one.concept], [wordOf(graph, one)]);
  if (!isEveryday([one.concept], graph)) return told;
  return { ...told, text: one.quote ? quoted(type, nameOf(member), one.quote) : likely(type, nameOf(member), wordOf(graph, one)) };
};

/** The surest thing that each member can do or holds and that is no theme already named, rather what no teammate has; what everyday words mean only where there is nothing else, and no sentence twice. */
const contributions = (members: TeamPerson[], graph: ConceptGraph, met: TeamReason[], isTheme: (statement: MatchStatement, member: TeamPerson) => boolean): TeamReason[] => {
  const holders = countHolders(members);
  const isUnsure = ({ concept }: MatchStatement): boolean => isEveryday([concept], graph);
  const isTold = ({ quote }: MatchStatement): boolean => quote !== undefined && met.some(({ text }) => text.ja.includes(`「${shorten(quote)}」`));
  return members.flatMap((member) => {
    const [skill] = said(member).filter((one) => one.kind === 'skill' && !isTheme(one, member) && !(isUnsure(one) && isTold(one)))
      .sort((a, b) => Number(isUnsure(a)) - Number(isUnsure(b)) || (holders.get(a.concept) ?? 0) - (holders.get(b.concept) ?? 0) || b.score - a.score || compareText(a.concept, b.concept));
    const jacket = (member.jackets ?? []).find(({ sharing }) => sharing !== 'closed');
    if (jacket && (!skill || isUnsure(skill))) return [reason('brings', [member], jacket.concepts.slice(0, 1).map(({ concept }) => concept), [{ label: jacket.title }])];
    return skill ? [ofOne('brings', member, skill, graph)] : [];
  });
};

/** What each cares about who brings nothing else and shares no theme, or that they have said or show nothing yet: so every seat has its reason. */
const interestsOf = (members: TeamPerson[], graph: ConceptGraph, themes: TeamReason[]): TeamReason[] => {
  const told = new Set(themes.flatMap((theme) => theme.members));
  return members.filter((member) => !told.has(member.id) && !(member.jackets ?? []).some(({ sharing }) => sharing !== 'closed') && said(member).every(({ kind }) => kind === 'interest'))
    .flatMap((member) => {
      const [interest] = [...said(member)].sort((a, b) => b.score - a.score || compareText(a.concept, b.concept));
      if (interest) return [reason('cares', [member], [interest.concept], [wordOf(graph, interest)])];
      const quiet = reason('quiet', [member], [], []);
      return [member.holdsBack ? { ...quiet, text: nothingShown(nameOf(member)) } : quiet];
    });
};

const sectorsOf = (members: TeamPerson[]): TeamReason[] => {
  const sectors = [...new Set(members.flatMap(({ sector }) => (sector ? [sector] : [])))];
  return sectors.length < 3 ? [] : [reason('sectors', members, [], sectors.map((label) => ({ label })))];
};

/** Nobody can answer what all look for: it is asked about where there is nothing else. */
const questionAbout = (members: TeamPerson[], graph: ConceptGraph, themes: TeamReason[], met: TeamReason | undefined): TeamReason[] => {
  const sought = themes.filter((theme) => isSought(theme, members, graph));
  const rest = members.map((member) => ({ ...member, statements: said(member).filter(({ concept }) => !sought.some(({ concepts }) => isSameThing(concepts[0], concept, graph))) }));
  const subject = themes.find((theme) => !sought.includes(theme)) ?? met;
  const [question] = questionFor(subject ? members : rest, graph, subject);
  return question ? [question] : questionFor(members, graph, themes[0]);
};

const questionFor = (members: TeamPerson[], graph: ConceptGraph, subject: TeamReason | undefined): TeamReason[] => {
  const question = firstQuestion(members, graph, subject);
  return question ? [{ type: 'question', members: [question.asked.id], concepts: question.concepts, labels: question.labels, text: question.text }] : [];
};
