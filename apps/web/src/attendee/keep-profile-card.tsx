import { useState } from 'react';
import { Tick } from '../look/field.js';
import { call } from '../live/call.js';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { forgetProfile, keepProfile, readProfile } from './kept-profile.js';
import { usePhone } from './phone.js';

/** Takes the profile along to the next event, in this browser and by choice. */
export function KeepProfileCard() {
  const { t } = useTranslation('phone');
  const { eventId, state: { me } } = usePhone();
  const { notifyError } = useNotices();
  const [kept, setKept] = useState(readProfile()?.participantId === me.id);
  const choose = (next: boolean): void => {
    setKept(next);
    if (next) keepProfile(eventId, me);
    else forgetProfile();
  };
  return (
    <section className="card stack-tight" aria-labelledby="next-event">
      <h2 id="next-event">{t('data.nextTitle')}</h2>
      <p className="field-help">{t('data.nextHelp')}</p>
      <Tick checked={kept} onTick={choose}>{t('data.nextKeep')}</Tick>
      {me.knownFromBefore && <div className="row"><p className="small">{t('data.knownFrom')}</p><button type="button" className="button" onClick={() => void call('forgetEarlier', { params: { eventId } }).catch(notifyError)}>{t('data.knownForget')}</button></div>}
    </section>
  );
}
