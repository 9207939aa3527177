import type { Words } from '../../look/translation.js';
import type { wall as ja } from './ja.js';

export const wall: Words<typeof ja> & { size_one: string } = {
  page: 'Wall',
  scan: 'Scan with your phone to join',
  code: 'Join code',
  qr: 'QR code of the join page',
  joined: 'have joined',
  tags: 'Tags in the room',
  affiliations: 'Where people come from',
  waiting: 'What moves this room appears here as introductions come in.',
  teams: 'The teams are ready',
  look: 'See your phone for your team',
  team: 'Team {{number}}',
  table: 'Table {{table}}',
  size_one: '{{count}} person',
  size: '{{count}} people',
  closed: 'The event has ended. Thank you for coming.',
  notFound: 'This wall page was not found.',
  cut: 'The connection is cut. Reconnecting.',
};
