import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Citation } from "../../../src/model/citation.js";
import type { Span } from "../../../src/model/span.js";
import { citationsIn } from "../../../src/read/documents/citations.js";
import { readDocument } from "../../../src/read/documents/markdown.js";
import { at, factsOf } from "./document-text.js";

const fragments = fc.constantFrom(
  ..."`src/a.rs:12` `b.mm` a.py:3-4 c.c `f()` `x += 1` T::g lines line 12 34-56 L7-L9 :99 @1632 #L5 , and ; . ! ( ) of in at defines calls".split(
    " ",
  ),
  ..."**b** \\` \\* &amp; &#x1F600; 😀 é | || > - # ## `` ` [x](a.rs#L3-L4) [y][r] https://a.b/c.rs:3 v1.2:3 12:30 -[A b:] 0 99999999".split(
    " ",
  ),
  ...["\n", "\n\n", "\r\n", " ", "  ", "\n> ", "\n- ", "<br>", "\n[r]: q.rs#L8\n", "\n**File**: `z.rs`\n", "\n## H `h.rs`\n"],
  ...["\n| File (t.rs) | Lines |\n|---|---|\n| `a.rs` | 1-2 |\n", "\n```rust\n// k.rs:3\nf();\n```\n", "\n> ```c\n> x(); // k.c:4\n"],
);
const documents = fc.array(fragments, { maxLength: 40 }).map((parts) => parts.join(" "));

function cited(text: string): readonly Citation[] {
  const facts = readDocument("d.md", text);
  return facts === undefined ? [] : citationsIn(facts, text);
}

function expectWithin({ start, end }: Span, text: string): void {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(start).toBeLessThanOrEqual(end);
  expect(end).toBeLessThanOrEqual(text.length);
}

/** Letters as a reader sees them; what only marks up is left out. */
const seen = (text: string | undefined): string => (text ?? "").replace(/[\\\s>`*_|]|&\w+;/g, "");

function expectSound(text: string): void {
  for (const citation of cited(text)) {
    expectWithin(citation.span, text);
    for (const { first, last, span } of citation.lines) {
      expectWithin(span, text);
      expect(at(text, first.span)).toBe(String(first.value).padStart(first.span.end - first.span.start, "0"));
      expect(span.start).toBe(first.span.start);
      expect(span.end).toBe((last ?? first).span.end);
      if (last !== undefined) expect(last.value).toBeGreaterThanOrEqual(first.value);
      if (last !== undefined) expect(String(last.value).endsWith(String(Number(at(text, last.span))))).toBe(true);
    }
    if (citation.path !== undefined) expectWithin(citation.path.span, text);
    for (const claim of citation.claims) {
      expectWithin(claim.span, text);
      const written = at(text, claim.span);
      if (claim.kind !== "block" && !/[&\\|]/.test(written ?? "")) expect(seen(written)).toBe(seen(claim.written));
    }
  }
}

const pages = readdirSync("src/rules")
  .filter((name) => name.endsWith(".md"))
  .map((name) => readFileSync(`src/rules/${name}`, "utf8"));

describe("the citations of any document", () => {
  it("stand where they say, digits and claims too", () => {
    fc.assert(fc.property(documents, expectSound), { numRuns: 500 });
    pages.forEach(expectSound);
  });

  it("are read from truncated documents too", () => {
    for (const page of pages) for (let end = 0; end < page.length; end += 173) expectSound(page.slice(0, end));
  });

  it("are the same with either line end", () => {
    const brief = (text: string) =>
      cited(text).map(({ path, lines }) => [path?.written, path?.from, lines.map(({ first }) => first.value)]);
    fc.assert(
      fc.property(documents, (text) => {
        const plain = text.replaceAll("\r", "");
        expect(brief(plain.replaceAll("\n", "\r\n"))).toEqual(brief(plain));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    "`a.rs:12` calls `f()`, ",
    "line 3 of `a.rs` and ",
    "`f()` (line 12) ",
    "lines 3, ",
    "L12, ",
    ":12 ",
    "a.a.a.a://",
    "x.y/",
    "-.",
    ",",
    "**a** ",
    "| `a.rs:3` ",
    "[`a`](a.rs#L3) ",
    "# a.rs\n\n",
    "```c\n// a.c:1\n```\n",
  ])("take time in proportion to the document: %j", (unit) => {
    const time = (count: number): number => {
      const text = unit.repeat(count);
      const facts = factsOf("d.md", text);
      // The processor's time and not the clock's: a busy machine must not fail this.
      const runs = [1, 2].map(() => {
        const start = process.cpuUsage();
        citationsIn(facts, text);
        return process.cpuUsage(start).user / 1000;
      });
      return Math.min(...runs);
    };
    time(200);
    // Sixteen times as much takes 256 times as long where the square counts.
    const [small, large] = [time(500), time(8000)];
    expect(large).toBeLessThan(100 * Math.max(small, 5));
  });
});
