import type { ThemeView } from '@tsunagu/contracts';

/** The title of the theme that a team was given to work on; of one that merely has something in common its reasons tell. */
export const setTheme = ({ theme }: { theme: ThemeView | null }): string | undefined => (theme?.id ? theme.title : undefined);
