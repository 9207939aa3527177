import { LIMITS, shortTextProblem, type DraftTeam } from '@tsunagu/contracts';
import { useEffect, useRef, useState } from 'react';
import { isComposing } from '../look/field.js';
import { ownName } from '../look/own-name.js';
import { useTranslation } from '../look/translation.js';

/** A team's name, edited in place; it is saved on Enter or on leaving. */
export function TeamName({ team, onRename }: { team: DraftTeam; onRename: (name: string) => Promise<boolean> }) {
  const { t } = useTranslation(['board', 'look']);
  const [name, setName] = useState(ownName(team));
  // A team without a name of its own shows what to do instead of its number once more.
  const known = ownName(team);
  useEffect(() => setName(known), [known]);
  const latest = useRef(known);
  latest.current = known;
  const save = (): void => {
    if (name === known) return;
    if (shortTextProblem(name, LIMITS.nicknameGraphemes)) setName(known);
    // refused, and not typed over meanwhile, it goes back to what everybody sees
    else void onRename(name).then((saved) => { if (!saved) setName((now) => (now === name ? latest.current : now)); });
  };
  return (
    <input
      className="input team-name" type="text" value={name} aria-label={t('look:named', { what: t('teams.rename'), name: t('teams.team', { number: team.number }) })} placeholder={t('teams.renameHint')}
      onChange={(event) => setName(event.target.value)} onBlur={save}
      onKeyDown={(event) => { if (event.key === 'Enter' && !isComposing(event)) event.currentTarget.blur(); }}
    />
  );
}
