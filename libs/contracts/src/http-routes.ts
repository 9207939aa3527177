import { z } from 'zod';
import type { HttpName } from './http-paths.js';
import * as inputs from './inputs.js';
import * as services from './service-api.js';

/** Body schema of each operation that has a body. */
export const HTTP_BODIES = {
  join: inputs.joinInput,
  comeBack: inputs.returnInput,
  changeProfile: inputs.profileInput,
  writeIntroduction: inputs.introductionInput,
  addTag: inputs.tagInput,
  changeTag: inputs.statementPatch,
  addJacket: inputs.jacketInput,
  changeJacket: inputs.jacketInput,
  setPresence: inputs.presenceInput,
  setFree: inputs.freeInput,
  avoid: inputs.avoidInput,
  letTextLeave: inputs.textLeavesInput,
  setContact: inputs.contactInput,
  changeTeam: inputs.teamPatch,
  callFacilitator: inputs.callInput,
  answerAboutTeam: inputs.teamAnswerInput,
  answerSeat: inputs.seatAnswer,
  rankThemes: inputs.choicesInput,
  makeFoundedTeam: inputs.foundedTeamInput,
  changeFoundedTeam: inputs.foundedTeamPatch,
  signIn: inputs.signInInput,
  useLoginLink: inputs.loginLinkInput,
  setPassword: inputs.passwordInput,
  createEvent: inputs.eventInput,
  changeEvent: inputs.eventPatch,
  registerPeople: inputs.registerInput,
  checkIn: inputs.checkInInput,
  reissueReturnLink: inputs.reissueInput.optional(),
  mergePeople: inputs.mergeInput,
  setLeft: inputs.leftInput,
  settlePersonReport: inputs.settleInput,
  addWords: inputs.wordsInput,
  addMember: inputs.memberInput,
  changeMember: inputs.memberPatch,
  formTeams: inputs.formInput,
  movePerson: inputs.moveInput,
  previewMoves: inputs.previewMovesInput,
  pinPerson: inputs.pinInput,
  lockTeam: inputs.lockInput,
  renameTeam: inputs.renameTeamInput,
  formAgain: inputs.versionInput,
  undo: inputs.versionInput,
  redo: inputs.versionInput,
  chooseProposal: inputs.versionInput,
  publish: inputs.publishInput,
  placePerson: inputs.placeInput,
  freeSeat: inputs.whyInput.optional(),
  movePlaced: inputs.movePlacedInput,
  mergeTeams: inputs.mergeTeamsInput,
  findRepair: inputs.repairInput,
  applyRepair: inputs.applyRepairInput,
  addWebhook: services.webhookInput,
  changeWebhook: services.webhookPatch,
  makeServiceKey: services.keyInput,
  submitRequest: services.submitInput,
} as const satisfies Partial<Record<HttpName, z.ZodType>>;

/** Query of each operation that has one. */
export const HTTP_QUERIES = {
  suggestTags: z.strictObject({ q: z.string().default('').describe('how the tag begins') }),
  listEvents: services.pageQuery({ normal: 200, most: 500 }),
  listAudit: services.pageQuery({ normal: 200, most: 500 }),
  listDeliveries: services.pageQuery({ normal: 50, most: 200 }),
  listDeadLetters: services.pageQuery({ normal: 50, most: 200 }),
  listRequests: services.requestsQuery,
  listOpenEvents: services.pageQuery({ normal: 100, most: 500 }),
  readTagsOf: services.outsidePeopleQuery,
  readEventsOf: services.outsideLogQuery,
} as const satisfies Partial<Record<HttpName, z.ZodType>>;
export type HttpQuery<N extends keyof typeof HTTP_QUERIES> = z.output<(typeof HTTP_QUERIES)[N]>;

export type HttpBody<N extends HttpName> = N extends keyof typeof HTTP_BODIES ? z.input<(typeof HTTP_BODIES)[N]> : undefined;
