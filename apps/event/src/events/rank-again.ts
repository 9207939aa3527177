import { orderRanking, type EventSettings, type TeamRulesDocument } from '@tsunagu/contracts';
import { listParticipantIds, tellCandidates, tellMe, type Entry, type Transaction } from '@tsunagu/storage';

/** Groups whom a rule keeps apart, in a form that can be compared. */
const apartGroups = ({ rules }: Pick<EventSettings, 'rules'>): string[] =>
  ((rules as TeamRulesDocument).rules ?? []).flatMap((rule) => (rule.type === 'apart' ? [JSON.stringify([...rule.people].sort())] : []));

/** Whom a rule keeps from others since the change, or keeps from them no more. */
function apartSince(before: Pick<EventSettings, 'rules'>, after: Pick<EventSettings, 'rules'>): Set<string> {
  const [old, fresh] = [apartGroups(before), apartGroups(after)];
  const changed = [...old.filter((group) => !fresh.includes(group)), ...fresh.filter((group) => !old.includes(group))];
  return new Set(changed.flatMap((group) => JSON.parse(group) as string[]));
}

/** Has the lists ranked anew that hold no more: everybody's where the event is about something else, those of people whom rules keep apart, or no more. */
export async function rankAgain(tx: Transaction, before: EventSettings, after: EventSettings): Promise<Entry[]> {
  const apart = apartSince(before, after);
  const about = before.title !== after.title || before.theme !== after.theme;
  if (!about && apart.size === 0) return [];
  return (await listParticipantIds(tx, after.id)).flatMap((id) => {
    // without whom they are not to meet, before they are ranked
    if (apart.has(id)) return [tellCandidates(id, orderRanking(after.id, id))];
    return about ? [tellMe(id, orderRanking(after.id, id))] : [];
  });
}
