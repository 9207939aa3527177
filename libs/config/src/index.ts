export * from './ask-ready.js';
export * from './settings.js';
