import { apartInTeams, apartInWords, newlyTogether, type ApartInTeam } from './kept-apart.js';

const seats = (...teams: string[]) => teams.flatMap((members, n) => [...members].map((id) => ({ participantId: id, nickname: `${id}さん`, teamId: `t${n + 1}`, number: n + 1 })));
const apart = (...people: string[]) => ({ type: 'apart' as const, people });
const shown = (all: ApartInTeam[]): string[] => all.map(({ number, rule, people }) => `${number} ${rule?.id ?? '–'} ${people.map(({ participantId }) => participantId).join('')}`);

describe('people who are to be apart and sit in one team', () => {
  it('are told by team and rule; whoever has no seat sits with nobody', () => {
    expect(shown(apartInTeams({ rules: [{ type: 'together', people: ['a', 'b'] }, apart('a', 'b', 'c', 'd', 'x'), { ...apart('c', 'e'), id: 'own' }] }, [], seats('abe', 'cd')))).toEqual(['1 rule-2 ab', '2 rule-2 cd']);
    expect(shown(apartInTeams({ rules: [{ ...apart('a', 'e'), id: 'own' }] }, [], seats('abe')))).toEqual(['1 own ae']);
  });

  it('are told by the rule alone where it keeps those apart of whom one avoids the other', () => {
    expect(shown(apartInTeams({ rules: [apart('a', 'b')] }, [{ people: ['b', 'a'] }, { people: ['a', 'c'] }, { people: ['c', 'd'] }], seats('abc', 'd')))).toEqual(['1 rule-1 ab', '1 – ac']);
  });

  it('are new only as pairs that did not sit together before, in whatever team', () => {
    const rules = { rules: [apart('a', 'b', 'c')] };
    const of = (...teams: string[]) => apartInTeams(rules, [], seats(...teams));
    expect(newlyTogether(of('', 'ab'), of('ab', 'c'))).toEqual([]);
    expect(shown(newlyTogether(of('abc'), of('ab', 'c')))).toEqual(['1 rule-1 abc']);
  });

  it('are named where a rule names them; what was told in confidence is said once a team, without them', () => {
    const words = apartInWords(apartInTeams({ rules: [apart('a', 'b'), { ...apart('a', 'c'), label: '兄弟は別々に' }] }, [{ people: ['a', 'd'] }, { people: ['b', 'd'] }], seats('abcd')));
    expect(words).toEqual({
      ja: 'チーム1で、「aさん・bさんは別のチーム」が守れなくなります。チーム1で、「兄弟は別々に」が守れなくなります。チーム1で、条件や本人の希望により別のチームにする人どうしが、いっしょになります。',
      en: 'In team 1, “aさん, bさん: different teams” is no longer kept. In team 1, “兄弟は別々に” is no longer kept. In team 1, people come together who are kept apart by a rule or by a wish of their own.',
    });
  });
});
