import { textProblem, introductionProblem, LIMITS, SECTORS, shortTextProblem, type Sector } from '@tsunagu/contracts';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { idempotencyKey } from '../live/call.js';
import { Field, TextField, Tick } from '../look/field.js';
import { say } from '../look/language.js';
import { useErrorText } from '../look/notices.js';
import { Sheet } from '../look/sheet.js';
import { useTranslation } from '../look/translation.js';
import { bearersOf, markOf } from './alike-people.js';
import { useBoard } from './board.js';
import { consentText } from './consent-text.js';
import { registerPerson } from './register-people.js';
import { useWhileOpen } from './use-while-open.js';

const empty = { nickname: '', affiliation: '', sector: null as Sector | null, introduction: '', consent: false };

const isWritten = ({ nickname, affiliation, sector, introduction }: typeof empty): boolean => [nickname, affiliation, sector ?? '', introduction].some((text) => text.trim() !== '');

/** For people without a phone: from what they say, or from a paper card; then their name badge can be printed. */
export function RegisterSheet({ onClose }: { onClose: () => void }) {
  const { t, language } = useTranslation(['board', 'look']);
  const { state, checkIns } = useBoard();
  const errorText = useErrorText();
  const [value, setValue] = useState(empty);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [done, setDone] = useState<{ id: string; nickname: string }>();
  const [sending, setSending] = useState<'no' | 'sending' | 'waiting'>('no');
  const [leaving, setLeaving] = useState(false);
  const key = useRef(idempotencyKey());
  const whileOpen = useWhileOpen();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!done) return;
    // the next of a pile of cards, below what is said of the one before
    form.current?.querySelector('input')?.focus({ preventScroll: true });
    form.current?.closest('dialog')?.scrollTo({ top: 0 });
  }, [done]);
  const alike = bearersOf(state.people, value.nickname);
  const change = (next: Partial<typeof empty>): void => {
    key.current = idempotencyKey();
    setValue({ ...value, ...next });
    // what was wrong with it is no longer said
    setWrong((old) => Object.fromEntries(Object.entries(old).filter(([field]) => !(field in next))));
  };
  const check = (): Record<string, string> => {
    const name = shortTextProblem(value.nickname, LIMITS.nicknameGraphemes);
    const text = value.introduction.trim() ? introductionProblem(value.introduction) : undefined;
    return {
      ...(name && { nickname: say(textProblem('nickname', name.code, name.values), language) }),
      ...(text && { introduction: say(textProblem('introduction', text.code, text.values), language) }),
      ...(!value.consent && { consent: say(textProblem('consent', 'join.consent_missing'), language) }),
    };
  };
  const register = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = check();
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    setSending('sending');
    try {
      const participantId = await registerPerson(state.event, { nickname: value.nickname, affiliation: value.affiliation.trim(), sector: value.sector, introduction: value.introduction.trim() }, key.current, { onWaiting: () => setSending('waiting'), signal: whileOpen() });
      void checkIns.check([participantId], true);
      setDone({ id: participantId, nickname: value.nickname });
      setValue(empty);
      key.current = idempotencyKey();
    } catch (error) {
      setWrong({ all: errorText(error) });
    }
    setSending('no');
  };
  return (
    <Sheet title={t('register.title')} onClose={() => (isWritten(value) ? setLeaving(true) : onClose())}>
      <p className="field-help">{t('register.lead')}</p>
      {done && <div className="box box-good spread" role="status"><span>{t('register.done', { name: done.nickname })}</span><a className="button" href={`#print-badges=${done.id}`}>{t('register.badge')}</a></div>}
      <form ref={form} className="stack" onSubmit={(event) => void register(event)} noValidate>
        <fieldset className="stack" disabled={sending !== 'no'}>
          <div className="two-fields">
            <TextField label={t('register.nickname')} value={value.nickname} onText={(nickname) => change({ nickname })} wrong={wrong.nickname} autoComplete="off" />
            <TextField label={t('register.affiliation')} optional value={value.affiliation} onText={(affiliation) => change({ affiliation })} autoComplete="off" />
            <Field label={t('register.sector')} optional>
              {(parts) => <select {...parts} className="select" value={value.sector ?? ''} onChange={(event) => change({ sector: (event.target.value || null) as Sector | null })}><option value="">{t('register.noSector')}</option>{SECTORS.map((sector) => <option key={sector} value={sector}>{t(`look:sector.${sector}`)}</option>)}</select>}
            </Field>
          </div>
          {sending === 'no' && alike.length > 0 && <p role="status" className="box small">{t('register.alike', { people: alike.map((one) => [one.nickname, markOf(one, language)].filter(Boolean).join(' / ')).join(t('look:comma')) })}</p>}
          <Field label={t('register.introduction')} help={t('register.introductionHelp')} wrong={wrong.introduction}>
            {(parts) => <textarea {...parts} className="input input-low" rows={4} value={value.introduction} onChange={(event) => change({ introduction: event.target.value })} />}
          </Field>
          <p className="lead small consent-text" tabIndex={0}>{consentText(state.event, language)}</p>
          <Tick checked={value.consent} onTick={(consent) => change({ consent })} wrong={wrong.consent}>{t('register.consent')}</Tick>
        </fieldset>
        {wrong.all && <p className="box box-bad" role="alert">{wrong.all}</p>}
        <div role="status">{sending === 'waiting' && <p className="box">{t('register.waiting')}</p>}</div>
        <button type="submit" className="button button-main button-wide" disabled={sending !== 'no'}>{t('register.submit')}</button>
      </form>
      {leaving && (
        <Sheet title={t('register.leaveTitle')} onClose={() => setLeaving(false)}>
          <p>{t('register.leaveHelp')}</p>
          <div className="sheet-actions"><button type="button" className="button button-main" onClick={() => setLeaving(false)}>{t('register.stay')}</button><button type="button" className="button button-bad" onClick={onClose}>{t('register.leave')}</button></div>
        </Sheet>
      )}
    </Sheet>
  );
}
