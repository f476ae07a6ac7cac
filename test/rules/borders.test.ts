import { describe, expect, it } from "vitest";
import { compactLines } from "../harness/check-files.js";

/** A document with one anchor table of these rows: name cell, site cell. */
const table = (...rows: readonly (readonly [string, string])[]): string =>
  [
    "### Safety (anchors)",
    "",
    "| Invariant | Anchor site |",
    "| --- | --- |",
    ...rows.map(([name, site]) => `| ${name} | ${site} |`),
    "",
  ].join("\n");

/** `line rule` of each finding, shortest form that tells a border from its neighbour. */
async function found(
  document: string,
  sources: Readonly<Record<string, string>>,
  history?: { ignored: readonly string[] },
): Promise<readonly string[]> {
  const ignored = new Set(history?.ignored ?? []);
  const lines = await compactLines(
    { "specs/README.md": document, ...sources },
    {
      history: {
        renamedTo: () => undefined,
        lastChange: () => undefined,
        ignored: (paths) => new Set(paths.filter((path) => ignored.has(path))),
      },
    },
  );
  return lines.map((line) => line.replace(/^(\S+?):(\d+):\d+: \w+ ([\w-]+):.*$/, "$1:$2 $3"));
}

const anchored = (...names: readonly string[]): string => names.map((name) => `// SPEC: ${name}\nfn of_${name}() {}\n`).join("");

describe("a site cell promises, unless it says by words that it does not", () => {
  it.each(["todo.rs", "none/x.rs", "implicit.rs", "`- src/x.rs`", "- src/x.rs"])("%s promises", async (site) => {
    expect(await found(table(["`HeldHere`", "src/a.rs"], ["`NotHeld`", site]), { "src/a.rs": anchored("HeldHere") })).toEqual([
      "specs/README.md:6 missing-file",
    ]);
  });

  it.each(["—", "-", "N/A", "n/a (model only)", "none", "none – in the model", "(none – abstract)", "implicit", "(deferred)"])(
    "%s does not",
    async (site) => {
      expect(await found(table(["`HeldHere`", "src/a.rs"], ["`NotHeld`", site]), { "src/a.rs": anchored("HeldHere") })).toEqual([]);
    },
  );

  it("takes a file that has a name instead of an extension", async () => {
    expect(await found(table(["`BuildPinned`", "`Makefile`"]), { Makefile: "# SPEC: BuildPinned\nall:\n" })).toEqual([
      "Makefile:1 unjudged-anchor",
    ]);
  });
});

describe("what git ignores is not judged", () => {
  it.each([
    ["a file beside the document's folder", "gen/x.rs", "specs/gen/x.rs", {}],
    ["a folder that exists", "gen/", "gen", { "gen/x.txt": "" }],
  ])("%s", async (_what, site, path, files) => {
    const document = table(["`HeldHere`", "src/a.rs"], ["`Generated`", site]);
    const sources = { "src/a.rs": anchored("HeldHere") };
    expect(await found(document, sources, { ignored: [path] })).toEqual([]);
    expect((await found(document, { ...sources, ...files })).length).toBe(1);
  });

  it("and a document about nothing else checks nothing", async () => {
    expect(await found(table(["`Generated`", "https://example.org/x.rs"]), { "src/a.rs": "" })).toEqual([".:1 nothing-checked"]);
  });
});

