import { useTranslation } from '../look/translation.js';
import { Written } from '../look/written.js';
import { usePhone } from './phone.js';

/** Whom I do not meet, and the way back. */
export function AvoidedCard() {
  const { t } = useTranslation(['phone', 'look']);
  const { state: { me }, change } = usePhone();
  if (me.avoided.length === 0) return null;
  return (
    <section className="card stack-tight" aria-labelledby="avoided">
      <h2 id="avoided">{t('data.avoidedTitle')}</h2>
      <p className="field-help">{t('data.avoidedHelp')}</p>
      <ul className="stack-tight">
        {me.avoided.map(({ participantId, nickname }) => (
          <li key={participantId} className="spread"><Written text={nickname} /><button type="button" className="button" aria-label={t('look:named', { what: t('data.avoidedEnd'), name: nickname })} onClick={() => void change('stopAvoiding', { participantId }, undefined)}>{t('data.avoidedEnd')}</button></li>
        ))}
      </ul>
    </section>
  );
}
