import type { EventReport, TeamAnswers } from '@tsunagu/contracts';
import { csvFile } from './csv.js';
import { aboveRandom, shownScore } from './points.js';

/** What people are asked about their team, and what they may answer. */
export const QUESTIONS = { rated: ['good', 'fair', 'poor'], toldOn: ['going', 'resting', 'ended'] } as const satisfies Record<string, readonly (keyof TeamAnswers)[]>;
type Question = keyof typeof QUESTIONS;
/** How many have answered a question. */
export const answered = (said: TeamAnswers, question: Question): number => QUESTIONS[question].reduce((sum, answer) => sum + said[answer], 0);
export const ANSWERS = [...QUESTIONS.rated, ...QUESTIONS.toldOn];
const REPORT_COLUMNS = ['round', 'time', 'teams', 'csv.people', 'score', 'above', 'csv.firstPairs', 'csv.pairs', 'csv.placedLater', 'csv.freed'] as const;
export type ReportWord = (typeof REPORT_COLUMNS)[number] | 'met' | 'csv.metOf' | 'hellos' | 'csv.inOneTeam' | 'seated' | Question | `answers.${(typeof ANSWERS)[number]}`;

const inPoints = (value: number | undefined): number | '' => (value === undefined ? '' : Math.round(value * 1e3) / 10);

/** The report as a table for spreadsheets: a row for each round, and under them what all rounds brought. @param seated how many sit in the teams that are asked */
export function reportCsv({ rounds, met, hellos }: EventReport, said: TeamAnswers, seated: number, word: (key: ReportWord) => string, time: (at: Date) => string): string {
  return csvFile([
    REPORT_COLUMNS.map(word),
    ...rounds.map((round, place) => [
      place + 1, time(new Date(round.publishedAt)), round.teams, round.people,
      inPoints(round.objective === null ? undefined : shownScore(round.objective)), inPoints(aboveRandom(round)),
      round.newPairs, round.pairs, round.placedLater, round.freed,
    ]),
    [],
    [word('met'), met.pairs], [word('csv.metOf'), met.of], [word('hellos'), hellos.mutual], [word('csv.inOneTeam'), hellos.inOneTeam],
    [word('seated'), seated], [word('rated'), answered(said, 'rated')], [word('toldOn'), answered(said, 'toldOn')],
    ...ANSWERS.map((answer) => [word(`answers.${answer}`), said[answer]]),
  ]);
}
