import { fillPath, GUEST_PATHS, type Method } from './guest-paths.js';

/**
 * Every HTTP operation: name → method and path below /api/v1. `:x` is a parameter.
 * Free of zod, so that a page needs not load it; `http-routes.ts` adds the schemas.
 */
export const HTTP_PATHS = {
  ...GUEST_PATHS,
  // organisers
  signIn: ['POST', '/organiser/sessions'],
  useLoginLink: ['POST', '/organiser/login-links'],
  signOut: ['DELETE', '/organiser/sessions/current'],
  readOrganiser: ['GET', '/organiser'],
  setPassword: ['PUT', '/organiser/password'],
  listEvents: ['GET', '/events'],
  createEvent: ['POST', '/events'],
  readConsole: ['GET', '/events/:eventId/console'],
  readEvent: ['GET', '/events/:eventId'],
  changeEvent: ['PATCH', '/events/:eventId'],
  eraseEvent: ['DELETE', '/events/:eventId/participants'],
  rotateJoinCode: ['POST', '/events/:eventId/join-code'],
  readIntroduction: ['GET', '/events/:eventId/participants/:participantId/introduction'],
  registerPeople: ['POST', '/events/:eventId/participants'],
  checkIn: ['POST', '/events/:eventId/check-ins'],
  reissueReturnLink: ['POST', '/events/:eventId/participants/:participantId/return-link'],
  mergePeople: ['POST', '/events/:eventId/merges'],
  settlePersonReport: ['PUT', '/events/:eventId/person-reports/:reportId'],
  removePerson: ['DELETE', '/events/:eventId/participants/:participantId'],
  setLeft: ['PUT', '/events/:eventId/participants/:participantId/presence'],
  addWords: ['POST', '/events/:eventId/words'],
  changeWord: ['PUT', '/events/:eventId/words/:wordId'],
  removeWord: ['DELETE', '/events/:eventId/words/:wordId'],
  listMembers: ['GET', '/events/:eventId/members'],
  addMember: ['POST', '/events/:eventId/members'],
  changeMember: ['PATCH', '/events/:eventId/members/:organiserId'],
  removeMember: ['DELETE', '/events/:eventId/members/:organiserId'],
  formTeams: ['POST', '/events/:eventId/proposals'],
  movePerson: ['POST', '/events/:eventId/proposals/:proposalId/moves'],
  swapPeople: ['POST', '/events/:eventId/proposals/:proposalId/swaps'],
  previewMoves: ['POST', '/events/:eventId/proposals/:proposalId/move-previews'],
  pinPerson: ['POST', '/events/:eventId/proposals/:proposalId/pins'],
  lockTeam: ['POST', '/events/:eventId/proposals/:proposalId/locks'],
  renameTeam: ['POST', '/events/:eventId/proposals/:proposalId/names'],
  formAgain: ['POST', '/events/:eventId/proposals/:proposalId/runs'],
  undo: ['POST', '/events/:eventId/proposals/:proposalId/undo'],
  redo: ['POST', '/events/:eventId/proposals/:proposalId/redo'],
  chooseProposal: ['POST', '/events/:eventId/proposals/:proposalId/choice'],
  publish: ['POST', '/events/:eventId/proposals/:proposalId/publication'],
  discard: ['DELETE', '/events/:eventId/proposals/:proposalId'],
  placePerson: ['POST', '/events/:eventId/placements'],
  movePlaced: ['POST', '/events/:eventId/placements/moves'],
  swapPlaced: ['POST', '/events/:eventId/placements/swaps'],
  mergeTeams: ['POST', '/events/:eventId/team-merges'],
  findRepair: ['POST', '/events/:eventId/repairs'],
  applyRepair: ['POST', '/events/:eventId/repairs/:repairId/application'],
  discardRepair: ['DELETE', '/events/:eventId/repairs/:repairId'],
  suggestThemes: ['GET', '/events/:eventId/theme-suggestions'],
  readReport: ['GET', '/events/:eventId/report'],
  freeSeat: ['DELETE', '/events/:eventId/placements/:participantId'],
  endCall: ['DELETE', '/events/:eventId/teams/:teamId/call'],
  listAudit: ['GET', '/events/:eventId/audit'],
  // webhooks of an event
  listWebhooks: ['GET', '/events/:eventId/webhooks'],
  addWebhook: ['POST', '/events/:eventId/webhooks'],
  changeWebhook: ['PATCH', '/events/:eventId/webhooks/:webhookId'],
  renewWebhookSecret: ['POST', '/events/:eventId/webhooks/:webhookId/secret'],
  removeWebhook: ['DELETE', '/events/:eventId/webhooks/:webhookId'],
  pingWebhook: ['POST', '/events/:eventId/webhooks/:webhookId/pings'],
  listDeliveries: ['GET', '/events/:eventId/webhooks/:webhookId/deliveries'],
  // the operator
  readOperations: ['GET', '/operator/operations'],
  listServiceKeys: ['GET', '/operator/service-keys'],
  makeServiceKey: ['POST', '/operator/service-keys'],
  revokeServiceKey: ['DELETE', '/operator/service-keys/:keyId'],
  listDeadLetters: ['GET', '/operator/dead-letters'],
  // other services, by API key
  submitRequest: ['POST', '/service/requests'],
  listRequests: ['GET', '/service/requests'],
  readRequest: ['GET', '/service/requests/:requestId'],
  withdrawRequest: ['DELETE', '/service/requests/:requestId'],
  listOpenEvents: ['GET', '/service/events'],
  readTagsOf: ['GET', '/service/events/:eventId/people'],
  readTeamsOf: ['GET', '/service/events/:eventId/teams'],
  readEventsOf: ['GET', '/service/events/:eventId/log'],
} as const satisfies Record<string, readonly [Method, string]>;

export type HttpName = keyof typeof HTTP_PATHS;

type Parameters<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}` ? Name | Parameters<Rest> : Path extends `${string}:${infer Name}` ? Name : never;
export type PathParameters<N extends HttpName> = Record<Parameters<(typeof HTTP_PATHS)[N][1]>, string>;

/** The address of an operation with its parameters filled in. */
export const httpPath = <N extends HttpName>(name: N, parameters: PathParameters<N>): string => fillPath(HTTP_PATHS[name][1], parameters);
