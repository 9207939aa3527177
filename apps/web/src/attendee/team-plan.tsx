import { LIMITS, type TeamView } from '@tsunagu/contracts';
import { useEffect, useState, type FormEvent } from 'react';
import { TextField } from '../look/field.js';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { usePhone } from './phone.js';

/** The team's goal and next date: any member may set them, and all see them. */
export function TeamPlan({ team }: { team: TeamView }) {
  const { t } = useTranslation(['phone', 'look']);
  const { change } = usePhone();
  const { notify } = useNotices();
  const [goal, setGoal] = useState(team.goal);
  const [nextDate, setNextDate] = useState(team.nextDate);
  // What a teammate set shows at once, unless it is being typed over here.
  const [known, setKnown] = useState({ goal: team.goal, nextDate: team.nextDate });
  useEffect(() => {
    if (goal === known.goal) setGoal(team.goal);
    if (nextDate === known.nextDate) setNextDate(team.nextDate);
    setKnown({ goal: team.goal, nextDate: team.nextDate });
  }, [team.goal, team.nextDate]);

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await change('changeTeam', {}, { goal, nextDate, version: team.version });
    if (answer !== undefined) notify({ text: t('team.saved') });
  };
  const unchanged = goal === team.goal && nextDate === team.nextDate;
  return (
    <section className="card stack" aria-labelledby="team-plan">
      <h2 id="team-plan">{t('team.plan')}</h2>
      <form className="stack" onSubmit={(event) => void save(event)} noValidate>
        <TextField label={t('team.goal')} help={t('team.goalHelp')} value={goal} onText={setGoal} maxLength={LIMITS.goalGraphemes * 2} />
        <TextField label={t('team.nextDate')} type="date" value={nextDate} onText={setNextDate} />
        <div className="row"><button type="submit" className="button button-main" disabled={unchanged}>{t('look:save')}</button></div>
      </form>
    </section>
  );
}
