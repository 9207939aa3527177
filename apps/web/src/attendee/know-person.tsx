import { Tick } from '../look/field.js';
import { useTranslation } from '../look/translation.js';
import { usePhone } from './phone.js';

/** Whom I know already: teams rather bring together those who do not, and nobody else learns it. */
export function KnowPerson({ participantId }: { participantId: string }) {
  const { t } = useTranslation('phone');
  const { state: { known }, change } = usePhone();
  const tick = (knows: boolean): void => void change(knows ? 'sayKnown' : 'takeKnownBack', { participantId }, undefined);
  return (
    <div className="stack-tight">
      <Tick checked={known.includes(participantId)} onTick={tick}>{t('people.known')}</Tick>
      <p className="field-help">{t('people.knownHelp')}</p>
    </div>
  );
}
