import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config/parse.js";

const parse = (text: string) => parseConfig("spec-anchors.toml", text, { ids: [], always: [] });

describe("[[citations]]", () => {
  it("is read", () => {
    const text = '[[citations]]\ndocuments = "./docs/**"\nas-of = "written"\n[[citations]]\ntolerance = 3\n';
    expect(parse(text)).toMatchObject({
      kind: "config",
      config: {
        citations: [
          { documents: "docs/**", asOf: "written", tolerance: undefined },
          { documents: undefined, asOf: undefined, tolerance: 3 },
        ],
      },
    });
  });

  it.each([
    ["[[citations]]\nas_of = 'written'", "`as_of` is not a key of `[[citations]]`."],
    ["[[citations]]\nas-of = '--all'", "The state `--all` is no commit."],
    ["[[citations]]\nas-of = 3", "`as-of` must be a string, not a number."],
    ["[[citations]]\ntolerance = -1", "`tolerance` must be a whole number of lines, not -1."],
    ["[[citations]]\ntolerance = 'x'", "`tolerance` must be a whole number of lines, not a string."],
    ["[[citations]]\ndocuments = '../a'", "The pattern `../a` leaves the root."],
    ["[citations]\ntolerance = 1", "`citations` must be an array of tables, not a table."],
  ])("%j", (text, message) => {
    const result = parse(text);
    expect(result.kind === "problems" && result.problems.map((problem) => problem.message)).toEqual([message]);
  });
});
