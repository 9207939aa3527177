import { Phrases } from '../look/phrases.js';
import { useTranslation } from '../look/translation.js';
import { isOver } from './is-over.js';
import { usePhone } from './phone.js';
import { useUnsent } from './use-unsent.js';

/** Whoever has left reads so on every tab, and can come back. */
export function AwayCard() {
  const { t } = useTranslation('phone');
  const { state, change } = usePhone();
  const unsent = useUnsent('setPresence');
  if (!state.me.left || isOver(state)) return null;
  return (
    <section className="card card-thread stack-tight" aria-labelledby="away">
      <h2 id="away"><Phrases text={t('away.title')} /></h2>
      <p>{t(unsent ? 'unsent' : 'away.help')}</p>
      <div className="row"><button type="button" className="button" onClick={() => void change('setPresence', {}, { left: false })}>{t('data.comeBack')}</button></div>
    </section>
  );
}
