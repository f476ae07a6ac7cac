import { describe, expect, it } from "vitest";
import { gather } from "../../src/engine/gather.js";
import { draftsOf } from "../../src/engine/trace/collect.js";
import type { Matrix } from "../../src/model/trace.js";
import type { Verdicts } from "../../src/model/workspace.js";
import { memoryWorkspace } from "../../src/workspace/memory.js";
import { checkFiles, worldOf } from "../harness/check-files.js";
import { at, lease, lineOf, traced } from "./lease.js";

const matrix = await traced(lease);

/** The words for what is missing of a name. */
const missingOf = (of: Matrix, title: string): readonly string[] =>
  lineOf(of, title).missing.map(({ words, suppressed }) => (suppressed ? `${words}, suppressed` : words));

/** The lease's files with one of them changed. */
const changed = (path: string, from: string, to: string): Readonly<Record<string, string>> => {
  const text = lease[path] ?? "";
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  return { ...lease, [path]: text.replace(from, to) };
};

describe("which names there are", () => {
  it("in the order of the document, then of the modules, then of the code", () => {
    expect(matrix.names.map(({ title }) => title)).toEqual([
      "NoDoubleGrant",
      "LeaseEnds",
      "HolderKnown",
      "QueueFair",
      "ClientsKnown",
      "NoDeadlock",
      "Forgotten",
      "Progress",
      "HolderOnce",
      "QuietOne",
      "Safety",
      "Lease!TypeOK",
      "Ticket!TypeOK",
      "Stray",
    ]);
  });

  it("a property that no table names needs no line, unless the configuration asks for its row", async () => {
    const files = changed("specs/README.md", "| `Progress` | `src/lease.rs` | `drain` empties the queue | |\n", "");
    expect((await traced(files)).names.find(({ name, definitions }) => name === "Progress" && definitions.length > 0)).toBeUndefined();
    const asked = await traced({ ...files, "spec-anchors.toml": "[specifications]\nproperties = true\n" });
    expect(lineOf(asked, "Progress").checks).toMatchObject([{ role: "property" }]);
  });

  it("rows of one name that mean the same definition are one line, with all their places", async () => {
    const again = "| Invariant | Anchor site | How |\n| --- | --- | --- |\n| `NoDoubleGrant` | `src/lease.rs` | again |\n";
    const { rows, definitions } = lineOf(await traced({ ...lease, "specs/MORE.md": again }), "NoDoubleGrant");
    expect(rows.map(at)).toEqual(["specs/MORE.md:3", "specs/README.md:5"]);
    expect(definitions).toHaveLength(1);
  });

  it("a row that may mean several modules is one line with the rows that mean one of them", async () => {
    const table = "| Invariant | Anchor site | How |\n| --- | --- | --- |\n| `Inv` | `src/a.rs` | so |\n";
    const found = await traced({
      "specs/a/A.tla": "---- MODULE A ----\nInv == TRUE\n====\n",
      "specs/b/B.tla": "---- MODULE B ----\nInv == FALSE\n====\n",
      "specs/a/README.md": table,
      "specs/b/README.md": table,
      "specs/ALL.md": table,
      "src/a.rs": "fn a() {\n    // SPEC: Inv\n    go();\n}\n",
    });
    expect(found.names.map(({ title }) => title)).toEqual(["Inv"]);
    const { definitions, rows } = lineOf(found, "Inv");
    expect(definitions.map(at)).toEqual(["specs/a/A.tla:2", "specs/b/B.tla:2"]);
    expect(rows.map(at)).toEqual(["specs/ALL.md:3", "specs/a/README.md:3", "specs/b/README.md:3"]);
  });

  it("a row that names a module which does not define it is a line of its own", async () => {
    const readme =
      "| Invariant | Anchor site | How |\n| --- | --- | --- |\n| `Inv` | `src/a.rs` | so |\n| `B!Inv` | `src/a.rs` | so it is there |\n";
    const found = await traced({
      "specs/A.tla": "---- MODULE A ----\nInv == TRUE\n====\n",
      "specs/A.cfg": "INVARIANT Inv\n",
      "specs/B.tla": "---- MODULE B ----\nOther == FALSE\n====\n",
      "specs/README.md": readme,
      "src/a.rs": "fn a() {\n    // SPEC: Inv\n    go();\n}\n",
    });
    expect(found.names.map(({ title, rows }) => [title, rows.map(at), missingOf(found, title)])).toEqual([
      ["A!Inv", ["specs/README.md:3"], []],
      ["Inv", ["specs/README.md:4"], ["no anchor", "no definition"]],
    ]);
  });

  it("a row of a document whose modules do not define it is not the name of another document's modules", async () => {
    const table = (file: string): string => `| Invariant | Anchor site | How |\n| --- | --- | --- |\n| \`Inv\` | \`${file}\` | so |\n`;
    const found = await traced({
      "specs/a/A.tla": "---- MODULE A ----\nOther == TRUE\n====\n",
      "specs/a/README.md": table("src/a.rs").replace("Invariant", "TLA+ invariant"),
      "specs/b/B.tla": "---- MODULE B ----\nInv == FALSE\n====\n",
      "specs/b/B.cfg": "INVARIANT Inv\n",
      "specs/b/README.md": "# B\n",
      "src/b.rs": "fn b() {\n    // SPEC: Inv\n    go();\n}\n",
    });
    expect(found.names.map(({ title, anchors }) => [title, anchors.map(at), missingOf(found, title)])).toEqual([
      // The anchor is nearer to what has a row.
      ["Inv", ["src/b.rs:2"], ["file missing", "no definition"]],
      ["B!Inv", [], []],
    ]);
  });

  it("a cell of another table belongs to the modules that its document is about", async () => {
    const module = (name: string): Readonly<Record<string, string>> => ({
      [`specs/${name}/${name}.tla`]: `---- MODULE ${name} ----\nInv == TRUE\n====\n`,
      [`specs/${name}/${name}.cfg`]: "INVARIANT Inv\n",
      [`specs/${name}/README.md`]: "# Notes\n",
    });
    const found = await traced({
      ...module("A"),
      ...module("B"),
      "specs/B/README.md": "| Invariant | Meaning |\n| --- | --- |\n| `Inv` | so |\n",
    });
    expect(found.names.map(({ title, rows }) => [title, rows.map(at)])).toEqual([
      ["B!Inv", ["specs/B/README.md:3"]],
      ["A!Inv", []],
    ]);
  });

  it("a name that a document only mentions comes where the document does", async () => {
    const { names } = await traced({ ...lease, "specs/A.md": "| Property | Meaning |\n| --- | --- |\n| `QuietOne` | so |\n" });
    expect(names[0]?.title).toBe("QuietOne");
  });

  it("a name that a document takes from a specification without a row has a line if it is claimed or checked", async () => {
    const { project } = await gather(await worldOf(memoryWorkspace(lease)), []);
    const { specifications } = project;
    if (specifications === undefined) throw new Error("there are no specifications");
    const [use] = specifications.names;
    const [definition] = specifications.definitionsOf("holder");
    if (use === undefined || definition === undefined) throw new Error("there is nothing to take");
    const name = { ...use.name, name: "holder" };
    const taken = (claimed: boolean): readonly string[] => {
      const names = [...specifications.names, { ...use, row: undefined, name, definitions: [definition], claimed }];
      return draftsOf({ ...project, specifications: { ...specifications, names } }, false).map((draft) => draft.name);
    };
    expect(taken(true)).toContain("holder");
    expect(taken(false)).not.toContain("holder");
  });

  it("rows that mean different modules are different lines, and each has the anchors that it declares", async () => {
    const files = {
      "specs/a/A.tla": "---- MODULE A ----\nInv == TRUE\n====\n",
      "specs/a/A.cfg": "INVARIANT Inv\n",
      "specs/a/README.md": "| Invariant | Anchor site | How |\n| --- | --- | --- |\n| `Inv` | `src/a.rs` | so |\n",
      "specs/b/B.tla": "---- MODULE B ----\nInv == FALSE\n====\n",
      "specs/b/README.md": "| Invariant | Anchor site | How |\n| --- | --- | --- |\n| `Inv` | `src/b.rs` | so |\n",
      "src/a.rs": "fn a() {\n    // SPEC: Inv\n    go();\n}\n",
      "src/b.rs": "fn b() {\n    // SPEC: Inv\n    go();\n}\n",
    };
    const found = await traced(files);
    expect(found.names.map(({ title, anchors }) => [title, anchors.map(at)])).toEqual([
      ["A!Inv", ["src/a.rs:2"]],
      ["B!Inv", ["src/b.rs:2"]],
    ]);
    expect([missingOf(found, "A!Inv"), missingOf(found, "B!Inv")]).toEqual([[], ["unchecked"]]);
  });

  it("without any module there are rows and anchors, and the matrix says what it does not know", async () => {
    const { "specs/README.md": readme = "", "src/lease.rs": code = "" } = lease;
    const found = await traced({ "specs/README.md": readme, "src/lease.rs": code });
    expect(found.specifications).toBe(false);
    expect(found.names.map(({ title }) => title)).toEqual([
      "NoDoubleGrant",
      "LeaseEnds",
      "HolderKnown",
      "QueueFair",
      "ClientsKnown",
      "NoDeadlock",
      "Forgotten",
      "Progress",
      "HolderOnce",
      "Stray",
    ]);
    expect(lineOf(found, "NoDoubleGrant")).toMatchObject({ definitions: [], checks: [], missing: [] });
  });
});

