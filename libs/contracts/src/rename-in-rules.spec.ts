import { renameInRules } from './rename-in-rules.js';

const [drop, keep, other] = ['d', 'k', 'o'];

describe('a person under another’s id in team rules', () => {
  it('stands wherever the one stood', () => {
    expect(renameInRules({
      size: { min: 3, max: 5 },
      rules: [{ type: 'apart', people: [drop, other] }, { type: 'pin', person: drop, team: '青' }, { type: 'count', who: { people: [drop] }, max: 1 }],
      wishes: [{ type: 'cover', who: [{ people: [other, drop] }] }], teams: [{ name: '青', members: [drop] }], met: [{ people: [drop, other], times: 2 }],
    }, drop, keep)).toEqual({
      size: { min: 3, max: 5 },
      rules: [{ type: 'apart', people: [keep, other] }, { type: 'pin', person: keep, team: '青' }, { type: 'count', who: { people: [keep] }, max: 1 }],
      wishes: [{ type: 'cover', who: [{ people: [other, keep] }] }], teams: [{ name: '青', members: [keep] }], met: [{ people: [keep, other], times: 2 }],
    });
  });

  it('is named once, and nothing ties it to itself', () => {
    expect(renameInRules({ rules: [{ type: 'apart', people: [drop, keep] }, { type: 'together', people: [keep, other, drop] }], known: [{ people: [drop, keep] }] }, drop, keep))
      .toEqual({ rules: [{ type: 'together', people: [keep, other] }], known: [] });
  });

  it('changes nothing that does not name the one', () => {
    const rules = { rules: [{ type: 'apart', people: [other, keep] }] };
    expect(renameInRules(rules, drop, keep)).toBe(rules);
  });
});
