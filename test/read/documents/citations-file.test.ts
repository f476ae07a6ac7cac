import { describe, expect, it } from "vitest";
import { citedIn } from "./citations-text.js";
import { lines } from "./document-text.js";

describe("the file of lines that name none", () => {
  it.each<readonly [string, string, readonly string[]]>([
    [
      "in the header of the table",
      lines(
        "| Spec | Implementation (agx_fix.mm) |",
        "|---|---|",
        "| `Create(t, e)` | Lines 239-284: swizzles + `retain()` |",
        "| `Wait` action | `commit()` lines 240-255, `x = 1` |",
      ),
      ["agx_fix.mm", "agx_fix.mm 239-284 [header] {~retain()}", "agx_fix.mm 240-255 [header] {commit(); snippet x = 1}"],
    ],
    [
      "in the row, or in the one above where the cell is empty",
      lines("| File | Lines | What |", "|---|---|---|", "| `a.rs` | 12-34 | `f()` opens |", "| | 40 | `g()` |", "| `b.rs` | 7, 9 | |"),
      ["a.rs {|f()}", "a.rs 12-34 [row] {|f()}", "a.rs 40 [before] {|g()}", "b.rs", "b.rs 7 9 [row]"],
    ],
    [
      "before the table, for a column of bare numbers",
      lines("Code review of Profiler.mm", "", "| Method | Line |", "|---|---|", "| beginProfile | 397 |", "| `end` | 442 |"),
      ["Profiler.mm", "Profiler.mm 397 [block] {|beginProfile}", "Profiler.mm 442 [block] {|end}"],
    ],
    [
      "in the cell",
      lines("| Site | Claim |", "|---|---|", "| `x.rs:9` (`f`); `:30` | keeps `y` |", "| In `z.rs`. Line 4 too. | |"),
      ["x.rs 9 {f; |y}", "x.rs 30 [before] {|y}", "z.rs", "z.rs 4 [cell]"],
    ],
    [
      "in the heading",
      lines("## Encoder (`src/encoder.mm`)", "", "- Factory: lines 764-780, 1905-1906", "- Sub: line 1574 (`swizzled_sub`)"),
      ["src/encoder.mm", "src/encoder.mm 764-780 1905-1906 [heading]", "src/encoder.mm 1574 [heading] {swizzled_sub}"],
    ],
    [
      "in the heading of an outer section",
      lines("# Review of `src/a.rs`", "", "## Locks", "", "Retain: Line 183 in `retain`."),
      ["src/a.rs", "src/a.rs 183 [heading] {retain=inside}"],
    ],
    ["in a label before", lines("**File**: `src/a.rs`", "", "**Lines**: 10"), ["src/a.rs", "src/a.rs 10 [block]"]],
    [
      "in a block before, with a block of code behind",
      lines("- Code review of Stream::flush() in Stream.mm", "", "**Implementation (line 331-351):**", "```objc", "void f() {}", "```"),
      ["Stream.mm {Stream::flush()}", "Stream.mm 331-351 [block] {_block void f() {}}"],
    ],
    [
      "in the list item that was opened last",
      lines("1. `src/main.rs`", "   - Added `Delta` (lines 38-44)", "2. **docs/README.md**: done", '   - Line 44: "says so"'),
      ["src/main.rs", "src/main.rs 38-44 [block] {Delta}", "docs/README.md 44 [block]"],
    ],
    ["earlier in the paragraph", "`a.rs` is read. Then line 12 writes.", ["a.rs", "a.rs 12 [block]"]],
    ["elsewhere in the sentence", "- pool.c: 1/250 failed (unwinding at line 88)", ["pool.c 88 [sentence]"]],
    ["nowhere, where several are named", "Uses `a.rs` and `b.rs`.\n\nThe lock (line 79) is held.", ["a.rs", "b.rs", "? 79"]],
    ["nowhere, in another section", lines("# A", "`a.rs:3`", "# B", "`f()`: lines 4, 5"), ["a.rs 3", "? 4 5 {f()}"]],
  ])("stands %s", (_, text, cited) => expect(citedIn(text)).toEqual(cited));
});

describe("what stands with a citation", () => {
  it.each<readonly [string, readonly string[]]>([
    ["`-[Pool take:]` in `Pool.m:12`", ["Pool.m 12 {-[Pool take:]}"]],
    ["-[Pool take:] in Pool.m (line 12)", ["Pool.m 12 {-[Pool take:]}"]],
    ["`a.rs` defines `f`, `b.rs:3` calls `g`, and `c.rs:9` uses `h`.", ["a.rs {f=definition}", "b.rs 3 {g=use}", "c.rs 9 {h=use}"]],
    ["`f` is defined at `a.rs:3` and called in `b.rs:4`.", ["a.rs 3 {f=definition}", "b.rs 4 [sentence]"].slice(0, 1).concat("b.rs 4")],
    ["`fn f(x: T)` (`a.rs:3`)", ["a.rs 3 {fn f(x: T)=definition}"]],
    ["Line 183 in `retain` of `a.rs`", ["a.rs 183 [sentence] {retain=inside}"]],
    ["`x += 1` (`a.rs:4`)", ["a.rs 4 {snippet x += 1}"]],
    ["`drop_on_end()` (`a.mm:207`) or `destroy` (`a.mm:985`)", ["a.mm 207 {drop_on_end()}", "a.mm 985 {destroy}"]],
    ["`a.mm:207` `drop_on_end()`, `a.mm:985` `destroy`", ["a.mm 207 {drop_on_end()}", "a.mm 985 {destroy}"]],
    ["`f()` is in `a.rs:1`, `b.rs:2`.", ["a.rs 1 {f()}", "b.rs 2 {~f()}"]],
    ["store_imp at line 5 of `a.mm`; get_imp is elsewhere", ["a.mm 5 {store_imp}"]],
    ["`f` is one. `a.rs:3` is another.", ["a.rs 3"]],
    ["`a.rs:3` has `true`, `12`, `--flag`, `deadbee1`, `src/x`, `a-package` and `python3 b.py`", ["a.rs 3"]],
    ["| A | B |\n|-|-|\n| `f()` does | `a.rs` |\n| `T` | a.rs, `b.rs` |", ["a.rs {|f()}", "a.rs", "b.rs"]],
    ["| TLA+ | Code |\n|-|-|\n| `Inv` | `a.rs:3` |", ["a.rs 3"]],
  ])("%s", (text, cited) => expect(citedIn(text)).toEqual(cited));
});
