import { describe, expect, it } from "vitest";
import { compactLines } from "../harness/check-files.js";

const code = "fn f() {\n    // SPEC: A\n    a();\n}\n";
const table = (name = "`A`", header = "Invariant | Anchor site | How", more = ""): string =>
  `| ${header} |\n| ${header.replaceAll(/[^|]+/g, " --- ")} |\n| ${name} | \`src/a.rs\` | why |${more}\n`;
const module = (name: string, body: string): string => `---- MODULE ${name} ----\n${body}\n====\n`;

/** What is said of a workspace with one row, `A`, and these files beside it. */
const said = (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  compactLines({ "specs/README.md": table(), "src/a.rs": code, ...files });

const undefinedName = ["specs/README.md:3:3: error undefined-name: No module defines `A`."];
const unchecked = (path: string): readonly string[] => [
  `specs/README.md:3:3: error unchecked-invariant: \`${path}\` defines \`A\`, but no \`.cfg\` gives it to the model checker.`,
];

describe("where a name may come from", () => {
  const cfg = { "specs/M.cfg": "INVARIANT A\n" };

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ["its own module", { ...cfg, "specs/M.tla": module("M", "A == TRUE") }, []],
    ["a module beside it", { ...cfg, "specs/M.tla": module("M", "EXTENDS N"), "specs/N.tla": module("N", "A == TRUE") }, []],
    [
      "two steps away",
      {
        ...cfg,
        "specs/M.tla": module("M", "EXTENDS N"),
        "specs/N.tla": module("N", "INSTANCE O"),
        "specs/O.tla": module("O", "A == TRUE"),
      },
      [],
    ],
    ["a nested module that is instantiated", { ...cfg, "specs/M.tla": module("M", `${module("In", "A == TRUE")}INSTANCE In`) }, []],
    [
      "an instance with a name",
      { "specs/M.cfg": "INVARIANT I!A\n", "specs/M.tla": module("M", "I == INSTANCE N"), "specs/N.tla": module("N", "A == TRUE") },
      [],
    ],
    [
      "a local definition elsewhere is nobody's",
      { ...cfg, "specs/M.tla": module("M", "EXTENDS N"), "specs/N.tla": module("N", "LOCAL A == TRUE") },
      [
        "specs/M.cfg:1:11: error undefined-name: `specs/M.tla` does not define `A`, which the model checker is given here.",
        ...unchecked("specs/N.tla"),
      ],
    ],
    ["a LET is inside", { "specs/M.tla": module("M", "B == LET A == TRUE IN A") }, undefinedName],
    ["a comment defines nothing", { "specs/M.tla": module("M", "\\* A == TRUE") }, undefinedName],
    [
      "a module that is not there may define what the configuration names",
      {
        ...cfg,
        "specs/M.tla": module("M", "EXTENDS Ours\nA == TRUE"),
        "specs/N.cfg": "INVARIANT B\n",
        "specs/N.tla": module("N", "EXTENDS Ours"),
      },
      ["specs/N.cfg:1:11: warning undocumented-invariant: The model checker checks `B`, and no table has a row for it."],
    ],
    [
      "a syntax error may hide it",
      { "specs/M.tla": module("M", "B == LET A == TRUE") },
      ["specs/M.tla:2:6: error unreadable-spec: The module cannot be read here: this LET has no IN."],
    ],
    [
      "an algorithm that was never translated may define it",
      { "specs/M.tla": module("M", "(* --algorithm x\ndefine A == TRUE end define; *)") },
      [],
    ],
  ])("%s", async (_, files, findings) => {
    expect(await said(files)).toEqual(findings);
  });

  it("finds modules in configured libraries", async () => {
    const files = {
      ...cfg,
      "specs/M.tla": module("M", "EXTENDS N\nB == FALSE"),
      "lib/N.tla": module("N", "C == TRUE\nA == TRUE"),
      "other/N.tla": module("N", "C == TRUE"),
    };
    expect(await said({ ...files, "spec-anchors.toml": '[specifications]\nlibraries = ["lib"]\n' })).toEqual([]);
  });
});

describe("which module a configuration is for", () => {
  const modules = { "specs/M.tla": module("M", "A == TRUE"), "specs/MBig.tla": module("MBig", "B == TRUE") };

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ["its namesake", { ...modules, "specs/M.cfg": "INVARIANT A\n" }, []],
    ["its name begins with it", { ...modules, "specs/M_small.cfg": "INVARIANT A\n" }, []],
    ["MC before it", { ...modules, "specs/MCM.cfg": "INVARIANT A\n" }, []],
    ["a folder below it", { ...modules, "specs/models/M.cfg": "INVARIANT A\n" }, []],
    ["the only one that knows its names", { ...modules, "specs/quick.cfg": "INVARIANT A\n" }, []],
    [
      "what a command of the document says",
      {
        ...modules,
        "specs/MBig.cfg": "INVARIANT A\n",
        "specs/README.md": `${table()}\n\`\`\`sh\njava tlc2.TLC -config specs/MBig.cfg specs/M.tla\n\`\`\`\n`,
      },
      [],
    ],
    [
      "what the configuration says",
      {
        ...modules,
        "specs/MBig.cfg": "INVARIANT A\n",
        "spec-anchors.toml": '[[specifications.configs]]\nconfig = "specs/MBig.cfg"\nmodule = "specs/M.tla"\n',
      },
      [],
    ],
    ["somebody else's file", { ...modules, "specs/setup.cfg": "[flake8]\nmax = 3\n" }, unchecked("specs/M.tla")],
  ])("%s", async (_, files, findings) => {
    expect(await said(files)).toEqual(findings);
  });
});

