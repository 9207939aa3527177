import type { TeamView } from '@tsunagu/contracts';
import { saveFile } from '../live/save-file.js';
import { CopyButton } from '../look/copy.js';
import { ownName } from '../look/own-name.js';
import { useTranslation } from '../look/translation.js';
import { teamAsText, teamCalendarFile } from './hand-off-texts.js';
import { usePhone } from './phone.js';

/** Takes the team along into the tools people already use. */
export function HandOff({ team }: { team: TeamView }) {
  const { t } = useTranslation(['phone', 'look']);
  const { state: { event } } = usePhone();
  const name = ownName(team) || t('team.number', { number: team.number });
  const member = (nickname: string, contact: string | null): string => t('team.handOffMember', { name: contact ? t('look:named', { what: nickname, name: contact }) : nickname });
  const words = { member, subject: t('team.handOffSubject', { title: event.title, team: name }), members: t('team.handOffMembers'), goal: t('team.goal'), nextDate: t('team.nextDate') };
  const text = teamAsText(team, words);
  return (
    <section className="card stack-tight" aria-labelledby="hand-off">
      <h2 id="hand-off">{t('team.handOff')}</h2>
      <p className="field-help">{t('team.handOffHelp')}</p>
      <div className="row">
        <a className="button" href={`mailto:?subject=${encodeURIComponent(words.subject)}&body=${encodeURIComponent(text)}`}>{t('team.mail')}</a>
        <a className="button" href={`https://line.me/R/share?text=${encodeURIComponent(text)}`} target="_blank" rel="noreferrer noopener">{t('team.line')}</a>
        {'share' in navigator && <button type="button" className="button" onClick={() => void navigator.share({ title: words.subject, text }).catch(() => undefined)}>{t('team.toShare')}</button>}
        <CopyButton text={text} label={t('team.copy')} />
        {team.nextDate && <button type="button" className="button" onClick={() => saveFile('tsunagu.ics', 'text/calendar', teamCalendarFile(team, words, new Date()))}>{t('team.calendar')}</button>}
      </div>
    </section>
  );
}
