import { describe, expect, it } from "vitest";
import type { FixOutcome } from "../../src/model/fixing.js";
import { lookedAt, mending, notes, verdict } from "../../src/reporters/closing.js";
import { compact } from "../../src/reporters/compact.js";
import { github } from "../../src/reporters/github.js";
import { reporters } from "../../src/reporters/index.js";
import { json } from "../../src/reporters/json.js";
import { context, diagnostic, report } from "./sample.js";

const warning = diagnostic({
  severity: "warning",
  rule: "stale-explanation",
  message: "`tick` is not in `src/clock.rs`",
  line: 6,
  endLine: 6,
});

describe("compact", () => {
  it("is one line for each diagnostic", () => {
    const shown = [diagnostic({ hint: "not shown" }), { ...warning, message: "two\nlines" }];
    expect(compact(report(shown), context())).toMatchInlineSnapshot(`
      "specs/README.md:5:3: error missing-anchor: \`StackBounded\` has no anchor in \`src/stack.rs\`
      specs/README.md:6:3: warning stale-explanation: two␊lines
      "
    `);
  });

  it("is nothing without diagnostics, and without errors where it is quiet", () => {
    expect(compact(report([]), context())).toBe("");
    expect(compact(report([warning]), context({ quiet: true }))).toBe("");
  });

  it("ends with what was mended, where that was asked for", () => {
    const fixing = { mode: "safe", fixed: 3, files: 2, written: true } as const;
    expect(compact(report([]), context({ fixing }))).toBe("fixed 3 (2 files)\n");
    expect(compact(report([warning]), context({ fixing })).split("\n")).toHaveLength(3);
  });
});

describe("json", () => {
  it("is the report", () => {
    const whole = report([diagnostic(), warning]);
    expect(json(whole, context())).toBe(`${JSON.stringify(whole, undefined, 2)}\n`);
  });

  it("has only the errors where it is quiet, and all the counts", () => {
    const whole = report([diagnostic(), warning]);
    const quiet: unknown = JSON.parse(json(whole, context({ quiet: true })));
    expect(quiet).toEqual({ ...whole, diagnostics: [diagnostic()] });
  });

  it("reads back what it had to escape", () => {
    const whole = report([diagnostic({ message: "\x9b2J \u202e \x7f" })]);
    expect(json(whole, context())).toContain("\\u009b2J \\u202e \\u007f");
    expect(JSON.parse(json(whole, context()))).toEqual(whole);
  });
});

describe("github", () => {
  it("is one command for each diagnostic, and the closing lines", () => {
    const shown = diagnostic({
      hint: "it is 100% certain",
      related: [{ path: "src/stack.rs", line: 2, column: 5, endLine: 2, endColumn: 19, message: "the only anchor here" }],
    });
    const output = github(report([shown, warning]), context({ prefix: "crates/a/" }));
    expect(output).toMatchInlineSnapshot(`
      "::error file=crates/a/specs/README.md,line=5,endLine=5,col=3,endColumn=17,title=spec-anchors missing-anchor::\`StackBounded\` has no anchor in \`src/stack.rs\`%0Ait is 100%25 certain%0Acrates/a/src/stack.rs:2: the only anchor here
      ::warning file=crates/a/specs/README.md,line=6,endLine=6,col=3,endColumn=17,title=spec-anchors stale-explanation::\`tick\` is not in \`src/clock.rs\`
      1 error, 1 warning
      2 rows in 1 document, 1 anchor in 2 files
      "
    `);
  });

  it("has no columns for several lines, and no file without a place", () => {
    const output = github(report([diagnostic({ endLine: 7 }), diagnostic({ path: "." })]), context({ prefix: "crates/a/" }));
    expect(output.match(/^::.*?::/gm)).toEqual([
      "::error file=crates/a/specs/README.md,line=5,endLine=7,title=spec-anchors missing-anchor::",
      "::error title=spec-anchors missing-anchor::",
    ]);
  });

  it("escapes a path so that GitHub reads it back", () => {
    const output = github(report([diagnostic({ path: "a:b,c%d\ne.md" })]), context());
    expect(output).toContain("::error file=a%3Ab%2Cc%25d%0Ae.md,line=5,");
  });
});

describe("the closing lines", () => {
  it.each([
    [0, 0, "no problems"],
    [1, 0, "1 error"],
    [0, 2, "2 warnings"],
    [1200, 1, "1,200 errors, 1 warning"],
  ])("say what came of %i errors and %i warnings", (errors, warnings, words) => {
    expect(verdict(report([], { errors, warnings }).summary)).toBe(words);
  });

  const fixable = (...safe: readonly boolean[]) => report(safe.map((is) => diagnostic({ fix: { title: "mend it", safe: is, edits: [] } })));

  it.each<[readonly boolean[], readonly string[]]>([
    [[], []],
    [[true], ["1 fixable with --fix"]],
    [[false, false], ["2 fixable with --fix --unsafe"]],
    [
      [true, false, true],
      ["2 fixable with --fix", "1 more fixable with --fix --unsafe"],
    ],
  ])("say what could be mended: %j", (safe, words) => {
    expect(mending(fixable(...safe), context())).toEqual(words);
  });

  it.each<[Omit<FixOutcome, "written">, string, readonly string[]]>([
    [{ mode: "safe", fixed: 3, files: 2 }, "3 (2 files)", ["1 fixable with --fix --unsafe"]],
    [{ mode: "safe", fixed: 1200, files: 1 }, "1,200 (1 file)", ["1 fixable with --fix --unsafe"]],
    [{ mode: "all", fixed: 0, files: 0 }, "nothing", []],
  ])("say what was mended, and what would be: %j", (outcome, words, more) => {
    const left = fixable(true, false);
    expect(mending(left, context({ fixing: { ...outcome, written: true } }))).toEqual([`fixed ${words}`, ...more]);
    expect(mending(left, context({ fixing: { ...outcome, written: false } }))).toEqual([`would fix ${words}`, ...more]);
  });

  it("say what was looked at", () => {
    expect(lookedAt(report([], { rows: 21, anchors: 22, sources: 3 }).summary)).toBe("21 rows in 1 document, 22 anchors in 3 files");
    expect(lookedAt(report([], { rows: 1, documents: 0, sources: 1, definitions: 9 }).summary)).toBe(
      "1 row in 0 documents, 1 anchor in 1 file, 9 definitions",
    );
  });

  it("say what was not judged, and nothing where there is nothing to say", () => {
    expect(notes(report([warning]), context())).toEqual([]);
    const counts = { unjudged: 3, suppressed: 1, withoutPromise: 2, external: 1, unconfiguredDocuments: 2546, warnings: 1 };
    const whole = report([], { ...counts, inferredTables: [{ path: "specs/README.md", line: 40 }] });
    expect(notes(whole, context({ quiet: true })).join("\n")).toMatchInlineSnapshot(`
      "3 links not judged (see --format json)
      1 finding suppressed
      2 rows without a promise
      1 external row not judged
      specs/README.md:40 is read as an anchor table because at least half of its rows have their anchor
      2,546 more documents cite code and are not configured
      1 warning not shown (--quiet)"
    `);
    expect(notes(report([], { unconfiguredDocuments: 1 }), context())).toEqual(["1 more document cites code and is not configured"]);
  });
});

describe("the list of reporters", () => {
  it("loads each by its name", async () => {
    const loaded = await Promise.all(Object.entries(reporters).map(async ([name, { load }]) => [name, await load()]));
    expect(Object.fromEntries(loaded)).toMatchObject({ compact, github, json });
    expect(Object.keys(reporters)).toEqual(["pretty", "compact", "json", "github"]);
  });
});
