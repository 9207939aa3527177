import { useState, type FormEvent } from 'react';
import { go } from '../live/address.js';
import { TextField } from '../look/field.js';
import { Phrases } from '../look/phrases.js';
import { useTranslation } from '../look/translation.js';
import { Written } from '../look/written.js';
import { readJoined } from './joined-event.js';
import { cleanCode, CODE_LENGTH } from './route.js';
import { TopBar } from './top-bar.js';

/** The front page: the code on the wall leads to the event. */
export function FindEvent() {
  const { t } = useTranslation('phone');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [joined] = useState(readJoined);
  const find = (event: FormEvent): void => {
    event.preventDefault();
    const code = cleanCode(typed);
    if (code.length === CODE_LENGTH) go(`/j/${code}`);
    else setWrong(t('find.wrongCode'));
  };
  return (
    <>
      <TopBar />
      <main className="page stack">
        <div className="hero">
          <h1><Phrases text={t('find.title')} /></h1>
          <p className="soft">{t('find.lead')}</p>
        </div>
        {joined && <a className="box stack-tight" href={`/e/${joined.eventId}`}><span className="small">{t('find.joined')}</span><Written text={joined.title} /></a>}
        <form className="card stack" onSubmit={find} noValidate>
          <TextField
            label={t('find.code')} value={typed} onText={setTyped} wrong={wrong} maxLength={20}
            autoComplete="off" autoCapitalize="characters" autoCorrect="off" spellCheck={false} inputMode="text"
          />
          <button type="submit" className="button button-main button-wide">{t('find.next')}</button>
        </form>
        <ol className="how">
          {(['write', 'meet', 'team'] as const).map((step) => <li key={step}>{t(`find.steps.${step}`)}</li>)}
        </ol>
      </main>
    </>
  );
}
