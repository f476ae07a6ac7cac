import { describe, expect, test } from "vitest";
import { problems } from "./problems.js";

const relative = "Write it relative to the root.";
const inside = "Remove `..`, or set `--root` to a folder that holds both.";
const quotes = "Write text in double quotes.";
const rolesHint = "Use one of `name`, `site`, `lines`, `symbol`, `explanation`, `status`.";

describe("a fault", () => {
  test.each<[string, string, string]>([
    ["unknown key, near", 'marker = "A"\n document = ["a"]', "2:2 `document` is not a key of the configuration. | Write `documents`."],
    [
      "unknown key, far",
      "toString = 1",
      "1:1 `toString` is not a key of the configuration. | Use one of `documents`, `sources`, `exclude`, `external`, `marker`, `anchors`, `declarations`, `tables`, `specifications`, `citations`, `rules`, `$schema`.",
    ],
    ["rule at the top", 'wrong-file = "off"', "1:1 `wrong-file` is not a key of the configuration. | Move it below `[rules]`."],
    [
      "top key below a header",
      '[rules]\nexclude = ["a"]',
      "2:1 There is no rule `exclude`. | Move it above the first table header of the file.",
    ],
    ["unknown key of tables", '[[tables]]\nheader = "A"\nknid = "ignore"', "3:1 `knid` is not a key of `[[tables]]`. | Write `kind`."],
    ["misspelt matcher", '[[tables]]\nheadign = "A"', "2:1 `headign` is not a key of `[[tables]]`. | Write `heading`."],
    ["unknown role", '[[tables]]\nheader = "A"\ncolumns = { x = "b" }', `3:13 \`x\` is not a role of a column. | ${rolesHint}`],
    [
      "unknown role below a header",
      '[[tables]]\nheader = "A"\n[tables.columns]\nsites = "b"',
      "4:1 `sites` is not a role of a column. | Write `site`.",
    ],
    [
      "unknown key of specifications",
      "[specifications]\nlibrary = []",
      "2:1 `library` is not a key of `[specifications]`. | Write `libraries`.",
    ],
    [
      "unknown key of a model's configuration",
      '[[specifications.configs]]\nconfig = "a.cfg"\nmodul = "a.tla"',
      "3:1 `modul` is not a key of `[[specifications.configs]]`. | Write `module`.",
    ],
    [
      "model's configuration without a file",
      '[[specifications.configs]]\nmodule = "a.tla"',
      '1:1 This entry of `configs` does not say which `.cfg` file it is about. | Write `config = "specs/Model.cfg"`.',
    ],
    [
      "single brackets for models' configurations",
      '[specifications.configs]\nconfig = "a.cfg"',
      "1:1 `configs` must be an array of tables, not a table. | Write `[[specifications.configs]]`, in double brackets.",
    ],
    [
      "string for a boolean",
      '[specifications]\nproperties = "yes"',
      "2:14 `properties` must be true or false, not a string. | Write `true` or `false`.",
    ],
    [
      "array for the checked names",
      '[specifications]\nchecked = ["A"]',
      "2:11 `checked` must be a table, not an array. | Write keys with values, in braces or below a header.",
    ],
    [
      "string for the checked names",
      '[specifications]\nchecked = "A"',
      "2:11 `checked` must be a table, not a string. | Write keys with values, in braces or below a header.",
    ],
    ["climbing library", '[specifications]\nlibraries = ["../lib"]', `2:14 The pattern \`../lib\` leaves the root. | ${inside}`],
    ["string for an array", 'documents = "a"', '1:13 `documents` must be an array of strings, not a string. | Write `["a"]`.'],
    ["date for an array", "exclude = 1979-05-27", "1:11 `exclude` must be an array of strings, not a date. | Write strings in brackets."],
    ["number in an array", 'external = [\n  "a",\n  3,\n]', `3:3 An entry of \`external\` must be a string, not a number. | ${quotes}`],
    ["array in an array", 'sources = [["a"]]', `1:12 An entry of \`sources\` must be a string, not an array. | ${quotes}`],
    ["number for the marker", "marker = 1", `1:10 \`marker\` must be a string, not a number. | ${quotes}`],
    ["table for the marker", "[marker]", `1:1 \`marker\` must be a string, not a table. | ${quotes}`],
    ["dotted table for the marker", "marker.a = 1", `1:1 \`marker\` must be a string, not a table. | ${quotes}`],
    [
      "number for a role",
      '[[tables]]\nheader = "A"\ncolumns.site = 1',
      `3:16 \`columns.site\` must be a string, not a number. | ${quotes}`,
    ],
    ["boolean for a kind", '[[tables]]\nheader = "A"\nkind = false', `3:8 \`kind\` must be a string, not a boolean. | ${quotes}`],
    ["number for the schema", '"$schema" = 1', `1:13 \`$schema\` must be a string, not a number. | ${quotes}`],
    [
      "single brackets",
      '[tables]\nheader = "A"',
      "1:1 `tables` must be an array of tables, not a table. | Write `[[tables]]`, in double brackets.",
    ],
    ["string for tables", 'tables = "a"', "1:10 `tables` must be an array of tables, not a string. | Write `[[tables]]`."],
    [
      "string in tables",
      'tables = ["a"]',
      "1:11 An entry of `tables` must be a table, not a string. | Write keys with values, in braces or below a header.",
    ],
    ["array for rules", "rules = []", "1:9 `rules` must be a table, not an array. | Write keys with values, in braces or below a header."],
    [
      "array for columns",
      '[[tables]]\nheader = "A"\ncolumns = []',
      "3:11 `columns` must be a table, not an array. | Write keys with values, in braces or below a header.",
    ],
    [
      "nothing to match",
      '[[tables]]\nheader = "A"\n[[tables]]\nkind = "ignore"',
      "3:1 This entry of `tables` does not say which tables it is about. | Use one of `heading`, `header`, `document`.",
    ],
    ["unknown kind, near", '[[tables]]\nheader = "A"\nkind = "anchors"', "3:8 There is no kind `anchors` of tables. | Write `anchor`."],
    [
      "unknown kind, far",
      '[[tables]]\nheader = "A"\nkind = "x"',
      "3:8 There is no kind `x` of tables. | Use one of `anchor`, `mapping`, `ignore`.",
    ],
    ["unknown rule, near", '[rules]\nmissing_anchors = "off"', "2:1 There is no rule `missing_anchors`. | Write `missing-anchor`."],
    [
      "unknown rule, far",
      'rules = { zzz = "off" }',
      "1:11 There is no rule `zzz`. | Use one of `missing-anchor`, `wrong-file`, `stale-lines`, `unreadable`.",
    ],
    ["unknown level, near", '[rules]\nwrong-file = "ERRORS"', "2:14 There is no level `ERRORS`. | Write `error`."],
    ["unknown level, far", '[rules]\nwrong-file = "fatal"', "2:14 There is no level `fatal`. | Use one of `off`, `warn`, `error`."],
    [
      "boolean for a level",
      "rules.wrong-file = false",
      "1:20 The level of `wrong-file` must be a string, not a boolean. | Use one of `off`, `warn`, `error`.",
    ],
    [
      "silenced rule",
      '[rules]\nunreadable = "warn"',
      "2:14 The rule `unreadable` is always an error and cannot be set to `warn`. | Remove this line.",
    ],
    [
      "silenced rule by boolean",
      "[rules]\nunreadable = false",
      "2:14 The rule `unreadable` is always an error and cannot be set to a boolean. | Remove this line.",
    ],
    ["absolute pattern", 'documents = ["a", "/b"]', `1:19 The pattern \`/b\` is absolute. | ${relative}`],
    ["absolute pattern of Windows", "sources = ['C:\\b']", `1:12 The pattern \`C:\\b\` is absolute. | ${relative}`],
    ["absolute pattern of a share", "exclude = ['\\\\host\\b']", `1:12 The pattern \`\\\\host\\b\` is absolute. | ${relative}`],
    ["negated absolute pattern", 'exclude = ["!/b"]', `1:12 The pattern \`!/b\` is absolute. | ${relative}`],
    ["escaping pattern", 'sources = ["../b"]', `1:12 The pattern \`../b\` leaves the root. | ${inside}`],
    ["escaping pattern inside", 'sources = ["a/../../b"]', `1:12 The pattern \`a/../../b\` leaves the root. | ${inside}`],
    ["escaping pattern in braces", 'exclude = ["{a,../b}/c"]', `1:12 The pattern \`{a,../b}/c\` leaves the root. | ${inside}`],
    ["escaping pattern alone", 'exclude = [".."]', `1:12 The pattern \`..\` leaves the root. | ${inside}`],
    ["escaping document of a table", '[[tables]]\ndocument = "../b"', `2:12 The pattern \`../b\` leaves the root. | ${inside}`],
    ["empty pattern", 'documents = [\n""]', "2:1 An entry of `documents` must not be empty. | Fill in the text, or remove it."],
    ["empty external", 'external = [" "]', "1:13 An entry of `external` must not be empty. | Fill in the text, or remove it."],
    ["empty heading", '[[tables]]\nheading = ""', "2:11 `heading` must not be empty. | Fill in the text, or remove it."],
    [
      "empty role",
      '[[tables]]\nheading = "A"\ncolumns.name = ""',
      "3:16 `columns.name` must not be empty. | Fill in the text, or remove it.",
    ],
    ["empty marker", 'marker = ""', "1:10 `marker` must not be empty. | Fill in the text, or remove it."],
    ["marker of two words", 'marker = "A B"', "1:10 The marker `A B` holds white space. | Write a single word."],
    [
      "marker without a word",
      'marker = ":"',
      "1:10 The marker `:` is no word with at most one colon after it. | Write a word; its colon may be left out.",
    ],
  ])("%s", (_, text, expected) => {
    expect(problems(text)).toEqual([expected]);
  });
});
