export { openEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './open-embedded-postgres.js';
export { EmbeddedPostgresProblem } from './problem.js';
