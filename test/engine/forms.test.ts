import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/model/report.js";
import { editedText } from "../harness/apply-edits.js";
import { checkFiles, compactLines, diagnose } from "../harness/check-files.js";
import { reviewed, statesIn } from "../review/reviewed.js";

const toml = (form: string, names: string, more = ""): string => `[[anchors]]\nform = '${form}'\nnames = '${names}'\n${more}`;
const table = (rows: Readonly<Record<string, string>>, why = "why"): string =>
  [
    "| Invariant | Anchor site | How |",
    "| --- | --- | --- |",
    ...Object.entries(rows).map(([name, site]) => `| \`${name}\` | \`${site}\` | ${why} |`),
    "",
  ].join("\n");

const claims = toml("invariant: {name}[ ({construct})]", "[a-z]+:[a-z-]+");
const one = { "spec-anchors.toml": claims, "specs/README.md": table({ "a:one": "src/a.rs" }) };
const rulesOf = (found: readonly Diagnostic[]): readonly string[] => found.map(({ rule, path, line }) => `${rule} ${path}:${line}`);
const found = async (source: string, files: Readonly<Record<string, string>> = one): Promise<readonly string[]> =>
  rulesOf(await diagnose({ ...files, "src/a.rs": source }));

describe("anchors of a form are judged as the marker's are", () => {
  it.each([
    ["held", "// invariant: a:one\nfn f() {}\n", []],
    ["missing", "fn f() {}\n", ["missing-anchor specs/README.md:3"]],
    ["deviating", "// Invariant: a:one\nfn f() {}\n", ["malformed-anchor src/a.rs:1"]],
    ["misspelt", "// invariant: a:onne\nfn f() {}\n", ["malformed-anchor specs/README.md:3"]],
    ["misspelt so that it is no name", "// invariant: a:oNe\nfn f() {}\n", ["malformed-anchor specs/README.md:3"]],
    ["not first on its line", "// here invariant: a:one\nfn f() {}\n", ["malformed-anchor src/a.rs:1"]],
    ["in a string", 'fn f() -> &str { "invariant: a:one" }\n', ["not-a-comment src/a.rs:1"]],
    ["in disabled code", "// // invariant: a:one\nfn f() {}\n", ["not-a-comment src/a.rs:1"]],
    ["in a doc-test", "/// ```\n/// invariant: a:one\n/// ```\nfn f() {}\n", ["not-a-comment src/a.rs:2"]],
    ["dangling", "fn f() {}\n// invariant: a:one\n", ["dangling-anchor src/a.rs:2"]],
    ["inactive", "#[cfg(test)]\nmod t {\n    // invariant: a:one\n    fn f() {}\n}\n", ["inactive-anchor src/a.rs:3"]],
    ["twice", "// invariant: a:one\n// invariant: a:one\nfn f() {}\n", ["duplicate-anchor src/a.rs:2"]],
    ["undeclared", "// invariant: a:one\nfn f() {}\n// invariant: b:two\nfn g() {}\n", ["undeclared-anchor src/a.rs:3"]],
    ["prose", "// invariant: a:one\nfn f() {}\n// invariant: all is well\nfn g() {}\n", []],
    ["beside the marker", "// invariant: a:one\nfn f() {}\n// SPEC: Other\nfn g() {}\n", ["undeclared-anchor src/a.rs:3"]],
    ["suppressed", "// invariant: a:one\nfn f() {}\n// spec-anchors-ignore undeclared-anchor: soon\n// invariant: b:two\nfn g() {}\n", []],
  ])("%s", async (_what, source, expected) => {
    expect(await found(source)).toEqual(expected);
  });

  it("with a marker of the same word", async () => {
    const files = { ...one, "spec-anchors.toml": `marker = "invariant:"\n${claims}` };
    expect(await found("// invariant: a:one\nfn f() {}\n// invariant: all is well\nfn g() {}\n", files)).toEqual([]);
    expect(await found("// invariant: a:oNe\nfn f() {}\n", files)).toEqual(["malformed-anchor specs/README.md:3"]);
    expect(await found("// invariant a:one\nfn f() {}\n", files)).toEqual(["malformed-anchor src/a.rs:1"]);
  });

  it("in another file", async () => {
    const files = { ...one, "src/a.rs": "fn f() {}\n", "src/b.rs": "// invariant: a:one\nfn f() {}\n" };
    expect(rulesOf(await diagnose(files))).toEqual(["wrong-file src/b.rs:1"]);
  });

  it("where no grammar is", async () => {
    const files = {
      "spec-anchors.toml": claims,
      "specs/README.md": table({ "a:one": "src/a.hs" }),
      "src/a.hs": "-- invariant: a:one\nf = 1\n",
    };
    expect(rulesOf(await diagnose(files))).toEqual(["unjudged-anchor src/a.hs:1"]);
  });

  it("only in the files of the form", async () => {
    const files = {
      ...one,
      "spec-anchors.toml": `${claims}files = ["src/**", "!src/old/**"]\n`,
      "src/a.rs": "// invariant: a:one\nfn f() {}\n",
    };
    const other = "// invariant: b:two\nfn g() {}\n";
    expect(rulesOf(await diagnose({ ...files, "src/old/b.rs": other, "lib/b.rs": other }))).toEqual([]);
    expect(rulesOf(await diagnose({ ...files, "src/b.rs": other }))).toEqual(["undeclared-anchor src/b.rs:1"]);
  });

  it("with a safe fix for what deviates", async () => {
    const source = "// Invariant a:one — text\nfn f() {}\n";
    const [diagnostic] = await diagnose({ ...one, "src/a.rs": source });
    expect(diagnostic?.fix?.safe).toBe(true);
    expect(editedText(source, diagnostic?.fix?.edits ?? [])).toBe("// invariant: a:one — text\nfn f() {}\n");
  });
});

