import type { Kind, MatchPerson, MatchStatement } from '../people.js';
import type { EventIndex, IndexedPerson } from '../tags-to-similarity/event-index.js';
import type { ReasonSide } from './explain-pair.js';
import { fittingRole, isSomebody, seeksSomebody } from './label-heads.js';

/** Which statements speak for a concept, in this order, where it is a need, an offer or a theme. */
const SPEAK: Record<'need' | 'offer' | 'theme', Kind[]> = { need: ['seeking', 'interest'], offer: ['skill', 'interest'], theme: ['interest', 'skill', 'seeking'] };

/** Worked out once for each revision of a person: every reason that names them asks for it. */
export function sideOf(index: EventIndex, { person, sides }: IndexedPerson, number: number, says: 'need' | 'offer' | 'theme'): ReasonSide {
  const key = `${says} ${number}`;
  const known = sides.get(key) as ReasonSide | undefined;
  if (known) return known;
  const side = readSide(index, person, index.table.nameOf(number), SPEAK[says], says);
  sides.set(key, side);
  return side;
}

/** Of a need or an offer, what the person's role implies speaks for them if they do not. */
export function readSide(index: EventIndex, person: MatchPerson, concept: string, kinds: Kind[], says: 'need' | 'offer' | 'theme'): ReasonSide {
  const node = index.conceptNode(concept);
  const known = { concept, name: node?.ja, en: node?.en, problem: node ? node.metBy.length > 0 && !node.everyday : undefined, occupation: node ? node.practises.length > 0 : undefined, everyday: node?.everyday };
  const statements = kinds.flatMap((kind) => person.statements.filter((one) => one.concept === concept && one.kind === kind));
  const said = statements.find(({ guess }) => !guess);
  if (said) {
    const isTrouble = known.problem && !isSomebody(said.quote ?? said.label);
    const wish = isTrouble && said.kind === 'seeking' ? wishFor(person, said) : undefined;
    return { ...known, problem: isTrouble && !wish, label: said.label, kind: said.kind, role: fittingRole(said.role, said.label), quote: said.quote, ...(wish && { wish }) };
  }
  // It helped to find the two, but is no more than a guess.
  if (statements[0]) return { ...known, label: statements[0].label, mentioned: true };
  const background = person.background?.filter((one) => one.concept === concept) ?? [];
  const implied = background.find((one) => one.implied?.says === says);
  if (implied) return { ...known, label: implied.label, implied: implied.implied!.by };
  const touched = background.find((one) => !one.implied);
  if (touched) return { ...known, label: touched.label, ...(touched.affiliated ? ofAffiliation(person, says) : { mentioned: true }) };
  const jacket = person.jackets.find(({ concepts }) => concepts.some((one) => one.concept === concept));
  const label = jacket?.concepts.find((one) => one.concept === concept)?.label ?? node?.ja ?? concept;
  return { ...known, label, jacket: jacket && { title: jacket.title, sharing: jacket.sharing } };
}

/** The sentence around a quote, where it looks for a person and for no answer to a trouble. */
function wishFor({ scenes = [] }: MatchPerson, { quote }: MatchStatement): string | undefined {
  const around = quote && scenes.find((scene) => scene.quote.includes(quote))?.quote;
  return around && seeksSomebody(around) ? around : undefined;
}

/** What only the name of somebody's office says: it may help, but was not spoken of, and tells no wish. */
const ofAffiliation = ({ affiliation }: MatchPerson, says: 'need' | 'offer' | 'theme'): Pick<ReasonSide, 'implied' | 'mentioned'> =>
  (says === 'offer' ? { implied: affiliation } : says === 'need' ? { mentioned: true } : {});
