import { MEMBER_ROLES, type HttpAnswers, type MemberRole } from '@tsunagu/contracts';
import { useCallback, useEffect, useState } from 'react';
import { CopyButton } from '../look/copy.js';
import { TextField } from '../look/field.js';
import { Icon } from '../look/icons.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { useOnce } from './use-once.js';

type Member = HttpAnswers['listMembers']['members'][number];

/** Who works on the event and what they may do; only owners change it. */
export function MembersPanel() {
  const { t } = useTranslation('room');
  const { may, ask } = useBoard();
  const [members, setMembers] = useState<Member[]>([]);
  const [added, setAdded] = useState<{ login: string; link: string | null }>();
  const load = useCallback(() => void ask('listMembers', {}, undefined).then((answer) => { if (answer) setMembers(answer.members); }), [ask]);
  useEffect(load, [load]);
  const change = async (organiserId: string, role: MemberRole): Promise<void> => {
    await ask('changeMember', { organiserId }, { role });
    load();
  };
  const remove = async (organiserId: string): Promise<void> => {
    await ask('removeMember', { organiserId }, undefined);
    load();
  };
  const add = async (login: string, role: MemberRole): Promise<boolean> => {
    const answer = await ask('addMember', {}, { login, role });
    setAdded(answer && { login, link: answer.loginUrl });
    load();
    return answer !== undefined;
  };
  return (
    <section className="card stack-tight" aria-labelledby="members">
      <h2 id="members">{t('members.title')}</h2>
      <p className="field-help">{t('members.lead')}</p>
      <ul className="stack-tight">
        {members.map(({ organiserId, login, role, waits }) => (
          <li key={organiserId} className="rule member">
            <span><bdi>{login}</bdi>{waits && <span className="small soft"> {t('members.waits')}</span>}</span>
            {may('owner') ? (
              <span className="row-tight">
                <RoleSelect label={t('members.roleOf', { login })} value={role} onRole={(next) => void change(organiserId, next)} />
                <button type="button" className="button button-plain button-round" aria-label={t('members.remove', { login })} onClick={() => void remove(organiserId)}><Icon of="close" size={18} /></button>
              </span>
            ) : <span className="small soft">{t(`members.roles.${role}`)}</span>}
          </li>
        ))}
      </ul>
      {may('owner') && <AddMember onAdd={add} />}
      {added && <HowToSignIn {...added} />}
    </section>
  );
}

/** What somebody who has been added signs in with. */
function HowToSignIn({ login, link }: { login: string; link: string | null }) {
  const { t } = useTranslation('room');
  if (link === null) return <p className="box" role="status">{t('members.noLink', { login })}</p>;
  return <div className="box box-good stack-tight" role="status"><p>{t('members.link', { login })}</p><p className="small member-link">{link}</p><div className="row"><CopyButton text={link} label={t('members.copyLink')} /></div></div>;
}

function RoleSelect({ label, value, onRole }: { label: string; value: MemberRole; onRole: (role: MemberRole) => void }) {
  const { t } = useTranslation('room');
  return <select className="select" aria-label={label} value={value} onChange={(event) => onRole(event.target.value as MemberRole)}>{MEMBER_ROLES.map((role) => <option key={role} value={role}>{t(`members.roles.${role}`)}</option>)}</select>;
}

function AddMember({ onAdd }: { onAdd: (login: string, role: MemberRole) => Promise<boolean> }) {
  const { t } = useTranslation('room');
  const [login, setLogin] = useState('');
  const [role, setRole] = useState<MemberRole>('facilitator');
  const [add, adding] = useOnce(async () => { if (await onAdd(login.trim(), role)) setLogin(''); });
  return (
    <form className="member-add" onSubmit={(event) => { event.preventDefault(); add(); }} noValidate>
      <TextField label={t('members.login')} value={login} onText={setLogin} autoComplete="off" />
      <RoleSelect label={t('members.role')} value={role} onRole={setRole} />
      <button type="submit" className="button" disabled={!login.trim()} {...adding}>{t('members.add')}</button>
      <p className="field-help">{t(`members.may.${role}`)}</p>
    </form>
  );
}