describe("numbered names", () => {
  const numbered = { "spec-anchors.toml": toml("{name}: ", "INV-[A-Z]+-\\d{2}"), "specs/README.md": table({ "INV-SEQ-01": "src/a.rs" }) };

  it.each([
    ["held", "// INV-SEQ-01: x\nfn f() {}\n", []],
    [
      "another number is another name",
      "// INV-SEQ-02: x\nfn f() {}\n",
      ["undeclared-anchor src/a.rs:1", "missing-anchor specs/README.md:3"],
    ],
    ["a number that is no name of the form is a slip", "// INV-SEQ-1: x\nfn f() {}\n", ["malformed-anchor specs/README.md:3"]],
    ["a letter is a slip", "// INV-SEQ-O1: x\nfn f() {}\n", ["malformed-anchor specs/README.md:3"]],
    ["letter case is a slip", "// inv-seq-01: x\nfn f() {}\n", ["malformed-anchor specs/README.md:3"]],
    ["without its colon", "// INV-SEQ-01 x\nfn f() {}\n", ["malformed-anchor src/a.rs:1"]],
    ["a label is no anchor", "fn f() { 'a: loop {} }\n", ["missing-anchor specs/README.md:3"]],
  ])("%s", async (_what, source, expected) => {
    expect((await found(source, numbered)).toSorted()).toEqual(expected.toSorted());
  });

  it("in a file that no row declares", async () => {
    const files = { ...numbered, "src/a.rs": "fn f() {}\n", "src/b.rs": "// INV-SEQ-O1: x\nfn g() {}\n" };
    expect(rulesOf(await diagnose(files)).toSorted()).toEqual(["missing-anchor specs/README.md:3", "undeclared-anchor src/b.rs:1"]);
  });
});

describe("claimed constructs", () => {
  const source = (claim: string): string =>
    `impl Lease {\n    // invariant: a:one${claim}\n    fn grant(&self) {\n        self.go();\n    }\n\n    fn renew(&self) {}\n}\n`;

  it.each(["", " (grant)", " (Lease::grant)", " (`grant()`)", " (lease::Lease::grant)", " (see above: no symbol)"])(
    "%s is what is marked",
    async (claim) => {
      expect(await found(source(claim))).toEqual([]);
    },
  );

  it("or what is around it", async () => {
    expect(await found("fn f() {\n    // invariant: a:one (f)\n    g();\n}\n")).toEqual([]);
  });

  it("elsewhere in the file: with a move that mends it", async () => {
    const text = "fn f() {\n    g();\n    // invariant: a:one (h)\n    g();\n}\n\nfn h() {}\n";
    const [diagnostic, ...others] = await diagnose({ ...one, "src/a.rs": text });
    expect(others).toEqual([]);
    expect(diagnostic).toMatchObject({
      rule: "misplaced-anchor",
      message: "The anchor `a:one` names `h`, which is at line 7; it sits on `g();` in `f`.",
      fix: { safe: false },
    });
    const moved = editedText(text, diagnostic?.fix?.edits ?? []);
    expect(moved).toBe("fn f() {\n    g();\n    g();\n}\n\n// invariant: a:one (h)\nfn h() {}\n");
    expect(await found(moved)).toEqual([]);
  });

  it("in another file, or nowhere", async () => {
    const elsewhere = {
      ...one,
      "src/a.rs": "// invariant: a:one (h)\nfn f() {}\n",
      "src/b.rs": "// spec-anchors-ignore missing-file: x\nfn h() {}\n",
    };
    expect((await diagnose(elsewhere)).map(({ message }) => message)).toContain(
      "The anchor `a:one` names `h`, which is in `src/b.rs` at line 2; it sits on `fn f() {}`.",
    );
    expect(
      (await diagnose({ ...one, "src/a.rs": "// invariant: a:one (h)\nfn f() {}\n" })).map(({ message, fix }) => [message, fix]),
    ).toEqual([["The anchor `a:one` names `h`, which no source defines; it sits on `fn f() {}`.", undefined]]);
  });

  it("tests count, and what only resembles one is misplaced, not inactive", async () => {
    const tests = (name: string): string =>
      `#[cfg(test)]\nmod tests {\n    // invariant: a:one (${name})\n    #[test]\n    fn holds() {}\n}\n`;
    expect(await found(tests("holds"))).toEqual([]);
    expect(await found(tests("other"))).toEqual(["misplaced-anchor src/a.rs:3"]);
  });
});

