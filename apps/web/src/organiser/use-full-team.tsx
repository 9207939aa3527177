import type { TeamView } from '@tsunagu/contracts';
import { useState, type ReactNode } from 'react';
import { useTranslation } from '../look/translation.js';
import { fullBy } from './full-by.js';
import { Question } from './question.js';

interface Asked { team: TeamView; put: () => void }

/** Asks before a hand puts somebody into a published team that has no open seat. @returns what puts them there, and the question while it is asked */
export function useFullTeam(name: string): { into: (team: TeamView, put: () => void) => void; question: ReactNode } {
  const { t } = useTranslation(['board', 'look']);
  const [asked, setAsked] = useState<Asked>();
  const close = (): void => setAsked(undefined);
  return {
    into: (team, put) => (fullBy(team, 1) === null ? put() : setAsked({ team, put })),
    question: asked && (
      <Question title={t('teams.fullTitle', { number: asked.team.number })} told="team-is-full" yes={t('teams.fullDo')} onYes={() => { close(); asked.put(); }} onNo={close}>{t('teams.fullHelp', { name, count: fullBy(asked.team, 1) ?? 0 })}</Question>
    ),
  };
}
