import { describe, expect, it } from "vitest";
import { isOtherType, typeBehind } from "../../src/judge/symbols-type.js";

/** The type behind the first `name` of a text. */
const behind = (text: string): string | undefined => {
  const start = text.indexOf("name");
  return typeBehind(text, { start, end: start + "name".length });
};

describe("the type behind a name", () => {
  it.each([
    ["let name: Vec<(usize, Vec<F>)> = x;", "Vec<(usize, Vec<F>)>"],
    ["fn f(name: &[u32; 2], b: u8)", "&[u32; 2]"],
    ["name: HashMap<u32, fn(u8) -> bool>,", "HashMap<u32, fn(u8) -> bool>"],
    ["  name: usize\n}", "usize"],
    ["name?: string | undefined;", "string"],
    ["name: usize) {", "usize"],
    ["let mut name = 1usize;", undefined],
    ["int name;", undefined],
    ["name::f()", undefined],
    ["name: ", undefined],
    ["name: Vec<", undefined],
  ])("%s", (text, type) => {
    expect(behind(text)).toBe(type);
  });
});

describe("different types", () => {
  it.each([
    ["usize", "u64"],
    ["Vec<u8>", "Vec<u16>"],
    ["HashSet<usize>", "BTreeSet<usize>"],
    ["Vec<[u32; 2]>", "Vec<[u32; 3]>"],
    ["Option<u8>", "u8"],
  ])("%s and %s are", (written, actual) => {
    expect(isOtherType(written, actual)).toBe(true);
  });

  it.each([
    ["HashSet<usize>", "std::collections::HashSet<usize>"],
    ["Vec<u8>", "&mut Vec<u8>"],
    ["&'a str", "&str"],
    ["Vec<u8>", "Vec< u8 >"],
    ["(u8, u8,)", "(u8, u8)"],
    ["Vec<T>", "Vec<Frame>"],
    ["Vec<…>", "Vec<Frame>"],
    ["Map<_, u8>", "Map<u16, u8>"],
  ])("%s and %s are not", (written, actual) => {
    expect(isOtherType(written, actual)).toBe(false);
  });
});
