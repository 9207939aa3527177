export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What pages without a login ask for, phones and the wall: name → method and path below /api/v1. `http-paths.ts` has all operations; a phone loads only these. */
export const GUEST_PATHS = {
  // joining
  readJoinPage: ['GET', '/join/:code'],
  join: ['POST', '/join/:code/participants'],
  comeBack: ['POST', '/returns'],
  // a participant's own page
  readPhone: ['GET', '/events/:eventId/me'],
  changeProfile: ['PATCH', '/events/:eventId/me'],
  writeIntroduction: ['PUT', '/events/:eventId/me/introduction'],
  addTag: ['POST', '/events/:eventId/me/tags'],
  changeTag: ['PATCH', '/events/:eventId/me/tags/:tagId'],
  suggestTags: ['GET', '/events/:eventId/tag-suggestions'],
  addJacket: ['POST', '/events/:eventId/me/jackets'],
  changeJacket: ['PUT', '/events/:eventId/me/jackets/:jacketId'],
  removeJacket: ['DELETE', '/events/:eventId/me/jackets/:jacketId'],
  setPresence: ['PUT', '/events/:eventId/me/presence'],
  findPeople: ['GET', '/events/:eventId/people-found'],
  readPerson: ['GET', '/events/:eventId/people/:participantId'],
  sayHello: ['PUT', '/events/:eventId/me/hellos/:participantId'],
  takeHelloBack: ['DELETE', '/events/:eventId/me/hellos/:participantId'],
  setFree: ['PUT', '/events/:eventId/me/free'],
  avoid: ['PUT', '/events/:eventId/me/avoided/:participantId'],
  stopAvoiding: ['DELETE', '/events/:eventId/me/avoided/:participantId'],
  setContact: ['PUT', '/events/:eventId/me/contact'],
  changeTeam: ['PATCH', '/events/:eventId/me/team'],
  callFacilitator: ['PUT', '/events/:eventId/me/team/call'],
  answerAboutTeam: ['PATCH', '/events/:eventId/me/team/answer'],
  answerSeat: ['PUT', '/events/:eventId/me/seat'],
  rankThemes: ['PUT', '/events/:eventId/me/choices'],
  listFoundedTeams: ['GET', '/events/:eventId/founded-teams'],
  makeFoundedTeam: ['POST', '/events/:eventId/founded-teams'],
  changeFoundedTeam: ['PATCH', '/events/:eventId/me/founded-team'],
  joinFoundedTeam: ['PUT', '/events/:eventId/founded-teams/:foundedTeamId/members/me'],
  leaveFoundedTeam: ['DELETE', '/events/:eventId/me/founded-team'],
  sayKnown: ['PUT', '/events/:eventId/me/known/:participantId'],
  takeKnownBack: ['DELETE', '/events/:eventId/me/known/:participantId'],
  forgetEarlier: ['DELETE', '/events/:eventId/me/earlier'],
  letTextLeave: ['PUT', '/events/:eventId/me/text-leaves'],
  keepTextHere: ['DELETE', '/events/:eventId/me/text-leaves'],
  makeReturnLink: ['POST', '/events/:eventId/me/return-link'],
  downloadMyData: ['GET', '/events/:eventId/me/data'],
  eraseMe: ['DELETE', '/events/:eventId/me'],
  // the wall
  readWall: ['GET', '/walls/:secret'],
} as const satisfies Record<string, readonly [Method, string]>;

/** The address of a path with its `:parameters` filled in. */
export const fillPath = (path: string, parameters: Record<string, string>): string =>
  `/api/v1${path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(parameters[key]))}`;
