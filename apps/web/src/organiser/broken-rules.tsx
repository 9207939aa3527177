import type { BrokenView } from '@tsunagu/contracts';
import { say } from '../look/language.js';
import { useTranslation } from '../look/translation.js';

/** Rules that must hold and do not, each with the team that breaks it. */
export function BrokenRules({ broken, teams }: { broken: readonly BrokenView[]; teams: readonly { id: string; number: number }[] }) {
  const { t, language } = useTranslation('room');
  const numberOf = (teamId: string): number | undefined => teams.find(({ id }) => id === teamId)?.number;
  return <ul className="reasons">{broken.map(({ rule, label, teamId, by }, place) => <li key={`${rule}${place}`}>{t('conflict.broken', { rule: say(label, language), number: numberOf(teamId) ?? '?', count: by })}</li>)}</ul>;
}
