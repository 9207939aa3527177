export * from './event.entity.js';
export * from './log.entity.js';
export * from './match-request.entity.js';
export * from './matching.entity.js';
export * from './organiser.entity.js';
export * from './participant.entity.js';
export * from './profile.entity.js';
export * from './team.entity.js';
