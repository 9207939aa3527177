/** Injection token of the process's settings. */
export const SETTINGS = 'settings';
