import { say } from '../look/language.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { CompareProposals } from './compare-proposals.js';
import { DraftHeading } from './draft-heading.js';
import { DraftView } from './draft-view.js';
import { FormControls } from './form-controls.js';
import { FormingView } from './forming-view.js';
import { FoundedTeams } from './founded-teams.js';
import { PublishedTeams } from './published-teams.js';
import { afterClosing } from './reopen-button.js';
import { RulesPanel } from './rules-panel.js';
import { teamAddress } from './team-calls.js';
import { usePublishOvertaken } from './use-publish-overtaken.js';

/** Teams: make a draft, shape it, publish it; then care for who comes late and who leaves. */
export function TeamsTab() {
  const { t, language } = useTranslation('board');
  const { state: { event, proposal, proposals, teams }, may } = useBoard();
  const onAsked = usePublishOvertaken();
  const over = event.state === 'closed';
  const readOnly = over || !may('facilitator');
  const forming = proposal?.status === 'forming';
  const draft = proposal?.status === 'draft' ? proposal : undefined;
  return (
    // Whoever only looks on, or looks at an event that is over, sees everything and can press nothing; what is no button is told so.
    <fieldset className="stack" disabled={readOnly}>
      {over && <p className="box" role="status">{t('teams.over')} {t(afterClosing(event, may))}</p>}
      {!draft && !readOnly && <FormControls disabled={forming} />}
      {!draft && may('organiser') && <RulesPanel />}
      {proposal && (draft || forming) && <DraftHeading proposal={proposal} />}
      {forming && <FormingView />}
      {proposal?.status === 'failed' && <p className="box box-bad" role="alert">{proposal.conflicts.map(({ text }) => say(text, language)).join(' ') || t('teams.failed')}</p>}
      <FoundedTeams />
      {/* over the draft that is to take their place; whoever came to a team by its address must see it */}
      {teams.length > 0 && draft && <details className="more" open={teams.some(({ id }) => location.hash === teamAddress(id)) || undefined}><summary>{t('teams.publishedTitle')}</summary><div className="more-inside"><PublishedTeams /></div></details>}
      {proposals.length > 1 && <CompareProposals proposals={proposals} />}
      {draft && <DraftView key={draft.id} proposal={draft} readOnly={readOnly} onAsked={onAsked} />}
      {teams.length > 0 && !draft && <PublishedTeams />}
    </fieldset>
  );
}
