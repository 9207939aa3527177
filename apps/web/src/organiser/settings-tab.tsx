import type { EventSettings } from '@tsunagu/contracts';
import { useEffect, useRef, useState } from 'react';
import { call } from '../live/call.js';
import { useDraft } from '../live/use-draft.js';
import { TextField, Tick } from '../look/field.js';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { Question } from './question.js';
import { EraseEvent } from './erase-event.js';
import { MembersPanel } from './members-panel.js';
import { NextEventLink } from './next-event-link.js';
import { WebhooksPanel } from './webhooks-panel.js';
import { Rehearsal } from './rehearsal.js';
import { ReopenButton } from './reopen-button.js';
import { MAIN_FIELDS, MainFields, MORE_FIELDS, MoreFields, refusedAs } from './event-fields.js';
import { settingsKeptAs } from './kept-settings.js';
import { OvertakenFields } from './overtaken-fields.js';
import { begunOver, draftOf, isChanged, overtaken, takenBack, typedFields, withTyped, type KeptTyped, type SettingsField, type Typed } from './settings-draft.js';
import { useOnce } from './use-once.js';
import { useRefusal } from './use-refusal.js';

const FIELDS = [...MAIN_FIELDS, ...MORE_FIELDS, 'services'];

/** Everything about the event that can be changed later, and its end. */
export function SettingsTab() {
  const { state: { event }, may } = useBoard();
  return (
    <div className="settings">
      <SettingsForm event={event} readOnly={!may('organiser') || event.erased} />
      <div className="stack">
        <MembersPanel />
        {may('organiser') && <><WebhooksPanel />{!event.erased && <Rehearsal />}<NextEvent event={event} /><Ending event={event} /></>}
      </div>
    </div>
  );
}

/** Whoever may not change the settings reads them. A change by another organiser shows at once, under what is typed here; where both have changed one field, it is asked which holds. */
function SettingsForm({ event, readOnly }: { event: EventSettings; readOnly: boolean }) {
  const { t } = useTranslation('board');
  const { eventId, state: { teams } } = useBoard();
  const { notify } = useNotices();
  // Only what was typed is kept, over a change of tab and over a reload.
  const { value: kept, change: keep, forget } = useDraft<KeptTyped>(settingsKeptAs(eventId), {});
  const { over = {}, ...typed } = kept;
  const saved = draftOf(event);
  const draft = readOnly ? saved : withTyped(saved, typed);
  const unsaved = isChanged(saved, draft);
  const twice = readOnly ? [] : overtaken(saved, kept);
  const asked = useRef<HTMLDivElement>(null);
  const { form, wrong, rest, setError, rewritten } = useRefusal(FIELDS);
  const change = (next: Typed): void => {
    rewritten(refusedAs(Object.keys(next)));
    keep({ ...next, over: begunOver(kept, next, saved) });
  };
  const write = (field: SettingsField): void => keep({ over: { ...over, [field]: saved[field] } });
  const [sent, setSent] = useState<{ typed: Typed; version: number }>();
  const drop = (these: Typed): void => {
    rewritten(refusedAs(Object.keys(these)));
    keep(takenBack(typed, these));
    if (!isChanged(saved, withTyped(saved, { ...typed, ...takenBack(typed, these) }))) forget();
  };
  // What was sent stays in its fields until the event comes with it.
  useEffect(() => {
    if (!sent || event.version < sent.version) return;
    setSent(undefined);
    drop(sent.typed);
  }, [sent, event.version]);
  const [save, saving] = useOnce(async () => {
    setError(undefined);
    if (twice.length > 0) return void asked.current?.focus();
    try {
      const { version } = await call('changeEvent', { params: { eventId }, body: { ...typedFields(draft, typed), version: event.version } });
      setSent({ typed, version });
      notify({ text: t('settings.saved') });
    } catch (refused) {
      setError(refused);
    }
  });
  return (
    <form ref={form} className="card stack" onSubmit={(submitted) => { submitted.preventDefault(); save(); }} noValidate aria-labelledby="settings">
      <h2 id="settings">{t('settings.title')}</h2>
      <fieldset className="stack" disabled={readOnly} aria-labelledby="settings">
        <MainFields value={draft} onChange={change} wrong={wrong} saved={{ ...saved, standing: teams.length > 0 }} />
        <MoreFields value={draft} onChange={change} wrong={wrong} named={saved.title} />
        <Tick checked={draft.wallAffiliations} onTick={(wallAffiliations) => change({ wallAffiliations })}>{t('settings.wallAffiliations')}</Tick>
        {event.textsLeave && <LeaveTick at={event.textsLeave} checked={draft.textsLeave} onTick={(textsLeave) => change({ textsLeave })} />}
        <TextField label={t('settings.services')} help={t('settings.servicesHelp')} optional value={draft.services} onText={(services) => change({ services })} wrong={wrong('services')} spellCheck={false} autoCapitalize="none" />
      </fieldset>
      {rest && <p className="box box-bad" role="alert">{rest}</p>}
      <OvertakenFields ref={asked} fields={twice} saved={saved} onTake={(field) => drop({ [field]: typed[field] })} onKeep={write} />
      {unsaved && <div className="box spread" role="status"><span>{t('settings.unsaved')}</span><button type="button" className="button button-plain" onClick={() => drop(typed)}>{t('settings.unsavedDrop')}</button></div>}
      {!readOnly && <div className="row"><button type="submit" className="button button-main" {...saving}>{t('settings.save')}</button></div>}
    </form>
  );
}

