import { Refusal } from '../live/call.js';

/** Did the service say that nobody is signed in here? */
export const isSignedOut = (error: unknown): boolean => error instanceof Refusal && error.body.code === 'access.not_signed_in';
