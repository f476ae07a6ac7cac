import { describe, expect, it } from "vitest";
import { checkFiles } from "../harness/check-files.js";

interface Shape {
  readonly path?: string;
  readonly heading?: string;
  readonly header: string;
  readonly rows: readonly string[];
  readonly after?: string;
}

const document = ({ heading = "Safety", header, rows, after = "" }: Shape): string =>
  [`## ${heading}`, "", header, header.replace(/[^|]+/g, " --- "), ...rows, "", after].join("\n");

/** How many rows are held to their anchors, and how many tables are doubted or inferred. */
async function readAs(shape: Shape, source = "fn f() {}\n"): Promise<{ rows: number; doubted: number; inferred: number }> {
  const { report } = await checkFiles({ [shape.path ?? "specs/README.md"]: document(shape), "src/a.rs": source });
  const { rows, doubtedTables, inferredTables } = report.summary;
  return { rows, doubted: doubtedTables.length, inferred: inferredTables.length };
}

const citing = {
  header: "| # | Invariant | Anchor |",
  rows: ["| I-1 | The key is never returned | `src/a.rs:4-6` |", "| I-2 | Bounded | `src/a.rs` |"],
};

describe("a table that calls its citations anchors is no anchor table", () => {
  it("among the specifications, where the note says that it is doubted", async () => {
    expect(await readAs(citing)).toEqual({ rows: 0, doubted: 1, inferred: 0 });
  });

  it("elsewhere, where it makes no document", async () => {
    expect(await readAs({ ...citing, path: "docs/design.md" })).toEqual({ rows: 0, doubted: 0, inferred: 0 });
  });

  it.each([
    ["the document names the marker", { ...citing, after: "Each line carries `// SPEC: Name`." }, undefined],
    ["a source marks one of its names", citing, "// SPEC: Bounded\nfn f() {}\n"],
    ["a source marks one of its names wrongly", citing, "// spec: Bounded\nfn f() {}\n"],
  ])("unless %s", async (_what, shape, source) => {
    expect(await readAs(shape, source)).toEqual({ rows: 2, doubted: 0, inferred: 0 });
  });
});

describe("a table that plainly promises anchors is one, marked or not", () => {
  const rows = ["| `Bounded` | `src/a.rs` |"];
  it.each([
    ["in its heading", { heading: "Safety (anchors in `src/a.rs`)", header: "| Invariant | File |", rows }],
    ["over its sites", { header: "| Invariant | Anchor site |", rows }],
    ["over its names", { header: "| Anchor | Source site |", rows }],
    ["by its marker", { heading: "Where `SPEC:` stands", header: "| Invariant | File |", rows }],
  ])("%s", async (_where, shape) => {
    expect(await readAs(shape)).toEqual({ rows: 1, doubted: 0, inferred: 0 });
  });

  it("even if none of its rows has a name: they are malformed, not nothing", async () => {
    const prose = ["| The key is never returned | `src/a.rs` |"];
    expect(await readAs({ header: "| Invariant | Anchor site |", rows: prose })).toEqual({ rows: 1, doubted: 0, inferred: 0 });
  });

  it("and a row whose words read like a marked name is malformed, not nothing", async () => {
    const prose = ["| Never returned | `src/a.rs` |"];
    expect(await readAs({ header: "| Invariant | Anchor site |", rows: prose }, "// SPEC: NeverReturned\nfn f() {}\n")).toEqual({
      rows: 1,
      doubted: 0,
      inferred: 0,
    });
  });
});

describe("a table that says nothing of anchors", () => {
  const rows = ["| `Bounded` | `src/a.rs` |", "| `Ordered` | `src/a.rs` |", "| `Fresh` | `src/a.rs` |"];
  it.each([
    [0, 0],
    [1, 0],
    [2, 3],
    [3, 3],
  ])("with %i of three rows marked in their file has %i rows", async (marked, expected) => {
    const source = ["Bounded", "Ordered", "Fresh"].slice(0, marked).map((name) => `// SPEC: ${name}\nfn f() {}\n`);
    expect(await readAs({ header: "| Invariant | File |", rows }, source.join(""))).toEqual({
      rows: expected,
      doubted: 0,
      inferred: expected > 0 ? 1 : 0,
    });
  });
});

describe("a table that the configuration calls an anchor table", () => {
  const config = (columns: string): string => `[[tables]]\nheading = "Safety"\nkind = "anchor"\n${columns}\n`;
  const rulesOf = async (toml: string, shape: Shape): Promise<readonly string[]> => {
    const { report } = await checkFiles({ "spec-anchors.toml": toml, "specs/README.md": document(shape), "src/a.rs": "fn f() {}\n" });
    return report.diagnostics.map(({ rule, line }) => `${line} ${rule}`);
  };
  const foreign: Shape = { header: "| Was | Wo |", rows: ["| never returned | `src/a.rs` |"] };

  it("cannot be passed over because its columns are not understood", async () => {
    expect(await rulesOf(config(""), foreign)).toEqual(["3 unreadable"]);
    expect(await rulesOf(config('columns = { name = "Wass", site = "Wo" }'), foreign)).toEqual(["3 unreadable"]);
  });

  it("is read by the columns that are named", async () => {
    expect(await rulesOf(config('columns = { name = "Was", site = "Wo" }'), foreign)).toEqual(["5 malformed-row"]);
  });
});
