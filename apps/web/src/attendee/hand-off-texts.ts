import type { TeamView } from '@tsunagu/contracts';

export interface HandOffWords { /** a line about somebody, with their contact where they show it */ member: (nickname: string, contact: string | null) => string; subject: string; members: string; goal: string; nextDate: string }

/** The team in plain lines, for mail, LINE or a chat. */
export function teamAsText(team: TeamView, words: HandOffWords): string {
  const members = team.members.map(({ nickname, contact }) => words.member(nickname, contact));
  return [
    words.subject,
    `${words.members}:`, ...members,
    ...(team.goal ? [`${words.goal}: ${team.goal}`] : []),
    ...(team.nextDate ? [`${words.nextDate}: ${team.nextDate}`] : []),
  ].join('\n');
}

const escapeCalendarText = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** Lines of a calendar file hold at most 75 bytes; longer ones go on after a line break and a blank (RFC 5545, 3.1). */
function foldLine(line: string): string {
  const encoder = new TextEncoder();
  const lines: string[] = [];
  let current = '';
  let bytes = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (bytes + size > 74) {
      lines.push(current);
      current = '';
      bytes = 1;
    }
    current += character;
    bytes += size;
  }
  return [...lines, current].join('\r\n ');
}

const compactDate = (date: Date): string => date.toISOString().slice(0, 10).replaceAll('-', '');

/** The next date as an all-day entry of a calendar file (RFC 5545). `made` is the time of making. */
export function teamCalendarFile(team: TeamView, words: HandOffWords, made: Date): string {
  const start = new Date(`${team.nextDate}T00:00:00Z`);
  const end = new Date(start.getTime() + 86_400_000);
  return [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Tsunagu//Tsunagu//JA', 'BEGIN:VEVENT',
    `UID:${team.id}-${team.nextDate}@tsunagu`,
    `DTSTAMP:${made.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${compactDate(start)}`, `DTEND;VALUE=DATE:${compactDate(end)}`,
    `SUMMARY:${escapeCalendarText(words.subject)}`,
    `DESCRIPTION:${escapeCalendarText(teamAsText(team, words))}`,
    'END:VEVENT', 'END:VCALENDAR', '',
  ].map(foldLine).join('\r\n');
}
