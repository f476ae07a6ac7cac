import { describe, expect, it } from "vitest";
import { linksIn, reviewed, stateAfter, statesIn, tableOf } from "./reviewed.js";

const anchor = "// SPEC: A";
const fn = (body: string, name = "f"): string => `fn ${name}() {\n${body}\n}\n`;

describe("what does not change a construct", () => {
  it.each([
    ["nothing", `${anchor}\ncall(a, b);`, `${anchor}\ncall(a, b);`],
    ["lines and spaces", `${anchor}\ncall(a, b);`, `\n\n  ${anchor}\n\n  call ( a,\n      b )  ;`],
    ["comments inside", `${anchor}\ncall(a, b);`, `${anchor}\ncall(/* one */ a, // two\n b);`],
    ["comments before", `${anchor}\ncall(a, b);`, `// other\n${anchor} — more words\n// and more\ncall(a, b);`],
    ["a comment that trails", `${anchor}\ncall(a, b);`, `call(a, b); ${anchor}`],
    ["attributes before it", `${anchor}\ncall(a);`, `${anchor}\n#[cfg(unix)]\ncall(a);`],
    ["a comma after the last argument", `${anchor}\ncall(a, b);`, `${anchor}\ncall(a, b,);`],
    ["a comma after a field", `${anchor}\nlet p = P { x: 1 };`, `${anchor}\nlet p = P { x: 1, };`],
    ["a comma in type arguments", `${anchor}\nlet p: P<A, B> = q;`, `${anchor}\nlet p: P<A, B,> = q;`],
    ["a comma after the only member of a list in a macro", `${anchor}\nvec![a];`, `${anchor}\nvec![a,];`],
    ["a comma in a macro", `${anchor}\nvec![a, b];`, `${anchor}\nvec![a, b,];`],
    ["braces around an arm", `match a {\n${anchor}\nX => b,\n_ => c }`, `match a {\n${anchor}\nX => { b }\n_ => c }`],
    ["braces and a comma", `match a {\n${anchor}\nX => b,\n_ => c }`, `match a {\n${anchor}\nX => { b },\n_ => c }`],
    ["braces around a closure's body", `${anchor}\nlet g = |x| x + 1;`, `${anchor}\nlet g = |x| { x + 1 };`],
    ["braces around a closure's body in a macro", `${anchor}\nassert!(v.all(|x| x > 1));`, `${anchor}\nassert!(v.all(|x| { x > 1 }));`],
    ["the semicolon of a last return", `${anchor}\nif a { return b }`, `${anchor}\nif a { return b; }`],
    ["a returning arm", `match a {\n${anchor}\nX => return b,\n_ => c }`, `match a {\n${anchor}\nX => { return b; }\n_ => c }`],
    ["parentheses around parentheses", `${anchor}\ncall((a + b) * c);`, `${anchor}\ncall(((a + b)) * c);`],
    ["a bar before the first pattern", `match a {\n${anchor}\nX | Y => b,\n_ => c }`, `match a {\n${anchor}\n| X | Y => b,\n_ => c }`],
    ["a block around an arm's block", `match a {\n${anchor}\nX => { b }\n_ => c }`, `match a {\n${anchor}\nX => {{ b }}\n_ => c }`],
    ["a block around a block", `${anchor}\nif a { b(); }`, `${anchor}\nif a {{ b(); }}`],
    ["an empty statement", `${anchor}\nif a { b(); }`, `${anchor}\nif a { b();; }`],
    ["an empty statement in an empty block", `${anchor}\nif a { }`, `${anchor}\nif a { ; }`],
    ["the line ends in a string", `${anchor}\ncall("a\nb");`, `${anchor}\ncall("a\r\nb");`],
    ["code around it", `${anchor}\ncall(a);`, `before();\n${anchor}\ncall(a);\nafter();`],
  ])("%s", async (_, before, after) => {
    expect(await stateAfter(fn(before), fn(after))).toBe("reviewed");
  });
});

