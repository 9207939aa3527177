// What the pages need at run time: everything that works without zod.
export * from './check-text.js';
export * from './http-paths.js';
export * from './live-events.js';
export * from './guest-paths.js';
export * from './phone-problems.js';
export * from './recipes.js';
export * from './fill.js';
export * from './text-problems.js';
export * from './text-problems-en.js';
export * from './text-problems-ja.js';
export * from './text-problems-yasashii.js';
export * from './words.js';
export type * from './problems.js';
export type * from './team-views.js';
export type * from './views.js';
export type * from './http-answers.js';
export type * from './http-routes.js';
export type * from './reasons.js';