describe("where a name is defined, and what checks it", () => {
  it.each([
    ["NoDoubleGrant", ["specs/Lease.tla:6 operator"]],
    ["ClientsKnown", ["specs/Lease.tla:5 assumption"]],
    ["Ticket!TypeOK", ["specs/Ticket.tla:3 operator"]],
    ["Forgotten", []],
  ])("%s is defined at %j", (title, places) => {
    expect(lineOf(matrix, title).definitions.map((definition) => `${at(definition)} ${definition.kind}`)).toEqual(places);
  });

  it.each([
    ["what a checked name states", "NoDoubleGrant", [{ kind: "model-checker", path: "specs/Lease.cfg", line: 2, in: "Safety" }]],
    ["the name itself", "Safety", [{ kind: "model-checker", path: "specs/Lease.cfg", line: 2, role: "invariant", paired: true }]],
    ["as a property", "Progress", [{ path: "specs/Lease.cfg", line: 5, role: "property" }]],
    ["where it is expected to fail", "QueueFair", [{ path: "specs/LeaseVulnerable.cfg", line: 1, fails: "the name `LeaseVulnerable`" }]],
    ["an ASSUME", "ClientsKnown", [{ kind: "claim", path: "specs/Lease.tla", line: 5, keyword: "ASSUME" }]],
    ["a proof", "HolderOnce", [{ kind: "proof", path: "specs/Lease.tla", line: 14, theorem: "Sound" }]],
    ["what its row says", "NoDeadlock", [{ kind: "said", says: "deadlock" }]],
    ["nothing", "HolderKnown", []],
  ])("%s: %s", (_what, title, checks) => {
    expect(lineOf(matrix, title).checks).toMatchObject(checks);
  });

  it("once, however many rows say it", async () => {
    const again = "| `NoDeadlock` | `src/lease.rs` | `next` waits neither | deadlock |\n| `Forgotten`";
    expect(lineOf(await traced(changed("specs/README.md", "| `Forgotten`", again)), "NoDeadlock").checks).toHaveLength(1);
  });

  it("a name that is given itself is not in another", () => {
    expect(lineOf(matrix, "Safety").checks[0]).not.toHaveProperty("in");
  });

  it("what the configuration says of a name, and a configuration that belongs to no module", async () => {
    const said = await traced({ ...lease, "spec-anchors.toml": '[specifications.checked]\nHolderKnown = "proof on paper"\n' });
    expect(lineOf(said, "HolderKnown")).toMatchObject({ checks: [{ kind: "said", says: "proof on paper" }], missing: [] });
    const homeless = await traced({ ...lease, "specs/odd.cfg": "INVARIANT\n  HolderKnown\n  Unheard\n" });
    expect(lineOf(homeless, "HolderKnown").definitions).toHaveLength(1);
    expect(lineOf(homeless, "HolderKnown")).toMatchObject({ checks: [{ path: "specs/odd.cfg", line: 2, paired: false }], missing: [] });
    expect(lineOf(homeless, "Unheard")).toMatchObject({ definitions: [], checks: [{ line: 3, paired: false }] });
  });
});

