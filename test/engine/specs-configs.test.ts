import { describe, expect, it } from "vitest";
import { memoryWorkspace } from "../../src/workspace/memory.js";
import { checkWorkspace } from "../harness/check-files.js";
import { type Files, hinted, module, said, spec, table, unchecked } from "./specs-files.js";

const a = module("M", "A == TRUE");
const shell = (...lines: readonly string[]): string => `${table()}\n\`\`\`sh\n${lines.join("\n")}\n\`\`\`\n`;

describe("which module a configuration is for", () => {
  it.each<[string, Files, readonly string[]]>([
    ["one in a sibling folder", { "specs/tla/M.tla": a, "specs/cfg/M.cfg": "INVARIANT A\n" }, []],
    ["one in a sibling folder whose name it only begins with", { "specs/tla/M.tla": a, "specs/cfg/M_small.cfg": "INVARIANT A\n" }, []],
    [
      "a namesake elsewhere that knows none of its names is another one's",
      { "specs/tla/M.tla": a, "tools/M.cfg": "INVARIANT Z\n" },
      unchecked("specs/tla/M.tla"),
    ],
    [
      "each that commands run it with",
      {
        "specs/M.tla": a,
        "specs/N.tla": module("N", "A == 1 = 1"),
        "specs/all.cfg": "INVARIANT A\n",
        "specs/README.md": shell("tlc -config specs/all.cfg specs/M.tla", "tlc -config specs/all.cfg specs/N.tla"),
      },
      [],
    ],
    [
      "one beside a namesake that no document is about is that one's",
      {
        ...spec("A == TRUE\nB == TRUE", "INVARIANT A\n"),
        "other/M2.tla": module("M2", "A == TRUE\nLow == 1"),
        "other/M2.cfg": "CONSTANT N <- Low\nINVARIANT A\n",
        "other/M2_small.cfg": "CONSTANT N <- Low\nINVARIANT A\n",
      },
      [],
    ],
    [
      "one that puts in something of a module that comes with the tools",
      spec("EXTENDS Sequences, TLC\nCONSTANTS Size(_), Kind\nA == TRUE", "CONSTANTS Size <- Len\n Kind <- Any\nINVARIANT A\n"),
      [],
    ],
    [
      "a command that is shown to fail, or is given a name that stands for any",
      {
        ...spec("A == TRUE", "INVARIANT A\n"),
        "specs/README.md": `${table()}\n\`\`\`console\n$ apalache-mc check --inv=Gone specs/M.tla\nError: no such operator\n$ apalache-mc check --inv=Invariant specs/M.tla\n\`\`\`\n`,
      },
      [],
    ],
    ["an empty one is its namesake's", { "specs/M.tla": module("M", "CONSTANT n\nA == n > 0\nASSUME A"), "specs/M.cfg": "\n" }, []],
    [
      "a file for something else that happens to have a word of the model checker",
      { ...spec("A == TRUE", "INVARIANT A\n"), "specs/board.cfg": "set INIT 3\nsource x.cfg\n" },
      [],
    ],
    [
      "what the model checker writes to show a trace is nobody's",
      {
        ...spec("A == TRUE", "INVARIANT A\n"),
        "specs/M_TTrace_1700000000.tla": module("M_TTrace_1700000000", "EXTENDS M\n_inv == FALSE"),
        "specs/M_TTrace_1700000000.cfg": "INVARIANT _inv\n",
      },
      [],
    ],
  ])("%s", async (_, files, findings) => {
    expect(await said(files)).toEqual(findings);
  });

  it("says where the configuration names files that are not there, and goes on without", async () => {
    const entry = '[[specifications.configs]]\nconfig = "specs/M.cfg"\nmodule = "specs/Gone.tla"\n';
    expect(await said({ ...spec("A == TRUE", "INVARIANT A\n"), "spec-anchors.toml": entry })).toEqual([
      "specs/Gone.tla:1:1: error unreadable: The file is not there.",
    ]);
  });
});

