import { useState } from 'react';
import { useTranslation } from '../look/translation.js';
import { AnnounceAt } from './announce-at.js';
import { useBoard } from './board.js';
import { SizeFields } from './size-fields.js';
import { isWhole } from './typed-number.js';
import { useCheckInAll } from './use-check-in-all.js';
import { useOnce } from './use-once.js';
import { whoIsHere } from './who-is-here.js';

/** Planned together, so that as few people as possible meet twice. */
const ROUNDS = [1, 2, 3, 4, 5] as const;

/** The size range and the one button. */
export function FormControls({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation('board');
  const { state, checkIns: { waiting }, ask } = useBoard();
  const checkInAll = useCheckInAll();
  const [{ min, max }, setSize] = useState(state.event.teamSize);
  const [rounds, setRounds] = useState(1);
  const valid = isWhole(min, 2, max) && isWhole(max, 2, 50);
  const { ready, paused, absent } = whoIsHere(state.people, waiting);
  const [form, asking] = useOnce(async () => { if (valid) await ask('formTeams', {}, { teamSize: { min, max }, rounds }); });
  return (
    <section className="card form-controls">
      <SizeFields label={t('teams.size')} value={{ min, max }} onChange={setSize} help={state.teams.length > 0 ? t('teams.sizeOfNext') : undefined} wrong={valid ? undefined : t('teams.sizeWrong')} />
      <label className="field"><span className="field-label">{t('teams.rounds')}</span>
        <select className="select" value={rounds} onChange={(event) => setRounds(Number(event.target.value))}>{ROUNDS.map((count) => <option key={count} value={count}>{count === 1 ? t('teams.oneRound') : t('teams.roundCount', { count })}</option>)}</select>
      </label>
      {state.teams.length === 0 && <AnnounceAt />}
      <div className="stack-tight">
        <p className="small">{ready > 0 ? t('teams.hereNow', { count: ready }) : t(paused > 0 ? 'teams.allPaused' : 'teams.nobody')}{paused > 0 && <span className="soft"> {t('teams.pausedToo', { count: paused })}</span>}</p>
        <div className="row">
          <button type="button" className="button button-main" disabled={disabled || !valid || ready === 0} {...asking} onClick={form}>{t(state.teams.length > 0 ? 'teams.formNew' : 'teams.form')}</button>
          {absent.length > 0 && <button type="button" className="button" onClick={() => void checkInAll(absent)}>{ready + paused === 0 ? t('teams.checkInAll') : t('teams.checkInRest', { count: absent.length })}</button>}
        </div>
      </div>
    </section>
  );
}