describe("one fault is one finding", () => {
  it.each([
    [
      "a row pasted twice, one anchor",
      table(["`HeldHere`", "src/a.rs"], ["`HeldHere`", "src/a.rs"]),
      anchored("HeldHere"),
      ["specs/README.md:6 duplicate-row"],
    ],
    ["a name written twice in a cell", table(["`HeldHere`, `HeldHere`", "src/a.rs"]), anchored("HeldHere"), []],
    [
      "two names on one deviating marker",
      table(["`OneHere`", "src/a.rs"], ["`TwoHere`", "src/a.rs"]),
      "// Spec: OneHere, TwoHere\nfn f() {}\n",
      ["src/a.rs:1 malformed-anchor"],
    ],
    [
      "two names on a marker after words",
      table(["`OneHere`", "src/a.rs"], ["`TwoHere`", "src/a.rs"]),
      "// see SPEC: OneHere, TwoHere\nfn f() {}\n",
      ["src/a.rs:1 malformed-anchor"],
    ],
    [
      "two names in a string",
      table(["`OneHere`", "src/a.rs"], ["`TwoHere`", "src/a.rs"]),
      'fn f() { g("SPEC: OneHere, TwoHere"); }\n',
      ["src/a.rs:1 not-a-comment"],
    ],
    [
      "a URL before the marker",
      table(["`OneHere`", "src/a.rs"]),
      "// see http://example.org SPEC: OneHere\nfn f() {}\n",
      ["src/a.rs:1 malformed-anchor"],
    ],
    [
      "a list with a comma before `and`",
      table(["`OneHere`", "src/a.rs"], ["`TwoHere`", "src/a.rs"]),
      "// SPEC: OneHere, and TwoHere\nfn f() {}\n",
      [],
    ],
  ] as const)("%s", async (_what, document, source, findings) => {
    expect(await found(document, { "src/a.rs": source })).toEqual(findings);
  });

  it("two rows of a name and one marker in a string: the second row still lacks its anchor", async () => {
    const document = table(["`OneHere`", "src/a.rs"], ["`OneHere`", "src/a.rs (`f`)"]);
    expect(await found(document, { "src/a.rs": 'fn f() { g("SPEC: OneHere"); }\n' })).toEqual([
      "specs/README.md:6 missing-anchor",
      "src/a.rs:1 not-a-comment",
    ]);
  });

  it("a name that is nowhere, and the site that so has none", async () => {
    const document = table(["`OneHere`, `TwoHere`", "src/a.rs, src/b.rs"]);
    expect(await found(document, { "src/a.rs": anchored("OneHere"), "src/b.rs": "" })).toEqual(["specs/README.md:5 missing-anchor"]);
    expect(await found(document, { "src/a.rs": anchored("OneHere") })).toEqual(["specs/README.md:5 missing-file"]);
  });

  it("one ambiguous basename, however many rows name it", async () => {
    const document = table(["`OneHere`", "a.rs"], ["`TwoHere`", "a.rs"]);
    expect(await found(document, { "x/a.rs": anchored("OneHere"), "y/a.rs": anchored("TwoHere") })).toEqual([
      "specs/README.md:5 ambiguous-path",
    ]);
  });

  it("an unreadable file, not the anchors that cannot be seen in it", async () => {
    const large = `${anchored("OneHere")}${" ".repeat(9 * 1024 * 1024)}`;
    expect(await found(table(["`OneHere`", "src/a.rs"]), { "src/a.rs": large })).toEqual(["src/a.rs:1 unreadable"]);
  });

  it("rows below a gap, however many", async () => {
    const rows = table(["`OneHere`", "src/a.rs"], ["`TwoHere`", "src/a.rs"], ["`ThreeHere`", "src/a.rs"]).split("\n");
    const sources = { "src/a.rs": anchored("OneHere", "TwoHere", "ThreeHere") };
    for (const gap of ["", "<!-- a remark -->"])
      expect(await found([...rows.slice(0, 5), gap, ...rows.slice(5)].join("\n"), sources)).toEqual(["specs/README.md:7 malformed-row"]);
  });
});

describe("a symbol of a site", () => {
  const log =
    "struct Log; impl Log { fn append(&mut self) { self.flush() } }\n// SPEC: OneHere\nfn f(mut log: Log) { log.append(); other::seal(log) }\n";
  it.each([
    ["`Log::append`", []],
    ["`append()`", []],
    ["`seal`", []],
    ["`other::seal`", []],
    ["`Queue::append`", ["specs/README.md:5 missing-symbol"]],
    ["`truncate`", ["specs/README.md:5 missing-symbol"]],
  ] as const)("%s", async (symbol, findings) => {
    expect(await found(table(["`OneHere`", `\`src/a.rs\` (${symbol})`]), { "src/a.rs": log })).toEqual(findings);
  });
});

