import { expect, it } from '@jest/globals';
import { Refusal, Unreachable } from '../live/call.js';
import { isSignedOut } from './is-signed-out.js';

it('nobody is signed in where the service says so, and nothing is known where it does not answer', () => {
  const refused = (code: string) => new Refusal({ code } as Refusal['body'], undefined);
  expect([refused('access.not_signed_in'), refused('request.too_many'), new Unreachable()].map(isSignedOut)).toEqual([true, false, false]);
});
