import { describe, expect, test } from "vitest";
import { kinds } from "../../bench/accuracy/kinds.js";
import { fixturesOf } from "../../bench/accuracy/repositories.js";
import { promisesOf, rowNames } from "../../bench/accuracy/rows.js";
import { shareOf, tallyOf } from "../../bench/accuracy/statistics.js";
import { trialsOf } from "../../bench/accuracy/trial.js";
import type { Check } from "../../bench/accuracy/world.js";
import { draws, fixtures, kind, subject } from "./checkpointing.js";

describe("trials", () => {
  const saying = (rule: string): Check => {
    const place = { path: "src/a.rs", line: 1, message: "somewhere else" };
    const names = promisesOf(subject).flatMap(rowNames);
    return async () => ({ diagnostics: names.map((name) => ({ rule, name, ...place })), unjudged: [] });
  };
  const nothing: Check = async () => ({ diagnostics: [], unjudged: [] });
  const ofMutants =
    (check: Check): Check =>
    async (files) =>
      files.size === 0 ? nothing(files) : check(files);

  test("are all found by a check that reports everything, and none by one that reports nothing", async () => {
    const few = { ...draws, perAnchor: 1 };
    const all = await trialsOf(subject, ofMutants(saying("misplaced-anchor")), kinds, few);
    expect(tallyOf(all)).toMatchObject({ valid: all.length, invalid: 0, found: all.length, both: all.length, judged: all.length });
    const before = await trialsOf(subject, saying("misplaced-anchor"), kinds, few);
    expect(tallyOf(before)).toMatchObject({ found: 0 });
    const none = await trialsOf(subject, nothing, kinds, few);
    expect(tallyOf(none)).toMatchObject({ valid: all.length, invalid: 0, found: 0, both: 0 });
  });

  test("are invalid where another rule has something to say that it did not say before", async () => {
    const missing = saying("missing-anchor");
    const always = await trialsOf(subject, missing, [kind("adjacent-after")], draws);
    expect(tallyOf(always)).toMatchObject({ invalid: 0, found: 0 });
    const now = await trialsOf(subject, ofMutants(missing), [kind("adjacent-after")], draws);
    expect(tallyOf(now)).toMatchObject({ valid: 0, invalid: now.length });
  });
});

test("shares have Wilson's interval", () => {
  expect(shareOf(0, 0)).toBeUndefined();
  expect(shareOf(0, 10)).toEqual({ part: 0, whole: 10, low: 0, high: expect.closeTo(0.2775, 4) });
  expect(shareOf(5, 10)).toEqual({ part: 5, whole: 10, low: expect.closeTo(0.2366, 4), high: expect.closeTo(0.7634, 4) });
});

test("the set for tuning has nothing of the other", () => {
  const [tuning, heldOut] = [fixturesOf(fixtures, "tuning"), fixturesOf(fixtures, "held-out")].map((set) => set.map(({ name }) => name));
  expect(tuning).toEqual([
    "checkpointing",
    "lock-free-queue",
    "raft-log",
    "lease-cache",
    "event-store",
    "transport",
    "bytecode-verifier",
    "scheduler",
    "allocator",
    "parser",
    "commit-coordinator",
    "connection-pool",
    "page-cache",
    "rate-limiter",
    "ring-buffer",
    "membership",
    "offline-sync",
    "order-book",
    "gossip",
    "job-queue",
    "lock-service",
    "btree-store",
    "group-commit",
    "capability-table",
    "shard-rebalancer",
    "atomic-commit",
    "tab-election",
    "epoch-reclamation",
  ]);
  expect(heldOut).toEqual([
    "timer-wheel",
    "stream-mux",
    "watch-store",
    "chunk-store",
    "work-stealing",
    "version-store",
    "shared-list",
    "supervised-mailbox",
  ]);
});
