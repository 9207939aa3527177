import { timeOfDay } from '../live/minutes-left.js';
import { useMinutesLeft } from '../live/use-minutes-left.js';
import { useTranslation } from './translation.js';

const COUNTED_MINUTES = 90;

/** When the teams will be announced, and how long that is from now; nothing where the organiser has not said. */
export function TeamsSoon({ teamsAt, className }: { teamsAt: string | null; className: string }) {
  const { t } = useTranslation('look');
  const minutes = useMinutesLeft(teamsAt);
  if (teamsAt === null || minutes === undefined) return null;
  const time = timeOfDay(teamsAt);
  return <p className={className}>{minutes === 0 ? t('teamsNow') : minutes > COUNTED_MINUTES ? t('teamsAt', { time }) : t('teamsIn', { time, count: minutes })}</p>;
}
