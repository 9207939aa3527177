import { TEXT_LIMITS } from '@tsunagu/contracts';
import type { FormEvent } from 'react';
import { timeOfDay } from '../live/minutes-left.js';
import { TextField } from '../look/field.js';
import { useTranslation } from '../look/translation.js';
import { usePhone } from './phone.js';
import { useFreeNow } from './use-free-now.js';
import { useTyped } from './use-typed.js';
import { useUnsent } from './use-unsent.js';

/** Lets others know that I am free to talk, and where to find me. */
export function FreeCard() {
  const { t } = useTranslation('phone');
  const { state: { me, free }, change } = usePhone();
  const place = useFreeNow().get(me.id);
  const unsent = useUnsent('setFree');
  const [typed, setTyped] = useTyped('free', '');
  if (me.paused) return null;
  const until = free.find((one) => one.participantId === me.id)?.until;
  if (place !== undefined && until) {
    return (
      <section className="card card-free spread" aria-label={t('people.freeTitle')}>
        <p role="status"><strong>{place ? t('people.freeAt', { place }) : t('people.free')}</strong><br /><span className="small">{unsent ? t('unsent') : t('people.freeUntil', { time: timeOfDay(until) })}</span></p>
        <button type="button" className="button" onClick={() => void change('setFree', {}, { free: false })}>{t('people.freeStop')}</button>
      </section>
    );
  }
  const start = (event: FormEvent): void => {
    event.preventDefault();
    void change('setFree', {}, { free: true, place: typed });
  };
  return (
    <details className="more">
      <summary>{t('people.freeTitle')}</summary>
      <form className="more-inside" onSubmit={start} noValidate>
        <p className="field-help">{t('people.freeHelp')}</p>
        <TextField label={t('people.freePlace')} help={t('people.freePlaceHelp')} optional value={typed} onText={setTyped} maxLength={TEXT_LIMITS.meetingPlaceGraphemes} autoComplete="off" />
        <button type="submit" className="button button-main">{t('people.freeStart')}</button>
      </form>
    </details>
  );
}
