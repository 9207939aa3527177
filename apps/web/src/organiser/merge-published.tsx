import type { TeamView } from '@tsunagu/contracts';
import { useState } from 'react';
import { Field, TextField } from '../look/field.js';
import { useNotices } from '../look/notices.js';
import { ownName } from '../look/own-name.js';
import { Sheet } from '../look/sheet.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { fullBy } from './full-by.js';
import { useOnce } from './use-once.js';

/** Makes one published team of two, where too few have stayed in one of them; recorded with the reason. */
export function MergePublished({ team }: { team: TeamView }) {
  const { t } = useTranslation('board');
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button button-plain" aria-label={t('teams.mergeOf', { number: team.number })} onClick={() => setOpen(true)}>{t('teams.merge')}</button>
      {open && <MergeSheet team={team} onClose={() => setOpen(false)} />}
    </>
  );
}

function MergeSheet({ team, onClose }: { team: TeamView; onClose: () => void }) {
  const { id: keepId, number } = team;
  const { t } = useTranslation(['board', 'look']);
  const { state: { teams }, ask } = useBoard();
  const { notify } = useNotices();
  const [dropId, setDropId] = useState('');
  const [why, setWhy] = useState('');
  const others = teams.filter(({ id }) => id !== keepId);
  const tooMany = fullBy(team, others.find(({ id }) => id === dropId)?.members.length ?? 0);
  const [merge, merging] = useOnce(async () => {
    if (await ask('mergeTeams', {}, { keepId, dropId, why }) === undefined) return;
    notify({ text: t('teams.merged', { number, other: others.find(({ id }) => id === dropId)?.number ?? '' }) });
    onClose();
  });
  return (
    <Sheet title={t('teams.mergeOf', { number })} onClose={onClose}>
      <p>{t('teams.mergeHelp', { number })}</p>
      <Field label={t('teams.mergeWith')}>
        {(parts) => (
          <select {...parts} className="select" value={dropId} onChange={(event) => setDropId(event.target.value)}>
            <option value="">–</option>
            {others.map((other) => <option key={other.id} value={other.id}>{t('teams.moveTo', { number: other.number, name: ownName(other), count: other.members.length })}</option>)}
          </select>
        )}
      </Field>
      {tooMany !== null && <p role="status" className="box small">{t('teams.mergeOver', { count: tooMany })}</p>}
      <TextField label={t('teams.mergeWhy')} optional value={why} onText={setWhy} />
      <div className="sheet-actions"><button type="button" className="button button-main" disabled={!dropId} {...merging} onClick={merge}>{t('teams.mergeDo')}</button><button type="button" className="button" onClick={onClose}>{t('look:cancel')}</button></div>
    </Sheet>
  );
}
