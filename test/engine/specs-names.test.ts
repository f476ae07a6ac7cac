import { describe, expect, it } from "vitest";
import { type Files, hinted, module, said, spec, table, unchecked } from "./specs-files.js";

const plain = table("`A`", "Name | Anchor site | How");
const system =
  "VARIABLE x\nInit == x = 1\nGo == x' = 1\nStop == UNCHANGED x\nNext == Go \\/ Stop\nvars == <<x>>\nSpec == Init /\\ [][Next]_vars\n";
const notIn = (path: string, name = "A", at = "specs/README.md:3:3"): string =>
  `${at}: error undefined-name: \`${path}\` does not define \`${name}\`.`;

describe("what counts as checked", () => {
  it.each<[string, Files, readonly string[]]>([
    ["steps", spec("VARIABLE x\nA == x' >= x\nP == [][A]_x", "PROPERTY P\n"), []],
    [
      "what an instance with parameters states",
      {
        ...spec("I(p) == INSTANCE N WITH q <- p\nInv == \\A p \\in {1} : I(p)!A", "INVARIANT Inv\n"),
        "specs/N.tla": module("N", "CONSTANT q\nA == q = q"),
      },
      [],
    ],
    ["a conjunct before a quantifier", spec("A == TRUE\nB(n) == TRUE\nInv == A /\\ \\A n \\in {1} : B(n)\n", "INVARIANT Inv\n"), []],
    ["what an assumption states", spec("CONSTANT n\nA == n > 0\nASSUME A /\\ n < 9", ""), []],
    ["what a theorem concludes", spec("A == TRUE\nB == TRUE\nTHEOREM B => []A\nPROOF OBVIOUS", ""), []],
    ["what a theorem only starts from is not", spec("A == TRUE\nB == TRUE\nTHEOREM A => []B\nPROOF OBVIOUS", ""), unchecked()],
    [
      "a proof that is left open is none",
      { ...spec("A == TRUE", ""), "specs/README.md": table("`A`", "Invariant | Anchor site | How | Status", " not yet proved |") },
      unchecked(),
    ],
    [
      "nor is one that is to be written",
      { ...spec("A == TRUE", ""), "specs/README.md": table("`A`", "Invariant | Anchor site | How | Status", " proof: TODO |") },
      unchecked(),
    ],
    [
      "that there is no deadlock is an answer",
      { ...spec("A == TRUE", ""), "specs/README.md": table("`A`", "Invariant | Anchor site | How | Status", " no deadlock |") },
      [],
    ],
    [
      "an action is none that can be checked",
      spec(`${system}A == x' = 2`.replace("Go \\/ Stop", "A \\/ Stop"), "SPECIFICATION Spec\n"),
      [],
    ],
  ])("%s", async (_, files, findings) => {
    expect((await said(files)).filter((line) => !line.includes("undocumented"))).toEqual(findings);
  });

  it.each<[string, string, readonly string[]]>([
    ["an initial state", "A == x = 1\nMore == A /\\ [][Next]_vars", []],
    ["a tuple", "A == <<x, x>>", []],
    ["a set", "A == {1, 2} \\cup {3}", []],
    ["a number", "A == x + 1", []],
    ["a choice", "A == CHOOSE n \\in {1} : n = x", []],
    ["what only calls such a thing", "Most(n) == n + 1\nA == Most(x)", []],
    ["an action that is made of others", "A == Go \\/ Stop", []],
    ["a formula", "A == LET y == x IN IF y = 1 THEN TRUE ELSE x \\in {2}", unchecked()],
    ["what only calls a formula", "Ok(n) == n = 1\nA == Ok(x)", unchecked()],
    ["a formula about enabled steps", "A == ENABLED Go", unchecked()],
  ])("in a table that calls its names nothing: %s", async (_, body, findings) => {
    const cfg = body.includes("More") ? "SPECIFICATION More\n" : "SPECIFICATION Spec\n";
    expect(await said({ ...spec(`${system}${body}`, cfg), "specs/README.md": plain })).toEqual(findings);
  });
});

