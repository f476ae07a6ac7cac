import { describe, expect, test } from "vitest";
import { problems } from "./problems.js";

const assign = "Write `key = value`.";
const close = "Close it with the quotes that open it.";

describe("a fault of the syntax", () => {
  test.each<[string, string]>([
    ["marker = SPEC", "1:10 This value is no string, number, boolean, array or table. | Put words in double quotes."],
    ["marker =\n", `1:9 A value is missing here. | ${assign}`],
    ["marker\n", "1:7 The line ends within a key. | Write `key = value`, or `[key]` for a table."],
    ["marker", `1:1 This key has no value. | ${assign}`],
    ["= 1", `1:1 A key is missing here. | ${assign}`],
    ["a..b = 1", `1:3 A key is missing here. | ${assign}`],
    ["$schema = 'x'", "1:1 A key holds a character that needs quotes. | Put the key in double quotes."],
    ['\n\nmarker = "SPEC\nexclude = []', `3:15 A string is not closed on its line. | ${close}`],
    ['marker = "SPEC', `1:10 This string has no end. | ${close}`],
    ['a = "\\d"', "1:7 TOML knows no such escape in a string. | Write `\\\\` for a backslash, or put the string in single quotes."],
    ['documents = ["a" "b"]', "1:18 A comma or a closing bracket is missing here. | Put `,` between two values."],
    ['documents = ["a"\n', "2:1 An array or inline table is not closed. | Close it with its bracket, or put `,` before the next value."],
    ["documents = [", "1:13 This array has no end. | Close it with `]`."],
    ["rules = {", "1:9 This inline table has no end. | Close it with `}`."],
    ["a = 1 b = 2", "1:7 Something follows the end of this value or table header. | Begin a new line after each value."],
    ["[[tables]\n", "1:10 This table header has no end. | Close it with `]]`."],
    ['marker = "a"\nmarker = "b"', "2:1 `marker` is defined twice. | Merge the two, or remove one."],
    ['"a = b" = 1\n"a = b" = 2', '2:1 `"a = b"` is defined twice. | Merge the two, or remove one.'],
    ["[rules]\n[rules]", "2:2 `rules` is defined twice. | Merge the two, or remove one."],
    ['a = "\0"', "1:6 This is not valid TOML: control characters are not allowed in strings. | Compare it with https://toml.io/en/v1.1.0."],
    ["a = 012", "1:5 This is not valid TOML: illegal leading zero. | Compare it with https://toml.io/en/v1.1.0."],
  ])("%j", (text, expected) => {
    expect(problems(text)).toEqual([expected]);
  });
});
