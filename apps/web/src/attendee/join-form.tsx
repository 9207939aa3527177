import { languageOf, TEXT_LIMITS, type FieldProblem, type HttpAnswers, type Language } from '@tsunagu/contracts';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { flushSync } from 'react-dom';
import { go } from '../live/address.js';
import { call, idempotencyKey, Refusal } from '../live/call.js';
import { keepTrying } from '../live/keep-trying.js';
import { useDraft } from '../live/use-draft.js';
import { holdEnter, Optional, TextField, Tick } from '../look/field.js';
import { HTML_LANG, say } from '../look/language.js';
import { leadToFirst } from '../look/lead-to-first.js';
import { Mixed } from '../look/mixed.js';
import { useErrorText } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useTextProblem } from '../look/use-text-problem.js';
import { IntroductionField } from './introduction-field.js';
import { atTheirCards, emptyJacket, emptyJoin, joinBody, joinProblems, type JacketDraft, type JoinBody, type JoinDraft } from './join-draft.js';
import { AboutFields, JacketFields, ShowsFields } from './profile-fields.js';
import { UseAgain } from './use-again.js';

type Sending = 'no' | 'sending' | 'waiting';

/** Name, introduction, consent: what it takes to join. The draft stays in this browser until the service has it. */
export function JoinForm({ answer, code, onConsentChanged }: { answer: HttpAnswers['readJoinPage']; code: string; onConsentChanged: () => void }) {
  const { t, language } = useTranslation(['phone', 'look']);
  const errorText = useErrorText();
  const sayProblem = useTextProblem();
  const { value: draft, change, forget } = useDraft<JoinDraft>(`tsunagu.join.${answer.event.id}`, emptyJoin);
  const [problems, setProblems] = useState<readonly (FieldProblem | ReturnType<typeof joinProblems>[number])[]>([]);
  const [refused, setRefused] = useState<unknown>();
  const [sending, setSending] = useState<Sending>('no');
  const form = useRef<HTMLFormElement>(null);
  const left = useRef(new AbortController());

  const tellProblems = (found: typeof problems): void => {
    flushSync(() => setProblems(found));
    leadToFirst(form.current);
  };

  const send = async ({ body: text, key }: NonNullable<JoinDraft['attempt']>): Promise<void> => {
    setSending('sending');
    setRefused(undefined);
    try {
      const { eventId } = await keepTrying(() => call('join', { params: { code }, body: JSON.parse(text) as JoinBody, key }), () => setSending('waiting'), left.current.signal);
      forget();
      go(`/e/${eventId}`, { replace: true });
    } catch (error) {
      setSending('no');
      change({ attempt: null });
      setRefused(error);
      if (!(error instanceof Refusal)) return;
      tellProblems(atTheirCards(error.body.errors ?? [], draft.jackets));
      if (error.body.code === 'join.consent_outdated') {
        change({ consent: false });
        onConsentChanged();
      }
    }
  };

  /** Takes what is being filled in; what was wrong with it is no longer said. */
  const edit = (next: Partial<JoinDraft>): void => {
    change(next);
    const mended = Object.keys(next).map((name) => (name === 'consent' ? 'consentVersion' : name));
    setProblems((old) => old.filter(({ field }) => !mended.includes(field.split('.')[0]!)));
  };

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (sending !== 'no') return;
    const found = joinProblems(draft);
    tellProblems(found);
    setRefused(undefined);
    if (found.length > 0) return;
    const body = JSON.stringify(joinBody(draft, answer.consentVersion, language as Language));
    const attempt = { key: draft.attempt?.body === body ? draft.attempt.key : idempotencyKey(), body };
    change({ attempt });
    void send(attempt);
  };

  // A form that was left or reloaded while its request waited goes on with the same key once it is open again; until then it takes nobody away from where they are.
  useEffect(() => {
    left.current = new AbortController();
    if (draft.attempt) void send(draft.attempt);
    return () => left.current.abort();
  }, []);

  const wrong = (field: string): string | undefined => {
    const problem = problems.find((one) => one.field === field || one.field.startsWith(`${field}.`));
    return problem && ('ja' in problem ? say(problem, language) : sayProblem(problem));
  };
  const written = answer.consentText[language];
  const consent = written ?? answer.consentText.ja;
  // the default and translations are in their language, whatever letters the event's title brings
  const consentIn = written === null || language === 'ja' ? languageOf(consent) : HTML_LANG[language];
  const jackets = answer.event.asksForData && draft.jackets.length === 0 ? [emptyJacket] : draft.jackets;
  const jacketCards = <JacketCards jackets={jackets} fewest={answer.event.asksForData ? 1 : 0} onChange={(next) => edit({ jackets: next })} wrong={wrong} />;

  return (
    <form ref={form} className="stack" onSubmit={submit} noValidate>
      <UseAgain draft={draft} onFill={edit} />
      <div className="card stack">
        <TextField label={t('join.nickname')} help={t('join.nicknameHelp')} value={draft.nickname} onText={(nickname) => edit({ nickname })} wrong={wrong('nickname')} autoComplete="nickname" enterKeyHint="next" onKeyDown={holdEnter('always')} />
      </div>
      {answer.event.asksForData && <section className="card stack"><h2>{t('join.jackets')}</h2>{jacketCards}</section>}
      <div className="card stack">
        <IntroductionField prompts={answer.event.prompts} text={draft.introduction} onText={(introduction) => edit({ introduction })} wrong={wrong('introduction')} />
        <div>
          <Tick checked={draft.shown} onTick={(shown) => edit({ shown })}>{t('join.shown')}</Tick>
          <p className="field-help">{t('join.shownHelp')} {t('join.later')}</p>
        </div>
      </div>
      <details className="more">
        <summary>{t('join.about')}<Optional /></summary>
        <div className="more-inside"><AboutFields value={draft} onChange={edit} wrong={wrong('affiliation')} /></div>
      </details>
      {!answer.event.asksForData && (
        <details className="more" open={draft.jackets.length > 0 || undefined}>
          <summary>{t('join.jackets')}<Optional /></summary>
          <div className="more-inside">{jacketCards}</div>
        </details>
      )}
      <details className="more">
        <summary>{t('join.who')}</summary>
        <div className="more-inside"><ShowsFields value={draft.shows} onChange={(shows) => edit({ shows })} /></div>
      </details>
      <section className="card stack-tight">
        <h2>{t('join.consentTitle')}</h2>
        {(written === null || consentIn !== HTML_LANG[language]) && <p className="field-help">{t('join.consentOther')}</p>}
        <p className="lead small" lang={consentIn}>{consentIn === 'en' ? <Mixed text={consent} /> : consent}</p>
        <Tick checked={draft.consent} onTick={(consent) => edit({ consent })} wrong={wrong('consentVersion')}>{t('join.consent')}</Tick>
      </section>
      <div className="stack-tight" aria-live="assertive">
        {problems.length > 0 && <p className="box box-bad">{t('join.mend')}</p>}
        {refused !== undefined && problems.length === 0 && <p className="box box-bad">{errorText(refused)}{refused instanceof Refusal && refused.body.code === 'join.unknown_code' && <> <a href="/">{t('back.toFind')}</a></>}</p>}
        {sending === 'waiting' && <p className="box">{t('join.waiting')}</p>}
      </div>
      <button type="submit" className="button button-main button-wide" aria-disabled={sending !== 'no'}>{sending === 'no' ? t('join.submit') : t('join.sending')}</button>
      <p className="small soft center">{t('join.draft')}</p>
    </form>
  );
}

