"""Prints the events of every event that allows this service, as lines of JSON, until it is stopped.

    TSUNAGU_URL=postgres://… python listen.py
"""
import json
import os

import psycopg

last: dict[str, int] = {}  # keep it where you keep your data: it tells what you have

with psycopg.connect(os.environ["TSUNAGU_URL"], autocommit=True) as connection:
    while True:
        with connection.transaction():  # store what the event brings in the same transaction, and you have it exactly once
            (event,) = connection.execute("SELECT tsunagu_next_event(2)").fetchone()
            if event and event["seq"] > last.get(event["eventId"], 0):
                print(json.dumps(event, ensure_ascii=False), flush=True)
                last[event["eventId"]] = event["seq"]