describe("what wants a row", () => {
  it.each<[string, string]>([
    ["not the conjunction of what has one", "A == TRUE\nSafety == /\\ A\n          /\\ A"],
    ["not its statement for all", "A(x) == TRUE\nSafety == \\A x \\in {1} : A(x)"],
  ])("%s", async (_, body) => {
    expect(await said(spec(body, "INVARIANT Safety\n"))).toEqual([]);
  });

  it("a conjunction that says more does", async () => {
    expect(await said(spec("A == TRUE\nSafety == A /\\ 1 = 1", "INVARIANT Safety\n"))).toEqual([
      "specs/M.cfg:1:11: warning undocumented-invariant: The model checker checks `Safety`, and no table has a row for it.",
    ]);
  });
});

describe("which module a row means", () => {
  const two = { ...spec("A == TRUE", "INVARIANT A\n"), "specs/N.tla": module("N", "B == TRUE") };

  it.each<[string, Files, readonly string[]]>([
    ["an explanation only speaks of modules", { ...two, "specs/README.md": table().replace("why", "as `N.tla` has it") }, []],
    [
      "a cell of its own says it",
      { ...two, "specs/README.md": table("`A`", "Invariant | Anchor site | How | Module", " `specs/N.tla` |") },
      [notIn("specs/N.tla")],
    ],
    ["the name's cell says it", { ...two, "specs/README.md": table("`A` (`N.tla`)") }, [notIn("specs/N.tla")]],
    [
      "the heading says it",
      { ...two, "specs/README.md": `## \`N.tla\`\n\n${table()}` },
      [notIn("specs/N.tla", "A", "specs/README.md:5:3")],
    ],
    [
      "a module that is no more",
      { ...two, "specs/README.md": table("`Old!A`") },
      ["specs/README.md:3:3: error undefined-name: `Old!A` begins with the name of no module and no instance."],
    ],
    [
      "an instance",
      { ...spec("I == INSTANCE N", "INVARIANT I!A\n"), "specs/N.tla": module("N", "A == TRUE"), "specs/README.md": table("`I!A`") },
      [],
    ],
    ["an outer definition, not one that it hides", { ...spec(`${module("In", "A == FALSE")}A == TRUE`, "INVARIANT A\n") }, []],
    ["one without arguments, unless it has some", { ...two, "specs/N.tla": module("N", "A(x) == x") }, []],
    [
      "a name that every object has is no answer",
      { ...spec("B == TRUE", ""), "specs/README.md": table("`constructor`"), "src/a.rs": "// SPEC: constructor\nfn f() {}\n" },
      ["specs/README.md:3:3: error undefined-name: No module defines `constructor`."],
    ],
    [
      "one that stands elsewhere",
      {
        "specs/N.tla": module("N", "B == TRUE"),
        "specs/N.cfg": "",
        "b/specs/M.tla": module("M", "A == TRUE"),
        "b/specs/README.md": "# B\n",
      },
      ["specs/README.md:3:3: error undefined-name: No module that this document is about defines `A`."],
    ],
  ])("%s", async (_, files, findings) => {
    expect(await said(files)).toEqual(findings);
  });
});

describe("what a hint says", () => {
  const otherwise = 'or say how else it is checked: `specifications.checked = { A = "…" }`.';
  const both = { "specs/a/M.tla": module("M", "A == TRUE"), "specs/b/M.tla": module("M", "A == 1 = 1"), "specs/b/M.cfg": "INVARIANT A\n" };

  it.each<[string, Files, string]>([
    ["what is temporal is a property", spec("A == <>TRUE", "INIT A\n"), `Add \`PROPERTY A\` to \`specs/M.cfg\`, ${otherwise}`],
    [
      "what takes arguments cannot be listed",
      spec("A(x) == x", "INIT A\n"),
      `Check a formula in \`specs/M.cfg\` that states it for all arguments, ${otherwise}`,
    ],
    [
      "the configuration may be that of a module which extends it",
      { "specs/M.tla": module("M", "A == TRUE"), "specs/MCM.tla": module("MCM", "EXTENDS M"), "specs/MCM.cfg": "VIEW A\n" },
      `Add \`INVARIANT A\` to \`specs/MCM.cfg\`, ${otherwise}`,
    ],
    [
      "of two modules of one name the file tells which",
      both,
      "Say which module is meant: name its file in the row or in the heading, `specs/b/M.tla`.",
    ],
  ])("%s", async (_, files, hint) => {
    expect(await hinted(files)).toEqual([hint]);
  });
});
