/** Closed vocabularies of the console alone, which no phone has to load. */
export const RECIPE_IDS = ['ideathon', 'imdj', 'living-lab', 'mokumoku'] as const;
export type RecipeId = (typeof RECIPE_IDS)[number];

/** What an organiser may do in an event; each may do what those after it may. */
export const MEMBER_ROLES = ['owner', 'organiser', 'facilitator', 'viewer'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];
