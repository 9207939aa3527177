import { TEXT_LIMITS, type TeamView } from '@tsunagu/contracts';
import { useEffect, useRef, type FormEvent } from 'react';
import { TextField } from '../look/field.js';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { Meanwhile } from './meanwhile.js';
import { carryOver, meetPlans, type Plan } from './meet-plans.js';
import { usePhone } from './phone.js';
import { useTyped } from './use-typed.js';

/** The team's goal and next date: any member may set them, and all see them. What a teammate set shows at once; over what is being typed here nobody writes, and it writes over nobody, before its author has seen both. */
export function TeamPlan({ team }: { team: TeamView }) {
  const { t } = useTranslation(['phone', 'look']);
  const { change } = usePhone();
  const { notify } = useNotices();
  const saved = { goal: team.goal, nextDate: team.nextDate };
  // not of one team: what is typed while the next round is published stands in the form of the next team
  const [form, setForm] = useTyped('plan', { teamId: team.id, typed: saved, typedOver: saved });
  const { typed, typedOver } = form.teamId === team.id ? form : carryOver(form);
  const edits = useRef(0);
  const { shown, before, theirs } = meetPlans(typed, typedOver, saved);
  const put = (change: Partial<Plan>, over: Plan = before): void => {
    edits.current += Object.keys(change).length;
    setForm({ teamId: team.id, typed: { ...shown, ...change }, typedOver: over });
  };
  // what has met once is settled: the next change of a teammate meets what stands here now
  useEffect(() => put({}), [team.goal, team.nextDate]);
  const decide = (part: keyof Plan, text: string): void => put({ [part]: text }, { ...before, [part]: saved[part] });

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (unchanged) return;
    const edit = edits.current;
    const answer = await change('changeTeam', {}, { ...shown, version: team.version, teamId: team.id });
    if (answer !== undefined) return notify({ text: t('team.saved') });
    // it stands here again, over what it was typed over; what was typed since then stays
    if (edit === edits.current) setForm({ teamId: team.id, typed: shown, typedOver: before });
  };
  const { goal, nextDate } = shown;
  const unchanged = goal === team.goal && nextDate === team.nextDate;
  const undecided = Object.keys(theirs).length > 0;
  return (
    <section className="card stack" aria-labelledby="team-plan">
      <h2 id="team-plan">{t('team.plan')}</h2>
      <form className="stack" onSubmit={(event) => void save(event)} noValidate>
        <TextField label={t('team.goal')} help={t('team.goalHelp')} value={goal} onText={(text) => put({ goal: text })} maxLength={TEXT_LIMITS.goalGraphemes * 2} />
        {theirs.goal !== undefined && <Theirs text={theirs.goal} onChoose={(mine) => decide('goal', mine ? goal : theirs.goal!)} />}
        <TextField label={t('team.nextDate')} type="date" value={nextDate} onText={(text) => put({ nextDate: text })} />
        {theirs.nextDate !== undefined && <Theirs text={theirs.nextDate} onChoose={(mine) => decide('nextDate', mine ? nextDate : theirs.nextDate!)} />}
        <div className="row"><button type="submit" className="button button-main" disabled={unchanged || undecided}>{t('look:save')}</button></div>
      </form>
    </section>
  );
}

/** What a teammate has saved meanwhile. */
function Theirs({ text, onChoose }: { text: string; onChoose: (mine: boolean) => void }) {
  const { t } = useTranslation('phone');
  return <Meanwhile told={t('team.meanwhile.told')} text={text || t('team.meanwhile.empty')} theirs={t('team.meanwhile.theirs')} mine={t('team.meanwhile.mine')} onChoose={onChoose} />;
}
