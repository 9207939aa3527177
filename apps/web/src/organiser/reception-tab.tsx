import { useState } from 'react';
import { CopyButton } from '../look/copy.js';
import { KindMark } from '../look/kind-tag.js';
import { nameOf } from '../look/name-of.js';
import { QrImage } from '../look/qr-image.js';
import { useTranslation } from '../look/translation.js';
import { Written } from '../look/written.js';
import { useBoard } from './board.js';
import { NextSteps } from './next-steps.js';
import { tagAddress } from './people-tab.js';
import { phasesOf } from './phases-of.js';
import { Question } from './question.js';
import { RegisterSheet } from './register-sheet.js';
import { afterClosing, ReopenButton } from './reopen-button.js';
import { useOnce } from './use-once.js';

/** How people get in, and what the room is about so far. */
export function ReceptionTab() {
  const { state: { event } } = useBoard();
  const [registering, setRegistering] = useState(false);
  return (
    <div className="reception">
      {event.state === 'closed' ? <Closed /> : <WayIn />}
      {!event.erased && <Desk onRegister={() => setRegistering(true)} />}
      {registering && <RegisterSheet onClose={() => setRegistering(false)} />}
    </div>
  );
}

/** What there is to do beside the way in, as long as there is one. */
function Desk({ onRegister }: { onRegister: () => void }) {
  const { t, language } = useTranslation('board');
  const { state: { event }, links, may } = useBoard();
  const over = event.state === 'closed';
  return (
    <div className="stack">
      {!over && <NextSteps />}
      <section className="card stack-tight">
        {!over && <p>{t('reception.lead')}</p>}
        <div className="row"><a className="button button-main" href={links.wall} target="_blank" rel="noopener">{t('reception.wall')}</a></div>
        <p className="field-help">{t(event.wallAffiliations ? 'reception.wallHelpAffiliations' : 'reception.wallHelp')}</p>
      </section>
      {!over && (
        <>
          <section className="card stack-tight">
            <h2>{t('reception.phases')}</h2>
            <p>{phasesOf(event.recipe, language)}</p>
          </section>
          <section className="card stack-tight">
            <h2>{t('reception.noPhone')}</h2>
            <p className="field-help">{t('reception.noPhoneHelp')}</p>
            <div className="row">{may('facilitator') && <button type="button" className="button" aria-haspopup="dialog" onClick={onRegister}>{t('register.open')}</button>}<a className="button button-plain" href="#print-cards">{t('reception.paperCards')}</a><a className="button button-plain" href="#print-list">{t('reception.paperList')}</a></div>
          </section>
        </>
      )}
      <Cloud />
    </div>
  );
}

function WayIn() {
  const { t } = useTranslation('board');
  const { state: { event }, links, may } = useBoard();
  const [rotating, setRotating] = useState(false);
  return (
    <section className="card reception-qr" aria-labelledby="reception-title">
      <h2 id="reception-title">{t('reception.title')}</h2>
      <QrImage svg={links.joinQrSvg} label={t('reception.qr')} />
      <dl className="stack-tight">
        <div><dt className="small soft">{t('reception.code')}</dt><dd className="code code-large">{event.joinCode}</dd></div>
        <div><dt className="small soft">{t('reception.link')}</dt><dd className="small"><a href={links.join}>{links.join}</a></dd></div>
      </dl>
      <div className="row"><CopyButton text={links.join} label={t('reception.copyLink')} /><a className="button" href="#print-poster">{t('reception.poster')}</a>{may('organiser') && <button type="button" className="button button-plain" onClick={() => setRotating(true)}>{t('reception.rotate')}</button>}</div>
      {rotating && <RotateSheet onClose={() => setRotating(false)} />}
    </section>
  );
}

/** In the place of a QR that lets nobody in. */
function Closed() {
  const { t } = useTranslation('board');
  const { state: { event }, may } = useBoard();
  return (
    <section className="card stack-tight" aria-labelledby="reception-title">
      <h2 id="reception-title">{t('reception.closedTitle')}</h2>
      <p>{t('reception.closed')}</p>
      <p className="field-help">{t(afterClosing(event, may))}</p>
      <ReopenButton />
    </section>
  );
}

function Cloud() {
  const { t, language } = useTranslation('board');
  const { state: { room: { cloud } } } = useBoard();
  const most = Math.max(1, ...cloud.map(({ count }) => count));
  return (
    <section className="card stack-tight" aria-labelledby="cloud">
      <h2 id="cloud">{t('reception.cloud')}</h2>
      <p className="field-help">{t(cloud.length > 0 ? 'reception.cloudHelp' : 'reception.cloudEmpty')}</p>
      <ul className="tags">
        {cloud.map(({ kind, count, ...word }) => (
          <li key={`${kind}-${word.label}`}><a className={`tag kind-${kind} tag-link`} href={tagAddress(word.label)} style={{ fontSize: `${0.85 + 0.65 * (count / most)}rem` }}><KindMark kind={kind} /><Written text={nameOf(word, language)} /><span className="number">{count}</span></a></li>
        ))}
      </ul>
    </section>
  );
}

function RotateSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['board', 'look']);
  const { ask } = useBoard();
  const [rotate, rotating] = useOnce(async () => {
    await ask('rotateJoinCode', {}, undefined);
    onClose();
  });
  return <Question title={t('reception.rotateConfirm')} yes={t('reception.rotateDo')} parts={rotating} onYes={rotate} onNo={onClose}>{t('reception.rotateHelp')}</Question>;
}