describe("copies of a module", () => {
  it("are told apart where what they name differs", async () => {
    const files = {
      "specs/a/M.tla": module("M", "EXTENDS D\nA == TRUE"),
      "specs/a/M.cfg": "INVARIANT A X\n",
      "specs/a/D.tla": module("D", "X == TRUE"),
      "specs/b/M.tla": module("M", "EXTENDS D\nA == TRUE"),
      "specs/b/M.cfg": "INVARIANT A Y\nVIEW X\n",
      "specs/b/D.tla": module("D", "Y == TRUE"),
      "specs/README.md": `${table()}${table("`X`, `Y`").split("\n").slice(2).join("\n")}`.replace(/(X.*?)\| `src\/a.rs`/, "$1| —"),
    };
    expect(await said(files)).toEqual([
      "specs/b/M.cfg:2:6: error undefined-name: `specs/b/M.tla` does not define `X`, which the model checker is given here.",
    ]);
  });

  it("have the configurations of each", async () => {
    expect(await said({ "specs/a/M.tla": a, "specs/b/longer/M.tla": a, "specs/b/longer/M.cfg": "INVARIANT A\n" })).toEqual([]);
  });

  it("of the Toolbox stand for what they were copied from, even where that has changed", async () => {
    const model = "specs/M.toolbox/Model_1";
    const files = {
      "specs/M.tla": module("M", "A == TRUE\nB == FALSE"),
      [`${model}/M.tla`]: a,
      [`${model}/MC.tla`]: module("MC", "EXTENDS M, TLC\ninv_1 ==\nA\n----"),
      [`${model}/MC.cfg`]: "INVARIANT\ninv_1\n",
    };
    expect(await said(files)).toEqual([]);
  });
});

describe("names of a configuration", () => {
  it.each<[string, Files, readonly string[]]>([
    [
      "an operator that stands for a constant",
      spec("CONSTANT n\nA == n > 0", "CONSTANT n <- Gone\nINVARIANT A\n"),
      ["specs/M.cfg:1:15: error undefined-name: `specs/M.tla` does not define `Gone`, which stands for `n` here."],
    ],
    ["what stands for an invariant is checked with it", spec("B == TRUE\nA == FALSE", "CONSTANT B <- A\nINVARIANT B\n"), []],
    [
      "one that nobody defines wants no row",
      spec("A == TRUE", "INVARIANT A Gone\n"),
      ["specs/M.cfg:1:13: error undefined-name: `specs/M.tla` does not define `Gone`, which the model checker is given here."],
    ],
    ["an instance of a module that is not there", spec("I == INSTANCE Theirs\nA == TRUE", "INVARIANT A\nPROPERTY I!Live\n"), []],
    [
      "an instance of one that is",
      { ...spec("I == INSTANCE N\nA == TRUE", "INVARIANT A\nPROPERTY I!Live\n"), "specs/N.tla": module("N", "Lives == TRUE") },
      ["specs/M.cfg:2:10: error undefined-name: `specs/M.tla` does not define `I!Live`, which the model checker is given here."],
    ],
    [
      "a syntax error in a module that is extended may hide it",
      { ...spec("EXTENDS N\nA == TRUE", "INVARIANT A\nPROPERTY Z\n"), "specs/N.tla": module("N", "B == LET Z == TRUE") },
      ["specs/N.tla:2:6: error unreadable-spec: The module cannot be read here: this LET has no IN."],
    ],
    [
      "and in one that is instantiated",
      { ...spec("I == INSTANCE N\nA == TRUE", "INVARIANT A\nPROPERTY I!Z\n"), "specs/N.tla": module("N", "B == LET Z == TRUE") },
      ["specs/N.tla:2:6: error unreadable-spec: The module cannot be read here: this LET has no IN."],
    ],
    [
      "an algorithm whose translation is empty may define it",
      spec("(* --algorithm x\ndefine A == TRUE end define; *)\n\\* BEGIN TRANSLATION\n\\* END TRANSLATION", "INVARIANT A\n"),
      [],
    ],
  ])("%s", async (_, files, findings) => {
    const quiet = (await said(files)).filter((line) => !line.includes("undocumented-invariant: The model checker checks `B`"));
    expect(quiet).toEqual(findings);
  });

  it("are shown where they are defined, if that is elsewhere", async () => {
    const files = { ...spec("B == TRUE", "INVARIANT A\n"), "specs/N.tla": module("N", "A == TRUE"), "specs/N.cfg": "INVARIANT A\n" };
    expect(await hinted(files)).toEqual([
      "It is defined in `specs/N.tla`: extend that, or say which module the configuration is for (`specifications.configs`).",
    ]);
  });
});

it("finds a module through a link beside the one that names it", async () => {
  const files = memoryWorkspace({
    "specs/M.tla": module("M", "EXTENDS N"),
    "specs/M.cfg": "INVARIANT A\n",
    "specs/README.md": table(),
    "src/a.rs": "fn f() {\n    // SPEC: A\n    a();\n}\n",
    "lib/N.tla": module("N", "A == TRUE"),
    "other/N.tla": module("N", "B == TRUE"),
  });
  const real = (path: string): string => (path === "specs/N.tla" ? "lib/N.tla" : path);
  const { report } = await checkWorkspace({ ...files, real });
  expect(report.diagnostics).toEqual([]);
});
