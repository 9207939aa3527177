import { expect, it } from '@jest/globals';
import { namesEvent } from './names-event.js';

it.each([
  ['港のまちラボ 2026', true], [' 港のまちラボ　２０２６ ', true], ['港のまちラボ', false], ['', false],
])('「%s」 as the name of an event: %s', (typed, names) => {
  expect(namesEvent(typed, '港のまちラボ 2026')).toBe(names);
});
