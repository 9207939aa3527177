import type { Lexicon } from '../lexicon-to-concepts/build-lexicon.js';
import type { Concept } from '../lexicon-to-concepts/concepts.js';
import { foldSpelling } from '../lexicon-to-concepts/fold-spelling.js';
import { doingOf } from './words/doings.js';
import { everydayObject, verbsOfEnglish } from './words/english-verbs.js';
import { nounsOfVerb } from './words/verb-nouns.js';

/** The concept that an English phrase names: as it stands, in the singular, by its stem, or a slip of the hand away. */
export function englishConcept(phrase: string, lexicon: Lexicon): Concept | undefined {
  const known = lexicon.find(phrase);
  if (known) return known;
  const ambiguous = lexicon.meaning(foldSpelling(phrase));
  if (ambiguous?.concepts.length === 1) return ambiguous.concepts[0];
  return lexicon.find(phrase.replace(/(?<=[a-zA-Z]{2})s$/, '')) ?? lexicon.near.byStem(phrase) ?? (phrase.includes(' ') ? undefined : lexicon.near.byTypo(phrase));
}

/** The concept that doing this to that is called: fix + old bikes → 自転車修理. Japanese verbs name what English ones do. */
export function conceptOfDoing(verb: string, object: string, lexicon: Lexicon): Concept | undefined {
  const known = englishConcept(object, lexicon);
  const objects = [everydayObject(object), ...(known ? [known.id, ...known.spellings] : [])].filter((name) => name !== undefined);
  for (const lemma of verbsOfEnglish(verb)) {
    for (const name of objects) {
      for (const doing of [doingOf(name, '', lemma), ...nounsOfVerb(lemma).map((noun) => name + noun)]) {
        const concept = doing === undefined ? undefined : lexicon.find(doing);
        if (concept) return concept;
      }
    }
  }
  return undefined;
}
