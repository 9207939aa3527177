import type { BrokenView, RepairMove, RepairView } from '@tsunagu/contracts';
import { useMemo } from 'react';
import { say } from '../look/language.js';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { BrokenRules } from './broken-rules.js';
import { emptiedBy } from './emptied-by.js';
import { signedPoints } from './points.js';
import { ruleInWords } from './rule-sentences.js';
import { readRules } from './rules-document.js';
import { seatlessSince } from './seatless-since.js';
import { seatsChanged } from './seats-changed.js';
import { standingApart, type StandingApart } from './standing-apart.js';
import { stillBroken } from './still-broken.js';

/** Brings published teams in line with who is here, by as few moves as it takes; nothing moves before it is applied. */
export function RepairPanel() {
  const { t } = useTranslation('room');
  const { state: { repair }, ask } = useBoard();
  return (
    <section className="card stack-tight" aria-labelledby="repair">
      <div className="spread"><div><h2 id="repair">{t('repair.title')}</h2><p className="field-help">{t('repair.lead')}</p></div>
        <button type="button" className="button" disabled={repair?.status === 'computing'} onClick={() => void ask('findRepair', {}, {})}>{t('repair.find')}</button></div>
      <StandingBroken />
      {repair?.status === 'computing' && <p role="status">{t('repair.computing')}</p>}
      {repair?.status === 'failed' && <p className="box box-bad" role="alert">{t('repair.failed')}</p>}
      {repair?.status === 'ready' && <Ready repair={repair} />}
    </section>
  );
}

/** Which rules the teams break as they stand: who is to be apart and is not, always; the others as they were when moves were last looked for. */
function StandingBroken() {
  const { t } = useTranslation(['board', 'room', 'look']);
  const { state: { event, repair, teams, unplaced }, person } = useBoard();
  const apart = useMemo(() => standingApart(readRules(event.rules), teams, (id) => person(id)?.here !== false), [event.rules, teams, person]);
  const told = repair?.status === 'ready' && !seatsChanged(repair, teams, unplaced) ? stillBroken(repair.broken, teams) : [];
  const others = told.filter(({ rule, teamId }) => !apart.some((one) => one.id === rule && one.teamId === teamId));
  if (apart.length + others.length === 0) return null;
  const namesOf = (ids: readonly string[]): string => ids.map((id) => person(id)?.nickname ?? '?').join(t('rules.and'));
  const inWords = ({ id, rule, teamId, by }: StandingApart): BrokenView => {
    const words = ruleInWords(rule, t, namesOf);
    return { rule: id, label: { ja: `「${words}」`, en: `“${words}”` }, teamId, by };
  };
  return <div className="box box-bad small" role="status"><p><strong>{t('room:repair.broken')}</strong></p><BrokenRules broken={[...apart.map(inWords), ...others]} teams={teams} /></div>;
}

function Ready({ repair }: { repair: RepairView }) {
  const { id, moves, unplaced, reshuffle } = repair;
  const { t, language } = useTranslation('room');
  const { state, person, ask } = useBoard();
  const away = state.teams.flatMap(({ members }) => members.map(({ participantId }) => participantId)).filter((one) => person(one)?.here === false);
  const since = seatlessSince(repair, state.unplaced, away);
  const further = reshuffle?.moves.filter((one) => !moves.some(({ participantId, toTeamId }) => participantId === one.participantId && toTeamId === one.toTeamId)) ?? [];
  const { notify } = useNotices();
  const apply = async (whole: boolean): Promise<void> => {
    if (await ask('applyRepair', { repairId: id }, { reshuffle: whole }) !== undefined) notify({ text: t('repair.applied') });
  };
  const discard = <button type="button" className="button button-plain" onClick={() => void ask('discardRepair', { repairId: id }, undefined)}>{t('repair.discard')}</button>;
  if (seatsChanged(repair, state.teams, state.unplaced)) return <><p role="status" className="box small">{t('repair.changed')}</p><div className="row">{discard}</div></>;
  return (
    <div className="stack-tight">
      {moves.length > 0 && <Moves moves={moves} />}
      {moves.length === 0 && unplaced.length === 0 && since === 0 && <p>{t('repair.nothing')}</p>}
      {unplaced.length > 0 && (
        <div className="small"><p>{t('repair.unplaced', { count: unplaced.length })}</p>
          <ul>{unplaced.map(({ participantId, cause }) => <li key={participantId}><bdi>{person(participantId)?.nickname ?? '?'}</bdi> — {say(cause, language)}</li>)}</ul></div>
      )}
      {since > 0 && <p className="small">{t('repair.since', { count: since })}</p>}
      {reshuffle && further.length > 0 && <><p><strong>{t('repair.reshuffle', { count: further.length, gain: signedPoints(reshuffle.gain) })}</strong></p><Moves moves={further} whole={reshuffle.moves} /></>}
      <div className="row">
        {moves.length > 0 && <button type="button" className="button button-main" onClick={() => void apply(false)}>{t('repair.apply')}</button>}
        {further.length > 0 && <button type="button" className="button" onClick={() => void apply(true)}>{t('repair.applyAll')}</button>}
        {discard}
      </div>
    </div>
  );
}

/** @param whole all that is moved, where more is than what is listed */
function Moves({ moves, whole = moves }: { moves: readonly RepairMove[]; whole?: readonly RepairMove[] }) {
  const { t } = useTranslation(['room', 'board']);
  const { state: { teams }, person } = useBoard();
  const team = (id: string | null): string => (id === null ? t('board:teams.unplaced') : t('board:teams.team', { number: teams.find((one) => one.id === id)?.number ?? '?' }));
  const emptied = emptiedBy(whole, teams);
  return (
    <>
      <ul className="reasons small">{moves.map(({ participantId, fromTeamId, toTeamId }) => <li key={participantId}>{t(toTeamId === null ? 'repair.open' : 'repair.move', { name: person(participantId)?.nickname ?? '?', from: team(fromTeamId), to: team(toTeamId) })}</li>)}</ul>
      {emptied.length > 0 && <p className="small"><strong>{t('repair.emptied', { teams: emptied.map(({ id }) => team(id)).join(t('repair.between')) })}</strong></p>}
    </>
  );
}
