/** One line of a list of candidates. */
export interface RankedPerson {
  id: string;
  /** In 0…1. */
  score: number;
}
