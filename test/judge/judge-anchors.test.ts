import { describe, expect, it } from "vitest";
import { bufferWith } from "./buffer.js";
import { type Files, filesOf, tableOf, verdicts } from "./verdicts.js";

const spacing = "the only change of `spacing` is `spacing *= 2`";
const root = "`variance.sqrt()` is what the mean is off by";

/** The verdicts without the finding's text. */
async function kinds(files: Files): Promise<readonly string[]> {
  return (await verdicts(files)).map((line) => line.replace(/:.*/, ""));
}

const withRows = (code: string, ...said: readonly string[]): Files => ({
  "specs/README.md": tableOf(...said.map((one) => ["Name", "src/a.rs", one] as const)),
  "src/a.rs": code,
});

describe("several rows and anchors of one name", () => {
  it.each([
    ["one row each, both right", { doubling: "Name", deviation: "Name" }, [spacing, root], []],
    ["the rows the other way about", { doubling: "Name", deviation: "Name" }, [root, spacing], []],
    [
      "one of two is where no row points, and its row's place is free",
      { doubling: "Name", last: "Name" },
      [spacing, root],
      ["misplaced-anchor Name"],
    ],
    [
      "both are where no row points",
      { last: "Name", allocation: "Name" },
      [spacing, root],
      ["misplaced-anchor Name", "misplaced-anchor Name"],
    ],
    ["one row, and one of two anchors is right", { doubling: "Name", last: "Name" }, [spacing], ["unjudged Name in src/a.rs"]],
    [
      "one row says nothing, and both are where the other does not point",
      { allocation: "Name", last: "Name" },
      [spacing, "by care"],
      ["unjudged Name in src/a.rs", "unjudged Name in src/a.rs"],
    ],
    ["one row says nothing", { doubling: "Name", last: "Name" }, [spacing, "by care"], ["unjudged Name in src/a.rs"]],
    ["one anchor, of which both rows tell", { doubling: "Name" }, [spacing, "`thin` doubles it"], []],
    ["one anchor, of which neither row tells", { last: "Name" }, [spacing, "`thin` doubles it"], ["misplaced-anchor Name"]],
  ])("%s", async (_, anchors, said, expected) => expect(await kinds(withRows(bufferWith(anchors), ...said))).toEqual(expected));

  it("an anchor of another name at the better place does not excuse one", async () => {
    const files = withRows(bufferWith({ doubling: "Other", last: "Name" }), spacing);
    const specs = tableOf(["Name", "src/a.rs", spacing], ["Other", "src/a.rs", spacing]);
    expect(await kinds({ ...files, "specs/README.md": specs })).toEqual(["misplaced-anchor Name"]);
  });

  it("nor does one of the name in another file", async () => {
    const files = {
      "specs/README.md": tableOf(["Name", "src/a.rs", spacing], ["Name", "src/b.rs", spacing]),
      "src/a.rs": bufferWith({ last: "Name" }),
      "src/b.rs": bufferWith({ doubling: "Name" }),
    };
    expect(await kinds(files)).toEqual(["misplaced-anchor Name"]);
  });
});

it("the other rows of a file count: a place that they are less about is likelier this one's", async () => {
  const said = "spacing is a power of two";
  expect(await kinds(filesOf(said, bufferWith({ allocation: "Name" })))).toEqual(["misplaced-anchor Name"]);
  const other = ["Other", "src/a.rs", "`average` is `total / count` and no `deviation`"] as const;
  const both = {
    "specs/README.md": tableOf(["Name", "src/a.rs", said], other),
    "src/a.rs": bufferWith({ allocation: "Name", total: "Other" }),
  };
  expect(await kinds(both)).toEqual([]);
});

describe("anchors that are not judged", () => {
  const tests = "\n#[cfg(test)]\nmod tests {\n    fn doubles(ring: &mut Buffer) {\n        // SPEC: Name\n        ring.last();\n    }\n}\n";

  it.each([
    ["on code of tests", bufferWith({}) + tests],
    ["that dangle", bufferWith({}).replace(/\}\n\npub fn average/, "\n    // SPEC: Name\n}\n\npub fn average")],
    ["in a file without code", "// SPEC: Name\n"],
    ["on an import", `// SPEC: Name\nuse std::fmt;\n\n${bufferWith({})}`],
  ])("%s", async (_, code) => expect(await kinds(filesOf(spacing, code))).toEqual([]));

  it("that no row declares", async () => {
    expect(await kinds({ ...filesOf(spacing, bufferWith({ doubling: "Name", last: "Other" })) })).toEqual([]);
    expect(await kinds({ ...filesOf(spacing, bufferWith({ doubling: "Name" })), "src/b.rs": bufferWith({ last: "Name" }) })).toEqual([]);
  });

  it("excuse none that are", async () => {
    const better = `${tests.replace("ring.last()", "ring.spacing *= 2")}`;
    expect(await kinds(filesOf(spacing, bufferWith({ last: "Name" }) + better))).toEqual(["misplaced-anchor Name"]);
  });
});

describe("a row's site", () => {
  it.each([
    ["a folder", "src/deep", "src/deep/er/a.rs"],
    ["a folder with its sign", "src/", "src/deep/a.rs"],
    ["a file's name that one file has", "a.rs", "src/deep/a.rs"],
  ])("may be %s", async (_, site, path) => {
    const specs = tableOf(["Name", site, spacing]);
    expect(await kinds({ "specs/README.md": specs, [path]: bufferWith({ doubling: "Name" }) })).toEqual([]);
    expect(await kinds({ "specs/README.md": specs, [path]: bufferWith({ last: "Name" }) })).toEqual(["misplaced-anchor Name"]);
  });
});

describe("a function that by what is said is the likeliest, and is doubted all the same", () => {
  const at = (said: string, places: Readonly<Record<string, string>>): Promise<readonly string[]> =>
    verdicts(withRows(bufferWith(places), said));

  it("is doubted by words of another one only if it is doubted much", async () => {
    expect(await at("last variance", { total: "Name" })).toEqual(["unjudged Name in src/a.rs"]);
    expect((await at("first thin half variance", { total: "Name" })).join()).toContain("The row speaks of `thin`");
  });

  it("is not doubted for one in which another anchor of the name is", async () => {
    const both = await at("first thin half variance", { total: "Name", retain: "Name" });
    expect(both.join()).not.toContain("misplaced-anchor");
  });
});

it("a function in which the anchor of the row beside stands is likelier", async () => {
  const code = bufferWith({ total: "Name", deviation: "Other", last: "Third" });
  const inOrder = (...names: readonly string[]): Promise<readonly string[]> =>
    kinds({
      "specs/README.md": tableOf(...names.map((name) => [name, "src/a.rs", name === "Name" ? "largest" : "by care"] as const)),
      "src/a.rs": code,
    });
  expect(await inOrder("Name", "Other", "Third")).not.toContain("misplaced-anchor Name");
  expect(await inOrder("Other", "Third", "Name")).toContain("misplaced-anchor Name");
});
