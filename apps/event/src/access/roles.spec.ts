import { describe, expect, it } from '@jest/globals';
import { allows } from './roles.js';

describe('what each role may do', () => {
  it.each([
    ['viewer', 'readConsole', true], ['viewer', 'listAudit', true], ['viewer', 'checkIn', false], ['viewer', 'readIntroduction', false],
    ['facilitator', 'checkIn', true], ['facilitator', 'movePerson', true], ['facilitator', 'publish', true], ['facilitator', 'readIntroduction', true], ['facilitator', 'changeEvent', false], ['facilitator', 'settlePersonReport', false], ['organiser', 'settlePersonReport', true], ['facilitator', 'removePerson', false],
    ['organiser', 'changeEvent', true], ['organiser', 'addWords', true], ['organiser', 'addMember', false],
    ['owner', 'addMember', true], ['owner', 'removePerson', true], ['organiser', 'eraseEvent', false], ['owner', 'eraseEvent', true],
  ] as const)('%s: %s %s', (role, operation, may) => {
    expect(allows(role, operation)).toBe(may);
  });
});
