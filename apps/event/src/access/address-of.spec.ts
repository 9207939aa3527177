import { addressOf } from './address-of.js';

it('is the line’s own, and behind a proxy the one that the proxy has added itself', () => {
  const from = (forwarded: string | undefined, trusted: boolean) => addressOf({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress: '10.0.0.1' } } as never, trusted);
  expect([from('1.1.1.1, 203.0.113.7', true), from('203.0.113.7', true), from(undefined, true), from('203.0.113.7', false)]).toEqual(['203.0.113.7', '203.0.113.7', '10.0.0.1', '10.0.0.1']);
});
