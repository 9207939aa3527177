export interface SizeRange { min: number; max: number; target: number }

/**
 * The number of teams whose even division comes nearest to the target size, keeping every team within min … max.
 * Returns 0 where no number does (5 people in teams of 3 to 4).
 * @example countTeams(13, { min: 3, max: 5, target: 4 }) // 3: sizes 5, 4, 4
 */
export const countTeams = (people: number, size: SizeRange): number => {
  const fewest = Math.ceil(people / size.max);
  const most = Math.floor(people / size.min);
  if (people === 0 || fewest > most) return 0;
  return Math.min(most, Math.max(fewest, Math.round(people / size.target)));
};

/**
 * Divides people over teams as evenly as can be: sizes differ by at most one.
 * @example evenSizes(13, 4) // [4, 3, 3, 3]
 */
export const evenSizes = (people: number, teams: number): number[] =>
  Array.from({ length: teams }, (_, team) => Math.floor(people / teams) + (team < people % teams ? 1 : 0));
