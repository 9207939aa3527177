import { forgetInRules } from './forget-in-rules.js';
import type { TeamRulesDocument } from './team-rules.js';

const [gone, other, third] = ['g', 'o', 't'];
const forget = (document: TeamRulesDocument) => forgetInRules(document, gone, ['1']);

describe('team rules without a person who was erased', () => {
  it('name them nowhere, and keep what still says something', () => {
    expect(forget({
      size: { min: 3, max: 5 },
      rules: [
        { type: 'apart', people: [gone, other], label: '元どうし' }, { type: 'together', people: [gone, other, third], label: '家族' }, { type: 'pin', person: gone, team: '青' }, { type: 'pin', person: other, team: '青' },
        { type: 'separate', who: { people: [gone] }, from: { role: 'place' } }, { type: 'separate', who: { people: [gone, other] }, from: { people: [third] } }, { type: 'spread', attribute: 'affiliation', max: 2, label: '所属' },
      ],
      wishes: [{ type: 'cover', who: [{ people: [gone] }, { role: 'place' }] }, { type: 'needs', priority: 1 }],
      teams: [{ name: '青', members: [gone, other], wants: [{ people: [gone] }] }], met: [{ people: [gone, other], times: 2 }], known: [{ people: [other, third] }],
    })).toEqual({
      size: { min: 3, max: 5 },
      rules: [
        { type: 'together', people: [other, third] }, { type: 'pin', person: other, team: '青' },
        { type: 'separate', who: { people: [other] }, from: { people: [third] } }, { type: 'spread', attribute: 'affiliation', max: 2, label: '所属' },
      ],
      wishes: [{ type: 'cover', who: [{ role: 'place' }] }, { type: 'needs', priority: 1 }],
      teams: [{ name: '青', members: [other], wants: [] }], met: [], known: [{ people: [other, third] }],
    });
  });

  it('ask for no more people than they still name', () => {
    const who = { people: [gone, other] };
    expect(forget({ rules: [{ type: 'count', who, min: 2 }, { type: 'count', who: { people: [gone] }, max: 1 }, { type: 'not_alone', who }, { type: 'count', who: { role: 'place' }, min: 2 }] }))
      .toEqual({ rules: [{ type: 'count', who: { people: [other] }, min: 1 }, { type: 'count', who: { role: 'place' }, min: 2 }] });
  });

  it('offer no theme that is one of their data jackets', () => {
    expect(forget({ themes: [{ id: 'jacket:1', title: '見守り日誌' }, { id: 'jacket:2', title: '人流' }], teams: [{ name: '青', theme: 'jacket:1' }, { name: '赤', theme: 'jacket:2' }] }))
      .toEqual({ themes: [{ id: 'jacket:2', title: '人流' }], teams: [{ name: '青' }, { name: '赤', theme: 'jacket:2' }] });
  });

  it('are the same document where they name none of it', () => {
    const rules: TeamRulesDocument = { rules: [{ type: 'apart', people: [other, third] }] };
    expect(forget(rules)).toBe(rules);
  });
});
