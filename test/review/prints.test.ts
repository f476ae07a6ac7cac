import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grammarsFolder } from "../../src/assets.js";
import { openGrammars } from "../../src/grammars/open.js";
import type { Code, Print } from "../../src/model/code.js";
import { rust } from "../../src/read/languages/rust.js";
import { codeOf } from "../../src/read/source/code.js";
import { printOf } from "../../src/read/source/print.js";
import { fixture } from "../laws/workspaces.js";
import { reviewed, statesIn, tableOf } from "./reviewed.js";

const { grammar } = rust;
if (grammar === undefined) throw new Error("Rust has no grammar");
const parse = await openGrammars(grammarsFolder).load("rust");

const macros = `cfg_if! { if #[cfg(unix)] { fn f() -> u32 { alpha() } mod m { fn g() { a(); fn f() { a(); } } } } }
fn f() -> u32 { alpha() }
mod m { fn g() { a(); t! { fn f() { a(); } } fn f() { a(); } } }
thread_local! { static Q: u32 = 1; }
use a::b;
`;
const texts = [macros, ...Object.entries(fixture("checkpointing")).flatMap(([path, text]) => (path.endsWith(".rs") ? [text] : []))];

function codeIn(text: string, owners: ReadonlySet<string>): Code {
  const tree = parse?.(text);
  if (tree === undefined || grammar === undefined) throw new Error("the text was not parsed");
  const code = codeOf(text, tree.root, grammar, owners);
  tree.free();
  return code;
}

const wholes = texts.map((text) => codeIn(text, new Set([""])));

/** The prints of what has the owner, by place, as they are where these owners are read. */
function printsOf(code: Code, owner: string): ReadonlyMap<string, Print> {
  const own = code.stretches.filter((stretch) => stretch.owner === owner);
  return new Map(
    own.map(({ span }) => {
      const construct = { span, owner: owner === "" ? [] : owner.split("::"), name: undefined };
      return [JSON.stringify(span), printOf(code, construct as unknown as Parameters<typeof printOf>[1])] as const;
    }),
  );
}

describe("a construct's print", () => {
  it("is the same whatever other owners are read", () => {
    const picked = fc.nat(texts.length - 1).chain((at) => {
      const owners = [...new Set(wholes[at]?.stretches.map(({ owner }) => owner))];
      return fc.record({ at: fc.constant(at), owner: fc.constantFrom(...owners), others: fc.subarray([...owners, "elsewhere"]) });
    });
    fc.assert(
      fc.property(picked, ({ at, owner, others }) => {
        const text = texts[at] ?? "";
        const alone = printsOf(codeIn(text, new Set([owner])), owner);
        expect(printsOf(codeIn(text, new Set([owner, ...others])), owner)).toEqual(alone);
      }),
      { numRuns: 60 },
    );
  });

  it("is the same whatever other rows there are", async () => {
    const source = (mark: string): string =>
      `cfg_if! { if #[cfg(unix)] { fn f() -> u32 { alpha() } } }\nfn f() -> u32 {\n// SPEC: AlphaInv\nalpha() }\n${mark}thread_local! { static Q: u32 = 1; }\n`;
    const files = await reviewed({ "specs/README.md": tableOf({ AlphaInv: "why" }), "src/a.rs": source("") });
    const more = { "specs/README.md": tableOf({ AlphaInv: "why", Quiet: "one" }), "src/a.rs": source("// SPEC: Quiet\n") };
    expect(await statesIn({ ...files, ...more })).toEqual(["AlphaInv reviewed", "Quiet unreviewed"]);
  });
});
