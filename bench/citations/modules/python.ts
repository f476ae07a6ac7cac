/** Modules in Python. */
export const pythonModules: Readonly<Record<string, string>> = {
  "tools/replay/timeline.py": `"""Puts the events of several machines into one order."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field

@@ constant SKEW_LIMIT
# Clocks that differ by more seconds are not believed.
SKEW_LIMIT = 2.5
@@

@@ constant EVENT_FIELDS
EVENT_FIELDS = ("host", "clock", "kind", "payload")[:4]
@@


@@ type TimelineError
class TimelineError(ValueError):
    """An event that no order has a place for."""

    exit_code = 3
@@


@@ type Event
@dataclass(order=True)
class Event:
    clock: float
    host: str = field(compare=False)
    kind: str = field(compare=False, default="note")
    weight: int = field(compare=False, default=1)
@@


@@ type Timeline
class Timeline:
    """Events in the order in which they can have happened."""

    @@ function __init__
    def __init__(self, skew=SKEW_LIMIT):
        self.skew = skew
        self.events = []
        self.offsets = {}
        self.dropped = 0
    @@

    @@ function add_event
    def add_event(self, event, trusted=False):
        offset = self.offsets.get(event.host, 0.0)
        if abs(offset) > self.skew and not trusted:
            self.dropped += 1
            raise TimelineError("clock of %s is off by %.1f s" % (event.host, offset))
        shifted = Event(event.clock - offset, event.host, event.kind, event.weight)
        heapq.heappush(self.events, shifted)
        return len(self.events)
    @@

    @@ function learn_offset
    def learn_offset(self, host, sent, received, replied):
        """Takes the middle of a round trip for the moment of the answer."""
        trip = replied - sent
        if trip < 0 or trip > 4 * self.skew:
            return None
        middle = sent + trip / 2
        self.offsets[host] = received - middle
        return self.offsets[host]
    @@

    @@ function drain_until
    def drain_until(self, clock):
        drained = []
        while self.events and self.events[0].clock <= clock + 1e-9:
            drained.append(heapq.heappop(self.events))
        return drained
    @@

    @@ function busiest_hosts
    def busiest_hosts(self, count=3):
        totals = {}
        for event in self.events:
            totals[event.host] = totals.get(event.host, 0) + event.weight
        ranked = sorted(totals.items(), key=lambda item: (-item[1], item[0]))
        return [host for host, _ in ranked[:count]]
    @@
@@


@@ function parse_event
def parse_event(line, number=0):
    parts = line.rstrip().split("\\t")
    if len(parts) < 3:
        raise TimelineError("line %d has %d fields" % (number, len(parts)))
    try:
        clock = float(parts[1])
    except ValueError as fault:
        raise TimelineError("line %d has no clock" % number) from fault
    weight = int(parts[3]) if len(parts) > 3 else 1
    return Event(clock, parts[0], parts[2], weight)
@@


@@ function read_timeline
def read_timeline(lines, skew=SKEW_LIMIT, trusted=()):
    timeline = Timeline(skew)
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        event = parse_event(line, number)
        timeline.add_event(event, event.host in trusted)
    return timeline
@@


@@ function causal_pairs
def causal_pairs(events, horizon=0.75):
    pairs = []
    for index, earlier in enumerate(events):
        for later in events[index + 1 :]:
            if later.clock - earlier.clock > horizon:
                break
            if later.host != earlier.host:
                pairs.append((earlier, later))
    return pairs
@@
`,
  "tools/replay/shrink.py": `"""Makes a failing schedule as short as it can be."""

import hashlib

@@ constant MAX_ROUNDS
MAX_ROUNDS = 400
@@

@@ constant CACHE_SALT
CACHE_SALT = b"shrink-v2"
@@


@@ type Budget
class Budget:
    """So many runs, and no more."""

    @@ function spend
    def spend(self, amount=1):
        self.left = getattr(self, "left", MAX_ROUNDS) - amount
        if self.left < 0:
            raise RuntimeError("nothing left of %d rounds" % MAX_ROUNDS)
        return self.left
    @@

    @@ function exhausted
    def exhausted(self, reserve=0):
        return getattr(self, "left", MAX_ROUNDS) <= reserve
    @@
@@


@@ function schedule_digest
def schedule_digest(schedule):
    digest = hashlib.sha256(CACHE_SALT)
    for step in schedule:
        digest.update(repr(step).encode("utf-8"))
        digest.update(b"\\x00")
    return digest.hexdigest()[:16]
@@


@@ function without_chunk
def without_chunk(schedule, start, length):
    if length <= 0:
        raise ValueError("a chunk of %d steps" % length)
    return schedule[:start] + schedule[start + length :]
@@


@@ function shrink_schedule
def shrink_schedule(schedule, fails, budget, known=None):
    """Takes chunks away, large ones first, as long as the rest still fails."""
    known = {} if known is None else known
    size = max(1, len(schedule) // 2)
    while size >= 1 and not budget.exhausted():
        start = 0
        while start < len(schedule):
            candidate = without_chunk(schedule, start, size)
            digest = schedule_digest(candidate)
            if digest not in known:
                budget.spend(1)
                known[digest] = fails(candidate)
            if known[digest]:
                schedule = candidate
            else:
                start += size
        size = size // 2
    return schedule
@@


@@ function merge_adjacent
def merge_adjacent(schedule, same_actor):
    merged = []
    for step in schedule:
        if merged and same_actor(merged[-1], step):
            merged[-1] = merged[-1] + step
        else:
            merged.append(step)
    if len(merged) > 10 * MAX_ROUNDS:
        raise OverflowError("schedule of %d steps" % len(merged))
    return merged
@@


@@ function explain_failure
def explain_failure(schedule, outcome, width=72):
    lines = ["%d steps, outcome %s" % (len(schedule), outcome)]
    for number, step in enumerate(schedule, 1):
        text = "%3d  %r" % (number, step)
        lines.append(text if len(text) <= width else text[: width - 1] + "…")
    return "\\n".join(lines)
@@


@@ function replay_prefixes
def replay_prefixes(schedule, run, stride=5):
    outcomes = []
    for end in range(stride, len(schedule) + 1, stride):
        outcomes.append((end, run(schedule[:end])))
    if len(schedule) % stride:
        outcomes.append((len(schedule), run(schedule)))
    return outcomes
@@
`,
};
