import { HTTP_PATHS, MEMBER_ROLES, type HttpName, type MemberRole } from '@tsunagu/contracts';

/** What needs more than reading (`viewer`), or than working with people and teams (`facilitator`). */
const NEEDS: Partial<Record<HttpName, MemberRole>> = {
  readIntroduction: 'facilitator',
  changeEvent: 'organiser', rotateJoinCode: 'organiser', removePerson: 'organiser', mergePeople: 'organiser', settlePersonReport: 'organiser', addWords: 'organiser', changeWord: 'organiser', removeWord: 'organiser',
  addWebhook: 'organiser', changeWebhook: 'organiser', renewWebhookSecret: 'organiser', removeWebhook: 'organiser', pingWebhook: 'organiser',
  addMember: 'owner', changeMember: 'owner', removeMember: 'owner', eraseEvent: 'owner',
};

/** May somebody in this role do that? Each role may do what those below it may. */
export function allows(role: MemberRole, operation: HttpName): boolean {
  const needed = NEEDS[operation] ?? (HTTP_PATHS[operation][0] === 'GET' ? 'viewer' : 'facilitator');
  return MEMBER_ROLES.indexOf(role) <= MEMBER_ROLES.indexOf(needed);
}
