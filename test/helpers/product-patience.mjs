import { jest } from '@jest/globals';

jest.setTimeout(180_000); // a test of the built product starts it, some twice
