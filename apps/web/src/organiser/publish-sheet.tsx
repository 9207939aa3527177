import type { ProposalView } from '@tsunagu/contracts';
import { useEffect, useState } from 'react';
import { say } from '../look/language.js';
import { useNotices } from '../look/notices.js';
import { Names } from '../look/names.js';
import { ownName } from '../look/own-name.js';
import { Sheet } from '../look/sheet.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { BrokenRules } from './broken-rules.js';
import { cameLater } from './came-later.js';
import { FoundedApart } from './founded-teams.js';
import { whatIsPublished } from './what-is-published.js';

/** What everybody is about to see, before they do. Where somebody changes it meanwhile, it is asked again. */
export function PublishSheet({ proposal, onAsked, onClose }: { proposal: ProposalView; onAsked: (draftId: string | undefined) => void; onClose: () => void }) {
  const { t, language } = useTranslation(['board', 'look']);
  const { state: { people: everybody, unplaced, proposals, teams: standing }, person, ask } = useBoard();
  const { notify } = useNotices();
  const [working, setWorking] = useState(false);
  const teams = proposal.teams.filter(({ members }) => members.length > 0);
  const people = teams.reduce((sum, team) => sum + team.members.length, 0);
  const later = cameLater(proposal, everybody, unplaced);
  const [asked, setAsked] = useState(() => whatIsPublished(proposal));
  const present = whatIsPublished(proposal);
  const isOther = present !== asked;
  const hasNext = proposals.some(({ status, round }) => status === 'planned' && round === proposal.round + 1);
  // one's own answer overtakes nothing
  useEffect(() => onAsked(working ? undefined : proposal.id), [onAsked, working, proposal.id]);
  const close = (): void => {
    onAsked(undefined);
    onClose();
  };
  const publish = async (): Promise<void> => {
    setWorking(true);
    const answer = await ask('publish', { proposalId: proposal.id }, { version: proposal.version });
    setWorking(false);
    if (answer === undefined) return;
    notify({ text: hasNext ? t('teams.publishedRound', { round: proposal.round, next: proposal.round + 1 }) : t('teams.published') });
    close();
  };
  return (
    <Sheet title={t('teams.publishTitle')} onClose={close} wide>
      {proposal.rounds > 1 && <p><strong>{t('teams.draftRound', { round: proposal.round, rounds: proposal.rounds })}</strong></p>}
      <p>{t('teams.publishHelp')}</p>
      {standing.length > 0 && <p className="box">{t('teams.publishEnds')}</p>}
      <p className="publish-count">{t('teams.publishCount', { teams: teams.length, people })}</p>
      <ul className="publish-teams">
        {teams.map((team) => (
          <li key={team.id}><strong>{t('teams.team', { number: team.number })} <bdi>{ownName(team)}</bdi></strong><span className="small"><Names names={team.members.map((member) => person(member.participantId)?.nickname ?? '')} /></span></li>
        ))}
      </ul>
      {later.length > 0 && <p className="box">{t('teams.cameLater', { count: later.length })}<br /><span className="small"><Names names={later.map(({ nickname }) => nickname)} /></span></p>}
      <FoundedApart proposal={proposal} />
      {proposal.broken.length > 0 && (
        <div className="box box-bad stack-tight">
          <p><strong>{t('teams.conflicts')}</strong></p>
          <BrokenRules broken={proposal.broken} teams={proposal.teams} />
        </div>
      )}
      {proposal.unplaced.length > 0 && (
        <div className="box box-bad stack-tight">
          <p><strong>{t('teams.publishUnplaced', { count: proposal.unplaced.length })}</strong></p>
          <ul className="small">{proposal.unplaced.map(({ participantId, cause }) => <li key={participantId}><bdi>{person(participantId)?.nickname}</bdi> — {say(cause, language)}</li>)}</ul>
        </div>
      )}
      <div role="status">{isOther && <p className="box">{t('teams.publishOther')}</p>}</div>
      <div className="sheet-actions"><button type="button" className="button button-main" disabled={working} onClick={() => (isOther ? setAsked(present) : void publish())}>{t(isOther ? 'teams.publishSeen' : 'teams.publishDo')}</button><button type="button" className="button" onClick={close}>{t('look:cancel')}</button></div>
    </Sheet>
  );
}
