export { BullClient, type BullClientOptions } from './bull-client.js';
export { BullContext, type MessageFacts } from './bull-context.js';
export { BullRecord, type RecordOptions } from './bull-record.js';
export { BullServer, type BullServerOptions } from './bull-server.js';
export { REQUESTS, RESULTS, type Message, type Reply, type TransportProblem } from './message.js';
export { migrateQueueStore, openQueue, openWorker, within, type QueueStore, type WorkerSettings } from './queue-store.js';
