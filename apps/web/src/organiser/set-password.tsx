import { LIMITS } from '@tsunagu/contracts';
import { useState, type FormEvent } from 'react';
import { call } from '../live/call.js';
import { TextField } from '../look/field.js';
import { useErrorText, useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useTitle } from '../look/use-title.js';
import { ConsoleBar } from './console-bar.js';

/** After a login link: choose a password, or do so another time. */
export function SetPassword({ login, onDone }: { login: string; onDone: () => void }) {
  const { t } = useTranslation('board');
  useTitle(t('signIn.newPasswordTitle'));
  const { notify } = useNotices();
  const errorText = useErrorText();
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<string>();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (password.length < LIMITS.passwordUnits) return setWrong(t('signIn.passwordShort'));
    try {
      await call('setPassword', { params: {}, body: { password } });
      notify({ text: t('signIn.passwordSet') });
      onDone();
    } catch (refused) {
      setWrong(errorText(refused));
    }
  };
  return (
    <>
      <ConsoleBar />
      <main className="narrow stack">
        <h1>{t('signIn.newPasswordTitle')}</h1>
        <p className="soft">{t('signIn.newPasswordHelp', { login })}</p>
        <form className="card stack" onSubmit={(event) => void submit(event)} noValidate>
          <input type="text" name="username" value={login} autoComplete="username" readOnly hidden />
          <TextField label={t('signIn.newPassword')} type="password" value={password} onText={setPassword} wrong={wrong} autoComplete="new-password" />
          <div className="row">
            <button type="submit" className="button button-main">{t('signIn.setPassword')}</button>
            <button type="button" className="button" onClick={onDone}>{t('signIn.skip')}</button>
          </div>
        </form>
      </main>
    </>
  );
}
