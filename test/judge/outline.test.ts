import { describe, expect, it } from "vitest";
import type { Outline } from "../../src/model/outline.js";
import { hasNative } from "../grammars/folder.js";
import { texts } from "../grammars/texts.js";
import { fixtureWorkspaces } from "../laws/workspaces.js";
import { outlineIn } from "./code.js";

/** The tokens. Of strings only the words, whether they are one token or several. */
async function withTokens(text: string): Promise<string> {
  const { tokens } = await outlineIn(text);
  return tokens.map((token) => (token.startsWith('"') ? (token.match(/\w+/g) ?? []).join(" ") : token)).join(" ");
}

/** The items with what is around them, a `()` after what is called. */
async function itemsIn(text: string): Promise<readonly string[]> {
  const { items } = await outlineIn(text);
  return items.map(({ name, callable, within }) => {
    const outer = within === undefined ? "" : `${items[within]?.name}::`;
    return `${outer}${name}${callable ? "()" : ""}`;
  });
}

describe("items", () => {
  it.each([
    ["functions", "fn a() { fn b() {} }\nfn c();\n", ["a()", "a::b()", "c()"]],
    [
      "types and what is in them",
      "struct S;\nimpl<T> S { fn new() {} }\nenum E { One, Two(u8) }\n",
      ["S", "S", "S::new()", "E", "E::One", "E::Two"],
    ],
    [
      "modules, traits, constants, macros",
      "mod m { pub const K: u8 = 1; }\ntrait T { fn f(&self); type U; }\nmacro_rules! go { () => {} }\n",
      ["m", "m::K", "T", "T::f()", "T::U", "go()"],
    ],
    ["none without a name", "use a::b;\nfn_like!();\n", []],
  ])("%s", async (_, text, items) => expect(await itemsIn(text)).toEqual(items));
});

describe("code that no production build holds", () => {
  it.each([
    [
      "a module of tests",
      "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn helper() {}\n}\nfn b() {}\n",
      ["a()", "b()"],
      "fn a # cfg test fn b",
    ],
    ["a test", "#[test]\nfn t() { gone(); }\nfn b() {}\n", ["b()"], "# test fn b"],
    [
      "with other attributes and comments between",
      "#[cfg(test)]\n// why\n#[derive(Debug)]\nstruct S { x: u8 }\nfn b() {}\n",
      ["b()"],
      "# cfg test # derive Debug fn b",
    ],
    ["never built", "#[cfg(any())]\nfn old() { gone(); }\n", [], "# cfg any"],
    [
      "built somewhere",
      '#[cfg(feature = "x")]\nfn a() {}\n#[cfg(not(test))]\nfn b() {}\n',
      ["a()", "b()"],
      "# cfg feature == x fn a # cfg not test fn b",
    ],
    [
      "inside of an item",
      "impl S {\n    #[cfg(test)]\n    fn t(&self) { gone(); }\n    fn f(&self) {}\n}\n",
      ["S", "S::f()"],
      "impl S # cfg test fn f",
    ],
    ["with comments in it", "#[cfg(test)]\nmod tests {\n    // one\n    fn t() { gone(); }\n}\nfn b() {}\n", ["b()"], "# cfg test fn b"],
    [
      "a module by its inner attribute",
      "fn a() {}\nmod m {\n    #![cfg(test)]\n    fn t() {}\n}\nfn b() {}\n",
      ["a()", "b()"],
      "fn a fn b",
    ],
    [
      "a module by its inner attribute, at the start of the file",
      "mod m {\n#![cfg(test)]\nfn t() { gone(); }\n}\nfn b() { kept(); }\n",
      ["b()"],
      "fn b kept",
    ],
    ["the whole file by its inner attribute", "#![cfg(test)]\nfn t() { gone(); }\n", [], ""],
  ])("%s", async (_, text, items, tokens) => {
    expect(await itemsIn(text)).toEqual(items);
    expect(await withTokens(text)).toBe(tokens);
  });

  it("is no place for an anchor", async () => {
    const text = "fn a() {\n    one();\n    #[cfg(test)]\n    fn t() { two(); }\n    three();\n}\n";
    const { placesIn } = await outlineIn(text);
    expect(placesIn(0).map(({ start }) => /^\w+/.exec(text.slice(start))?.[0])).toEqual(["fn", "one", "three"]);
  });
});

