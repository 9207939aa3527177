import { TEXT_LIMITS, shortTextProblem, type FoundedTeamView } from '@tsunagu/contracts';
import { useState, type FormEvent } from 'react';
import { TextField } from '../look/field.js';
import { Names } from '../look/names.js';
import { useTranslation } from '../look/translation.js';
import { useTextProblem } from '../look/use-text-problem.js';
import { Written } from '../look/written.js';
import { usePhone } from './phone.js';
import { useTyped } from './use-typed.js';
import { useUnsent } from './use-unsent.js';

/** A team of one's own before the organiser forms the rest: mine, or those I may join, or a new one. Once teams are published, mine alone, where it did not come about. */
export function FoundedTeam() {
  const { t } = useTranslation('phone');
  const { state: { foundedTeam, foundedTeams, event } } = usePhone();
  if (foundedTeam) return <Mine team={foundedTeam} />;
  if (event.teamsPublished) return null;
  return (
    <details className="more" open={foundedTeams.length > 0}>{/* full ones too: nothing closes under whoever types here */}
      <summary>{t('founded.title')}</summary>
      <div className="more-inside">
        <p className="field-help">{t('founded.help')}</p>
        <Open />
        <Found />
      </div>
    </details>
  );
}

function Mine({ team }: { team: FoundedTeamView }) {
  const { t } = useTranslation('phone');
  const { state: { event }, change } = usePhone();
  return (
    <section className="card card-thread stack-tight" aria-labelledby="founded">
      <p className="small soft">{t('founded.mine')}</p>
      <h2 id="founded"><Written text={team.name} /></h2>
      <Facts team={team} />
      <p className="field-help">{t(event.teamsPublished ? 'founded.apart' : 'founded.mineHelp')}</p>
      <div className="row"><button type="button" className="button" onClick={() => void change('leaveFoundedTeam', {}, undefined)}>{t('founded.leave')}</button></div>
    </section>
  );
}

function Facts({ team: { members, seats, wants } }: { team: FoundedTeamView }) {
  const { t } = useTranslation(['phone', 'look']);
  return (
    <>
      <p><Names names={members.map((member) => member.nickname)} /> <span className="small soft">{t('founded.seats', { count: members.length, seats })}</span></p>
      {wants.length > 0 && <p className="small"><span className="soft">{t('founded.wants')}{t('look:colon')}</span><Names names={wants} /></p>}
    </>
  );
}

/** Teams with a free seat, as they are now: a full one, and one that has gone, is not offered any more. */
function Open() {
  const { t } = useTranslation(['phone', 'look']);
  const { state: { foundedTeams }, change } = usePhone();
  const teams = foundedTeams.filter((team) => team.members.length < team.seats);
  return (
    <ul className="stack-tight">
      {teams.map((team) => (
        <li key={team.id} className="jacket">
          <p className="jacket-title"><Written text={team.name} /></p>
          <Facts team={team} />
          <div className="row"><button type="button" className="button" aria-label={t('look:named', { what: t('founded.join'), name: team.name })} onClick={() => void change('joinFoundedTeam', { foundedTeamId: team.id }, undefined)}>{t('founded.join')}</button></div>
        </li>
      ))}
    </ul>
  );
}

function Found() {
  const sayProblem = useTextProblem();
  const { t } = useTranslation('phone');
  const { state: { event: { teamSize: { min, max } } }, change, waiting } = usePhone();
  const [value, put, forget] = useTyped('founded', { name: '', seats: String(min), wants: '' });
  const { name, seats, wants } = value;
  const unsent = useUnsent('makeFoundedTeam');
  const [wrong, setWrong] = useState<{ name?: string; seats?: string }>({});
  const found = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const problem = shortTextProblem(name, TEXT_LIMITS.nicknameGraphemes);
    const count = Number(seats);
    const fits = Number.isInteger(count) && count >= min && count <= max;
    setWrong({ name: sayProblem(problem), seats: fits ? undefined : t('founded.size.wrong', { min, max }) });
    if (problem || !fits) return;
    const answer = await change('makeFoundedTeam', {}, { name, seats: count, wants: wants.split(/[、,，\n]/).map((want) => want.trim()).filter(Boolean).slice(0, TEXT_LIMITS.wantsPerTeam) });
    if (answer !== undefined) forget(value);
  };
  return (
    <form className="stack" onSubmit={(event) => void found(event)} noValidate>
      <TextField label={t('founded.name')} value={name} onText={(next) => put({ ...value, name: next })} wrong={wrong.name} autoComplete="off" />
      <TextField label={t('founded.size.label')} type="number" help={t('founded.size.help', { min, max })} inputMode="numeric" min={min} max={max} wrong={wrong.seats} value={seats} onText={(next) => put({ ...value, seats: next })} />
      <TextField label={t('founded.wantsLabel')} help={t('founded.wantsHelp')} optional value={wants} onText={(next) => put({ ...value, wants: next })} autoComplete="off" />
      <p role="status">{unsent && t('unsent')}</p>
      <div className="row"><button type="submit" className="button button-main" disabled={waiting.has('makeFoundedTeam')}>{t('founded.make')}</button></div>
    </form>
  );
}
