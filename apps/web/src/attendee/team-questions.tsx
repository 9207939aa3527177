import { GOINGS, RATINGS, type TeamView } from '@tsunagu/contracts';
import { useState } from 'react';
import { Choices } from '../look/field.js';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { usePhone } from './phone.js';
import { questionsDue } from './questions-due.js';

/** After the event: how was the team; some weeks later: does it go on? */
export function TeamQuestions({ team }: { team: TeamView }) {
  const { t } = useTranslation('phone');
  const { state: { event }, change } = usePhone();
  const { notify } = useNotices();
  const [opened] = useState(() => new Date());
  const due = questionsDue(event, opened);
  const answer = async (said: Parameters<typeof change<'answerAboutTeam'>>[2]): Promise<void> => {
    if (await change('answerAboutTeam', {}, { ...said, teamId: team.id }) !== undefined) notify({ text: t('team.answered') });
  };
  return (
    <>
      {due.going && (
        <section className="card card-thread stack-tight">
          <Choices label={t('team.goingTitle')} value={team.mine?.going ?? null} onChoose={(going) => { if (going) void answer({ going }); }} options={GOINGS.map((value) => ({ value, label: t(`team.going.${value}`) }))} />
          <p className="field-help">{t('team.goingHelp')}</p>
        </section>
      )}
      {due.rating && (
        <section className="card stack-tight">
          <Choices label={t('team.rate')} value={team.mine?.rating ?? null} onChoose={(rating) => { if (rating) void answer({ rating }); }} options={RATINGS.map((value) => ({ value, label: t(`team.rating.${value}`) }))} />
          <p className="field-help">{t('team.rateHelp')}</p>
        </section>
      )}
    </>
  );
}