it("a file searched by its comment syntax is said so, also below a declared folder", async () => {
  expect(await found(table(["`OneHere`", "bin/"]), { "bin/run.sh": "# SPEC: OneHere\ntrue\n" })).toEqual(["bin/run.sh:1 unjudged-anchor"]);
});

describe("what a review found", () => {
  const findings = (rows: readonly (readonly [string, string])[], source: string): Promise<readonly string[]> =>
    found(table(...rows), { "src/a.rs": source });

  it("an anchor inside a `use` list stands on an import", async () => {
    expect(await findings([["`OneHere`", "src/a.rs"]], "use std::{\n    // SPEC: OneHere\n    fmt,\n};\n")).toEqual([
      "src/a.rs:2 inactive-anchor",
    ]);
  });

  it("the branches of one `if` are two constructs", async () => {
    const source =
      "fn f(x: bool) {\n    if x { // SPEC: OneHere — full\n        g();\n    } else { // SPEC: OneHere — empty\n        h();\n    }\n}\n";
    expect(
      await findings(
        [
          ["`OneHere`", "src/a.rs (`g`)"],
          ["`OneHere`", "src/a.rs (`h`)"],
        ],
        source,
      ),
    ).toEqual([]);
  });

  it("names in bold or links may be several", async () => {
    expect(
      await findings(
        [
          ["**OneHere**, **TwoHere**", "src/a.rs"],
          ["[ThreeHere](#three) and [FourHere](https://example.org)", "src/a.rs"],
        ],
        anchored("OneHere", "TwoHere", "ThreeHere", "FourHere"),
      ),
    ).toEqual([]);
  });

  it("a bold word alone in a row is a title, unless names are bold", async () => {
    expect(
      await findings(
        [
          ["**Safety**", ""],
          ["`OneHere`", "src/a.rs"],
        ],
        anchored("OneHere"),
      ),
    ).toEqual([]);
    expect(
      await findings(
        [
          ["**Safety**", ""],
          ["**OneHere**", "src/a.rs"],
        ],
        anchored("OneHere"),
      ),
    ).toEqual(["specs/README.md:5 malformed-row"]);
  });

  it.each([
    "`src/a.rs` (read/write path)",
    "`src/a.rs` (client/server)",
    "`src/a.rs L1`",
    "`src/a.rs` (`unsafe` block)",
    '`src/a.rs` (`cfg(feature = "x")`)',
  ])("%s is one file, and no more", async (site) => {
    expect(await findings([["`OneHere`", site]], anchored("OneHere"))).toEqual([]);
  });

  it("a link to the web whose text is a path of the repository is that path", async () => {
    expect(await findings([["`OneHere`", "[`src/a.rs`](https://example.org/o/r/blob/main/src/a.rs#L2)"]], "fn f() {}\n")).toEqual([
      "specs/README.md:5 missing-anchor",
    ]);
  });

  it("a longer fence is closed by a longer one only", async () => {
    const source = "/// ````text\n/// ```\n/// SPEC: OneHere\n/// ````\nfn f() {}\n";
    expect(await findings([["`OneHere`", "src/a.rs"]], source)).toEqual(["src/a.rs:3 not-a-comment"]);
  });

  it("prose that names a held invariant in other letters is prose", async () => {
    expect(await findings([["`Next`", "src/a.rs"]], "// SPEC: Next\nfn f() {}\n// spec next (see below)\nfn g() {}\n")).toEqual([]);
  });

  it("a suppression on one row does not speak for the others that name the same missing file", async () => {
    const rows = (...marks: readonly string[]): string =>
      [
        "### Safety (anchors)",
        "",
        "| Invariant | Anchor site | How |",
        "| --- | --- | --- |",
        ...marks.map((mark, at) => `| \`Name${at}\` | src/gone.rs | ${mark} |`),
        "| `OneHere` | src/a.rs | |",
        "",
      ].join("\n");
    const ignore = "<!-- spec-anchors-ignore missing-file: comes back -->";
    const sources = { "src/a.rs": anchored("OneHere") };
    expect((await found(rows("", ignore), sources)).filter((line) => line.endsWith("missing-file"))).toEqual([
      "specs/README.md:5 missing-file",
    ]);
    expect(await found(rows(ignore, ignore), sources)).toEqual([]);
  });
});
