export * from './ask-ready.js';
export * from './settings.js';
export * from './tls-files.js';