describe("what changes a construct", () => {
  it.each([
    ["another word", `${anchor}\ncall(a, b);`, `${anchor}\ncall(a, c);`],
    ["another order", `${anchor}\ncall(a, b);`, `${anchor}\ncall(b, a);`],
    ["another sign", `${anchor}\nlet c = a < b;`, `${anchor}\nlet c = a <= b;`],
    ["another string", `${anchor}\ncall("a b");`, `${anchor}\ncall("a  b");`],
    ["a tuple of one", `${anchor}\nlet t = (a);`, `${anchor}\nlet t = (a,);`],
    ["a tuple of one in a macro", `${anchor}\nassert_eq!(x, (a));`, `${anchor}\nassert_eq!(x, (a,));`],
    ["the only argument of a macro", `${anchor}\nm!(a);`, `${anchor}\nm!(a,);`],
    ["parentheses in a macro", `${anchor}\nm!((a));`, `${anchor}\nm!(((a)));`],
    ["a semicolon that drops a value", `${anchor}\nlet x = { if a { b } else { c } };`, `${anchor}\nlet x = { if a { b } else { c }; };`],
    ["a labelled block", `${anchor}\nlet x = 'a: { { b } };`, `${anchor}\nlet x = { b };`],
    ["an attribute inside", `${anchor}\nif a { b(); }`, `${anchor}\nif a { #[cfg(unix)] b(); }`],
    ["braces that end a statement", `${anchor}\nif y { let g = |x| { a; b }; }`, `${anchor}\nif y { let g = |x| a; b; }`],
    ["a value that is thrown away", `match a {\n${anchor}\nX => b(),\n_ => c }`, `match a {\n${anchor}\nX => { b(); }\n_ => c }`],
    ["the statement of a block", `${anchor}\nif a { b() }`, `${anchor}\nif a { b(); }`],
  ])("%s", async (_, before, after) => {
    expect(await stateAfter(fn(before), fn(after))).toBe("code");
  });
});

describe("what changes a macro's definition", () => {
  const rules = (pattern: string, body: string): string => `${anchor}\nmacro_rules! m { (${pattern}) => { ${body} }; }\n`;

  it.each([
    ["the separator of a repetition in its pattern", rules("$($x:expr),*", "a"), rules("$($x:expr);*", "a")],
    ["the separator of a repetition in its body", rules("$($x:expr),*", "$($x)+*"), rules("$($x:expr),*", "$($x)-*")],
    ["no separator", rules("$($x:expr),*", "a"), rules("$($x:expr)*", "a")],
    ["a comma after the last part of a pattern", rules("$x:expr, $y:expr", "a"), rules("$x:expr, $y:expr,", "a")],
    ["a comma at the end of a repetition", rules("$($x:expr)*", "a"), rules("$($x:expr,)*", "a")],
  ])("%s", async (_, before, after) => {
    expect(await stateAfter(before, after)).toBe("code");
    expect(await stateAfter(before, before.replaceAll(" ", "  "))).toBe("reviewed");
  });
});

describe("an anchor that leaves its construct", () => {
  it.each([
    ["to the next statement", `${anchor}\na();\nb();`, `a();\n${anchor}\nb();`],
    ["because a statement is put between", `${anchor}\na();`, `${anchor}\nb();\na();`],
    ["into it", `${anchor}\nif a { b(); }`, `if a {\n${anchor}\nb(); }`],
    ["out of it", `if a {\n${anchor}\nb(); }`, `${anchor}\nif a { b(); }`],
    ["to an equal statement", `${anchor}\na();\nb();\na();`, `a();\nb();\n${anchor}\na();`],
    ["back to an equal statement", `a();\nb();\n${anchor}\na();`, `${anchor}\na();\nb();\na();`],
    ["to an equal statement of another block", `if x {\n${anchor}\na(); } else { a(); }`, `if x { a(); } else {\n${anchor}\na(); }`],
    ["to an equal argument of a macro", `m!(\n${anchor}\nx, x);`, `m!(x,\n${anchor}\nx);`],
    ["to an equal beginning of other tokens", `m!(a b ${anchor}\nc, a b\nc);`, `m!(a b\nc, a b ${anchor}\nc);`],
    ["to an equal token behind it", `m!(x\n${anchor}\n, x);`, `m!(x, x\n${anchor}\n);`],
  ])("%s", async (_, before, after) => {
    expect(await stateAfter(fn(before), fn(after))).toBe("left");
  });

  it("to an equal statement of another function, of another impl of the same type, to an equal function", async () => {
    const two = (first: string, second: string): string => fn(`${first}\na();`) + fn(`${second}\na();`, "g");
    expect(await stateAfter(two(anchor, ""), two("", anchor))).toBe("left");
    const impls = (first: string, second: string): string =>
      `impl A for T { fn r() {\n${first}\na(); } }\nimpl B for T { fn r() {\n${second}\na(); } }\n`;
    expect(await stateAfter(impls(anchor, ""), impls("", anchor))).toBe("left");
    expect(await stateAfter(`${anchor}\n${fn("")}${fn("", "g")}`, `${fn("")}${anchor}\n${fn("", "g")}`)).toBe("left");
  });

  it("says where the construct is that was reviewed", async () => {
    const specs = tableOf({ A: "why" });
    const files = await reviewed({ "specs/README.md": specs, "src/a.rs": fn(`${anchor}\na();\nb();`) });
    const after = fn(`a();\n${anchor}\nb();`);
    const { links } = await linksIn({ ...files, "src/a.rs": after });
    const [state] = links.map((link) => link.state);
    const [change] = state?.kind === "suspect" ? state.changes : [];
    expect(change?.kind === "left" && after.slice(change.still.span.start, change.still.span.end)).toBe("a();");
  });
});