describe("rows", () => {
  it("are at their lines, with the files that they declare", () => {
    expect(lineOf(matrix, "LeaseEnds").rows).toEqual([{ path: "specs/README.md", line: 6, kind: "anchor", files: ["src/lease.rs"] }]);
    expect(lineOf(matrix, "Safety").rows).toEqual([]);
  });

  it("may promise nothing, or be cells of another table", () => {
    expect(lineOf(matrix, "ClientsKnown").rows).toMatchObject([{ line: 9, promisesNothing: "—" }]);
    expect(lineOf(matrix, "QuietOne").rows).toMatchObject([{ line: 17, kind: "mention", files: [] }]);
  });

  it("that cannot be read belong to the name that they seem to mean", async () => {
    const found = await traced(changed("specs/README.md", "| `NoDoubleGrant` |", "| No double grant |"));
    expect(lineOf(found, "NoDoubleGrant").rows.map(at)).toEqual(["specs/README.md:5"]);
    expect(missingOf(found, "NoDoubleGrant")).toContain("row unreadable");
    const row = "| `NoDoubleGrant` | `src/lease.rs` |";
    const both = await traced(changed("specs/README.md", row, `| No double grant | \`src/lease.rs\` | once more | |\n${row}`));
    expect(lineOf(both, "NoDoubleGrant").rows.map(at)).toEqual(["specs/README.md:5", "specs/README.md:6"]);
  });
});