describe("what stays as it is", () => {
  it("review states", async () => {
    const files = await reviewed({ ...one, "src/a.rs": "// invariant: a:one\nfn f() { g(); }\n" });
    expect(await statesIn(files)).toEqual(["a:one reviewed"]);
    expect(await statesIn({ ...files, "src/a.rs": "// invariant: a:one\nfn f() { h(); }\n" })).toEqual(["a:one code"]);
  });

  it("names of other forms are not asked of modules", async () => {
    const files = {
      "spec-anchors.toml": claims,
      "specs/README.md": table({ "a:one": "src/a.rs", Safety: "src/a.rs" }),
      "specs/M.tla": "---- MODULE M ----\nSafety == TRUE\n====\n",
      "specs/M.cfg": "INVARIANT Safety\n",
      "src/a.rs": "// invariant: a:one\nfn f() {}\n// SPEC: Safety\nfn g() {}\n",
    };
    expect(await compactLines(files)).toEqual([]);
  });

  it("a document that the forms make one is found", async () => {
    const { report } = await checkFiles({
      "spec-anchors.toml": claims,
      "design.md": `Each line carries \`invariant: name\`.\n\n${table({ "a:one": "src/a.rs" }).replace("Anchor site", "Anchor")}`,
      "src/a.rs": "// invariant: a:one\nfn f() {}\n",
    });
    expect([report.summary.documents, report.summary.rows, report.summary.anchors, report.diagnostics.length]).toEqual([1, 1, 1, 0]);
  });
});

describe("declared names", () => {
  const declaring = (lines: readonly string[], more = "", place = "headings"): Readonly<Record<string, string>> => ({
    "spec-anchors.toml": `${toml("invariant: {name}", "[a-z]+:[a-z-]+")}\n[[declarations]]\ndocuments = "d.md"\nin = "${place}"\nform = "{name}"\nnames = '[a-z]+:[a-z-]+'\n${more}`,
    "d.md": `# Design\n\n${lines.join("\n\n")}\n`,
  });
  const anchored = (...names: readonly string[]): string => names.map((name, at) => `// invariant: ${name}\nfn f${at}() {}\n`).join("");

  it.each([
    ["headings", ["## a:one", "## a:two and more"], "a:one", ["missing-anchor d.md:5"]],
    ["several in one", ["## a:one, a:two"], "a:one", ["missing-anchor d.md:3"]],
    ["a suppression before it", ["<!-- spec-anchors-ignore missing-anchor: soon -->", "## a:two", "## a:one"], "a:one", []],
    ["a heading in code", ["## `a:one`"], "a:one", []],
    ["in another case of letters", ["## a:one", "## A:Two"], "a:one", ["malformed-row d.md:5"]],
    ["misspelt so that it is no name", ["## a:one", "## a:on3"], "a:one", ["malformed-row d.md:5"]],
    ["prose", ["## a:one", "## Other: things", "## Note"], "a:one", []],
    ["none", ["## a:one", "## b:two"], "c:three", ["missing-anchor d.md:3", "missing-anchor d.md:5", "undeclared-anchor src/a.rs:1"]],
    ["the same twice", ["## a:one", "## a:one"], "a:one", ["duplicate-row d.md:5"]],
  ])("%s", async (_what, lines, name, expected) => {
    expect((await found(anchored(name), declaring(lines))).toSorted()).toEqual(expected);
  });

  it("none at all is a fault", async () => {
    const files = { ...declaring(["## Nothing"]), "src/a.rs": anchored("a:one"), "specs/README.md": table({ "a:one": "src/a.rs" }) };
    expect((await diagnose(files)).map(({ rule, path, message }) => `${rule} ${path} ${message}`)).toEqual([
      "unreadable spec-anchors.toml No heading of `d.md` declares a name as `{name}`.",
    ]);
  });

  it("items, nested ones too", async () => {
    expect(await found(anchored("a:one"), declaring(["- a:one: text\n  - **a:two** text", "1. b:three"], "", "items"))).toEqual([
      "missing-anchor d.md:4",
      "missing-anchor d.md:6",
    ]);
  });

  it("only in their sites", async () => {
    const files = declaring(["## a:one"], 'sites = ["lib/**"]\n');
    expect(await found(anchored("a:one"), files)).toEqual(["wrong-file src/a.rs:1"]);
    expect(rulesOf(await diagnose({ ...files, "lib/a.rs": anchored("a:one") }))).toEqual([]);
  });

  it("are explained by the text below, which places are judged by", async () => {
    const files = declaring(["## a:one", "`cut` never goes back: `head = head.max(to)`.", "## Other"]);
    const source =
      "fn append() {\n    // invariant: a:one\n    let next = seq + 1;\n    log(next);\n}\n\nfn cut() {\n    head = head.max(to);\n}\n";
    expect(await found(source, files)).toEqual(["misplaced-anchor src/a.rs:2"]);
  });
});
