import { useState } from 'react';
import { call } from '../live/call.js';
import { saveFile } from '../live/save-file.js';
import { useNotices } from '../look/notices.js';
import { Phrases } from '../look/phrases.js';
import { Sheet } from '../look/sheet.js';
import { useTranslation } from '../look/translation.js';
import { AvoidedCard } from './avoided-card.js';
import { EraseSheet } from './erase-sheet.js';
import type { Erasure } from './erased.js';
import { isOver } from './is-over.js';
import { KeepProfileCard } from './keep-profile-card.js';
import { usePhone } from './phone.js';
import { ProfileForm } from './profile-form.js';
import { TextLeavesCard } from './text-leaves-card.js';

/** Everything of mine: see it, change it, pause, take it along, have it erased. */
export function MyData({ onErased }: { onErased: (erasure: Erasure) => void }) {
  const { t } = useTranslation('phone');
  const { eventId, state } = usePhone();
  const over = isOver(state);
  const { notifyError } = useNotices();
  const [erasing, setErasing] = useState(false);
  const download = (): void => {
    call('downloadMyData', { params: { eventId } }).then((data) => saveFile('tsunagu-my-data.json', 'application/json', JSON.stringify(data, null, 2)), notifyError);
  };
  return (
    <div className="stack">
      <div className="stack-tight"><h1><Phrases text={t('data.title')} /></h1><p className="soft small">{t(state.event.textsLeaveTo || state.me.knownFromBefore ? 'data.leadBeyond' : 'data.lead')}</p></div>
      <ProfileForm />
      {!over && !state.me.left && <Pause />}
      <AvoidedCard />
      <KeepProfileCard />
      <TextLeavesCard />
      <section className="card stack-tight" aria-labelledby="download"><h2 id="download">{t('data.downloadTitle')}</h2><p className="field-help">{t('data.downloadHelp')}</p><div className="row"><button type="button" className="button" onClick={download}>{t('data.download')}</button></div></section>
      {!over && !state.me.left && <Leave />}
      <section className="card stack-tight" aria-labelledby="erase"><h2 id="erase">{t('data.eraseTitle')}</h2><p className="field-help">{t('data.eraseHelp')}</p><div className="row"><button type="button" className="button button-bad" aria-haspopup="dialog" onClick={() => setErasing(true)}>{t('data.erase')}</button></div></section>
      {erasing && <EraseSheet onErased={onErased} onClose={() => setErasing(false)} />}
    </div>
  );
}

function Pause() {
  const { t } = useTranslation('phone');
  const { state: { me }, change } = usePhone();
  return (
    <section className="card stack-tight" aria-labelledby="pause">
      <h2 id="pause">{t('data.pauseTitle')}</h2>
      <p className="field-help">{t('data.pauseHelp')}</p>
      <p role="status" className={me.paused ? 'box' : 'unseen'}>{me.paused && t('data.pausedNow')}</p>
      <div className="row"><button type="button" className="button" onClick={() => void change('setPresence', {}, { paused: !me.paused })}>{t(me.paused ? 'data.resume' : 'data.pause')}</button></div>
    </section>
  );
}

function Leave() {
  const { t } = useTranslation(['phone', 'look']);
  const { change } = usePhone();
  const [asking, setAsking] = useState(false);
  const leave = (): void => {
    setAsking(false);
    void change('setPresence', {}, { left: true });
    scrollTo(0, 0);
  };
  return (
    <section className="card stack-tight" aria-labelledby="leave">
      <h2 id="leave">{t('data.leaveTitle')}</h2>
      <p className="field-help">{t('data.leaveHelp')}</p>
      <div className="row"><button type="button" className="button" aria-haspopup="dialog" onClick={() => setAsking(true)}>{t('data.leave')}</button></div>
      {asking && (
        <Sheet title={t('data.leaveConfirm')} onClose={() => setAsking(false)}>
          <p>{t('data.leaveConfirmHelp')}</p>
          <div className="sheet-actions"><button type="button" className="button button-main" onClick={leave}>{t('data.leave')}</button><button type="button" className="button" onClick={() => setAsking(false)}>{t('look:cancel')}</button></div>
        </Sheet>
      )}
    </section>
  );
}
