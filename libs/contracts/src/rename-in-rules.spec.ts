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

  it('sits in one team, the first that names them', () => {
    expect(renameInRules({ teams: [{ name: 'A', members: [drop] }, { name: 'B', members: [keep, other] }, { name: 'C' }] }, drop, keep))
      .toEqual({ teams: [{ name: 'A', members: [keep] }, { name: 'B', members: [other] }, { name: 'C' }] });
  });

  it('is kept apart from the others of both sides, and not from themselves', () => {
    const separate = (who: string[], from: string[]) => ({ type: 'separate', who: { people: who }, from: { people: from } });
    const merged = (rule: object) => renameInRules({ rules: [rule] }, drop, keep).rules;
    expect(merged(separate([drop], [keep]))).toEqual([]);
    expect(merged(separate([drop], [keep, other]))).toEqual([separate([keep], [other])]);
    expect(merged({ id: 's', ...separate([drop, 'a'], [keep, other]) })).toEqual([{ id: 's', ...separate([keep, 'a'], [other]) }, separate(['a'], [keep])]);
  });

  it('counts once: no more people are asked for than are named', () => {
    const merged = (entry: object) => renameInRules({ rules: [entry], wishes: [entry] }, drop, keep);
    const who = { people: [keep] };
    expect(merged({ type: 'count', who: { people: [drop, keep] }, min: 2 })).toEqual({ rules: [{ type: 'count', who, min: 1 }], wishes: [{ type: 'count', who, min: 1 }] });
    expect(merged({ type: 'not_alone', who: { people: [drop, keep] } })).toEqual({ rules: [], wishes: [] });
    expect(merged({ type: 'count', who: { people: [drop] }, min: 2 })).toEqual({ rules: [{ type: 'count', who, min: 2 }], wishes: [{ type: 'count', who, min: 2 }] });
  });

  it('changes nothing that does not name the one', () => {
    const rules = { rules: [{ type: 'apart', people: [other, keep] }] };
    expect(renameInRules(rules, drop, keep)).toBe(rules);
  });
});
