import { isJapanese } from '../is-japanese.js';
import type { Reason, ReasonSide } from './explain-pair.js';
import { shorten, shortenScene } from './shorten.js';
import { areBothQuoted, askingIn, isOnlyLikely } from './told-by-quote.js';

/** What a page in English calls it: a badge in Latin letters stands for itself. */
const called = (side: ReasonSide | undefined): string | undefined => (side && !isJapanese(side.label) ? side.label : side?.en);
const name = (side: ReasonSide | undefined): string => shorten(called(side) ?? side?.label ?? '');
const quoteOf = (side: ReasonSide | undefined): string | undefined => side?.quote;
/** A sentence as it was written; of a Japanese one the reader is told what it may be about. */
const written = (sentence: string, side: ReasonSide | undefined): string => `“${shortenScene(sentence)}”${isJapanese(sentence) && called(side) ? ` (perhaps about ${name(side)})` : ''}`;
const wrote = (side: ReasonSide | undefined): string => `wrote ${written(side?.quote ?? side?.label ?? '', side)}`;
/** The words of the introduction where everyday words may be misheard, where nothing calls it in English, or where they are in Latin letters like the badge. */
const words = (side: ReasonSide | undefined): string =>
  (side?.quote && (side.everyday || (!side.en && !(isJapanese(side.quote) && called(side)))) ? `“${shorten(side.quote)}”` : `“${name(side)}”`);

/** Somebody is that, and does not help with it: somebody who teaches, people to do it with. */
const SOMEBODY = /^(?:somebody|people) (?:who|to) /;
const helpsWith = (side: ReasonSide | undefined): string => {
  const whom = name(side);
  if (SOMEBODY.test(whom)) return `be ${whom.replace(/^people /, 'one of the people ')}`;
  return HELP.test(whom) ? whom : `help with ${whom}`;
};

/** Its name says already that it is help: help with learning. */
const HELP = /^help /;
const lookedFor = (side: ReasonSide | undefined): string => {
  const what = name(side);
  return side?.everyday === 'people' || SOMEBODY.test(what) || HELP.test(what) ? what : `help with “${what}”`;
};

const sectors = new Map(Object.entries({ public: 'the public sector', company: 'business', npo: 'a non-profit', citizen: 'citizens', academia: 'research', student: 'students' }));
const sharings = { open: 'open', negotiable: 'negotiable', closed: 'closed' };

function gives(side: ReasonSide | undefined): string {
  const said = words(side);
  if (side?.implied) return `is of “${side.implied}” and may ${helpsWith(side)}`;
  if (side?.kind === 'interest') return `cares about ${said}`;
  if (side?.everyday) return side.mentioned ? `may touch on ${said}` : `may ${helpsWith(side)}${side.quote ? ` (${said})` : ''}`;
  if (side?.mentioned) return `writes about ${said}`;
  switch (side?.role) {
    case 'place': return `may offer a place: ${said}`;
    case 'hands': return `can lend a hand: ${said}`;
    case 'material': return `can give ${said}`;
    case 'vehicle': return `can drive: ${said}`;
    case 'data': return `holds data: ${said}`;
    case 'money': return `can support with ${said}`;
    case 'time': return `has time: ${said}`;
    case 'contacts': return `has contacts: ${said}`;
    case 'audience': return `can reach people: ${said}`;
    case 'knowledge':
    case undefined: return side?.occupation ? `works as ${said}` : `is good at ${said}`;
    default: return said;
  }
}

function wants(side: ReasonSide | undefined, subject: 'You' | 'They'): string {
  if (side?.implied) return `As “${side.implied}” ${subject.toLowerCase()} probably look for ${name(side)}`;
  const asking = askingIn(side);
  if (asking) return `${subject} wrote ${written(asking, side)}`;
  if (side?.everyday) return `${subject} look for ${lookedFor(side)}`;
  if (side?.kind === 'interest') return `${subject} care about ${words(side)}`;
  return side?.problem ? `${subject} want to tackle ${words(side)}` : `${subject} look for ${words(side)}`;
}

function helps(mine: ReasonSide | undefined): string {
  if (mine?.implied) return `as “${mine.implied}” you may ${helpsWith(mine)}`;
  if (mine?.mentioned) return mine.everyday ? `what you wrote may touch on ${words(mine)}` : `you wrote about ${words(mine)}`;
  if (mine?.kind === 'interest') return `you care about ${words(mine)}`;
  return mine?.everyday && !mine.quote ? `you may ${helpsWith(mine)}` : `your ${words(mine)} could help`;
}

function together(mine: ReasonSide | undefined, theirs: ReasonSide | undefined): string {
  const said = `“${name(theirs)}”`;
  if (mine?.everyday && !(mine.kind === 'skill' && theirs?.kind === 'skill')) return `What you both wrote may touch on ${said}`;
  if (mine?.kind !== theirs?.kind || mine?.mentioned) return `${said} comes up in what you both wrote`;
  if (mine?.kind === 'skill' && mine.everyday) return `You may both ${helpsWith(theirs)}`;
  if (mine?.kind === 'skill') return mine.occupation ? `You both work as ${said}` : `You are both good at ${said}`;
  return mine?.kind === 'seeking' ? `You both look for ${said}` : `You both care about ${said}`;
}

/** The reason as one English sentence to its reader. */
export function sentenceEn(reason: Reason): string {
  const { type, mine, theirs } = reason;
  const onlyLikely = isOnlyLikely(reason, quoteOf);
  switch (type) {
    case 'need_met':
    case 'learn_from': return onlyLikely ? `You ${wrote(mine)}, they ${wrote(theirs)}: this may fit together.` : `${wants(mine, 'You')}: this person ${gives(theirs)}.`;
    case 'can_help':
    case 'share_with': return onlyLikely ? `They ${wrote(theirs)}, you ${wrote(mine)}: this may fit together.` : `${wants(theirs, 'They')}: ${helps(mine)}.`;
    case 'data': return `${wants(mine, 'You')}: this person holds the ${sharings[theirs?.jacket?.sharing ?? 'closed']} data “${shorten(theirs?.jacket?.title ?? '')}”.`;
    case 'data_wanted': return `${wants(theirs, 'They')}: your data “${shorten(mine?.jacket?.title ?? '')}” could help.`;
    case 'shared': return areBothQuoted(reason, quoteOf) ? `You ${wrote(mine)}, they ${wrote(theirs)}: this may fit together.` : `${together(mine, theirs)}.`;
    case 'scenes': return `You ${wrote(mine)}, they ${wrote(theirs)}: this may fit together.`;
    case 'related': return `Your ${words(mine)} is close to their ${words(theirs)}.`;
    case 'words': return `“${shorten(theirs?.label ?? '')}” comes up in both your introductions.`;
    case 'aspect': return `You both write about ${theirs?.en ?? theirs?.label}.`;
    case 'sector': return `You come from different sides: ${sectors.get(mine?.label ?? '') ?? mine?.label} and ${sectors.get(theirs?.label ?? '') ?? theirs?.label}.`;
    case 'new': return 'This person has just arrived and has no tags yet. Why not be the first to say hello?';
    case 'open': return theirs ? `Nothing in common is known yet. They ${theirs.everyday && theirs.quote ? wrote(theirs) : `talk about ${words(theirs)}`}.` : 'Nothing in common is known yet. A chat may find it.';
    default: return type satisfies never;
  }
}
