import type { HttpAnswers } from '@tsunagu/contracts';
import { useRef, useState, type ReactNode } from 'react';
import { call } from '../live/call.js';
import { CopyButton } from '../look/copy.js';
import { Field, TextField } from '../look/field.js';
import { say } from '../look/language.js';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useTitle } from '../look/use-title.js';
import { ConsoleBar } from './console-bar.js';
import { MorePages, usePagedList } from './more-pages.js';
import { useOnce } from './use-once.js';
import { NotRead, useReadAnew } from './use-read-anew.js';

type Operations = HttpAnswers['readOperations'];
type Keys = HttpAnswers['listServiceKeys'];

/** How the installation runs, for the operator: queues, other services, webhooks, API keys, messages that could not be taken. */
export function OperatorPage({ onSignOut }: { onSignOut: () => void }) {
  const { t } = useTranslation(['outside', 'look']);
  useTitle(t('operator.title'));
  const loads = useRef(0);
  const { value: page, error, again: load } = useReadAnew(async () => {
    const [operations, keys] = await Promise.all([call('readOperations', { params: {} }), call('listServiceKeys', { params: {} })]);
    return { operations, keys, load: loads.current++ };
  });
  return (
    <>
      <ConsoleBar onSignOut={onSignOut} />
      <main className="middle stack">
        <div className="spread"><h1>{t('operator.title')}</h1><button type="button" className="button" onClick={load}>{t('operator.refresh')}</button></div>
        <p>{t('operator.lead')} <a href="/operator/queues/">{t('operator.queuesPage')}</a></p>
        {!page && error === undefined && <p role="status">{t('look:loading')}</p>}
        <NotRead error={error} again={load} />
        {page && <><Queues operations={page.operations} /><Services operations={page.operations} /><KeysCard keys={page.keys} onChange={load} /><LettersCard key={page.load} /></>}
      </main>
    </>
  );
}

