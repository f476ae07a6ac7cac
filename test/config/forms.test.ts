import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config/parse.js";
import { defaultConfig } from "../../src/model/config.js";
import { problems, rules } from "./problems.js";

/** A configuration with one entry of anchors; its lines follow line 1. */
const anchors = (...lines: readonly string[]): readonly string[] => problems(["[[anchors]]", ...lines].join("\n"));
const declarations = (...lines: readonly string[]): readonly string[] =>
  problems(["[[declarations]]", 'documents = "docs/*.md"', 'in = "headings"', ...lines].join("\n"));

const place = "Write `{name}` where the name stands.";

describe("forms of anchors", () => {
  it("are taken apart, with their defaults", () => {
    const result = parseConfig("c", '[[anchors]]\nform = "invariant: {name}"\nfiles = ["./src/**"]\n', rules);
    expect(result.kind === "config" && result.config.anchors).toEqual([
      {
        form: "invariant: {name}",
        ...{ open: "invariant: ", close: "", claim: undefined, end: "" },
        ...{ names: "[A-Za-z_][A-Za-z0-9_]*", files: ["src/**"], anywhere: false },
      },
    ]);
    expect([defaultConfig.anchors, defaultConfig.declarations]).toEqual([[], []]);
  });

  it.each([
    [['form = "invariant:"'], [`2:8 The form has no place for a name. | ${place}`]],
    [['names = "[A-Z]+"'], ['1:1 This entry of `anchors` has no `form`. | Write `form = "invariant: {name}"`, or the like.']],
    [['form = "x {name} {name}"'], ["2:8 The form has several places for a name. | Write `{name}` once."]],
    [
      ['form = "// x {name}"'],
      ["2:8 The form begins with the sign of a comment. | Leave it out: anchors are looked for in every comment."],
    ],
    [['from = "x {name}"'], ["2:1 `from` is not a key of `[[anchors]]`. | Write `form`."]],
    [["form = 1"], ["2:8 `form` must be a string, not a number. | Write text in double quotes."]],
    [['form = "x {name}"', 'files = "src"'], ['3:9 `files` must be an array of strings, not a string. | Write `["src"]`.']],
    [
      ['form = "x {name}"', 'files = ["../src"]'],
      ["3:10 The pattern `../src` leaves the root. | Remove `..`, or set `--root` to a folder that holds both."],
    ],
    [['form = "x {name}"', 'names = ""'], ["3:9 `names` must not be empty. | Fill in the text, or remove it."]],
    [['form = "x {name}"', 'anywhere = "yes"'], ["3:12 `anywhere` must be true or false, not a string. | Write `true` or `false`."]],
    [
      ['form = "x {name}"', "names = '('"],
      ["3:9 `names` is no regular expression: Unterminated group. | Its syntax is JavaScript's, with the flag `u`."],
    ],
    [['form = "x {name}"', "names = '[a-z]*'"], ["3:9 `names` fits an empty name. | Let it ask for one character at least."]],
    [['form = "x {name}"', "names = '^I-[0-9]$'"], ["3:9 `names` holds `^` or `$`. | Remove it: a whole name has to fit anyway."]],
    [
      ['form = "x {name}"', "names = '(?:[a-z]+-?)+'"],
      [
        "3:9 `names` can take time without end: a text fits its nested repetitions in ever more ways. | Let each repetition begin with a sign that the one inside does not have: `[a-z]+(?:-[a-z]+)*`.",
      ],
    ],
  ])("%j", (lines, expected) => {
    expect(anchors(...lines)).toEqual(expected);
  });

  it.each([
    [["{name}"], true],
    [["{name}", "INV-\\d+"], true],
    [["{name}:"], true],
    [["[{name}]"], true],
    [["{name}[ ({construct})]", "I-\\d+"], true],
    [["{name}:", "[A-Za-z-]+"], true],
    [["{name}:", "INV-\\d+"], false],
    [["[{name}]", "[A-Z]-\\d"], false],
    [["{name} holds"], false],
    [["invariant: {name}"], false],
  ])("%j would fit prose: %s", ([form, names], isProse) => {
    const found = anchors(`form = ${JSON.stringify(form)}`, ...(names === undefined ? [] : [`names = '${names}'`]));
    expect(found).toEqual(
      isProse
        ? [
            `2:8 The form \`${form}\` would fit prose everywhere. | Write signs or a word around \`{name}\`, and in \`names\` what no plain word fits.`,
          ]
        : [],
    );
  });

  it("must be an array of tables", () => {
    expect(problems('[anchors]\nform = "x {name}"')).toEqual([
      "1:1 `anchors` must be an array of tables, not a table. | Write `[[anchors]]`, in double brackets.",
    ]);
  });
});

describe("declarations", () => {
  it.each([
    [['form = "{name}"', "names = 'I-[0-9]+'"], []],
    [
      ['form = "{name}"'],
      [
        "4:8 The form `{name}` would fit prose everywhere. | Write signs or a word around `{name}`, and in `names` what no plain word fits.",
      ],
    ],
    [
      ['form = "i: {name} ({construct})"'],
      ["4:8 The form of a declaration has a construct. | Remove `{construct}`: only anchors have one."],
    ],
    [[], ['1:1 This entry of `declarations` has no `form`. | Write `form = "invariant: {name}"`, or the like.']],
  ])("%j", (lines, expected) => {
    expect(declarations(...lines)).toEqual(expected);
  });

  it("stand in headings or items", () => {
    expect(problems('[[declarations]]\ndocuments = "a.md"\nin = "heading"\nform = "x {name}"')).toEqual([
      "3:6 No names are declared in `heading`. | Write `headings`.",
    ]);
  });
});
