import { useRef, useState } from 'react';
import { Icon } from '../look/icons.js';
import { Sheet } from '../look/sheet.js';
import { useTranslation } from '../look/translation.js';
import { usePhone } from './phone.js';

/** A second press so soon is part of a double tap, not a change of mind. */
const DOUBLE_TAP_MS = 600;

/** 会いたい: told to nobody until both have said it. A pair is one, and is ended only after a question. Whoever has no phone (`noPhone`) reads no wish. */
export function HelloButton({ participantId, nickname, noPhone }: { participantId: string; nickname: string; noPhone: boolean }) {
  const { t } = useTranslation(['phone', 'look']);
  const { state: { hellos, me }, change } = usePhone();
  const pressed = useRef(-DOUBLE_TAP_MS);
  if (hellos.mutual.some((one) => one.participantId === participantId)) return <Pair participantId={participantId} nickname={nickname} />;
  const said = hellos.sent.includes(participantId);
  if (!said && noPhone) return <p className="small">{t('people.noPhone')}</p>;
  const toggle = ({ timeStamp }: { timeStamp: number }): void => {
    if (timeStamp - pressed.current < DOUBLE_TAP_MS) return;
    pressed.current = timeStamp;
    void change(said ? 'takeHelloBack' : 'sayHello', { participantId }, undefined);
  };
  return (
    <button type="button" className="button hello" aria-pressed={said} aria-label={t('look:named', { what: t('people.hello'), name: nickname })} disabled={me.paused} onClick={toggle}>
      <Icon of="heart" size={20} />{t('people.hello')}
    </button>
  );
}

function Pair({ participantId, nickname }: { participantId: string; nickname: string }) {
  const { t } = useTranslation(['phone', 'look']);
  const { change } = usePhone();
  const [asking, setAsking] = useState(false);
  const end = (): void => {
    setAsking(false);
    void change('takeHelloBack', { participantId }, undefined);
  };
  return (
    <>
      <button type="button" className="button hello hello-pair" aria-haspopup="dialog" aria-label={t('look:named', { what: t('people.pair'), name: nickname })} onClick={() => setAsking(true)}>
        <Icon of="heart" size={20} />{t('people.pair')}
      </button>
      {asking && (
        <Sheet title={t('people.unpair', { name: nickname })} onClose={() => setAsking(false)}>
          <p>{t('people.unpairHelp')}</p>
          <div className="sheet-actions"><button type="button" className="button button-bad" onClick={end}>{t('people.unpairDo')}</button><button type="button" className="button" onClick={() => setAsking(false)}>{t('look:cancel')}</button></div>
        </Sheet>
      )}
    </>
  );
}