describe("a construct that moves together with its anchor", () => {
  it.each([
    ["its function is renamed", fn(`${anchor}\na();`), fn(`${anchor}\na();`, "g")],
    ["it is the function, renamed", `${anchor}\n${fn("a();")}`, `${anchor}\n${fn("a();", "g")}`],
    ["it is a variant, renamed", `enum E {\n${anchor}\nX,\nY }`, `enum E {\n${anchor}\nZ,\nY }`],
    ["it goes to another function", fn(`${anchor}\na();`) + fn("", "g"), fn("") + fn(`${anchor}\na();`, "g")],
    ["a module is put around it", fn(`${anchor}\na();`), `mod m {\n${fn(`${anchor}\na();`)}}`],
  ])("is fine: %s", async (_, before, after) => {
    expect(await stateAfter(before, after)).toBe("moved");
  });

  it("into another file", async () => {
    const files = await reviewed({ "specs/README.md": tableOf({ A: "why" }), "src/a.rs": fn(`${anchor}\na();`) });
    const moved = { ...files, "specs/README.md": tableOf({ A: "why" }, "src/b.rs"), "src/b.rs": fn(`${anchor}\na();`) };
    expect(await statesIn({ ...moved, "src/a.rs": fn("") })).toEqual(["A moved"]);
    // Copied only: what was reviewed still stands there.
    expect(await statesIn({ ...moved, "src/a.rs": fn("a();") })).toEqual(["A left"]);
    const changed = { ...moved, "src/b.rs": fn(`${anchor}\nb();`) };
    expect(await statesIn({ ...changed, "src/a.rs": fn("") })).toEqual(["A code"]);
  });

  it("is a change if its row changed", async () => {
    const files = await reviewed({ "specs/README.md": tableOf({ A: "why" }), "src/a.rs": fn(`${anchor}\na();`) });
    const renamed = { ...files, "specs/README.md": tableOf({ A: "how" }), "src/a.rs": fn(`${anchor}\na();`, "g") };
    expect(await statesIn(renamed)).toEqual(["A row"]);
  });
});

describe("code that is gone while its anchor stands at equal code", () => {
  const held = (mark: string): string => `if l.held() {\n${mark}\nreturn None;\n}`;

  it.each([
    [
      "in another function",
      fn(held(anchor), "grant") + fn(held(""), "other"),
      fn(held("").replace("None", "Some(3)"), "grant") + fn(held(anchor), "other"),
    ],
    ["of the same function", fn(`t.lock();\nt.write();\n${anchor}\nt.lock();`), fn(`${anchor}\nt.lock();\nt.write();`)],
  ])("has not moved: %s", async (_, before, after) => {
    expect(await stateAfter(before, after)).toBe("alike");
  });

  it("has moved where it is there as often as before", async () => {
    const before = fn(held(anchor), "grant") + fn(held(""), "other");
    expect(await stateAfter(before, fn(held(anchor), "take") + fn(held(""), "other"))).toBe("moved");
    const specs = (path: string): string => tableOf({ A: "why" }, path);
    const files = await reviewed({ "specs/README.md": specs("src/a.rs"), "src/a.rs": before, "src/b.rs": fn("") });
    const moved = { ...files, "specs/README.md": specs("src/b.rs"), "src/a.rs": fn(held(""), "other") };
    expect(await statesIn({ ...moved, "src/b.rs": fn(held(anchor)) })).toEqual(["A moved"]);
  });
});