describe("what counts as checked", () => {
  const spec = (body: string, cfg: string): Readonly<Record<string, string>> => ({ "specs/M.tla": module("M", body), "specs/M.cfg": cfg });

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ["a property", spec("A == TRUE", "PROPERTIES\n A\n"), []],
    ["a conjunct of a conjunct", spec("A == TRUE\nB == /\\ A\n     /\\ TRUE\nC == [](B)", "PROPERTY C\n"), []],
    ["a disjunct is not", spec("A == TRUE\nB == A \\/ FALSE", "PROPERTY B\n"), unchecked("specs/M.tla")],
    ["a constraint is not", spec("A == TRUE", "CONSTRAINT A\n"), unchecked("specs/M.tla")],
    ["an assumption", spec("Init == TRUE\nASSUME A == TRUE", "INIT Init\n"), []],
    ["a theorem by that name", spec("THEOREM A == TRUE", ""), []],
    ["a theorem with a proof that states it", spec("A == TRUE\nTHEOREM A\nPROOF OBVIOUS", ""), []],
    ["a theorem without one does not", spec("A == TRUE\nTHEOREM A", ""), unchecked("specs/M.tla")],
    [
      "an option of a command",
      { ...spec("A == TRUE", ""), "specs/README.md": `${table()}\n\`\`\`sh\napalache-mc check --inv=A specs/M.tla\n\`\`\`\n` },
      [],
    ],
    [
      "what the configuration says",
      { ...spec("A == TRUE", ""), "spec-anchors.toml": '[specifications]\nchecked = { A = "by hand" }\n' },
      [],
    ],
    [
      "what the status says",
      {
        ...spec("A == TRUE", ""),
        "specs/README.md": table("`A`", "Invariant | Anchor site | How | How it is checked", " TLC's deadlock check |"),
      },
      [],
    ],
    [
      "a run that is expected to fail does not",
      spec("A == TRUE", "\\* Expected to fail: shows the race.\n\nINVARIANT A\n"),
      [
        "specs/README.md:3:3: error unchecked-invariant: `A` is checked only where the model checker is expected to fail: by `specs/M.cfg`.",
      ],
    ],
    ["a comment that it must not fail", spec("A == TRUE", "\\* This should never fail.\n\nINVARIANT A\n"), []],
    [
      "an expectation of the configuration goes before the file's name",
      {
        "specs/MBroken.cfg": "INVARIANT A\n",
        "specs/M.tla": module("M", "A == TRUE"),
        "spec-anchors.toml": '[[specifications.configs]]\nconfig = "specs/MBroken.cfg"\nfails = false\n',
      },
      [],
    ],
    [
      "actions of a table that says so need no check",
      { ...spec("VARIABLE x\nA == x' = 1", ""), "specs/README.md": table("`A`", "TLA+ Action | Anchor site | How") },
      [],
    ],
    [
      "names that a table calls nothing: an action needs no check",
      { ...spec("VARIABLE x\nA == x' = 1", ""), "specs/README.md": table("`A`", "Name | Anchor site | How") },
      [],
    ],
    [
      "names that a table calls nothing: a formula does",
      { ...spec("VARIABLE x\nA == x = 1", ""), "specs/README.md": table("`A`", "Name | Anchor site | How") },
      unchecked("specs/M.tla"),
    ],
  ])("%s", async (_, files, findings) => {
    expect(await said(files)).toEqual(findings);
  });
});

describe("which modules a document is about", () => {
  it("those below the nearest folder that has any, not another part's", async () => {
    const part = { "b/specs/M.tla": module("M", "B == TRUE"), "b/specs/M.cfg": "INVARIANT B\n" };
    expect(await said(part)).toEqual([]);
    expect(await said({ ...part, "specs/README.md": table("`A`", "TLA+ Invariant | Anchor site | How") })).toEqual(undefinedName);
  });

  it("copies of a module are one", async () => {
    const files = {
      "specs/M.tla": module("M", "A == TRUE"),
      "specs/M.toolbox/M.tla": module("M", "A == TRUE"),
      "specs/M.cfg": "INVARIANT A\n",
    };
    expect(await said(files)).toEqual([]);
  });
});

it("says once what several rows name, and suppresses it in a configuration's comment", async () => {
  const rows = `${table()}\n## Again\n\n${table().replace("why", "how")}`;
  expect(
    await said({ "specs/README.md": rows, "specs/M.tla": module("M", "A == TRUE"), "src/a.rs": `${code}// SPEC: A\nfn g() {}\n` }),
  ).toEqual(unchecked("specs/M.tla"));
  const spec = {
    "specs/M.tla": module("M", "A == TRUE\nT == TRUE"),
    "specs/M.cfg": "INVARIANT A\n\\* spec-anchors-ignore undocumented-invariant: types\nINVARIANT T\n",
  };
  expect(await said(spec)).toEqual([]);
});
