// Prints the events of every event that allows this service, as lines of JSON, until it is stopped.
import { openWorker } from './place.mjs';

const last = new Map(); // keep it where you keep your data: it tells what you have

const worker = openWorker('events', async ({ data: event }) => { // one at a time: that keeps the order
  if (event.seq <= (last.get(event.eventId) ?? 0)) return; // a repeat
  console.log(JSON.stringify(event));
  last.set(event.eventId, event.seq);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void worker.close().then(() => process.exit(0)));
