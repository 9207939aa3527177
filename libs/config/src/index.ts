export * from './ask-ready.js';
export * from './logger-options.js';
export * from './settings.js';
export * from './tls-files.js';
