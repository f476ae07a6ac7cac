import { describe, expect, it } from "vitest";
import { explanationsOf } from "../../src/engine/lock/explanations.js";
import { reviewed, statesIn, tableOf } from "./reviewed.js";

const source = "fn f() {\n// SPEC: A\na();\n}\n";
const twoTables = (first: string, second: string): string => `${tableOf({ A: first })}\n# More anchors\n\n${tableOf({ A: second })}`;
const twice = "fn f() {\n// SPEC: A — refuses\nif x { a(); }\n// SPEC: A — counts\nn += 1;\n}\n";
const twoRows = (first: string, second: string): string => tableOf({ A: first }) + tableOf({ A: second }).split("\n").slice(2).join("\n");

describe("a row", () => {
  it.each([
    ["stays as it was", "why", "why", "reviewed"],
    ["is written with other signs for the same words", "why `x` is", "why  **x** is", "reviewed"],
    ["says something else", "why", "how", "row"],
    ["says nothing any more", "why", "", "row"],
  ])("%s", async (_, before, after, state) => {
    const files = await reviewed({ "specs/README.md": tableOf({ A: before }), "src/a.rs": source });
    expect(await statesIn({ ...files, "specs/README.md": tableOf({ A: after }) })).toEqual([`A ${state}`]);
  });

  it("changes beside the code", async () => {
    const files = await reviewed({ "specs/README.md": tableOf({ A: "why" }), "src/a.rs": source });
    const changed = { ...files, "specs/README.md": tableOf({ A: "how" }), "src/a.rs": source.replace("a()", "b()") };
    expect(await statesIn(changed)).toEqual(["A code+row"]);
  });

  it("of several for one link is not lost, nor is a new one", async () => {
    const files = await reviewed({ "specs/README.md": twoTables("why", "how"), "src/a.rs": source });
    const states = (specs: string): Promise<readonly string[]> => statesIn({ ...files, "specs/README.md": specs });
    expect(await states(twoTables("how", "why"))).toEqual(["A reviewed"]);
    expect(await states(twoTables("why", "when"))).toEqual(["A row"]);
    expect(await states(twoTables("when", "how"))).toEqual(["A row"]);
    expect(await states(tableOf({ A: "why" }))).toEqual(["A row"]);
    expect(await states(`${twoTables("why", "how")}\n# Other anchors\n\n${tableOf({ A: "when" })}`)).toEqual(["A row"]);
  });

  it("of several for several links is about one of them", async () => {
    const specs = twoRows("it refuses", "it counts");
    const files = await reviewed({ "specs/README.md": specs, "src/a.rs": twice });
    expect(await statesIn(files)).toEqual(["A reviewed", "A reviewed"]);
    const states = (text: string): Promise<readonly string[]> => statesIn({ ...files, "specs/README.md": text });
    expect(await states(twoRows("it refuses", "it counts twice"))).toEqual(["A reviewed", "A row"]);
    expect(await states(twoRows("it refuses all", "it counts"))).toEqual(["A row", "A reviewed"]);
    // Other words in the anchors change which of them is nearer to a row, but not what was reviewed.
    const other = twice.replace("refuses", "counts").replace("— counts\nn", "— refuses\nn");
    expect(await statesIn({ ...files, "src/a.rs": other })).toEqual(["A reviewed", "A reviewed"]);
  });
});

describe("a row of two for two anchors", () => {
  const specs = twoRows("it refuses", "it counts");
  const [first = "", second = ""] = ["// SPEC: A — refuses\n", "// SPEC: A — counts\n"];

  it("is no news for the other link where its anchor is missing", async () => {
    const files = await reviewed({ "specs/README.md": specs, "src/a.rs": twice });
    expect(await statesIn({ ...files, "src/a.rs": twice.replace(second, "") })).toEqual(["A reviewed"]);
    expect(await statesIn({ ...files, "src/a.rs": twice.replace(first, "") })).toEqual(["A reviewed"]);
    const other = { ...files, "specs/README.md": twoRows("it refuses all", "it counts") };
    expect(await statesIn({ ...other, "src/a.rs": twice.replace(second, "") })).toEqual(["A row"]);
  });

  it("changes its own link alone where it is deleted", async () => {
    const files = await reviewed({ "specs/README.md": specs, "src/a.rs": twice });
    expect(await statesIn({ ...files, "specs/README.md": tableOf({ A: "it refuses" }) })).toEqual(["A reviewed", "A row"]);
    expect(await statesIn({ ...files, "specs/README.md": tableOf({ A: "it counts" }) })).toEqual(["A row", "A reviewed"]);
  });
});

describe("explanations", () => {
  it("give each row a link and each link a row", () => {
    const links = [
      { reviewed: undefined, evidence: "counts" },
      { reviewed: undefined, evidence: "refuses" },
      { reviewed: undefined, evidence: "" },
    ];
    expect([...explanationsOf(links, ["it refuses", "it counts"]).values()]).toEqual(["it counts", "it refuses", "it counts"]);
    expect([...explanationsOf(links, ["it counts up", "it counts down"]).values()]).toEqual([
      "it counts down",
      "it counts up",
      "it counts down",
    ]);
    expect([...explanationsOf(links.slice(0, 1), ["b", "a", "b"]).values()]).toEqual(["a\nb"]);
  });
});
