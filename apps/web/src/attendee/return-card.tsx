import type { ReturnLink } from '@tsunagu/contracts';
import { useState } from 'react';
import { call } from '../live/call.js';
import { readKept } from '../live/kept-locally.js';
import { CopyButton } from '../look/copy.js';
import { useErrorText } from '../look/notices.js';
import { QrImage } from '../look/qr-image.js';
import { Sheet } from '../look/sheet.js';
import { useTranslation } from '../look/translation.js';
import { isOver } from './is-over.js';
import { usePhone } from './phone.js';
import { ANOTHER } from './route.js';

/** The way back to this page from another browser: apps like LINE open links in a browser of their own, and somebody else may join on this phone. */
export function ReturnCard() {
  const { t } = useTranslation('phone');
  const { eventId, state } = usePhone();
  const errorText = useErrorText();
  const code = !isOver(state) && readKept<string>(`tsunagu.code.${eventId}`);
  const [link, setLink] = useState<ReturnLink>();
  const [making, setMaking] = useState(false);
  const [failed, setFailed] = useState<unknown>();
  // asked for here and now: one that waited for the line would open over whatever its owner does by then
  const make = async (): Promise<void> => {
    setMaking(true);
    setFailed(undefined);
    await call('makeReturnLink', { params: { eventId } }).then(setLink, setFailed);
    setMaking(false);
  };
  return (
    <section className="card stack-tight" aria-label={t('returning.title')}>
      <h2>{t('returning.title')}</h2>
      <p className="small">{t('returning.lead')}</p>
      <p className="field-help">{t('returning.why')}</p>
      <div className="row"><button type="button" className="button" disabled={making} aria-haspopup="dialog" onClick={() => void make()}>{t('returning.make')}</button>{code && <button type="button" className="button button-plain" disabled={making} aria-haspopup="dialog" onClick={() => void make()}>{t('returning.another')}</button>}</div>
      <p role="alert" className={failed === undefined ? 'unseen' : 'box box-bad'}>{failed !== undefined && errorText(failed)}</p>
      {link && (
        <Sheet title={t('returning.title')} onClose={() => setLink(undefined)}>
          <div className="qr-frame"><QrImage svg={link.qrSvg} label={t('returning.label')} /></div>
          <p className="small">{t('returning.secret')}</p>
          <div className="row"><CopyButton text={link.url} label={t('returning.copy')} /></div>
          {code && <><p className="small">{t('returning.anotherHelp')}</p><p><a className="button" href={`/j/${code}${ANOTHER}`}>{t('returning.another')}</a></p></>}
        </Sheet>
      )}
    </section>
  );
}
