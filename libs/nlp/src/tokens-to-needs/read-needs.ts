import type { Concept } from '../lexicon-to-concepts/concepts.js';
import type { Role, Statement } from '../statements.js';
import { roleOf } from './roles.js';

/** Verbs and turns that hand something over: they make a skill an offer beyond doubt. */
const OFFERING = /貸せ|貸し|提供|譲|余って|余り|使って(?:ください|もらえ|いただけ)|持ち込め|持参|持って|お手伝い|手伝え|手伝い(?:ます|でき)|教えられ|教えます|相談に?(?:も)?乗|力にな|任せ|サポート(?:でき|します)|できます|出せ|案内でき|紹介でき|can (?:teach|help|offer|lend|share|provide)|i have|bring/i;

/** Concepts of the lexicon's categories of things to bring carry their role in the category. */
const CATEGORY_ROLES: [RegExp, Role][] = [
  [/(?<!居)場所/, 'place'], [/材料|食材/, 'material'], [/乗り物/, 'vehicle'], [/データの種類|データ源/, 'data'],
];

const MOST_STATEMENTS = 8;

function sentenceAround(given: string, [start, end]: [number, number]): string {
  const from = Math.max(given.lastIndexOf('。', start), given.lastIndexOf('\n', start), given.lastIndexOf('!', start), given.lastIndexOf('！', start)) + 1;
  const stops = ['。', '\n', '!', '！'].map((stop) => given.indexOf(stop, end)).filter((at) => at >= 0);
  return given.slice(from, stops.length ? Math.min(...stops) : given.length);
}

function withRole(statement: Statement, concept: Concept | undefined): Statement {
  const listed = CATEGORY_ROLES.find(([pattern]) => concept !== undefined && pattern.test(concept.category))?.[1];
  return { ...statement, role: listed ?? (concept?.category.startsWith('職業') ? 'knowledge' : roleOf(statement.label)) };
}

/** Needs: what is sought, with the role that it would play. Best first. */
export const readNeeds = (tags: Statement[], conceptOf: (id: string) => Concept | undefined): Statement[] =>
  tags.filter(({ kind }) => kind === 'seeking').map((tag) => withRole(tag, conceptOf(tag.concept))).slice(0, MOST_STATEMENTS);

/** Offers: what someone can do or bring; surer where the text hands it over. Best first. */
export function readOffers(tags: Statement[], given: string, conceptOf: (id: string) => Concept | undefined): Statement[] {
  return tags
    .filter(({ kind }) => kind === 'skill')
    .map((tag) => {
      const offered = OFFERING.test(sentenceAround(given, tag.evidence[0]));
      const score = Math.round((offered ? tag.score : tag.score * 0.7) * 100) / 100;
      return { ...withRole(tag, conceptOf(tag.concept)), score, rule: `${tag.rule}>${offered ? 'offered' : 'able'}` };
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_STATEMENTS);
}
