import { TEXT_LIMITS, shortTextProblem } from '@tsunagu/contracts';
import { useState, type FormEvent } from 'react';
import { flushSync } from 'react-dom';
import { TextField } from '../look/field.js';
import { leadToFirst } from '../look/lead-to-first.js';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useTextProblem } from '../look/use-text-problem.js';
import { usePhone } from './phone.js';
import { AboutFields, ShowsFields } from './profile-fields.js';
import { profileBody, type TypedProfile } from './profile-typed.js';
import { useTyped } from './use-typed.js';

/** Name, affiliation and what others see, to correct at any time. */
export function ProfileForm() {
  const sayProblem = useTextProblem();
  const { t } = useTranslation('phone');
  const { state: { me }, change } = usePhone();
  const { notify } = useNotices();
  const [typed, put, forget] = useTyped<TypedProfile>('profile', {});
  const [wrong, setWrong] = useState<{ nickname?: string; affiliation?: string }>({});
  const value = { ...me, ...typed, affiliation: typed.affiliation ?? me.affiliation ?? '' };
  const edit = (next: TypedProfile): void => put({ ...typed, ...next });
  const save = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const nickname = sayProblem(shortTextProblem(value.nickname, TEXT_LIMITS.nicknameGraphemes));
    const affiliation = sayProblem(shortTextProblem(value.affiliation, TEXT_LIMITS.affiliationGraphemes, { optional: true }));
    flushSync(() => setWrong({ nickname, affiliation }));
    if (nickname ?? affiliation) return leadToFirst(event.currentTarget);
    const answer = await change('changeProfile', {}, profileBody(typed));
    if (answer === undefined) return;
    forget(typed);
    notify({ text: t('data.saved') });
  };
  return (
    <section className="card stack" aria-labelledby="profile">
      <h2 id="profile">{t('data.profile')}</h2>
      <form className="stack" onSubmit={(event) => void save(event)} noValidate>
        <TextField label={t('join.nickname')} value={value.nickname} onText={(nickname) => edit({ nickname })} wrong={wrong.nickname} autoComplete="nickname" />
        <AboutFields value={value} onChange={edit} wrong={wrong.affiliation} />
        <ShowsFields value={value.shows} onChange={(shows) => edit({ shows })} />
        <button type="submit" className="button button-main">{t('data.saveProfile')}</button>
      </form>
    </section>
  );
}
