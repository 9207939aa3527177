import { useState } from 'react';
import { Tick } from '../look/field.js';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { usePhone } from './phone.js';

/** A quiet way out: the two no longer see each other, the other is not told, and the organisers are if I wish. */
export function AvoidPerson({ participantId, nickname, onDone }: { participantId: string; nickname: string; onDone: () => void }) {
  const { t } = useTranslation(['phone', 'look']);
  const { state: { team }, change } = usePhone();
  const { notify } = useNotices();
  const [report, setReport] = useState(false);
  const avoid = (): void => {
    onDone();
    void change('avoid', { participantId }, { report });
    notify({ text: t(report ? 'people.avoidedReport' : 'people.avoided', { name: nickname }), action: report ? undefined : { label: t('look:undo'), run: () => void change('stopAvoiding', { participantId }, undefined) } });
  };
  return (
    <details className="quiet">
      <summary>{t('people.avoid')}</summary>
      <div className="stack-tight">
        <p className="field-help">{t('people.avoidHelp')}{team?.members.some((one) => one.participantId === participantId) && t('people.avoidMate')}</p>
        <Tick checked={report} onTick={setReport}>{t('people.avoidReport')}</Tick>
        {report && <p className="field-help" role="status">{t('people.avoidReportHelp')}</p>}
        <div className="row"><button type="button" className="button button-bad" onClick={avoid}>{t('people.avoidDo')}</button></div>
      </div>
    </details>
  );
}
