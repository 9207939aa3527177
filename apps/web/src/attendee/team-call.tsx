import type { TeamView } from '@tsunagu/contracts';
import { useTranslation } from '../look/translation.js';
import { usePhone } from './phone.js';
import { useUnsent } from './use-unsent.js';

/** Calls the facilitator to the table; the whole team sees that somebody has. */
export function TeamCall({ team }: { team: TeamView }) {
  const { t } = useTranslation('phone');
  const { change } = usePhone();
  const unsent = useUnsent('callFacilitator');
  const calling = team.calledAt !== null;
  return (
    <section className={`card stack-tight${calling ? ' card-thread' : ''}`} aria-labelledby="team-call">
      <h2 id="team-call">{t('team.callTitle')}</h2>
      <p role="status" className={calling ? '' : 'field-help'}>{t(unsent ? 'unsent' : calling ? 'team.calling' : 'team.callHelp')}</p>
      <div className="row"><button type="button" className="button" onClick={() => void change('callFacilitator', {}, { calling: !calling, teamId: team.id })}>{t(calling ? 'team.callEnd' : 'team.call')}</button></div>
    </section>
  );
}
