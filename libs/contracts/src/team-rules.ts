import { z } from 'zod';
import { KINDS } from './words.js';

const id = z.string().min(1);
const ids = z.array(id);
const plain = z.union([z.string(), z.number(), z.boolean()]);
const share = z.number().min(0).max(1);
const whole = z.int().min(0);

/** Who is meant; somebody who gave no answer matches nothing. */
const selector = z.union([
  z.strictObject({ attribute: id, values: z.array(plain).min(1) }),
  z.strictObject({ attribute: id, atLeast: z.number().optional(), atMost: z.number().optional() }),
  z.strictObject({ concept: id, kind: z.enum(KINDS).optional() }),
  z.strictObject({ role: id }),
  z.strictObject({ people: ids.min(1) }),
]).meta({ description: 'who is meant: `attribute` is affiliation, sector, languages or a further column' });

const named = { id: id.optional(), label: z.string().optional().describe('own words for it, used in sentences') };

const rule = z.discriminatedUnion('type', [
  z.strictObject({ ...named, type: z.literal('together'), people: ids.min(2) }).describe('all in one team'),
  z.strictObject({ ...named, type: z.literal('apart'), people: ids.min(2) }).describe('no two in one team'),
  z.strictObject({ ...named, type: z.literal('pin'), person: id, team: id }).describe('this person sits in the team of this name'),
  z.strictObject({ ...named, type: z.literal('count'), who: selector, min: whole.optional(), max: whole.optional(), team: id.optional() })
    .describe('so many such people in every team, or in the one called `team`'),
  z.strictObject({ ...named, type: z.literal('same'), attribute: id }).describe('one value that all members hold'),
  z.strictObject({ ...named, type: z.literal('spread'), attribute: id, max: z.int().min(1) }).describe('at most so many members with the same value'),
  z.strictObject({ ...named, type: z.literal('not_alone'), who: selector }).describe('none or at least two such people'),
  z.strictObject({ ...named, type: z.literal('separate'), who: selector, from: selector }).describe('never both in one team'),
]);

const weighed = { ...named, priority: z.number().min(1).optional().describe('1 = most; each further one counts half'), weight: z.number().min(0).optional() };

const wish = z.discriminatedUnion('type', [
  z.strictObject({ ...weighed, type: z.literal('pairs') }).describe('the values of pairs; weight 0 turns them off'),
  z.strictObject({ ...weighed, type: z.literal('cover'), who: z.array(selector).min(1) }).describe('each of these is in the team'),
  z.strictObject({ ...weighed, type: z.literal('needs') }).describe('what members seek is met by a teammate'),
  z.strictObject({ ...weighed, type: z.literal('data') }).describe('data that members seek is held by a teammate'),
  z.strictObject({ ...weighed, type: z.literal('theme') }).describe('a concept that as many members as possible hold'),
  z.strictObject({ ...weighed, type: z.literal('mix'), attribute: id }).describe('different values'),
  z.strictObject({ ...weighed, type: z.literal('sectors') }).describe('short for mix of sector'),
  z.strictObject({ ...weighed, type: z.literal('balance'), attribute: id }).describe('mean of a number near everybody’s mean'),
  z.strictObject({ ...weighed, type: z.literal('choice') }).describe('the themes that members ranked'),
  z.strictObject({ ...weighed, type: z.literal('proportion'), who: selector, share: share.optional() }).describe('the same share of such people in every team'),
  z.strictObject({ ...weighed, type: z.literal('count'), who: selector, min: whole.optional(), max: whole.optional() }),
  z.strictObject({ ...weighed, type: z.literal('same'), attribute: id }),
  z.strictObject({ ...weighed, type: z.literal('not_alone'), who: selector }),
  z.strictObject({ ...weighed, type: z.literal('wants') }).describe('what teams that exist already look for; in force by itself where one wants something'),
]);

/** Rules (always hold) and wishes (count as far as they can be had) of a team run: one shape for the console, a file and the message queue. */
export const teamRules = z.strictObject({
  size: z.strictObject({ min: z.int().min(1), max: z.int().min(1), target: z.number().optional() }).optional(),
  count: z.int().min(1).optional().describe('number of teams, where it is fixed'),
  rules: z.array(rule).optional(),
  wishes: z.array(wish).optional(),
  teams: z.array(z.strictObject({
    name: id, members: ids.optional().describe('who formed it; they stay'), min: whole.optional(), max: whole.optional(), theme: id.optional(), wants: z.array(selector).optional(),
  })).optional().describe('teams that exist before people are placed'),
  themes: z.array(z.strictObject({ id, title: z.string(), teams: z.int().min(1).optional() })).optional(),
  met: z.array(z.strictObject({ people: ids.min(2), times: z.int().min(1).optional() })).optional().describe('people who were in one team before'),
  known: z.array(z.strictObject({ people: ids.min(2) })).optional().describe('people who know each other already: better apart'),
  mutual: z.array(z.strictObject({ people: ids.min(2) })).optional().describe('people who want to meet each other, on both sides'),
  weakest: share.optional().describe('how much the weakest team counts; 0 = only the mean does'),
});

export type TeamRulesDocument = z.output<typeof teamRules>;
