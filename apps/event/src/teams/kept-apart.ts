import type { Sentence, TeamRulesDocument } from '@tsunagu/contracts';

/** Somebody in a published team. */
export interface KnownSeat { participantId: string; nickname: string; teamId: string; number: number }
/** People of one team who are to be apart: by a rule of the organisers', or (`rule` null) because of what somebody has told in confidence. */
export interface ApartInTeam { teamId: string; number: number; rule: { id: string; label?: string } | null; people: KnownSeat[] }

/** Who of these sit in one team although a rule, or one of the two themselves, keeps them apart. Two whom a rule names are told by it alone. */
export function apartInTeams({ rules = [] }: TeamRulesDocument, avoided: readonly { people: string[] }[], seats: readonly KnownSeat[]): ApartInTeam[] {
  const seatOf = new Map(seats.map((seat) => [seat.participantId, seat]));
  const within = (people: readonly string[], rule: ApartInTeam['rule']): ApartInTeam[] => {
    const seated = people.flatMap((id) => seatOf.get(id) ?? []);
    return [...new Set(seated.map(({ teamId }) => teamId))].flatMap((teamId) => {
      const mates = seated.filter((seat) => seat.teamId === teamId);
      return mates.length < 2 ? [] : [{ teamId, number: mates[0].number, rule, people: mates }];
    });
  };
  const ruled = rules.flatMap((rule, at) => (rule.type === 'apart' ? within(rule.people, { id: rule.id ?? `rule-${at + 1}`, label: rule.label }) : []));
  const named = new Set(ruled.flatMap(pairsIn));
  return [...ruled, ...avoided.flatMap(({ people }) => within(people, null)).filter((one) => !pairsIn(one).every((pair) => named.has(pair)))];
}

const pairsIn = ({ people }: ApartInTeam): string[] => people.flatMap((one, at) => people.slice(at + 1).map((other) => [one.participantId, other.participantId].sort().join(' ')));

/** Those where two sit together who did not before, whatever team that was. */
export function newlyTogether(now: readonly ApartInTeam[], before: readonly ApartInTeam[]): ApartInTeam[] {
  const old = new Set(before.flatMap(pairsIn));
  return now.filter((one) => pairsIn(one).some((pair) => !old.has(pair)));
}

/** What is not kept, team by team. Of what was told in confidence neither who nor that somebody told it. */
export function apartInWords(all: readonly ApartInTeam[]): Sentence {
  const said = all.map(({ number, rule, people }): Sentence => {
    if (!rule) return { ja: `チーム${number}で、条件や本人の希望により別のチームにする人どうしが、いっしょになります。`, en: `In team ${number}, people come together who are kept apart by a rule or by a wish of their own.` };
    const names = people.map(({ nickname }) => nickname);
    return { ja: `チーム${number}で、「${rule.label ?? `${names.join('・')}は別のチーム`}」が守れなくなります。`, en: `In team ${number}, “${rule.label ?? `${names.join(', ')}: different teams`}” is no longer kept.` };
  });
  const once = [...new Map(said.map((one) => [one.ja, one])).values()];
  return { ja: once.map(({ ja }) => ja).join(''), en: once.map(({ en }) => en).join(' ') };
}
