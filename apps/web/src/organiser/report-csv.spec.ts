import { expect, it } from '@jest/globals';
import type { EventReport } from '@tsunagu/contracts';
import { reportCsv } from './report-csv.js';

it('the report is a table with a row for each round, scores as numbers, and what all rounds brought', () => {
  const round = { publishedAt: '2026-11-28T04:00:00.000Z', people: 12, teams: 3, pairs: 18, newPairs: 18, placedLater: 1, freed: 2, objective: 0.608, baseline: 0.301 };
  const report = { rounds: [round, { ...round, newPairs: 16, objective: 0.612, baseline: -1.402 }, { ...round, objective: null, baseline: null }], met: { pairs: 34, of: 66 }, hellos: { mutual: 5, inOneTeam: 3 } } as unknown as EventReport;
  expect(reportCsv(report, { good: 4, fair: 1, poor: 0, going: 2, resting: 0, ended: 0 }, 12, (key) => key, (at) => at.toISOString().slice(11, 16)).split('\r\n')).toEqual([
    '\uFEFFround,time,teams,csv.people,score,above,csv.firstPairs,csv.pairs,csv.placedLater,csv.freed',
    '1,04:00,3,12,60.8,30.7,18,18,1,2',
    '2,04:00,3,12,61.2,201.4,16,18,1,2',
    '3,04:00,3,12,,,18,18,1,2',
    '',
    'met,34', 'csv.metOf,66', 'hellos,5', 'csv.inOneTeam,3',
    'seated,12', 'rated,5', 'toldOn,2',
    'answers.good,4', 'answers.fair,1', 'answers.poor,0', 'answers.going,2', 'answers.resting,0', 'answers.ended,0', '',
  ]);
});
