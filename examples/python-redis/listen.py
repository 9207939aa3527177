"""Prints the events of every event that allows this service, as lines of JSON, until it is stopped.

    TSUNAGU_URL=redis://… TSUNAGU_PREFIX=… python listen.py
"""
import asyncio
import json
import os
import signal

from bullmq import Worker

PLACE = {"connection": os.environ["TSUNAGU_URL"], "prefix": os.environ["TSUNAGU_PREFIX"]}


async def main() -> None:
    last: dict[str, int] = {}  # keep it where you keep your data: it tells what you have

    async def take(job, _token):
        event = job.data
        if event["seq"] <= last.get(event["eventId"], 0):
            return  # a repeat
        print(json.dumps(event, ensure_ascii=False), flush=True)
        last[event["eventId"]] = event["seq"]

    worker = Worker("events", take, PLACE)  # one at a time: that keeps the order
    stopped = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    await stopped.wait()
    await worker.close()


asyncio.run(main())
