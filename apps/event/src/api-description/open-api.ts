import { HTTP_BODIES, HTTP_PATHS, PROBLEMS, type HttpName } from '@tsunagu/contracts';
import { z } from 'zod';

const SUMMARIES: Record<HttpName, string> = {
  readJoinPage: 'What somebody reads before joining an event', join: 'Join an event', comeBack: 'Come back by a personal return link',
  readPhone: 'A participant’s whole state, with the numbers of the last pushes it includes', changeProfile: 'Change nickname, affiliation and what others see',
  writeIntroduction: 'Write the introduction; its tags follow by push', addTag: 'Add a tag by hand', changeTag: 'Remove, restore, hide a tag or change its kind', suggestTags: 'Tags in use that begin like a text',
  addJacket: 'Add a data jacket', changeJacket: 'Change or confirm a data jacket', removeJacket: 'Remove a data jacket', setPresence: 'Pause, resume or leave',
  readPerson: 'Another participant as this one may see them', sayHello: 'Say 会いたい; told only when mutual', takeHelloBack: 'Take 会いたい back', setFree: 'Free to talk now, and where', avoid: 'Keep out of each other’s sight; the other is not told', stopAvoiding: 'See each other again', setContact: 'Contact, and whether to share it in the team',
  changeTeam: 'Set the team’s goal and next date', callFacilitator: 'Call the facilitator to the table', answerAboutTeam: 'How the team turned out, and whether it goes on', endCall: 'A team’s call has been answered', makeReturnLink: 'Make a personal return QR', downloadMyData: 'Download everything that is kept', eraseMe: 'Erase everything that is kept; answers a proof',
  signIn: 'Sign in as an organiser', useLoginLink: 'Sign in by a one-time link', signOut: 'Sign out', readOrganiser: 'Who is signed in', setPassword: 'Set a password',
  listEvents: 'The organiser’s events', createEvent: 'Create an event from a recipe', readConsole: 'The console’s whole state', changeEvent: 'Change settings; open or close', rotateJoinCode: 'Replace the join code',
  readIntroduction: 'Read an introduction (recorded)', checkIn: 'Check people in or out', reissueReturnLink: 'Make a participant’s return QR anew', mergePeople: 'Make one person of two', removePerson: 'Remove and erase a person',
  addWords: 'Add to the event’s own words; introductions are read again', removeWord: 'Remove one of the event’s own words', listMembers: 'Who works on the event', addMember: 'Let somebody work on the event', changeMember: 'Change what somebody may do', removeMember: 'Let somebody work on it no longer',
  formTeams: 'Form teams of the people who are here', movePerson: 'Move a person in the draft', pinPerson: 'Pin a person to a team', lockTeam: 'Lock a team', renameTeam: 'Name a team', formAgain: 'Form the rest again',
  undo: 'Undo', redo: 'Redo', publish: 'Publish the draft to every phone', discard: 'Discard the draft', placePerson: 'Seat a late arrival', freeSeat: 'Open a seat', listAudit: 'Who did what',
  answerSeat: 'Come to the team, or let the seat go to somebody who waits', rankThemes: 'Rank the event’s themes, best first', listFoundedTeams: 'Teams that people have formed themselves', makeFoundedTeam: 'Form a team with open seats', changeFoundedTeam: 'Change one’s own team’s name, seats or wants',
  joinFoundedTeam: 'Join a team that people have formed', leaveFoundedTeam: 'Leave it', sayKnown: 'Say that one knows somebody already', takeKnownBack: 'Take that back',
  chooseProposal: 'Make a proposal that was put aside the draft', movePlaced: 'Move somebody between published teams', mergeTeams: 'Make one published team of two', findRepair: 'Work out moves that published teams need', applyRepair: 'Make these moves', discardRepair: 'Leave them',
  suggestThemes: 'What teams could work on: data jackets and common interests', readReport: 'Published rounds side by side',
  readWall: 'The projector’s whole state',
};

const access = (path: string, name: HttpName): string => (path.includes('/me') || name === 'suggestTags' || name === 'readPerson' || path.includes('/founded-teams') ? 'participant' : path.startsWith('/join') || name === 'comeBack' || name === 'readWall' || name === 'signIn' || name === 'useLoginLink' ? 'anyone' : 'organiser');

function operation(name: HttpName): Record<string, unknown> {
  const [, path] = HTTP_PATHS[name];
  const body = (HTTP_BODIES as Partial<Record<HttpName, z.ZodType>>)[name];
  return {
    operationId: name, summary: SUMMARIES[name], tags: [access(path, name)],
    parameters: [...path.matchAll(/:(\w+)/g)].map(([, parameter]) => ({ name: parameter, in: 'path', required: true, schema: { type: 'string' } })),
    ...(body ? { requestBody: { required: !(body instanceof z.ZodOptional), content: { 'application/json': { schema: z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) } } } } : {}),
    responses: {
      '2XX': { description: 'Done', content: { 'application/json': {} } },
      default: { description: 'Refused, with a code and a sentence in Japanese and English', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  };
}

const PROBLEM_SCHEMA = {
  type: 'object', required: ['type', 'title', 'status', 'code', 'ja', 'en'],
  properties: {
    type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, code: { enum: Object.keys(PROBLEMS) }, ja: { type: 'string' }, en: { type: 'string' },
    errors: { type: 'array', items: { type: 'object', properties: { field: { type: 'string' }, code: { type: 'string' }, ja: { type: 'string' }, en: { type: 'string' } } } },
  },
};

/** OpenAPI 3.1 description of every operation, from the same schemas that check the requests. */
export function openApi(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, [method, path]] of Object.entries(HTTP_PATHS)) {
    const address = `/api/v1${path.replace(/:(\w+)/g, '{$1}')}`;
    (paths[address] ??= {})[method.toLowerCase()] = operation(name as HttpName);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Tsunagu', version: '1', description: 'Participants and organisers are known by an HttpOnly cookie. Unsafe requests are JSON and may carry an Idempotency-Key.' },
    servers: [{ url: '/' }], paths, components: { schemas: { Problem: PROBLEM_SCHEMA } },
  };
}

/** The page that shows it, with its script apart: the content policy allows no inline script. */
export const apiPage = {
  html: '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tsunagu API</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/api/page/swagger-ui.css"></head><body><div id="api"></div><script src="/api/page/swagger-ui-bundle.js"></script><script src="/api/page.js"></script></body></html>',
  script: "SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', deepLinking: true, validatorUrl: null, supportedSubmitMethods: ['get'] });",
};
