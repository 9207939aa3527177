import type { HttpName } from '@tsunagu/contracts';

/** What ends with the event: coming and going, meeting, taking part, and everything that forms or changes teams. One's own data, a team's plan, contacts and feedback go on. */
const ENDING: ReadonlySet<HttpName> = new Set<HttpName>([
  'setPresence', 'setLeft', 'checkIn', 'sayHello', 'setFree', 'callFacilitator', 'answerSeat', 'rankThemes', 'makeFoundedTeam', 'changeFoundedTeam', 'joinFoundedTeam', 'leaveFoundedTeam',
  'formTeams', 'movePerson', 'swapPeople', 'previewMoves', 'pinPerson', 'lockTeam', 'renameTeam', 'formAgain', 'undo', 'redo', 'chooseProposal', 'publish', 'placePerson', 'movePlaced', 'swapPlaced', 'mergeTeams', 'freeSeat', 'findRepair', 'applyRepair',
]);

/** What would bring people, or words about them, into an event again. Each locks the event's row. */
const REVIVING: ReadonlySet<HttpName> = new Set<HttpName>(['changeEvent', 'rotateJoinCode', 'registerPeople', 'addWords', 'changeWord']);

/** Is that refused once the event is erased? */
export const revivesEvent = (operation: HttpName): boolean => REVIVING.has(operation);

/** Is that refused once the event is closed? */
export const endsWithEvent = (operation: HttpName): boolean => ENDING.has(operation);
