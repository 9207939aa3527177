import type { HttpAnswers } from '@tsunagu/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { go } from '../live/address.js';
import { call } from '../live/call.js';
import { keepTrying } from '../live/keep-trying.js';
import { keep } from '../live/kept-locally.js';
import { takesCookies } from '../live/takes-cookies.js';
import { foreign } from '../look/foreign.js';
import { useErrorText } from '../look/notices.js';
import { Phrases } from '../look/phrases.js';
import { useTranslation } from '../look/translation.js';
import { Written } from '../look/written.js';
import { forgetEvent } from './forget-event.js';
import { JoinForm } from './join-form.js';
import { fetchOwnPageAhead } from './load-own-page.js';
import { ANOTHER, cleanCode } from './route.js';
import { TopBar } from './top-bar.js';

type JoinPageAnswer = HttpAnswers['readJoinPage'];

/** What `early.js` has asked for: good for the first look only. */
async function takeEarly(): Promise<JoinPageAnswer | undefined> {
  const { earlyJoinPage } = window as { earlyJoinPage?: Promise<JoinPageAnswer | undefined> };
  delete (window as { earlyJoinPage?: unknown }).earlyJoinPage;
  return earlyJoinPage;
}

/** Nothing that waits or was typed by the one before may become somebody else's; what that one types from then on stays over reloads of the page. */
function forgetOnce(eventId: string): void {
  const entry = history.state as { forgotten?: true } | null;
  if (entry?.forgotten) return;
  forgetEvent(eventId);
  history.replaceState({ ...entry, forgotten: true }, '');
}

/** What is about to be joined, and the form. Whoever has joined already goes to their own page, unless somebody else joins on their phone. */
export function JoinPage({ code: typed }: { code: string }) {
  const { t } = useTranslation(['phone', 'look']);
  const code = cleanCode(typed);
  const errorText = useErrorText();
  const [answer, setAnswer] = useState<JoinPageAnswer>();
  const [error, setError] = useState<unknown>();
  const [waiting, setWaiting] = useState(false);

  const left = useRef(new AbortController());
  const load = useCallback(async () => {
    const { signal } = left.current;
    try {
      const fresh = await keepTrying(async () => await takeEarly() ?? call('readJoinPage', { params: { code } }), () => setWaiting(true), signal);
      setWaiting(false);
      const { event: { id }, joined } = fresh;
      const another = location.hash === ANOTHER;
      if (joined && another) forgetOnce(id);
      keep(`tsunagu.code.${id}`, code);
      if (joined && !another) go(`/e/${id}`, { replace: true });
      else setAnswer(fresh);
      setError(undefined);
    } catch (refused) {
      setError(refused);
    }
  }, [code]);
  useEffect(() => {
    left.current = new AbortController();
    void load();
    return () => left.current.abort();
  }, [load]);
  useEffect(() => { if (answer) fetchOwnPageAhead(); }, [answer]);

  return (
    <>
      <TopBar page={answer?.event.title} languages={answer?.event.languages} />
      <main className="page stack">
        {error !== undefined && <div className="wait"><div className="stack"><div role="alert"><h1><Phrases text={errorText(error)} /></h1></div><p><a className="button" href="/">{t('back.toFind')}</a></p></div></div>}
        {!answer && !error && <p className="wait" role="status">{waiting ? t('look:unreachable') : t('look:loading')}</p>}
        {answer && <Event answer={answer} code={code} onLookAgain={() => void load()} />}
      </main>
    </>
  );
}

function Event({ answer, code, onLookAgain }: { answer: JoinPageAnswer; code: string; onLookAgain: () => void }) {
  const { t, language } = useTranslation('phone');
  const { event } = answer;
  const stands = event.state === 'closed' ? 'join.closed' : answer.full ? 'join.full' : takesCookies() ? undefined : 'join.noCookies';
  const date = new Intl.DateTimeFormat(language === 'en' ? 'en' : 'ja', { month: 'long', day: 'numeric', weekday: 'short', timeZone: 'UTC' }).format(new Date(event.heldOn));
  return (
    <>
      <div className="hero">
        <p className="small soft">{date}{event.place && '　'}<Written text={event.place} /></p>
        <h1><Phrases text={event.title} /></h1>
        {event.theme && <p className="lead soft" dir="auto" lang={foreign(event.theme, language)}>{event.theme}</p>}
      </div>
      {stands ? <><p className="box">{t(stands)}</p>{answer.full && <div className="row"><button type="button" className="button" onClick={onLookAgain}>{t('join.lookAgain')}</button></div>}</> : <JoinForm answer={answer} code={code} onConsentChanged={onLookAgain} />}
    </>
  );
}
