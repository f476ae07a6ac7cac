import { describe, expect, test } from "vitest";
import { parseConfig } from "../../src/config/parse.js";
import { defaultConfig } from "../../src/model/config.js";
import { problems, rules } from "./problems.js";

function config(text: string) {
  const result = parseConfig("spec-anchors.toml", text, rules);
  if (result.kind === "problems") throw new Error(problems(text).join("\n"));
  return result.config;
}

describe("a valid configuration", () => {
  test("that is empty is the default", () => {
    expect(config("# nothing\n")).toEqual(defaultConfig);
  });

  test("keeps every key", () => {
    const text = `
"$schema" = "https://example.org/config.schema.json"
documents = ["./specs/**/*.md"]
sources = ["src/**", "!./src/generated/**"]
exclude = ["a..b/**"]
external = ["../sibling/**", "/opt/x"]
marker = "INV:"
[[tables]]
heading = "Cross reference"
header = "Site"
document = "./specs/README.md"
kind = "mapping"
columns = { name = "Invariant", site = "Where", lines = "L", symbol = "Fn", explanation = "How", status = "Checked" }
[[tables]]
header = "Old"
kind = "ignore"
[specifications]
libraries = ["./lib"]
exempt = ["TypeOK"]
properties = true
checked = { Safe = "proof" }
[[specifications.configs]]
config = "./specs/A.cfg"
module = "./specs/B.tla"
fails = true
[[specifications.configs]]
config = "C.cfg"
[[citations]]
documents = "./docs/**"
as-of = "written"
tolerance = 2
[[anchors]]
form = "[{name}]"
names = 'I-\\d+'
files = ["./src/**"]
anywhere = true
[[declarations]]
documents = "./docs/*.md"
in = "items"
form = "{name}: "
names = 'I-\\d+'
sites = ["./src/**"]
[rules]
missing-anchor = "off"
wrong-file = "warn"
stale-lines = "warning"
unreadable = "error"
`;
    expect(config(text)).toEqual({
      documents: ["specs/**/*.md"],
      sources: ["src/**", "!src/generated/**"],
      exclude: ["a..b/**"],
      external: ["../sibling/**", "/opt/x"],
      marker: "INV",
      anchors: [
        {
          form: "[{name}]",
          names: "I-\\d+",
          files: ["src/**"],
          anywhere: true,
          open: "[",
          close: "]",
          claim: undefined,
          end: "",
        },
      ],
      declarations: [
        {
          documents: "docs/*.md",
          in: "items",
          form: "{name}: ",
          names: "I-\\d+",
          sites: ["src/**"],
          open: "",
          close: ": ",
          claim: undefined,
          end: "",
        },
      ],
      tables: [
        {
          heading: "Cross reference",
          header: "Site",
          document: "specs/README.md",
          kind: "mapping",
          columns: { name: "Invariant", site: "Where", lines: "L", symbol: "Fn", explanation: "How", status: "Checked" },
        },
        { header: "Old", kind: "ignore" },
      ],
      specifications: {
        libraries: ["lib"],
        exempt: ["TypeOK"],
        properties: true,
        checked: { Safe: "proof" },
        configs: [{ config: "specs/A.cfg", module: "specs/B.tla", fails: true }, { config: "C.cfg" }],
      },
      citations: [{ documents: "docs/**", asOf: "written", tolerance: 2 }],
      rules: { "missing-anchor": "off", "wrong-file": "warning", "stale-lines": "warning", unreadable: "error" },
    });
  });

  test("may have a marker with a colon inside", () => {
    expect(config('marker = "spec::inv"').marker).toBe("spec::inv");
  });
});

describe("a fault", () => {
  test("does not hide another, and they come in the order of the text", () => {
    const text = '[rules]\nwrong-file = "x"\nfoo = 1\n[[tables]]\nkind = 1\nbar = 1\ncolumns = { site = "", qux = 1 }\n[other]\n';
    expect(problems(text).map((problem) => problem.replace(/ \|.*/, ""))).toEqual([
      "2:14 There is no level `x`.",
      "3:1 There is no rule `foo`.",
      "4:1 This entry of `tables` does not say which tables it is about.",
      "5:8 `kind` must be a string, not a number.",
      "6:1 `bar` is not a key of `[[tables]]`.",
      "7:20 `columns.site` must not be empty.",
      "7:24 `qux` is not a role of a column.",
      "8:2 `other` is not a key of the configuration.",
    ]);
  });

  test("carries the path of the file", () => {
    expect(parseConfig("a/b.toml", "x = 1", rules)).toMatchObject({ kind: "problems", problems: [{ path: "a/b.toml" }] });
  });
});
