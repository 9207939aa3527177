// Where the queues of this service lie, from what `tsunagu door NAME` has printed.
import { createPostgresBackend, Queue, Worker } from 'bullmq';

const { TSUNAGU_URL: url, TSUNAGU_PREFIX: prefix, TSUNAGU_SCHEMA: schema } = process.env;
const onPostgres = url.startsWith('postgres');

export const openQueue = (name) => (onPostgres
  ? new Queue(name, { connection: { connectionString: url, schema } }, createPostgresBackend)
  : new Queue(name, { connection: { url }, prefix }));

export const openWorker = (name, take) => (onPostgres
  ? new Worker(name, take, { connection: { connectionString: url, schema } }, createPostgresBackend)
  : new Worker(name, take, { connection: { url, maxRetriesPerRequest: null }, prefix }));
