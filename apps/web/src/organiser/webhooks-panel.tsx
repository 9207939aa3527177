import type { HttpAnswers } from '@tsunagu/contracts';
import { useState } from 'react';
import { call } from '../live/call.js';
import { CopyButton } from '../look/copy.js';
import { TextField } from '../look/field.js';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { MorePages, usePagedList } from './more-pages.js';
import { Question } from './question.js';
import { useOnce } from './use-once.js';
import { NotRead, useReadAnew } from './use-read-anew.js';

type Webhook = HttpAnswers['listWebhooks']['webhooks'][number];

/** Addresses that are told what happens in the event: state, failures, a test, and a secret that is shown once. */
export function WebhooksPanel() {
  const { t } = useTranslation('outside');
  const { eventId, ask } = useBoard();
  const { value: webhooks, error, again: load } = useReadAnew(async () => (await call('listWebhooks', { params: { eventId } })).webhooks);
  const [secret, setSecret] = useState('');
  const [url, setUrl] = useState('');
  const [add, adding] = useOnce(async () => {
    const made = await ask('addWebhook', {}, { url: url.trim() });
    if (!made) return;
    setSecret(made.secret);
    setUrl((now) => (now === url ? '' : now));
    load();
  });
  return (
    <section className="card stack-tight" aria-labelledby="webhooks">
      <h2 id="webhooks">{t('hooks.title')}</h2>
      <p className="field-help">{t('hooks.lead')}</p>
      <NotRead error={error} again={load} />
      {webhooks?.length === 0 && <p>{t('hooks.none')}</p>}
      <ul className="stack-tight">{webhooks?.map((webhook) => <WebhookItem key={webhook.id} webhook={webhook} onChange={load} onSecret={setSecret} />)}</ul>
      {secret && <div className="box box-good stack-tight" role="status"><p>{t('hooks.secret')}</p><p className="small member-link">{secret}</p><div className="row"><CopyButton text={secret} label={t('hooks.copySecret')} /></div></div>}
      <form className="stack-tight" onSubmit={(submitted) => { submitted.preventDefault(); add(); }} noValidate>
        <TextField label={t('hooks.url')} value={url} onText={setUrl} type="url" inputMode="url" placeholder="https://" autoComplete="off" />
        <div className="row"><button type="submit" className="button" disabled={!url.trim()} {...adding}>{t('hooks.add')}</button></div>
      </form>
    </section>
  );
}

function WebhookItem({ webhook, onChange, onSecret }: { webhook: Webhook; onChange: () => void; onSecret: (secret: string) => void }) {
  const { t, language } = useTranslation('outside');
  const { ask } = useBoard();
  const { notify } = useNotices();
  const [removing, setRemoving] = useState(false);
  const at = { webhookId: webhook.id };
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  const [ping, pinging] = useOnce(async () => {
    const sent = await ask('pingWebhook', at, undefined);
    if (sent) notify({ text: t('hooks.pinged', { outcome: t(`hooks.outcomes.${sent.outcome}`) }) });
    onChange();
  });
  const [toggle, toggling] = useOnce(async () => {
    await ask('changeWebhook', at, { running: !webhook.running, version: webhook.version });
    onChange();
  });
  const [renew, renewing] = useOnce(async () => {
    const made = await ask('renewWebhookSecret', at, undefined);
    if (made) onSecret(made.secret);
    onChange();
  });
  const remove = async (): Promise<void> => {
    setRemoving(false);
    await ask('removeWebhook', at, undefined);
    onChange();
  };
  return (
    <li className="rule stack-tight">
      <p className="member-link"><strong><bdi>{webhook.url}</bdi></strong></p>
      <p className="small">{webhook.stoppedBecause ? t(`hooks.stopped.${webhook.stoppedBecause}`) : t('hooks.running')} · {t('hooks.waiting', { count: webhook.waiting })}</p>
      {webhook.running && webhook.failures > 0 && webhook.nextTryAt && <p className="box box-bad">{t('hooks.failures', { count: webhook.failures, time: time.format(new Date(webhook.nextTryAt)) })}</p>}
      <div className="row">
        <button type="button" className="button" {...pinging} onClick={ping}>{t('hooks.test')}</button>
        <button type="button" className="button" {...toggling} onClick={toggle}>{webhook.running ? t('hooks.stop') : t('hooks.resume')}</button>
        <button type="button" className="button" {...renewing} onClick={renew}>{t('hooks.renew')}</button>
        <button type="button" className="button" onClick={() => setRemoving(true)}>{t('hooks.remove')}</button>
      </div>
      <Deliveries key={`${webhook.delivered} ${webhook.failures}`} webhookId={webhook.id} />
      {removing && <Question title={t('hooks.removeTitle')} yes={t('hooks.remove')} serious onYes={() => void remove()} onNo={() => setRemoving(false)}>{t('hooks.removeHelp', { count: webhook.waiting })}</Question>}
    </li>
  );
}

function Deliveries({ webhookId }: { webhookId: string }) {
  const { t } = useTranslation('outside');
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('hooks.log')}</summary>
      {open && <DeliveryLog webhookId={webhookId} />}
    </details>
  );
}

function DeliveryLog({ webhookId }: { webhookId: string }) {
  const { t, language } = useTranslation('outside');
  const { eventId } = useBoard();
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'medium' });
  const pages = usePagedList(async (query) => {
    const { deliveries, next } = await call('listDeliveries', { params: { eventId, webhookId }, query });
    return { lines: deliveries, next };
  });
  return (
    <>
      <div className="table-frame" tabIndex={0} role="region" aria-label={t('hooks.log')}>
        <table className="table">
          <thead><tr>{(['time', 'event', 'attempt', 'outcome'] as const).map((column) => <th key={column} scope="col">{t(`hooks.columns.${column}`)}</th>)}</tr></thead>
          <tbody>{pages.lines?.map((one) => <tr key={one.id}><td className="number">{time.format(new Date(one.at))}</td><td>{one.seq === null ? t('hooks.ping') : `${one.type} ${one.seq}`}</td><td className="number">{one.attempt}</td><td>{t(`hooks.outcomes.${one.outcome}`)}{one.status === null ? '' : ` (${one.status})`}</td></tr>)}</tbody>
        </table>
      </div>
      <MorePages {...pages} />
    </>
  );
}
