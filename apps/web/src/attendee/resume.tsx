import { useTranslation } from '../look/translation.js';
import { usePhone } from './phone.js';

/** The way back for whoever has paused, where they read that nothing comes to them. */
export function Resume() {
  const { t } = useTranslation('phone');
  const { change } = usePhone();
  return <div className="row"><button type="button" className="button button-main" onClick={() => void change('setPresence', {}, { paused: false })}>{t('data.resume')}</button></div>;
}
