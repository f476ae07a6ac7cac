import { describe, expect, it } from "vitest";
import { checkFiles, compactLines } from "../harness/check-files.js";

const hintsOf = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const { report } = await checkFiles(files, { only: ["undefined-name", "undocumented-invariant"] });
  return report.diagnostics.flatMap(({ rule, hint }) => (rule === "nothing-checked" ? [] : [hint ?? ""]));
};

const lines = (...parts: readonly string[]): string => `${parts.join("\n")}\n`;
const specs = {
  "specs/Ledger.tla": lines(
    "---- MODULE Ledger ----",
    "VARIABLE x",
    "IsFirst == x > 0",
    "IsOther == x > 2",
    "LG_IsSecond == x > 1",
    "Both == IsFirst /\\ LG_IsSecond",
    "====",
  ),
  "specs/Ledger.cfg": lines("INVARIANTS", "    IsFirst", "    LG_IsSecond", "    IsOther"),
};
const only = ["undefined-name", "undocumented-invariant"];

/** What is said of a table with these cells in its only column of names. */
const said = async (cells: readonly string[], files: Readonly<Record<string, string>> = specs): Promise<readonly string[]> => {
  const table = lines(
    "| Invariant | Meaning | Spec |",
    "| --- | --- | --- |",
    ...["`IsOther`", ...cells].map((cell) => `| ${cell} | why | Ledger.tla |`),
  );
  const found = await compactLines({ ...files, "specs/README.md": table }, { only });
  return found
    .filter((line) => !line.includes(" nothing-checked: "))
    .map((line) => line.replace(/^(\S+) \w+ ([\w-]+): .*?`(\w+)`.*$/, "$2 $3"));
};

describe("a name has a row", () => {
  it.each([
    ["in bold, with a remark behind it", ["**IsFirst** *(stage 2)*", "**LG_IsSecond** _(stages 3 and 4)_"]],
    ["without code signs, with its arguments", ["IsFirst", "LG_IsSecond (of any x)"]],
    ["in a plain list of names", ["IsFirst, LG_IsSecond"]],
    ["in a list of code", ["`IsFirst`, `LG_IsSecond`"]],
  ])("%s", async (_, cells) => {
    expect(await said(cells)).toEqual([]);
  });

  it.each([
    ["in a sentence", ["`IsFirst`", "Here LG_IsSecond has to hold"]],
    ["behind a word that is no name", ["`IsFirst`", "Yes, LG_IsSecond"]],
  ])("not %s", async (_, cells) => {
    expect(await said(cells)).toEqual(["undocumented-invariant LG_IsSecond"]);
  });
});

it("a name that stands for several has the row of each", async () => {
  const files = {
    "specs/Ledger.tla": lines(
      "---- MODULE Ledger ----",
      "VARIABLE x",
      "IsOther == x",
      "OldRowsGone == x",
      "NewRowsGone == x",
      "RowsGone == x",
      "====",
    ),
    "specs/Ledger.cfg": lines("INVARIANTS", "    IsOther OldRowsGone NewRowsGone RowsGone"),
  };
  expect(await said(["`AllXRowsGone`"], files)).toHaveLength(3);
  expect(await said(["`OldXGone`", "`NewXGone`"], files)).toEqual(["undocumented-invariant RowsGone"]);
});

it("a plain list of names beside a module has only the names of that", async () => {
  const files = {
    ...specs,
    "specs/Other.tla": lines("---- MODULE Other ----", "VARIABLE x", "IsFirst == x", "IsOther == x", "===="),
    "specs/Other.cfg": "INVARIANTS IsFirst IsOther\n",
  };
  expect(await said(["IsFirst, LG_IsSecond"], files)).toEqual(["undocumented-invariant IsFirst"]);
  expect(await said(["`IsFirst`, `LG_IsSecond`"], files)).toEqual([]);
});

describe("a row that calls a checked name otherwise", () => {
  it("is one finding, of the row", async () => {
    expect(await said(["`IsFirst`", "`IsSecond`"])).toEqual(["undefined-name IsSecond"]);
  });

  it("is told the name that the module has, before others that have the same", async () => {
    const files = {
      ...specs,
      "specs/N.tla": lines("---- MODULE N ----", "VARIABLE y", "IsSecond == y > 1", "===="),
      "specs/README.md": lines(
        "| Invariant | Spec |",
        "| --- | --- |",
        "| `IsOther` | Ledger.tla |",
        "| `IsFirst` | Ledger.tla |",
        "| `IsSecond` | Ledger.tla |",
      ),
    };
    expect(await hintsOf(files)).toEqual(["Did you mean `LG_IsSecond`? `IsSecond` itself is defined in `specs/N.tla`."]);
  });
});

describe("a formula of names alone", () => {
  it("wants rows for the names that have none", async () => {
    const files = {
      ...specs,
      "specs/Ledger.cfg": "INVARIANT Both\n",
      "specs/README.md": lines("| Invariant | Spec |", "| --- | --- |", "| `IsFirst` | Ledger.tla |"),
    };
    expect(await hintsOf(files)).toEqual([
      "It states `LG_IsSecond`: add a row that says which code upholds it, name the document that has one in `documents`, or list `Both` in `specifications.exempt`.",
    ]);
  });
});
