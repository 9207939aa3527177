import type { OrganiserView } from '@tsunagu/contracts';
import { useState, type FormEvent } from 'react';
import { call } from '../live/call.js';
import { TextField } from '../look/field.js';
import { useErrorText } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useTitle } from '../look/use-title.js';
import { ConsoleBar } from './console-bar.js';

export function SignIn({ onSignedIn }: { onSignedIn: (organiser: OrganiserView) => void }) {
  const { t } = useTranslation('board');
  useTitle(t('signIn.title'));
  const errorText = useErrorText();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<unknown>();
  const [working, setWorking] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setWorking(true);
    setError(undefined);
    try {
      onSignedIn(await call('signIn', { params: {}, body: { login, password } }));
    } catch (refused) {
      setError(refused);
      setWorking(false);
    }
  };
  return (
    <>
      <ConsoleBar />
      <main className="narrow stack">
        <h1>{t('signIn.title')}</h1>
        <form className="card stack" onSubmit={(event) => void submit(event)}>
          <TextField label={t('signIn.login')} value={login} onText={setLogin} autoComplete="username" autoCapitalize="none" required />
          <TextField label={t('signIn.password')} type="password" value={password} onText={setPassword} autoComplete="current-password" required />
          {error !== undefined && <p className="box box-bad" role="alert">{errorText(error)}</p>}
          <button type="submit" className="button button-main button-wide" disabled={working}>{t('signIn.submit')}</button>
        </form>
        <p className="small soft">{t('signIn.help')}</p>
      </main>
    </>
  );
}