describe("several links of one name", () => {
  const twice = (first: string, second: string): string => fn(`${anchor} — one\n${first}\n${anchor} — two\n${second}`);
  const specs = tableOf({ A: "why" });

  it("change one by one, also where all of them change", async () => {
    const files = await reviewed({ "specs/README.md": specs, "src/a.rs": twice("a();", "b();") });
    expect(await statesIn(files)).toEqual(["A reviewed", "A reviewed"]);
    expect(await statesIn({ ...files, "src/a.rs": twice("a();", "c();") })).toEqual(["A reviewed", "A code"]);
    expect(await statesIn({ ...files, "src/a.rs": twice("c();", "d();") })).toEqual(["A code", "A code"]);
    expect(await statesIn({ ...files, "src/a.rs": twice("b();", "a();") })).toEqual(["A reviewed", "A reviewed"]);
  });

  it("keep their order where all of them change", async () => {
    const files = await reviewed({ "specs/README.md": specs, "src/a.rs": twice("a();", "b();") });
    const entriesIn = async (source: string): Promise<readonly (string | undefined)[]> => {
      const { links } = await linksIn({ ...files, "src/a.rs": source });
      return links.map(({ state }) => (state.kind === "unreviewed" ? undefined : state.entry.fingerprint));
    };
    expect(await entriesIn(twice("c();", "d();"))).toEqual(await entriesIn(twice("a();", "b();")));
  });

  it("are told apart by what is left of each", async () => {
    const in2 = (first: string, second: string): string => fn(first) + fn(second, "g");
    const files = await reviewed({ "specs/README.md": specs, "src/a.rs": in2(`${anchor}\na();`, `${anchor}\nb();`) });
    // The first anchor left `a();`; that the second one's code now reads so is no move.
    expect(await statesIn({ ...files, "src/a.rs": in2(`a();\n${anchor}\nc();`, `${anchor}\na();`) })).toEqual(["A left", "A code"]);
    const one = await reviewed({ "specs/README.md": specs, "src/a.rs": fn(`${anchor}\na();\n${anchor}\nc();\na();`) });
    expect(await statesIn({ ...one, "src/a.rs": fn(`a();\n${anchor}\nd();\n${anchor}\na();`) })).toEqual(["A code", "A left"]);
  });

  it("in two files keep to their file", async () => {
    const both = `${tableOf({ A: "why" })}\n# More anchors\n\n${tableOf({ A: "why" }, "src/b.rs")}`;
    const source = fn(`${anchor}\na();`);
    const files = await reviewed({ "specs/README.md": both, "src/a.rs": source, "src/b.rs": source });
    const after = {
      ...files,
      "specs/README.md": tableOf({ A: "why" }, "src/b.rs"),
      "src/a.rs": "",
      "src/b.rs": fn(`${anchor}\nb();`, "g"),
    };
    expect(await statesIn(after)).toEqual(["A code"]);
    expect((await linksIn(after)).gone.map(({ path }) => path)).toEqual(["src/a.rs"]);
  });

  it("are unreviewed where they are new, and their entries are gone where an anchor is", async () => {
    const one = fn(`${anchor}\na();`);
    const single = await reviewed({ "specs/README.md": specs, "src/a.rs": one });
    expect(await statesIn({ ...single, "src/a.rs": twice("a();", "b();") })).toEqual(["A reviewed", "A unreviewed"]);
    const both = await reviewed({ "specs/README.md": specs, "src/a.rs": twice("a();", "b();") });
    expect((await linksIn({ ...both, "src/a.rs": one })).gone.map(({ fingerprint }) => fingerprint)).toHaveLength(1);
    expect((await linksIn({ ...both, "src/a.rs": fn("a();") })).gone).toEqual([]);
    expect((await linksIn({ ...both, "specs/README.md": tableOf({ B: "why" }), "src/a.rs": fn("a();") })).gone).toHaveLength(2);
  });
});

describe("a link that is renamed on both sides", () => {
  const of = (name: string, explanation: string, body = "a();"): Readonly<Record<string, string>> => ({
    "specs/README.md": tableOf({ [name]: explanation }),
    "src/a.rs": fn(`// SPEC: ${name}\n${body}`),
  });

  it("is as it was reviewed, unless anything else changed", async () => {
    const files = await reviewed(of("Old", "why"));
    const { links, gone } = await linksIn({ ...files, ...of("New", "why") });
    expect(links.map(({ state }) => state.kind !== "unreviewed" && [state.kind, state.entry.name])).toEqual([["moved", "Old"]]);
    expect(gone).toEqual([]);
    for (const other of [of("New", "how"), of("New", "why", "b();")]) {
      expect(await statesIn({ ...files, ...other })).toEqual(["New unreviewed"]);
      expect((await linksIn({ ...files, ...other })).gone.map(({ name }) => name)).toEqual(["Old"]);
    }
  });

  it("on one side only is another rule's business", async () => {
    const files = await reviewed(of("Old", "why"));
    const { links } = await linksIn({
      ...files,
      "specs/README.md": tableOf({ Old: "why", New: "why" }),
      "src/a.rs": fn("// SPEC: New\na();"),
    });
    expect(links.map(({ state }) => state.kind)).toEqual(["unreviewed"]);
  });
});

describe("two blocks of one link", () => {
  it("are one too many, and none is gone", async () => {
    const files = await reviewed({ "specs/README.md": tableOf({ A: "why" }), "src/a.rs": fn(`${anchor}\na();`) });
    const lock = files["spec-anchors.lock"] ?? "";
    const block = lock.slice(lock.indexOf("\n[[link]]")).replace(/fingerprint = ".*"/, `fingerprint = "${"0".repeat(20)}"`);
    const { links, gone, doubles } = await linksIn({ ...files, "spec-anchors.lock": lock + block });
    expect(links.map(({ state }) => state.kind)).toEqual(["reviewed"]);
    expect(gone).toEqual([]);
    expect(doubles.map(({ fingerprint }) => fingerprint)).toEqual(["0".repeat(20)]);
  });
});
