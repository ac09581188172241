"""Checks an exported audit trail without the station: python3 verify_trail.py trail.jsonl"""

import datetime, hashlib, json, struct, sys

def text(value):
    if value is None:
        return struct.pack(">i", -1)
    raw = value.encode()
    return struct.pack(">i", len(raw)) + raw

def link(entry):
    at = datetime.datetime.fromisoformat(entry["at"].replace("Z", "+00:00"))
    millis = round((at - datetime.datetime.fromtimestamp(0, datetime.UTC)) / datetime.timedelta(milliseconds=1))
    parts = [bytes.fromhex(entry["previous_hash"]), struct.pack(">qq", entry["number"], millis)]
    parts += [text(entry[name]) for name in ("action", "actor", "client", "subject", "correlation_id")]
    parts.append(struct.pack(">i", len(entry["details"])))
    for key, value in sorted(entry["details"].items()):
        parts += [text(key), text(value)]
    return hashlib.sha256(b"".join(parts)).hexdigest()

before = None
for line in open(sys.argv[1], encoding="utf-8"):
    entry = json.loads(line)
    follows = before is None or entry["number"] != before["number"] + 1 or entry["previous_hash"] == before["hash"]
    if link(entry) != entry["hash"] or not follows:
        sys.exit(f"broken at {entry['number']}")
    before = entry
print("whole")
