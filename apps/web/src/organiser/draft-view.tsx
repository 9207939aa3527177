import type { ProposalView } from '@tsunagu/contracts';
import { useState } from 'react';
import { Icon } from '../look/icons.js';
import { say } from '../look/language.js';
import { Sheet } from '../look/sheet.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { DraftColumns } from './draft-columns.js';
import { PublishSheet } from './publish-sheet.js';
import { Score } from './score.js';
import { useDraftBoard } from './use-draft-board.js';

/** A draft that only organisers see: its worth, its teams, and the way to publish it. */
export function DraftView({ proposal }: { proposal: ProposalView }) {
  const { t, language } = useTranslation(['board', 'look']);
  const { ask, organiserId } = useBoard();
  const board = useDraftBoard(proposal);
  const [open, setOpen] = useState<'publish' | 'discard'>();
  const { id: proposalId } = proposal;
  const discard = (): void => {
    setOpen(undefined);
    void ask('discard', { proposalId }, undefined);
  };
  return (
    <>
      <section className="card draft-top">
        <Score proposal={proposal} />
        <div className="row draft-actions">
          <button type="button" className="button" disabled={!proposal.canUndo.includes(organiserId)} onClick={board.undo}><Icon of="undo" size={18} />{t('teams.undo')}</button>
          <button type="button" className="button" disabled={!proposal.canRedo.includes(organiserId)} onClick={board.redo}><Icon of="redo" size={18} />{t('teams.redo')}</button>
          <button type="button" className="button" title={t('teams.againHelp')} onClick={board.again}>{t('teams.again')}</button>
          <button type="button" className="button button-plain" onClick={() => setOpen('discard')}>{t('teams.discard')}</button>
          <button type="button" className="button button-main" onClick={() => setOpen('publish')}>{t('teams.publish')}</button>
        </div>
        <p className="small soft draft-note">{t('teams.draftOnly')} {t('teams.againHelp')}</p>
        {proposal.conflicts.length > 0 && (
          <div className="box box-bad"><p>{t('teams.conflicts')}</p><ul>{proposal.conflicts.map(({ text }, place) => <li key={place}>{say(text, language)}</li>)}</ul></div>
        )}
      </section>
      <DraftColumns board={board} />
      {open === 'publish' && <PublishSheet proposal={proposal} onClose={() => setOpen(undefined)} />}
      {open === 'discard' && (
        <Sheet title={t('teams.discardConfirm')} onClose={() => setOpen(undefined)}>
          <p>{t('teams.discardHelp')}</p>
          <div className="sheet-actions"><button type="button" className="button button-bad" onClick={discard}>{t('teams.discard')}</button><button type="button" className="button" onClick={() => setOpen(undefined)}>{t('look:cancel')}</button></div>
        </Sheet>
      )}
    </>
  );
}
