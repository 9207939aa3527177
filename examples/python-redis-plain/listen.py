"""Prints the events of every event that allows this service, as lines of JSON, until it is stopped. A plain Redis client will do.

    TSUNAGU_URL=redis://… TSUNAGU_PREFIX=… python3 listen.py
"""
import json
import os
import time

import redis

door = redis.Redis.from_url(os.environ["TSUNAGU_URL"], decode_responses=True)
scripts = door.hgetall(os.environ["TSUNAGU_PREFIX"] + ":scripts")
last = {}  # keep it where you keep your data: it tells what you have

while True:
    taken = door.eval(scripts["tsunagu_next_event"], 0)
    if not taken:
        time.sleep(0.2)
        continue
    job, event = taken[0], json.loads(taken[1])
    if event["seq"] > last.get(event["eventId"], 0):  # else a repeat
        print(json.dumps(event, ensure_ascii=False), flush=True)
        last[event["eventId"]] = event["seq"]
    door.eval(scripts["tsunagu_done"], 0, "events", job)  # before this the next one does not come