function Table({ name, columns, children }: { name: string; columns: string[]; children: ReactNode }) {
  return <div className="table-frame" tabIndex={0} role="region" aria-label={name}><table className="table"><thead><tr>{columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead><tbody>{children}</tbody></table></div>;
}

const seconds = (value: number): number => Math.round(value * 10) / 10;

function Queues({ operations: { queues, jobs, webhooks } }: { operations: Operations }) {
  const { t } = useTranslation('outside');
  const numbers = ['waiting', 'active', 'delayed', 'failed'] as const;
  return (
    <section className="card stack-tight">
      <h2>{t('operator.queues')}</h2>
      {queues === null && <p className="box box-bad">{t('operator.queuesDown')}</p>}
      {queues && (
        <Table name={t('operator.queues')} columns={[t('operator.columns.name'), ...numbers.map((column) => t(`operator.columns.${column}`)), t('operator.columns.oldest')]}>
          {queues.map((queue) => <tr key={queue.queue}><th scope="row">{t(`operator.queueNames.${queue.queue as 'profiles'}`)}</th>{numbers.map((column) => <td key={column} className="number">{queue[column]}</td>)}<td className="number">{t('operator.seconds', { count: seconds(queue.oldestSeconds) })}</td></tr>)}
        </Table>
      )}
      <p>{t('operator.jobs', { waiting: jobs.waiting, dead: jobs.dead })}</p>
      <p>{t('operator.webhooks', { running: webhooks.running, failing: webhooks.failing, stopped: webhooks.stopped, waiting: webhooks.waiting, failed: webhooks.failedLastHour })}</p>
    </section>
  );
}

function Services({ operations: { services } }: { operations: Operations }) {
  const { t } = useTranslation('outside');
  const columns = (['open', 'lag', 'unread', 'behind', 'letters'] as const).map((column) => t(`operator.serviceColumns.${column}`));
  return (
    <section className="card stack-tight">
      <h2>{t('operator.services')}</h2>
      {services.length === 0 && <p>{t('operator.noServices')}</p>}
      {services.length > 0 && (
        <Table name={t('operator.services')} columns={[t('operator.columns.name'), ...columns]}>
          {services.map((one) => (
            <tr key={one.service}>
              <th scope="row">{one.service}</th><td className="number">{one.open}</td>
              <td className="number">{one.lagSeconds ? `${t('operator.seconds', { count: seconds(one.lagSeconds.p50) })} / ${t('operator.seconds', { count: seconds(one.lagSeconds.p95) })}` : '–'}</td>
              <td className="number">{one.undelivered}</td><td className="number">{one.eventsBehind}</td><td className="number">{one.letters}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}

function KeysCard({ keys: { services, keys }, onChange }: { keys: Keys; onChange: () => void }) {
  const { t, language } = useTranslation('outside');
  const { notifyError } = useNotices();
  const [service, setService] = useState(services[0] ?? '');
  const [name, setName] = useState('');
  const [secret, setSecret] = useState('');
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' });
  const [make, making] = useOnce(async () => {
    try {
      setSecret((await call('makeServiceKey', { params: {}, body: { service, name } })).secret);
      setName((now) => (now === name ? '' : now));
      onChange();
    } catch (error) {
      notifyError(error);
    }
  });
  const revoke = (keyId: string): void => void call('revokeServiceKey', { params: { keyId } }).then(onChange, notifyError);
  return (
    <section className="card stack-tight" aria-labelledby="keys">
      <h2 id="keys">{t('operator.keys')}</h2>
      <p className="field-help">{t('operator.keysLead')}</p>
      <ul className="stack-tight">
        {keys.map((key) => (
          <li key={key.id} className="rule member">
            <span><code>{key.hint}…</code> <bdi>{key.service}</bdi> <bdi>{key.name}</bdi> <span className="small soft">{key.usedAt ? t('operator.used', { time: time.format(new Date(key.usedAt)) }) : t('operator.unused')}</span></span>
            {key.revokedAt ? <span className="small soft">{t('operator.revoked')}</span> : <button type="button" className="button" onClick={() => revoke(key.id)}>{t('operator.revoke')}</button>}
          </li>
        ))}
      </ul>
      {secret && <div className="box box-good stack-tight" role="status"><p>{t('operator.keySecret')}</p><p className="small member-link">{secret}</p><div className="row"><CopyButton text={secret} label={t('operator.copyKey')} /></div></div>}
      {services.length > 0 && (
        <form className="member-add" onSubmit={(submitted) => { submitted.preventDefault(); make(); }} noValidate>
          <Field label={t('operator.keyService')}>{(parts) => <select className="select" {...parts} value={service} onChange={(event) => setService(event.target.value)}>{services.map((one) => <option key={one}>{one}</option>)}</select>}</Field>
          <TextField label={t('operator.keyName')} value={name} onText={setName} autoComplete="off" />
          <button type="submit" className="button" disabled={!name.trim()} {...making}>{t('operator.makeKey')}</button>
        </form>
      )}
    </section>
  );
}

/** Messages that could not be taken, the latest first. */
function LettersCard() {
  const { t, language } = useTranslation('outside');
  const pages = usePagedList(async (query) => {
    const { letters, next } = await call('listDeadLetters', { params: {}, query });
    return { lines: letters, next };
  });
  const letters = pages.lines;
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'medium' });
  return (
    <section className="card stack-tight">
      <h2>{t('operator.letters')}</h2>
      {letters?.length === 0 && <p>{t('operator.noLetters')}</p>}
      {letters && letters.length > 0 && (
        <><Table name={t('operator.letters')} columns={(['time', 'service', 'pattern', 'why'] as const).map((column) => t(`operator.letterColumns.${column}`))}>
          {letters.map((one) => <tr key={one.id}><td className="number">{time.format(new Date(one.at))}</td><td>{one.service}</td><td>{one.pattern}</td><td>{say(one, language)}{one.replayedAt && ` (${t('operator.replayed')})`}</td></tr>)}
        </Table><p className="field-help">{t('operator.lettersHelp')}</p></>
      )}
      <MorePages {...pages} />
    </section>
  );
}
