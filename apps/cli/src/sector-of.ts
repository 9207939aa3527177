import { sectorNamed } from '@tsunagu/contracts';

/** The sector that is meant, in Japanese or English; any other text stands as it is, since exports of other tools have sectors of their own. */
export const sectorOf = (text: string | null | undefined): string | undefined => (text ? sectorNamed(text) ?? text : undefined);
