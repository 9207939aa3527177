// Loaded first into each service: when the starter dies, even by kill -9, the line to it breaks and the service drains
// and ends, so that it does not hold its port against the next start.
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';

if (isMainThread && process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
