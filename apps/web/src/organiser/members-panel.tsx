import { MEMBER_ROLES, type HttpAnswers, type MemberRole } from '@tsunagu/contracts';
import { useState } from 'react';
import { call } from '../live/call.js';
import { CopyButton } from '../look/copy.js';
import { TextField } from '../look/field.js';
import { Icon } from '../look/icons.js';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { Question } from './question.js';
import { useOnce } from './use-once.js';
import { NotRead, useReadAnew } from './use-read-anew.js';

type Member = HttpAnswers['listMembers']['members'][number];

/** Who works on the event and what they may do; only owners change it. */
export function MembersPanel() {
  const { t } = useTranslation(['room', 'look']);
  const { eventId, organiserId: self, may, ask } = useBoard();
  const { notify } = useNotices();
  const [leaving, setLeaving] = useState(false);
  const { value: members = [], error, again: load } = useReadAnew(async () => (await call('listMembers', { params: { eventId } })).members);
  const [added, setAdded] = useState<{ login: string; link: string | null }>();
  const change = async (organiserId: string, role: MemberRole): Promise<void> => {
    await ask('changeMember', { organiserId }, { role });
    load();
  };
  const add = async (login: string, role: MemberRole): Promise<boolean> => {
    const answer = await ask('addMember', {}, { login, role });
    setAdded(answer && { login, link: answer.loginUrl });
    load();
    return answer !== undefined;
  };
  /** In the role that they had; there is nothing to hand over unless they need another link. */
  const addAgain = async ({ login, role }: Member): Promise<void> => {
    const answer = await ask('addMember', {}, { login, role });
    if (answer?.loginUrl) setAdded({ login, link: answer.loginUrl });
    load();
  };
  const remove = async (member: Member): Promise<void> => {
    if (await ask('removeMember', { organiserId: member.organiserId }, undefined) === undefined) return load();
    setAdded((old) => (old?.login === member.login ? undefined : old));
    notify({ text: t('members.removed', { login: member.login }), action: { label: t('look:undo'), run: () => void addAgain(member) } });
    load();
  };
  const leave = (): void => {
    setLeaving(false);
    void ask('removeMember', { organiserId: self }, undefined).then(load);
  };
  return (
    <section className="card stack-tight" aria-labelledby="members">
      <h2 id="members">{t('members.title')}</h2>
      <p className="field-help">{t('members.lead')}</p>
      <NotRead error={error} again={load} />
      <ul className="stack-tight">
        {members.map((member) => (
          <MemberLine key={member.organiserId} member={member} onRole={(role) => void change(member.organiserId, role)} onRemove={() => (member.organiserId === self ? setLeaving(true) : void remove(member))} />
        ))}
      </ul>
      {leaving && <Question title={t('members.leaveTitle')} yes={t('members.leave')} serious onYes={leave} onNo={() => setLeaving(false)}>{t('members.leaveHelp')}</Question>}
      {may('owner') && <AddMember onAdd={add} />}
      {added && <HowToSignIn {...added} />}
    </section>
  );
}

function MemberLine({ member: { login, role, waits }, onRole, onRemove }: { member: Member; onRole: (role: MemberRole) => void; onRemove: () => void }) {
  const { t } = useTranslation('room');
  const { may } = useBoard();
  return (
    <li className="rule member">
      <span><bdi>{login}</bdi>{waits && <span className="small soft"> {t('members.waits')}</span>}</span>
      {may('owner') ? (
        <span className="row-tight">
          <RoleSelect label={t('members.roleOf', { login })} value={role} onRole={onRole} />
          <button type="button" className="button button-plain button-round" aria-label={t('members.remove', { login })} onClick={onRemove}><Icon of="close" size={18} /></button>
        </span>
      ) : <span className="small soft">{t(`members.roles.${role}`)}</span>}
    </li>
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
  const [add, adding] = useOnce(async () => { if (await onAdd(login.trim(), role)) setLogin((now) => (now === login ? '' : now)); });
  return (
    <form className="member-add" onSubmit={(event) => { event.preventDefault(); add(); }} noValidate>
      <TextField label={t('members.login')} value={login} onText={setLogin} autoComplete="off" />
      <RoleSelect label={t('members.role')} value={role} onRole={setRole} />
      <button type="submit" className="button" disabled={!login.trim()} {...adding}>{t('members.add')}</button>
      <p className="field-help">{t(`members.may.${role}`)}</p>
    </form>
  );
}
