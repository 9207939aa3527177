import { jest } from '@jest/globals';
import { once } from './once.js';

it('a text is made when it is first asked for, and not again', () => {
  const make = jest.fn(() => 'text');
  const text = once(make);
  expect(make).not.toHaveBeenCalled();
  expect([text(), text(), make.mock.calls.length]).toEqual(['text', 'text', 1]);
});