describe("anchors", () => {
  it.each([
    ["NoDoubleGrant", { line: 3, owner: "Lease::grant", construct: { line: 4, type: "expression_statement", tie: "precedes" } }],
    ["HolderKnown", { line: 9, owner: "Lease::known", construct: { line: 10, name: "known", tie: "documents" } }],
    ["QueueFair", { line: 14, owner: "Lease::push", construct: { line: 14, tie: "trails" } }],
  ])("of %s: owner, construct and tie", (title, anchor) => {
    expect(lineOf(matrix, title).anchors).toMatchObject([{ path: "src/lease.rs", declared: true, ...anchor }]);
  });

  it("are judged, or say why not", async () => {
    expect(lineOf(matrix, "NoDoubleGrant").anchors[0]).not.toHaveProperty("unjudged");
    const silent = await traced({
      "specs/README.md": "| Invariant | Anchor site | How |\n| --- | --- | --- |\n| `Zeta` | `src/a.rs` | see there |\n",
      "src/a.rs": "fn alpha() {\n    // SPEC: Zeta\n    beta();\n}\n\nfn gamma() {\n    delta();\n}\n",
    });
    expect(lineOf(silent, "Zeta").anchors[0]).toMatchObject({ unjudged: "no-evidence" });
    expect(lineOf(matrix, "Stray").anchors[0]).toMatchObject({ declared: false, unjudged: "no-row" });
    const broken = await traced(changed("src/lease.rs", "        if self.holder.is_some() {", "        if if self.holder.is_some( {"));
    expect(lineOf(broken, "NoDoubleGrant").anchors[0]).toMatchObject({ unjudged: "syntax-error" });
    const shell = await traced({
      ...changed("specs/README.md", "`src/lease.rs` | `expire`", "`run.sh` | `expire`"),
      "run.sh": "# SPEC: LeaseEnds\ntrue\n",
    });
    expect(lineOf(shell, "LeaseEnds").anchors[0]).toMatchObject({ unjudged: "no-grammar", owner: "" });
    const dangling = await traced(changed("src/lease.rs", "    }\n}\n\n#[cfg", "    }\n    // SPEC: LeaseEnds\n}\n\n#[cfg"));
    expect(lineOf(dangling, "LeaseEnds").anchors[0]).toMatchObject({ unjudged: "no-code" });
    expect(missingOf(dangling, "LeaseEnds")).toEqual(["anchor on no code"]);
  });

  it("in a file that no row declares for them are shown where the name is", async () => {
    const found = await traced({ ...lease, "src/other.rs": "fn a() {\n    // SPEC: LeaseEnds\n    go();\n}\n" });
    expect(lineOf(found, "LeaseEnds").anchors.map((anchor) => [at(anchor), anchor.declared])).toEqual([["src/other.rs:2", false]]);
    expect(missingOf(found, "LeaseEnds")).toEqual(["anchor in another file"]);
  });
});