describe("tokens", () => {
  it.each([
    ["leave comments out", "a /* b /* c */ d */ + e // f\n+ g\n", "a + e + g"],
    ["know no comment in a string", 'f("a // b", c)\n', "f a b c"],
    ["know no end of a string where its quote is escaped", 'f("a \\" /* b", c)\n', "f a b c"],
    ["stand after a lone quote before a comment", 'if c == \'"\' { // " said\n    go("x");\n}\n', "if c == go x"],
    ["stand after a lone quote before a block comment", 'f(\'"\', /* it\'s " */ a, "b")\n', "f a b"],
    ["read formulas and code alike", "a = b; c == d; e ≥ f; g >= h;\n", "a == b c == d e >= f g >= h"],
    ["are no brackets and separators", "f(a, [b; 2]);\n", "f a b 2"],
    ["leave out what stands before nearly every name", "let mut x = self.y;\n", "x == y"],
    ["are none of an empty file", "", ""],
    ["are none of comments", "// a\n/* b */\n", ""],
  ])("%s", async (_, text, tokens) => expect(await withTokens(text)).toBe(tokens));

  it("stand where they stand, on lines that hold any", async () => {
    const text = "fn a(\n)\n{\n\n    // no\n    b(); c();\n}\n\n/* no */ d!();\n";
    const { tokens, starts, lines } = await outlineIn(text);
    expect(tokens.map((token, at) => `${token} ${lines[at]}`)).toEqual(["fn 0", "a 0", "b 1", "c 1", "d 2", "! 2"]);
    expect(starts.map((start, at) => text.slice(start, start + (tokens[at]?.length ?? 0)))).toEqual(tokens);
  });
});

describe("places", () => {
  const text = `use std::fmt;
const LIMIT: usize = 1;
fn a(x: u8) {
    // not a place
    if x > 1 {
        one(x, 2);
    } else {
        two();
    }
    match x { 0 => zero(), _ => {} }
    fn inner() { three(); }
    let s = S { x, y: 1 };
}
struct S {
    #[allow(dead_code)]
    x: u8,
    y: u8,
}
`;
  const heads = ({ placesIn }: Outline, item: number | undefined): readonly string[] =>
    placesIn(item).map(({ start, end }) => text.slice(start, end).split("\n")[0] ?? "");

  it.each([
    ["the top of the file, but not what its items hold", undefined, ["use std::fmt;"]],
    [
      "a function, outer ones first, but not what an inner one holds",
      1,
      [
        "fn a(x: u8) {",
        "x: u8",
        "if x > 1 {",
        "one(x, 2);",
        "x",
        "2",
        "two();",
        "match x { 0 => zero(), _ => {} }",
        "0 => zero(),",
        "_ => {}",
        "let s = S { x, y: 1 };",
        "x",
        "y: 1",
      ],
    ],
    ["the inner one", 2, ["fn inner() { three(); }", "three();"]],
    ["a type, without its attributes", 3, ["struct S {", "x: u8", "y: u8"]],
  ])("of %s", async (_, item, expected) => expect(heads(await outlineIn(text), item)).toEqual(expected));

  it("are the same whether they are read at once or later", async () => {
    const anchored = text.replace("// not a place", "// SPEC: Name ");
    const [at, later] = [await outlineIn(anchored), await outlineIn(text)];
    expect(anchored).toHaveLength(text.length);
    expect(at.placesIn(1)).toEqual(later.placesIn(1));
  });
});

describe("native and WebAssembly give the same outline", () => {
  /** All that an outline says. */
  const whole = async (text: string, door: "native" | "wasm"): Promise<unknown> => {
    const { placesIn, ...rest } = await outlineIn(text, door);
    // Each item's places take a parse: some will do.
    const some = [...rest.items.keys()].filter((item) => item % 7 === 0);
    return { ...rest, places: [undefined, ...some].map(placesIn) };
  };
  const sources = fixtureWorkspaces.flatMap(([name, files]) =>
    Object.entries(files).flatMap(([path, text]) => (path.endsWith(".rs") ? [[`${name}/${path}`, text] as const] : [])),
  );

  it.skipIf(!hasNative).each([...sources, ...Object.entries(texts)])("%s", async (_, text) => {
    expect(await whole(text, "native")).toEqual(await whole(text, "wasm"));
  });
});
