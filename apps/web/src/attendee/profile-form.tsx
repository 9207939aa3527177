import { TEXT_LIMITS, shortTextProblem } from '@tsunagu/contracts';
import { useState, type FormEvent } from 'react';
import { TextField } from '../look/field.js';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useTextProblem } from '../look/use-text-problem.js';
import { usePhone } from './phone.js';
import { AboutFields, ShowsFields } from './profile-fields.js';
import { useTyped } from './use-typed.js';

/** Name, affiliation and what others see, to correct at any time. */
export function ProfileForm() {
  const sayProblem = useTextProblem();
  const { t } = useTranslation('phone');
  const { state: { me }, change } = usePhone();
  const { notify } = useNotices();
  const [value, setValue, forget] = useTyped('profile', { nickname: me.nickname, affiliation: me.affiliation ?? '', sector: me.sector, teamWish: me.teamWish, shows: me.shows });
  const [wrong, setWrong] = useState<string>();
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const problem = shortTextProblem(value.nickname, TEXT_LIMITS.nicknameGraphemes);
    setWrong(sayProblem(problem));
    if (problem) return;
    const answer = await change('changeProfile', {}, { ...value, affiliation: value.affiliation.trim() || null });
    if (answer === undefined) return;
    forget(value);
    notify({ text: t('data.saved') });
  };
  return (
    <section className="card stack" aria-labelledby="profile">
      <h2 id="profile">{t('data.profile')}</h2>
      <form className="stack" onSubmit={(event) => void save(event)} noValidate>
        <TextField label={t('join.nickname')} value={value.nickname} onText={(nickname) => setValue({ ...value, nickname })} wrong={wrong} autoComplete="nickname" />
        <AboutFields value={value} onChange={(next) => setValue({ ...value, ...next })} />
        <ShowsFields value={value.shows} onChange={(shows) => setValue({ ...value, shows })} />
        <button type="submit" className="button button-main">{t('data.saveProfile')}</button>
      </form>
    </section>
  );
}
