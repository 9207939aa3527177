import type { TeamView } from '@tsunagu/contracts';
import { useState } from 'react';
import { Sheet } from '../look/sheet.js';
import { useTranslation } from '../look/translation.js';
import { usePhone } from './phone.js';
import { useUnsent } from './use-unsent.js';

/** Do I come to this team? Until I have said so, the seat is asked about; then it says that I do. Declining, also later, opens it for somebody who waits. */
export function SeatAnswer({ team }: { team: TeamView }) {
  const { t } = useTranslation(['phone', 'look']);
  const { state: { me }, change } = usePhone();
  const unsent = useUnsent('answerSeat');
  const [asking, setAsking] = useState(false);
  const mine = team.members.find(({ participantId }) => participantId === me.id);
  if (!mine) return null;
  const decline = (): void => {
    setAsking(false);
    void change('answerSeat', {}, { accepted: false, teamId: team.id });
  };
  return (
    <section className="card stack-tight" aria-labelledby="seat">
      <h2 id="seat">{t(mine.accepted ? 'team.coming' : 'team.seat')}</h2>
      <p role="status" className={mine.accepted ? 'field-help' : 'unseen'}>{mine.accepted && t(unsent ? 'unsent' : 'team.comingHelp')}</p>
      <div className="row">
        {!mine.accepted && <button type="button" className="button button-main" onClick={() => void change('answerSeat', {}, { accepted: true, teamId: team.id })}>{t('team.accept')}</button>}
        <button type="button" className="button" aria-haspopup="dialog" onClick={() => setAsking(true)}>{t(mine.accepted ? 'team.withdraw' : 'team.decline')}</button>
      </div>
      {asking && (
        <Sheet title={t('team.declineConfirm')} onClose={() => setAsking(false)}>
          <p>{t('team.declineHelp')}</p>
          <div className="sheet-actions"><button type="button" className="button button-bad" onClick={decline}>{t('team.declineDo')}</button><button type="button" className="button" onClick={() => setAsking(false)}>{t('look:cancel')}</button></div>
        </Sheet>
      )}
    </section>
  );
}
