import type { ProposalSummary, ProposalView } from '@tsunagu/contracts';
import { useState } from 'react';
import { BoardIcon } from './board-icon.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { ConflictList } from './conflict-list.js';
import { DraftColumns } from './draft-columns.js';
import { PublishSheet } from './publish-sheet.js';
import { Question } from './question.js';
import { Score } from './score.js';
import { useDraftBoard } from './use-draft-board.js';
import { useUndoKey } from './use-undo-key.js';
import { WishList } from './wish-list.js';

/** What was put aside and seats everybody as this draft does. */
const sameTeamsAs = ({ teams }: ProposalView, proposals: readonly ProposalSummary[]): ProposalSummary | undefined =>
  proposals.find((one) => one.status === 'aside' && one.inCommon === 1 && one.teams === teams.filter(({ members }) => members.length > 0).length);

/** A draft that only organisers see: its worth, its teams, and the way to publish it. */
export function DraftView({ proposal, readOnly, onAsked }: { proposal: ProposalView; readOnly: boolean; /** which draft is asked about before it is published, none at last */ onAsked: (draftId: string | undefined) => void }) {
  const { t } = useTranslation(['board', 'room', 'look']);
  const { state: { proposals }, ask, organiserId } = useBoard();
  const board = useDraftBoard(proposal);
  const [open, setOpen] = useState<'publish' | 'discard'>();
  const { id: proposalId } = proposal;
  const canUndo = board.isMoving || proposal.canUndo.includes(organiserId);
  const canRedo = proposal.canRedo.includes(organiserId);
  const byKey = !open && !readOnly;
  useUndoKey(canUndo && byKey ? board.undo : undefined, canRedo && byKey ? board.redo : undefined);
  const same = sameTeamsAs(proposal, proposals);
  /** A second proposal, for as many rounds, with what a hand has decided; this one is put aside, to be compared. */
  const another = (): void => void ask('formTeams', {}, { teamSize: proposal.size, seed: proposal.seed + 1, rounds: proposal.rounds - proposal.round + 1, keepFrom: proposalId });
  const discard = (): void => {
    setOpen(undefined);
    void ask('discard', { proposalId }, undefined);
  };
  return (
    <>
      <section className="card draft-top">
        <Score proposal={board.told} />
        {same && <p role="status" className="draft-note">{t('room:compare.same', { number: same.number })}</p>}
        {board.later > 0 && <p role="status" className="box draft-note">{t('teams.cameLater', { count: board.later })} {t('teams.cameLaterAgain')}</p>}
        <div className="row draft-actions">
          <button type="button" className="button" disabled={!canUndo} aria-keyshortcuts="Control+Z" onClick={board.undo}><BoardIcon of="undo" size={18} />{t('teams.undo')}</button>
          <button type="button" className="button" disabled={!canRedo} aria-keyshortcuts="Control+Y Control+Shift+Z" onClick={board.redo}><BoardIcon of="redo" size={18} />{t('teams.redo')}</button>
          <button type="button" className="button" title={t('teams.againHelp')} onClick={board.again}>{t('teams.again')}</button>
          <button type="button" className="button" title={t('teams.anotherHelp')} onClick={another}>{t('teams.another')}</button>
          <button type="button" className="button button-plain" onClick={() => setOpen('discard')}>{t('teams.discard')}</button>
          <button type="button" className="button button-main" onClick={() => setOpen('publish')}>{t('teams.publish')}</button>
        </div>
        <p className="small soft draft-note">{t('teams.draftOnly')} {t('teams.againHelp')}</p>
        <WishList wishes={board.told.wishes} />
        <ConflictList conflicts={board.told.conflicts} broken={board.told.broken} teams={board.told.teams} />
      </section>
      <DraftColumns board={board} readOnly={readOnly} />
      {open === 'publish' && <PublishSheet proposal={proposal} onAsked={onAsked} onClose={() => setOpen(undefined)} />}
      {open === 'discard' && <Question title={t('teams.discardConfirm')} yes={t('teams.discard')} serious onYes={discard} onNo={() => setOpen(undefined)}>{t('teams.discardHelp')}</Question>}
    </>
  );
}
