import { parse } from "smol-toml";
import { describe, expect, test } from "vitest";
import { type KeyPath, locator } from "../../src/config/toml-locate.js";

/** The key's and the value's place, as `line:column line:column`. */
function places(text: string, path: KeyPath): string | undefined {
  const found = locator(text)(path);
  return found && `${found.key.line}:${found.key.column} ${found.value.line}:${found.value.column}`;
}

const text = `# a "comment" = [
top = 1
"quoted \\u00e9.key" = 'x' # = [
dotted . 'inner.key' . "z" = { a = 1, 'b c' = [ 2, { d = 3 } ],
  e = 4 }
several = [
  "one", # , "not this"
  'two]',
  """
three "" ]""""",
  [ 41, 42 ],
]
after = '''''x'''''
empty = ""
[table]
key = 1979-05-27 07:32:00Z

[table.sub.deep]
key = true
[[list]]
key = 0
[[list.inner]]
key = "a"
[[list.inner]]
key = "b"
[list.plain]
key = "c"
  [[ list ]]
  "key" = 1
  inner = []
`;

describe("locator", () => {
  test.each<[KeyPath, string]>([
    [["top"], "2:1 2:7"],
    [["quoted é.key"], "3:1 3:23"],
    [["dotted"], "4:1 4:1"],
    [["dotted", "inner.key"], "4:10 4:10"],
    [["dotted", "inner.key", "z"], "4:24 4:30"],
    [["dotted", "inner.key", "z", "a"], "4:32 4:36"],
    [["dotted", "inner.key", "z", "b c"], "4:39 4:47"],
    [["dotted", "inner.key", "z", "b c", 0], "4:49 4:49"],
    [["dotted", "inner.key", "z", "b c", 1, "d"], "4:54 4:58"],
    [["dotted", "inner.key", "z", "e"], "5:3 5:7"],
    [["several"], "6:1 6:11"],
    [["several", 0], "7:3 7:3"],
    [["several", 1], "8:3 8:3"],
    [["several", 2], "9:3 9:3"],
    [["several", 3, 1], "11:9 11:9"],
    [["after"], "13:1 13:9"],
    [["empty"], "14:1 14:9"],
    [["table"], "15:2 15:1"],
    [["table", "key"], "16:1 16:7"],
    [["table", "sub"], "18:8 18:8"],
    [["table", "sub", "deep"], "18:12 18:1"],
    [["table", "sub", "deep", "key"], "19:1 19:7"],
    [["list"], "20:3 20:1"],
    [["list", 0], "20:1 20:1"],
    [["list", 0, "inner", 1], "24:1 24:1"],
    [["list", 0, "inner", 1, "key"], "25:1 25:7"],
    [["list", 0, "plain", "key"], "27:1 27:7"],
    [["list", 1], "28:3 28:3"],
    [["list", 1, "key"], "29:3 29:11"],
  ])("finds %j at %s", (path, expected) => {
    expect(parse(text)).toBeDefined();
    expect(places(text, path)).toBe(expected);
  });

  test("knows no place of what is not there", () => {
    expect(places(text, ["several", 4])).toBeUndefined();
    expect(places(text, ["list", 2])).toBeUndefined();
    expect(places(text, ["list", 1, "inner", 0])).toBeUndefined();
    expect(places(text, ["not this"])).toBeUndefined();
  });

  test("counts lines that end in CRLF, and columns in UTF-16 code units", () => {
    expect(places('a = 1\r\nb = [\r\n  "😀", "x",\r\n]\r\n', ["b", 1])).toBe("3:9 3:9");
  });
});
