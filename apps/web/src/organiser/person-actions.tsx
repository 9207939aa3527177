import type { HttpAnswers, ReturnLink } from '@tsunagu/contracts';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { call, Refusal } from '../live/call.js';
import { foreign } from '../look/foreign.js';
import { useErrorText, useNotices } from '../look/notices.js';
import { QrImage } from '../look/qr-image.js';
import { Sheet } from '../look/sheet.js';
import { useTranslation } from '../look/translation.js';
import { othersByLikeness } from './alike-people.js';
import { useBoard } from './board.js';
import { PersonSelect } from './person-select.js';
import { Question } from './question.js';
import { useOnce } from './use-once.js';

export type PersonAction = 'introduction' | 'return' | 'merge' | 'remove';
interface Parts { participantId: string; name: string; onClose: () => void }

/** The sheet of what was chosen in a person's menu. */
export function PersonActions({ action, participantId, onClose }: { action: PersonAction; participantId: string; onClose: () => void }) {
  const { person } = useBoard();
  const name = person(participantId)?.nickname ?? '';
  switch (action) {
    case 'introduction': return <IntroductionSheet participantId={participantId} name={name} onClose={onClose} />;
    case 'return': return <ReturnSheet participantId={participantId} name={name} onClose={onClose} />;
    case 'merge': return <MergeSheet participantId={participantId} name={name} onClose={onClose} />;
    case 'remove': return <RemoveSheet participantId={participantId} name={name} onClose={onClose} />;
  }
}

function IntroductionSheet({ participantId, name, onClose }: Parts) {
  const { t, language } = useTranslation(['board', 'look']);
  const errorText = useErrorText();
  const { eventId } = useBoard();
  const [found, setFound] = useState<HttpAnswers['readIntroduction']>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    call('readIntroduction', { params: { eventId, participantId } }).then(setFound, setError);
  }, [eventId, participantId]);
  const none = error instanceof Refusal && error.body.code === 'request.not_found';
  return (
    <Sheet title={t('people.introductionOf', { name })} onClose={onClose}>
      {!found && error === undefined && <p role="status">{t('look:loading')}</p>}
      {error !== undefined && <p role="alert">{none ? t('people.introductionNone') : errorText(error)}</p>}
      {found && <p className="lead" dir="auto" lang={foreign(found.text, language)}>{found.text}</p>}
      {found && !found.shown && <p className="box">{t('people.introductionPrivate')}</p>}
      <p className="field-help">{t('people.introductionRecorded')}</p>
    </Sheet>
  );
}

function ReturnSheet({ participantId, name, onClose }: Parts) {
  const { t } = useTranslation(['board', 'look']);
  const { eventId, ask } = useBoard();
  const errorText = useErrorText();
  const [link, setLink] = useState<ReturnLink>();
  const [error, setError] = useState<unknown>();
  const [signedOut, setSignedOut] = useState(false);
  const load = useCallback(() => {
    setError(undefined);
    call('reissueReturnLink', { params: { eventId, participantId }, body: {} }).then(setLink, setError);
  }, [eventId, participantId]);
  useEffect(load, [load]);
  const [signOut, signingOut] = useOnce(async () => {
    const fresh = await ask('reissueReturnLink', { participantId }, { signOut: true });
    if (fresh === undefined) return;
    setLink(fresh);
    setSignedOut(true);
  });
  return (
    <Sheet title={t('people.returnOf', { name })} onClose={onClose}>
      {link && <div className="qr-frame"><QrImage svg={link.qrSvg} label={t('people.returnOf', { name })} /></div>}
      {!link && error === undefined && <p role="status">{t('look:loading')}</p>}
      {error !== undefined && <><p className="box box-bad" role="alert">{errorText(error)}</p><div className="row"><button type="button" className="button" onClick={load}>{t('pages.again')}</button></div></>}
      <p className="small">{t('people.returnHelp')}</p>
      {signedOut ? <p className="box" role="status">{t('people.signedOut')}</p> : <div className="stack-tight"><p className="small soft">{t('people.signOutHelp')}</p><button type="button" className="button" disabled={!link} {...signingOut} onClick={signOut}>{t('people.signOut')}</button></div>}
    </Sheet>
  );
}

function MergeSheet({ participantId, name, onClose }: Parts) {
  const { t } = useTranslation(['board', 'look']);
  const { state: { people }, person, ask } = useBoard();
  // In the order of the moment it was opened: nobody moves under whoever is choosing.
  const [alike] = useState(() => {
    const kept = person(participantId);
    return kept ? othersByLikeness(people, kept).map(({ id }) => id) : [];
  });
  const groups = useMemo(() => [{ people: alike.map(person).filter((one) => one !== undefined) }], [alike, person]);
  const { notify } = useNotices();
  const [dropId, setDropId] = useState('');
  const [merge, merging] = useOnce(async () => {
    const answer = await ask('mergePeople', {}, { keepId: participantId, dropId });
    if (answer === undefined) return;
    notify({ text: t('people.merged') });
    onClose();
  });
  return (
    <Sheet title={t('people.mergeTitle', { name })} onClose={onClose}>
      <p>{t('people.mergeHelp', { name })}</p>
      <PersonSelect label={t('people.mergeChoose')} groups={groups} chosen={dropId} onChoose={setDropId} />
      <div className="sheet-actions"><button type="button" className="button button-main" disabled={!dropId} {...merging} onClick={merge}>{t('people.mergeDo')}</button><button type="button" className="button" onClick={onClose}>{t('look:cancel')}</button></div>
    </Sheet>
  );
}

function RemoveSheet({ participantId, name, onClose }: Parts) {
  const { t } = useTranslation(['board', 'look']);
  const { ask } = useBoard();
  const { notify } = useNotices();
  const [remove, removing] = useOnce(async () => {
    const answer = await ask('removePerson', { participantId }, undefined);
    if (answer === undefined) return;
    notify({ text: t('people.removed') });
    onClose();
  });
  return <Question title={t('people.removeTitle', { name })} yes={t('people.removeDo')} serious parts={removing} onYes={remove} onNo={onClose}>{t('people.removeHelp')}</Question>;
}
