import { z } from 'zod';
import type { HttpName } from './http-paths.js';
import type { EventReport, FoundedTeamView } from './team-views.js';
import type { ConsoleState, EventCard, EventSettings, JacketView, PhoneState, StatementView, TagView, WallState } from './views.js';
import type { Snapshot } from './live-events.js';
import type { Language, MemberRole } from './words.js';
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
  checkIn: inputs.checkInInput,
  mergePeople: inputs.mergeInput,
  addWords: inputs.wordsInput,
  addMember: inputs.memberInput,
  changeMember: inputs.memberPatch,
  formTeams: inputs.formInput,
  movePerson: inputs.moveInput,
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

export interface JoinPage { event: EventCard; consentText: string; consentVersion: number; full: boolean; joined: boolean }
export interface ReturnLink { url: string; qrSvg: string }
export interface OrganiserView { id: string; login: string; hasPassword: boolean; operator: boolean }
export interface PersonCard { participantId: string; nickname: string; affiliation: string | null; tags: TagView[]; jackets: JacketView[]; introduction: string | null }
export interface EventListItem { id: string; title: string; heldOn: string; state: EventCard['state']; people: number }
/** `waits`: has never signed in. */
export interface MemberView { organiserId: string; login: string; role: MemberRole; waits: boolean }
export interface AuditLine { at: string; actor: string; action: string; subject: string; detail: Record<string, unknown> }

/** Answer of each operation: a JSON body, or an empty one for null. */
export interface HttpAnswers extends services.ServiceAnswers {
  readJoinPage: JoinPage;
  join: { participantId: string; eventId: string };
  comeBack: { participantId: string; eventId: string };
  readPhone: Snapshot<PhoneState>;
  changeProfile: null;
  writeIntroduction: { revision: number };
  addTag: { statement: StatementView };
  changeTag: null;
  suggestTags: { tags: (TagView & { count: number })[] };
  addJacket: { jacket: JacketView };
  changeJacket: null;
  removeJacket: null;
  setPresence: null;
  readPerson: PersonCard;
  sayHello: { mutual: boolean };
  takeHelloBack: null;
  setFree: null;
  avoid: null;
  stopAvoiding: null;
  setContact: null;
  changeTeam: null;
  callFacilitator: null;
  answerAboutTeam: null;
  answerSeat: null;
  rankThemes: null;
  listFoundedTeams: { foundedTeams: FoundedTeamView[] };
  makeFoundedTeam: { foundedTeamId: string };
  changeFoundedTeam: null;
  joinFoundedTeam: null;
  leaveFoundedTeam: null;
  sayKnown: null;
  takeKnownBack: null;
  makeReturnLink: ReturnLink;
  downloadMyData: Record<string, unknown>;
  eraseMe: { proof: string; erasedAt: string };
  signIn: OrganiserView;
  useLoginLink: OrganiserView;
  signOut: null;
  readOrganiser: OrganiserView;
  setPassword: null;
  listEvents: { events: EventListItem[]; next: string | null };
  createEvent: EventSettings;
  /** `organiserId`, `role`: who asks, and what they may do */
  readConsole: Snapshot<ConsoleState> & { links: { join: string; joinQrSvg: string; wall: string }; organiserId: string; role: MemberRole };
  readEvent: EventSettings;
  changeEvent: EventSettings;
  rotateJoinCode: { joinCode: string };
  readIntroduction: { text: string; revision: number; shown: boolean; language: Language };
  checkIn: null;
  reissueReturnLink: ReturnLink;
  mergePeople: null;
  removePerson: null;
  addWords: null;
  removeWord: null;
  listMembers: { members: MemberView[] };
  /** a link that signs the new organiser in once; null for somebody who has signed in before */
  addMember: { loginUrl: string | null };
  changeMember: null;
  removeMember: null;
  formTeams: { proposalId: string };
  movePerson: { version: number };
  pinPerson: { version: number };
  lockTeam: { version: number };
  renameTeam: { version: number };
  formAgain: { version: number };
  undo: { version: number };
  redo: { version: number };
  chooseProposal: { version: number };
  publish: null;
  discard: null;
  placePerson: null;
  freeSeat: null;
  endCall: null;
  movePlaced: null;
  mergeTeams: null;
  findRepair: { repairId: string };
  applyRepair: null;
  discardRepair: null;
  suggestThemes: { themes: { id: string; title: string; people: number }[] };
  readReport: EventReport;
  listAudit: { lines: AuditLine[]; next: string | null };
  removeWebhook: null;
  revokeServiceKey: null;
  readWall: Snapshot<WallState> & { links: { join: string; joinQrSvg: string } };
}

export type HttpBody<N extends HttpName> = N extends keyof typeof HTTP_BODIES ? z.input<(typeof HTTP_BODIES)[N]> : undefined;
