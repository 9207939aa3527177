const PREFIX = 'jacket:';

/** The id of the theme that a data jacket becomes where it is offered as one. */
export const themeOfJacket = (jacketId: string): string => PREFIX + jacketId;

/** Is this the id of a theme that is somebody's data jacket? */
export const isOfJacket = (themeId: unknown): boolean => typeof themeId === 'string' && themeId.startsWith(PREFIX);
