import { EventEmitter } from 'node:events';
import { jest } from '@jest/globals';
import { LiveGateway } from './live.gateway.js';

it('who connects and never says what they follow is cut off; who says so stays', () => {
  jest.useFakeTimers();
  const gateway = new LiveGateway(undefined as never, undefined as never, undefined as never, undefined as never, undefined as never);
  const connect = (follows?: true) => Object.assign(new EventEmitter(), { data: { follows }, disconnect: jest.fn() });
  const [silent, follower] = [connect(), connect(true)];
  for (const socket of [silent, follower]) gateway.handleConnection(socket as never);
  jest.runAllTimers();
  jest.useRealTimers();
  expect([silent.disconnect.mock.calls, follower.disconnect.mock.calls]).toEqual([[[true]], []]);
});
