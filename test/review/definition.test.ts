import { describe, expect, it } from "vitest";
import { checkFiles, compactLines } from "../harness/check-files.js";
import { reviewed, statesIn, tableOf } from "./reviewed.js";

const moduleOf = (body: string): string => `---- MODULE M ----\nVARIABLE x\nA == ${body}\nOther == x = 7\n====\n`;
const bare = { "specs/README.md": tableOf({ A: "why" }), "src/a.rs": "fn f() {\n    // SPEC: A\n    a();\n}\n" };
const specs = { "specs/M.tla": moduleOf("x < 3"), "specs/M.cfg": "INVARIANT A\n" };
const whole = { ...bare, ...specs };

describe("a link whose definition was reviewed", () => {
  it("keeps it in the lock", async () => {
    expect((await reviewed(whole))["spec-anchors.lock"]).toMatch(/^definition = "[0-9a-f]{20}"$/m);
    expect((await reviewed(bare))["spec-anchors.lock"]).not.toMatch(/definition/);
  });

  it("is suspect once the definition says something else", async () => {
    const files = await reviewed(whole);
    const after = { ...files, "specs/M.tla": moduleOf("x < 4") };
    expect(await statesIn(files)).toEqual(["A reviewed"]);
    expect(await statesIn(after)).toEqual(["A definition"]);
    expect(await compactLines(after)).toEqual([
      "src/a.rs:2:8: warning suspect-link: The definition of `A` changed since its anchor was reviewed.",
    ]);
    const { related } = (await checkFiles(after)).report.diagnostics[0] ?? { related: [] };
    expect(related.map(({ path, line }) => `${path}:${line}`)).toEqual(["specs/M.tla:3", "specs/README.md:3"]);
  });

  it("is not, where only comments, white space or other definitions changed, or the module went elsewhere", async () => {
    const files = await reviewed(whole);
    for (const text of [moduleOf("\n  \\* less\n  x (* than *) <\n  3"), moduleOf("x < 3").replace("x = 7", "x = 8")])
      expect(await statesIn({ ...files, "specs/M.tla": text })).toEqual(["A reviewed"]);
    const { "specs/M.tla": module, "specs/M.cfg": config, ...rest } = files;
    expect(await statesIn({ ...rest, "specs/deep/M.tla": module ?? "", "specs/deep/M.cfg": config ?? "" })).toEqual(["A reviewed"]);
  });

  it("is not, where it was reviewed before anybody read definitions, and gets one when it is reviewed again", async () => {
    const before = await reviewed(bare);
    expect(await statesIn({ ...before, ...specs })).toEqual(["A reviewed"]);
    expect(await statesIn({ ...(await reviewed(whole)), "specs/M.tla": "", "specs/M.cfg": "" })).toEqual(["A reviewed"]);
  });

  it("says all that changed in one finding", async () => {
    const after = {
      ...(await reviewed(whole)),
      "specs/M.tla": moduleOf("x < 4"),
      "src/a.rs": bare["src/a.rs"].replace("a()", "b()"),
      "specs/README.md": tableOf({ A: "how" }),
    };
    expect(await compactLines(after)).toEqual([
      "src/a.rs:2:8: warning suspect-link: The code that the anchor `A` marks, its row and its definition changed since they were reviewed.",
    ]);
  });
});
