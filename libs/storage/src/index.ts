export * from './database.js';
export * from './entities/index.js';
export * from './log/announce.js';
export * from './log/log.js';
export * from './views/event-views.js';
export * from './views/profile-views.js';
export * from './views/team-views.js';
export * from './storage.module.js';
