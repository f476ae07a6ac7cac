import { describe, expect, it } from "vitest";
import { isFailing } from "../../src/engine/specs/failing-words.js";
import { failing, module, said, spec } from "./specs-files.js";

describe("a sentence says that a check fails", () => {
  it.each([
    "EXPECTED TO FAIL",
    "Expected: VIOLATED",
    "Expected: Exclusive VIOLATED (a trace is printed)",
    "Expected outcome: TLC finds a violation of Exclusive",
    "Expected: DEADLOCK",
    "This invariant should be violated",
    "This SHOULD FAIL",
    "Should fail",
    "OneHolder must fail under the old gate",
    "TLC should find a counterexample",
    'TLC should report "Invariant TraceOpen is violated" when the trace ends',
    "TLC is expected to flag NoDeadlock",
    "TLC reports Exclusive violated",
    "Without its guard the release must violate Exclusive",
    "expect violations",
    "Expected-counterexample witness for the old order",
    "Fails by design",
    "The agreement property AC1 does not hold",
    "OneHolder does not hold",
  ])("%s", (sentence) => {
    expect(isFailing(sentence)).toBe(true);
  });

  it.each([
    "Expected: HOLDS",
    "Expected: no errors",
    "Expected: NO VIOLATIONS (the lock prevents them)",
    "Expected to pass all invariants",
    "Expected to pass: if one fails, somebody has broken the order",
    "This should never fail",
    "TLC must not find a counterexample",
    "It should not report that Exclusive is violated",
    "TLC will report a spurious violation of Exclusive",
    "Two nodes will fail during the run",
    "At most one server is expected to fail",
    "Clients must retry if a request fails",
    "The leader must survive failures",
    "Should this fail, look at the log",
    "Exclusive holds if the lease does not hold the lock",
    "TLC evaluates each invariant and reports any that do not hold",
    "Termination is expected",
    "Safety invariants (must hold in all states)",
    "A violation is not expected",
  ])("not: %s", (sentence) => {
    expect(isFailing(sentence)).toBe(false);
  });
});

describe("a configuration is expected to fail", () => {
  it.each<[string, string]>([
    ["because of its comment", "\\* Expected to fail: it shows the race.\n\nINVARIANT A\n"],
    [
      "because of a sentence over two lines",
      "\\* Small model. Expected: property\n\\* VIOLATED, for nothing holds it back.\n\nINVARIANT A\n",
    ],
    ["because of what stands at its end", "INVARIANT A\n\n\\* Expected outcome: TLC finds a violation.\n"],
    ["because of a word behind the name", "INVARIANT\n  A \\* violated\n"],
    [
      "because of the comment before several sections",
      "VIEW T\n\n\\* TLC should find counterexamples to these\nINVARIANT T\nINVARIANT A\n",
    ],
    ["with the constants that it has", "CONSTANT Guard = FALSE\n\n\\* must fail with Guard = FALSE\nINVARIANT A\n"],
  ])("%s", async (_, cfg) => {
    const lines = await said(spec("CONSTANT Guard\nA == TRUE\nT == TRUE", cfg));
    expect(lines).toEqual(failing());
  });

  it.each<[string, string]>([
    ["a sentence over two lines that says that it passes", "\\* Small model. It is not\n\\* expected to fail.\n\nINVARIANT A\n"],
    ["one that a condition follows", "INVARIANT\n  A \\* fails if the guard is taken out\n"],
    ["one of other constants", "CONSTANT Guard = TRUE\n\n\\* must fail with Guard = FALSE\nINVARIANT A\n"],
    ["a comment that speaks of one", "VIEW T\n\n\\* This invariant should fail\nINVARIANT W\nINVARIANT A\n"],
    ["a comment that names another", "VIEW T\n\n\\* TLC should find W violated\nINVARIANT W\nINVARIANT A\n"],
  ])("not because of %s", async (_, cfg) => {
    expect(await said(spec("CONSTANT Guard\nA == TRUE\nT == TRUE\nW == FALSE", cfg))).toEqual([]);
  });

  it.each(["M_unsafe", "MUnsafe", "M_Vulnerable", "M-bug2", "MBuggyFix", "M_negative", "M_expect_fail", "MWrong"])(
    "because of its name: %s",
    async (stem) => {
      const path = `specs/${stem}.cfg`;
      expect(await said({ "specs/M.tla": module("M", "A == TRUE"), [path]: "INVARIANT A\n" })).toEqual(failing(path));
    },
  );

  it.each(["M_BugFix", "M_Invulnerable", "M_NoViolations", "M_Unbroken", "MBadge", "M_no_bugs", "M_NonBuggy", "M_bugfix"])(
    "not because of its name: %s",
    async (stem) => {
      expect(await said({ "specs/M.tla": module("M", "A == TRUE"), [`specs/${stem}.cfg`]: "INVARIANT A\n" })).toEqual([]);
    },
  );

  it("not because of the name of its module", async () => {
    for (const stem of ["NegativeAcks", "UnsafeCell", "BadBlocks", "BugTracker"])
      expect(await said({ [`specs/${stem}.tla`]: module(stem, "A == TRUE"), [`specs/${stem}.cfg`]: "INVARIANT A\n" })).toEqual([]);
  });

  it("because of its folder, unless the module lies there, too", async () => {
    const a = module("M", "A == TRUE");
    expect(await said({ "specs/M.tla": a, "specs/broken/M.cfg": "INVARIANT A\n" })).toEqual(failing("specs/broken/M.cfg"));
    expect(await said({ "specs/negative/M.tla": a, "specs/negative/M.cfg": "INVARIANT A\n" })).toEqual([]);
  });
});

describe("a definition is written down to be violated", () => {
  it.each<[string, string]>([
    ["says so above it", "\\* EXPECTED TO FAIL: it shows that the state is reached.\nW == FALSE"],
    ["says so in a block above it", "(* The state is reached: this should be\n   violated. *)\nW == FALSE"],
    ["says with which constants", "\\* Expected to fail with Guard = FALSE.\nW == FALSE"],
  ])("%s", async (_, definition) => {
    expect(await said(spec(`CONSTANT Guard\nA == TRUE\n${definition}`, "CONSTANT Guard = FALSE\nINVARIANT A W\n"))).toEqual([]);
  });

  it.each<[string, string]>([
    ["only under a condition", "\\* Expected to fail if messages are lost.\nW == FALSE"],
    ["with other constants", "\\* Expected to fail with Guard = TRUE.\nW == FALSE"],
    ["not this one", "\\* Expected to fail.\nV == FALSE\n\nW == FALSE"],
    ["not right above it", "\\* Expected to fail.\n\nW == FALSE"],
  ])("no: %s", async (_, definition) => {
    expect(await said(spec(`CONSTANT Guard\nA == TRUE\n${definition}`, "CONSTANT Guard = FALSE\nINVARIANT A W\n"))).toEqual([
      "specs/M.cfg:2:13: warning undocumented-invariant: The model checker checks `W`, and no table has a row for it.",
    ]);
  });
});
