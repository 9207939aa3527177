import { useState } from 'react';
import { useTranslation } from '../look/translation.js';
import { AnnounceAt } from './announce-at.js';
import { useBoard } from './board.js';
import { isWhole, numberIn, textOf } from './typed-number.js';
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
  const [min, setMin] = useState(state.event.teamSize.min);
  const [max, setMax] = useState(state.event.teamSize.max);
  const [rounds, setRounds] = useState(1);
  const valid = isWhole(min, 2, max) && isWhole(max, 2, 50);
  const sizeParts = { type: 'number', className: 'input', inputMode: 'numeric', min: 2, max: 50, 'aria-invalid': valid ? undefined : true, 'aria-describedby': valid ? undefined : 'form-size-wrong' } as const;
  const { ready, paused, absent } = whoIsHere(state.people, waiting);
  const [form, asking] = useOnce(async () => { if (valid) await ask('formTeams', {}, { teamSize: { min, max }, rounds }); });
  return (
    <section className="card form-controls">
      <fieldset className="field">
        <legend className="field-label">{t('teams.size')}</legend>
        <div className="row">
          <label className="size"><span className="small">{t('teams.min')}</span><input {...sizeParts} value={textOf(min)} onChange={(event) => setMin(numberIn(event.target.value))} /></label>
          <span aria-hidden="true">{t('create.to')}</span>
          <label className="size"><span className="small">{t('teams.max')}</span><input {...sizeParts} value={textOf(max)} onChange={(event) => setMax(numberIn(event.target.value))} /></label>
        </div>
        {state.teams.length > 0 && <p className="field-help">{t('teams.sizeOfNext')}</p>}
        {!valid && <p className="field-wrong" id="form-size-wrong" role="alert">{t('teams.sizeWrong')}</p>}
      </fieldset>
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
