import { rulesWithoutPeople } from './rules-without-people.js';

describe('team rules for the next event', () => {
  it('leave out what names single people, wherever in a rule they stand, and say how much that was', () => {
    expect(rulesWithoutPeople({
      size: { min: 3, max: 5 },
      rules: [{ type: 'apart', people: ['a', 'b'] }, { type: 'pin', person: 'a', team: '青' }, { type: 'count', who: { people: ['a'] }, max: 1 }, { type: 'spread', attribute: 'affiliation', max: 2 }],
      wishes: [{ type: 'cover', who: [{ role: 'place' }, { people: ['a'] }] }, { type: 'needs', priority: 1 }],
      themes: [{ id: 't', title: '防災' }], met: [{ people: ['a', 'b'] }], known: [], mutual: [],
    })).toEqual({
      rules: { size: { min: 3, max: 5 }, rules: [{ type: 'spread', attribute: 'affiliation', max: 2 }], wishes: [{ type: 'needs', priority: 1 }], themes: [{ id: 't', title: '防災' }] },
      leftOut: 4,
    });
  });

  it('leave out a team that people have formed, and what is said of it, but no other', () => {
    expect(rulesWithoutPeople({ teams: [{ name: '青', members: ['a'] }, { name: '赤', members: [] }], rules: [{ type: 'count', who: { role: 'place' }, max: 1, team: '青' }, { type: 'count', who: { role: 'place' }, min: 1, team: '赤' }] }))
      .toEqual({ rules: { teams: [{ name: '赤', members: [] }], rules: [{ type: 'count', who: { role: 'place' }, min: 1, team: '赤' }] }, leftOut: 1 });
  });

  it('leave out a theme that was somebody’s data jacket, also where a team has it', () => {
    expect(rulesWithoutPeople({ themes: [{ id: 'jacket:1', title: '見守り日誌' }, { id: 't', title: '防災' }], teams: [{ name: '青', theme: 'jacket:1' }, { name: '赤', theme: 't' }] }))
      .toEqual({ rules: { themes: [{ id: 't', title: '防災' }], teams: [{ name: '青' }, { name: '赤', theme: 't' }] }, leftOut: 0 });
  });

  it('are none where there were none', () => expect(rulesWithoutPeople(null)).toEqual({ rules: {}, leftOut: 0 }));
});