function JacketCards({ jackets, fewest, onChange, wrong }: { jackets: JacketDraft[]; fewest: number; onChange: (next: JacketDraft[]) => void; wrong: (field: string) => string | undefined }) {
  const { t } = useTranslation('phone');
  const added = useRef<HTMLDivElement>(null);
  const add = (): void => {
    flushSync(() => onChange([...jackets, emptyJacket]));
    added.current?.querySelector('input')?.focus();
  };
  const put = (place: number, ...next: JacketDraft[]): void => onChange([...jackets.slice(0, place), ...next, ...jackets.slice(place + 1)]);
  return (
    <>
      <p className="field-help">{t('join.jacketsHelp')}</p>
      {jackets.map((jacket, place) => (
        <div ref={place === jackets.length - 1 ? added : undefined} className="stack jacket-draft" key={place} role="group" aria-label={`${t('join.jackets')} ${place + 1}`}>
          <JacketFields value={jacket} onChange={(next) => put(place, next)} wrongTitle={wrong(`jackets.${place}.title`)} wrongDescription={wrong(`jackets.${place}.description`)} />
          {jackets.length > fewest && <button type="button" className="button button-plain" onClick={() => put(place)}>{t('join.jacketRemove')}</button>}
        </div>
      ))}
      {jackets.length < TEXT_LIMITS.jacketsPerPerson && <button type="button" className="button" onClick={add}>{t('join.jacketAdd')}</button>}
    </>
  );
}