/** Shown where the operator has named an endpoint for introductions. */
function LeaveTick({ at: { host, on, answers }, checked, onTick }: { at: NonNullable<EventSettings['textsLeave']>; checked: boolean; onTick: (on: boolean) => void }) {
  const { t } = useTranslation('board');
  return (
    <div className="stack-tight">
      <Tick checked={checked} onTick={onTick}>{t('settings.textsLeave', { host })}</Tick>
      <p className="field-help">{t('settings.textsLeaveHelp', { host })}</p>
      {on && !answers && <p className="box" role="status">{t('settings.textsLeaveDown', { host })}</p>}
    </div>
  );
}

function NextEvent({ event: { id } }: { event: EventSettings }) {
  const { t } = useTranslation('room');
  return (
    <section className="card stack-tight" aria-labelledby="next-event">
      <h2 id="next-event">{t('next.title')}</h2>
      <p className="field-help">{t('next.help')}</p>
      <div className="row"><NextEventLink eventId={id} /></div>
    </section>
  );
}

function Ending({ event }: { event: EventSettings }) {
  const { t, language } = useTranslation(['board', 'look']);
  const { ask } = useBoard();
  const [asking, setAsking] = useState(false);
  const close = (): void => {
    setAsking(false);
    void ask('changeEvent', {}, { state: 'closed', version: event.version });
  };
  return (
    <section className="card stack-tight" aria-labelledby="ending">
      <h2 id="ending">{t('settings.ending')}</h2>
      {event.erased && <p className="field-help">{t('reception.erased')}</p>}
      {event.state === 'closed'
        ? <>{event.erasesAt && <p className="field-help">{t('settings.erasesAt', { time: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(event.erasesAt)) })}</p>}<ReopenButton /><EraseEvent /></>
        : <><p className="field-help">{t('settings.closeHelp', { days: event.retentionDays })}</p><div className="row"><button type="button" className="button button-bad" onClick={() => setAsking(true)}>{t('settings.close')}</button></div></>}
      {asking && (
        <Question title={t('settings.closeTitle')} yes={t('settings.closeDo')} serious onYes={close} onNo={() => setAsking(false)}>{t('settings.closeHelp', { days: event.retentionDays })}</Question>
      )}
    </section>
  );
}
