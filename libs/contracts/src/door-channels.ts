import { CONTROL_PATTERNS, DOOR_QUEUES, MATCH_PATTERNS, type DoorPattern } from './messages.js';
import { OUTSIDE_EVENTS, type OutsideType } from './outside-events.js';

/** What a queue carries, from the other service's side: `send` or `receive`. AsyncAPI and the guide are made from this list. */
export interface DoorChannel { queue: string; action: 'send' | 'receive'; title: string; about: string; messages: readonly string[] }

export const DOOR_CHANNELS: readonly DoorChannel[] = [
  { queue: DOOR_QUEUES.requests, action: 'send', title: 'Requests', about: 'Job name = pattern, job data = the request. Use the request\'s id as the job id as well.', messages: Object.keys(MATCH_PATTERNS) },
  { queue: DOOR_QUEUES.control, action: 'send', title: 'Control', about: 'Withdraw a request, or have events again. Never waits behind work.', messages: Object.keys(CONTROL_PATTERNS) },
  { queue: DOOR_QUEUES.results, action: 'receive', title: 'Results', about: 'Job name `result`. Exactly one result a request, delivered at least once: drop repeats by `id` and `round`.', messages: [...Object.keys(MATCH_PATTERNS), ...Object.keys(CONTROL_PATTERNS)] },
  { queue: DOOR_QUEUES.events, action: 'receive', title: 'Events', about: 'Job name = type. In order of `seq` within an event, at least once: drop what you have by `eventId` and `seq`. Work them one at a time.', messages: Object.keys(OUTSIDE_EVENTS) },
];

export const PATTERN_TITLES: Record<DoorPattern, string> = {
  'match.tags': 'Texts → tags with kind, score and the place in the text',
  'match.candidates': 'An event or people → whom each should meet, and why',
  'match.teams': 'An event or people, rules and a seed → teams with reasons',
  'match.repair': 'A plan and a change → the plan with the fewest moves that takes the change in',
  'match.withdraw': 'A request is no longer wanted',
  'events.replay': 'Events of one event again, from a number on',
};

export const EVENT_TITLES: Record<OutsideType, string> = {
  'profile.tagged': 'An introduction has been read, or its tags corrected',
  'candidates.changed': "A participant's list of candidates has changed",
  'teams.proposed': 'A draft of teams is ready; it is not published',
  'team.published': 'A team has been published',
  'team.changed': 'Members of a published team have changed',
  'team.dissolved': 'A published team is no more',
  'participant.erased': 'A participant and their data are gone: erase what you keep about this pseudonym',
};

/** One valid request of each pattern, for the AsyncAPI page, the guide and tests. */
export const REQUEST_EXAMPLES: Record<DoorPattern, { version: 1; id: string; data: object; deadline?: string }> = {
  'match.tags': { version: 1, id: 'tags-0001', data: { texts: [{ id: 'a', text: '写真を撮るのが得意です。動画を編集できる人を探しています。' }] } },
  'match.candidates': { version: 1, id: 'cand-0001', data: { people: [{ id: 'a', intro: '写真を撮るのが得意です。動画を編集できる人を探しています。' }, { id: 'b', intro: '動画編集の仕事をしています。写真が撮れる人を探しています。' }], top: 3 } },
  'match.teams': { version: 1, id: 'teams-0001', data: { people: [{ id: 'a', intro: '防災に興味があります。' }, { id: 'b', intro: '料理が得意です。' }, { id: 'c', intro: '防災の勉強をしています。' }, { id: 'd', intro: '料理を教えてくれる人を探しています。' }], size: { min: 2, max: 2 }, seed: 1, iterations: 2_000 } },
  'match.repair': { version: 1, id: 'repair-0001', data: { people: [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }], plan: [{ name: '1', members: ['a', 'b'] }, { name: '2', members: ['c', 'd'] }], change: { go: ['b'], come: [{ id: 'e', intro: '料理が得意です。' }] }, size: { min: 2, max: 3 } } },
  'match.withdraw': { version: 1, id: 'withdraw-0001', data: { id: 'teams-0001' } },
  'events.replay': { version: 1, id: 'replay-0001', data: { eventId: '7b1e0f5a-1111-4222-8333-444455556666', since: 0 } },
};
