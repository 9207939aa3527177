import { useState } from 'react';
import { Field } from '../look/field.js';
import { Sheet } from '../look/sheet.js';
import { useTranslation } from '../look/translation.js';
import { markOf } from './alike-people.js';
import { useBoard } from './board.js';

/** People of one team, or of none, whom somebody can change places with. */
export interface SwapGroup { label: string; ids: readonly string[] }

/** Asks with whom somebody changes places, by team. */
export function SwapSheet({ participantId, groups, onSwap, onClose }: { participantId: string; groups: readonly SwapGroup[]; onSwap: (withId: string) => void; onClose: () => void }) {
  const { t, language } = useTranslation(['board', 'look']);
  const { person } = useBoard();
  const [chosen, setChosen] = useState('');
  return (
    <Sheet title={t('teams.swapOf', { name: person(participantId)?.nickname ?? '' })} onClose={onClose}>
      <p>{t('teams.swapHelp')}</p>
      <Field label={t('teams.swapWith')}>
        {(parts) => (
          <select {...parts} className="select" value={chosen} onChange={(event) => setChosen(event.target.value)}>
            <option value="">{t('people.mergeNobody')}</option>
            {groups.map(({ label, ids }) => (
              <optgroup key={label} label={label}>
                {ids.map(person).map((other) => other && <option key={other.id} value={other.id}>{[other.nickname, markOf(other, language)].filter(Boolean).join(' / ')}</option>)}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <div className="sheet-actions"><button type="button" className="button button-main" disabled={!chosen} onClick={() => onSwap(chosen)}>{t('teams.swapDo')}</button><button type="button" className="button" onClick={onClose}>{t('look:cancel')}</button></div>
    </Sheet>
  );
}