describe("what is missing", () => {
  it("is what the rules find", () => {
    expect(
      Object.fromEntries(matrix.names.map(({ title }) => [title, missingOf(matrix, title)]).filter(([, words]) => words?.length !== 0)),
    ).toEqual({
      LeaseEnds: ["no anchor"],
      HolderKnown: ["unchecked"],
      QueueFair: ["unchecked"],
      Forgotten: ["no definition"],
      HolderOnce: ["file missing, suppressed"],
      "Lease!TypeOK": ["no row"],
      "Ticket!TypeOK": ["no row"],
      Stray: ["no row"],
    });
  });

  it("is counted, but for what is suppressed", () => {
    expect(matrix.summary).toEqual({ names: 14, incomplete: 7, shown: 14, otherFindings: 0 });
  });

  it("says the finding's sentence and place", () => {
    expect(lineOf(matrix, "LeaseEnds").missing).toEqual([
      {
        path: "specs/README.md",
        line: 6,
        rule: "missing-anchor",
        severity: "error",
        words: "no anchor",
        message: "`src/lease.rs` has no anchor `SPEC: LeaseEnds`.",
        suppressed: false,
      },
    ]);
  });

  it("is nothing that the configuration switches off", async () => {
    const found = await traced({ ...lease, "spec-anchors.toml": '[rules]\nundocumented-invariant = "off"\n' });
    expect(missingOf(found, "Ticket!TypeOK")).toEqual([]);
  });

  it("of several names of one row, only those are told that it is about; of a missing file all", async () => {
    const row = (names: string, file: string): Readonly<Record<string, string>> => ({
      "specs/README.md": `| Invariant | Anchor site | How |\n| --- | --- | --- |\n| ${names} | \`${file}\` | so |\n`,
      "src/a.rs": "fn a() {\n    // SPEC: HeldOne\n    go();\n}\n",
    });
    const one = await traced(row("`HeldOne`, `OpenOne`", "src/a.rs"));
    expect([missingOf(one, "HeldOne"), missingOf(one, "OpenOne")]).toEqual([[], ["no anchor"]]);
    const none = await traced(row("`FirstOne`, `OtherOne`", "src/b.rs"));
    expect([missingOf(none, "FirstOne"), missingOf(none, "OtherOne")]).toEqual([["file missing"], ["file missing"]]);
  });

  it("an anchor beside those that rows declare has no row; an anchor that is alone has none either, and so has its name", async () => {
    const found = await traced({ ...lease, "src/other.rs": "fn a() {\n    // SPEC: NoDoubleGrant\n    go();\n}\n" });
    expect(missingOf(found, "NoDoubleGrant")).toEqual(["anchor without a row"]);
    expect(missingOf(found, "Stray")).toEqual(["no row"]);
  });

  it("counts findings that are about no name apart, but for what is suppressed", async () => {
    const others = async (before: string): Promise<number> =>
      (await traced({ ...lease, "specs/Ticket.tla": `---- MODULE Ticket ----\n${before}TypeOK == (\n====\n` })).summary.otherFindings;
    expect(await others("")).toBe(1);
    expect(await others("\\* spec-anchors-ignore unreadable-spec: work in progress\n")).toBe(0);
  });

  it("is told anew, whatever an earlier run kept", async () => {
    const kept = new Map<string, string>();
    const verdicts: Verdicts = { recall: (key) => kept.get(key), keep: (key, verdict) => kept.set(key, verdict) };
    const { "specs/README.md": readme = "", "src/lease.rs": code = "" } = lease;
    const files = { "specs/README.md": readme.split("\n").slice(0, 5).join("\n"), "src/lease.rs": code };
    await checkFiles(files, { verdicts });
    // The check's report, and its verdict on anchors.
    expect(kept.size).toBe(2);
    expect(lineOf(await traced(files, { verdicts }), "NoDoubleGrant").anchors[0]).not.toHaveProperty("unjudged");
  });
});

describe("what could not be read", () => {
  it("is said", async () => {
    const found = await traced({ ...lease, "spec-anchors.lock": "version = 9\n" });
    expect(found.unreadable).toMatchObject([{ path: "spec-anchors.lock", line: 1 }]);
  });
});
