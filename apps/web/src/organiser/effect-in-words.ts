import type { Translate } from '../look/translation.js';
import type { Effect } from './move-effect.js';
import { signedPoints } from './points.js';

/** What a move would do, for who hears it: to the whole, and to the rules. */
export const effectInWords = ({ objective, broken }: Pick<Effect, 'objective' | 'broken'>, t: Translate<readonly ['board']>): string =>
  [objective === undefined ? t('teams.previewOut') : t('teams.previewSaid', { delta: signedPoints(objective) }), broken > 0 && t('teams.previewBrokenSaid', { count: broken })].filter(Boolean).join(' ');
