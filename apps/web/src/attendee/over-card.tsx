import { HTML_LANG } from '../look/language.js';
import { Phrases } from '../look/phrases.js';
import { useTranslation } from '../look/translation.js';
import { isOver } from './is-over.js';
import { usePhone } from './phone.js';

/** On every tab once the event is over: that it is, what is seen no more, and what can still be done. */
export function OverCard() {
  const { t, language } = useTranslation('phone');
  const { state } = usePhone();
  const { erasesAt } = state.event;
  const over = isOver(state);
  return (
    <section className={over ? 'card card-thread stack-tight' : 'unseen'} role="status">
      {over && <><h2><Phrases text={t('over.title')} /></h2><p>{t('over.unseen')}</p><p>{t('over.own')}{erasesAt && t('over.erases', { date: new Date(erasesAt).toLocaleDateString(HTML_LANG[language], { dateStyle: 'long' }) })}{state.team && t('over.rate')}</p></>}
    </section>
  );
}
