import { TestEnvironment } from 'jest-environment-node';

/** Node's environment in which numbers that native code returns are instances of the same Float32Array as those of the tests. */
export default class extends TestEnvironment {
  constructor(...args) {
    super(...args);
    this.global.Float32Array = Float32Array;
  }
}
