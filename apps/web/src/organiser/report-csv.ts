import type { EventReport, TeamAnswers } from '@tsunagu/contracts';
import { csvFile } from './csv.js';
import { aboveRandom, shownScore } from './points.js';

export const ANSWERS = ['good', 'fair', 'poor', 'going', 'resting', 'ended'] as const satisfies readonly (keyof TeamAnswers)[];
export const REPORT_COLUMNS = ['round', 'time', 'teams', 'csv.people', 'score', 'above', 'csv.firstPairs', 'csv.pairs', 'csv.placedLater', 'csv.freed'] as const;
export type ReportWord = (typeof REPORT_COLUMNS)[number] | 'met' | 'csv.metOf' | 'hellos' | 'csv.inOneTeam' | `answers.${(typeof ANSWERS)[number]}`;

const inPoints = (value: number | undefined): number | '' => (value === undefined ? '' : Math.round(value * 1e3) / 10);

/** The report as a table for spreadsheets: a row for each round, and under them what all rounds brought. */
export function reportCsv({ rounds, met, hellos }: EventReport, said: TeamAnswers, word: (key: ReportWord) => string, time: (at: Date) => string): string {
  return csvFile([
    REPORT_COLUMNS.map(word),
    ...rounds.map((round, place) => [
      place + 1, time(new Date(round.publishedAt)), round.teams, round.people,
      inPoints(round.objective === null ? undefined : shownScore(round.objective)), inPoints(aboveRandom(round)),
      round.newPairs, round.pairs, round.placedLater, round.freed,
    ]),
    [],
    [word('met'), met.pairs], [word('csv.metOf'), met.of], [word('hellos'), hellos.mutual], [word('csv.inOneTeam'), hellos.inOneTeam],
    ...ANSWERS.map((answer) => [word(`answers.${answer}`), said[answer]]),
  ]);
}
