import { z } from 'zod';
import type { HttpName } from './http-paths.js';
import type { Positions } from './live-events.js';
import { SERVICE_RESULTS } from './service-api.js';
import { eventReport, foundedTeamView } from './team-views.js';
import { consoleState, eventCard, eventSettings, eventState, foundPerson, jacketView, named, phoneState, statementView, tagView, wallState } from './views.js';
import { MEMBER_ROLES } from './console-words.js';
import { LANGUAGES } from './words.js';

const id = z.uuid();
const version = z.strictObject({ version: z.int().describe('of the draft, now') });
const next = z.string().nullable().describe('cursor of the following page; null on the last one');

const positions = z.record(z.string(), z.int()).describe('the number of the last event of each stream that the state includes') as unknown as z.ZodType<Positions>;
const snapshot = <S extends z.ZodRawShape, State extends z.ZodType>(state: State, more: S) => z.strictObject({ positions, state, ...more });

/** `consentText`: by language, as somebody reads it before joining; null where the organiser has not written it in that one, and `ja` is then read, which is English where it is there in English alone. */
export const joinPage = z.strictObject({ event: eventCard, consentText: z.strictObject({ ja: z.string(), en: z.string().nullable(), yasashii: z.string().nullable() }), consentVersion: z.int(), full: z.boolean(), joined: z.boolean() });
export type JoinPage = z.output<typeof joinPage>;
export const returnLink = z.strictObject({ url: z.url(), qrSvg: z.string() });
export type ReturnLink = z.output<typeof returnLink>;
export const organiserView = z.strictObject({ id, login: z.string(), hasPassword: z.boolean(), operator: z.boolean() });
export type OrganiserView = z.output<typeof organiserView>;
/** `needs` and `offers`: what they look for and can give, in words, as far as they show it. */
export const personCard = z.strictObject({
  participantId: id, nickname: z.string(), affiliation: z.string().nullable(), noPhone: z.boolean(), tags: z.array(tagView), needs: z.array(named), offers: z.array(named), jackets: z.array(jacketView), introduction: z.string().nullable(),
});
export type PersonCard = z.output<typeof personCard>;
export const eventListItem = z.strictObject({ id, title: z.string(), heldOn: z.iso.date(), state: eventState, erased: z.boolean().describe('everything about its people is erased'), people: z.int(), role: z.enum(MEMBER_ROLES).describe('what the caller may do in it') });
export const memberView = z.strictObject({ organiserId: id, login: z.string(), role: z.enum(MEMBER_ROLES), waits: z.boolean().describe('can sign in by a link alone: has no password and is signed in nowhere') });
export type MemberView = z.output<typeof memberView>;
export const auditLine = z.strictObject({ at: z.iso.datetime(), actor: z.string(), action: z.string(), subject: z.string(), detail: z.record(z.string(), z.unknown()) });
export type AuditLine = z.output<typeof auditLine>;

const joined = z.strictObject({ participantId: id, eventId: id });
const links = { join: z.string(), joinQrSvg: z.string() };

/** Answer of each operation: the schema of its JSON body, or null for an empty one. */
export const HTTP_ANSWERS = {
  ...SERVICE_RESULTS,
  readJoinPage: joinPage,
  join: joined,
  comeBack: joined,
  readPhone: snapshot(phoneState, {}),
  changeProfile: null,
  writeIntroduction: z.strictObject({ revision: z.int() }),
  addTag: z.strictObject({ statement: statementView }),
  changeTag: null,
  suggestTags: z.strictObject({ tags: z.array(tagView.extend({ count: z.int() })) }),
  addJacket: z.strictObject({ jacket: jacketView }),
  changeJacket: null,
  removeJacket: null,
  setPresence: null,
  readPerson: personCard,
  findPeople: z.strictObject({ people: z.array(foundPerson), more: z.boolean().describe('there are others') }),
  sayHello: z.strictObject({ mutual: z.boolean() }),
  takeHelloBack: null,
  setFree: null,
  avoid: null,
  stopAvoiding: null,
  setContact: null,
  changeTeam: null,
  callFacilitator: null,
  answerAboutTeam: null,
  answerSeat: null,
  rankThemes: null,
  listFoundedTeams: z.strictObject({ foundedTeams: z.array(foundedTeamView) }),
  makeFoundedTeam: z.strictObject({ foundedTeamId: id }),
  changeFoundedTeam: null,
  joinFoundedTeam: null,
  leaveFoundedTeam: null,
  sayKnown: null,
  takeKnownBack: null,
  forgetEarlier: null,
  letTextLeave: null,
  keepTextHere: null,
  makeReturnLink: returnLink,
  downloadMyData: z.record(z.string(), z.unknown()).describe('everything that is kept about the participant'),
  eraseMe: z.strictObject({ proof: id, erasedAt: z.iso.datetime() }),
  signIn: organiserView,
  useLoginLink: organiserView,
  signOut: null,
  readOrganiser: organiserView,
  setPassword: null,
  listEvents: z.strictObject({ events: z.array(eventListItem), next }),
  createEvent: eventSettings,
  readConsole: snapshot(consoleState, { links: z.strictObject({ ...links, wall: z.string() }), organiserId: id.describe('who asks'), role: z.enum(MEMBER_ROLES).describe('what they may do') }),
  readEvent: eventSettings,
  changeEvent: eventSettings,
  eraseEvent: z.strictObject({ proof: id, erasedAt: z.iso.datetime() }),
  rotateJoinCode: z.strictObject({ joinCode: z.string() }),
  readIntroduction: z.strictObject({ text: z.string(), revision: z.int(), shown: z.boolean(), language: z.enum(LANGUAGES) }),
  registerPeople: z.strictObject({ people: z.array(z.strictObject({ participantId: id, known: z.boolean().describe('was registered before: nobody was added') })).describe('in the order in which they were sent') }),
  checkIn: z.strictObject({ changed: z.array(id).describe('who was not in or out already') }),
  reissueReturnLink: returnLink,
  mergePeople: null,
  settlePersonReport: null,
  removePerson: null,
  setLeft: null,
  addWords: null,
  changeWord: null,
  removeWord: null,
  listMembers: z.strictObject({ members: z.array(memberView) }),
  addMember: z.strictObject({ loginUrl: z.string().nullable().describe('signs in once whom this event has made an organiser; null where the account was there before, is in use or works on another event as well') }),
  changeMember: null,
  removeMember: null,
  formTeams: z.strictObject({ proposalId: id }),
  movePerson: version,
  swapPeople: version,
  previewMoves: null,
  pinPerson: version,
  lockTeam: version,
  renameTeam: version,
  formAgain: version,
  undo: version,
  redo: version,
  chooseProposal: version,
  publish: null,
  discard: null,
  placePerson: null,
  freeSeat: null,
  endCall: null,
  movePlaced: null,
  swapPlaced: null,
  mergeTeams: null,
  findRepair: z.strictObject({ repairId: id }),
  applyRepair: null,
  discardRepair: null,
  suggestThemes: z.strictObject({ themes: z.array(z.strictObject({ id: z.string(), title: z.string(), people: z.int() })) }),
  readReport: eventReport,
  listAudit: z.strictObject({ lines: z.array(auditLine), next }),
  removeWebhook: null,
  revokeServiceKey: null,
  readWall: snapshot(wallState, { links: z.strictObject(links) }),
} as const satisfies Record<HttpName, z.ZodType | null>;

type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : null;
export type HttpAnswers = { [N in HttpName]: Output<(typeof HTTP_ANSWERS)[N]> };
