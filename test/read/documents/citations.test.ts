import { expect, it } from "vitest";
import { citedIn } from "./citations-text.js";
import { lines } from "./document-text.js";

/** Text → its citations in short (see `briefCitation`). */
const forms: readonly (readonly [string, ...string[]])[] = [
  ["See `src/a.rs`.", "src/a.rs"],
  ["See src/a.rs for more, and main.mm.", "src/a.rs", "main.mm"],
  ["See `Makefile.mk`, `docs/b.md`.", "Makefile.mk", "docs/b.md"],
  ["See `src/a.rs:12`.", "src/a.rs 12"],
  ["See src/a.rs:12-34, please.", "src/a.rs 12-34"],
  ["See `src/a.rs:12–34`.", "src/a.rs 12–34"],
  ["See `src/a.rs`:12.", "src/a.rs 12"],
  ["See `src/a.rs:12:5`.", "src/a.rs 12"],
  ["See `README.md:77`.", "README.md 77"],
  ["See `a.rs:382, 423` and more.", "a.rs 382 423"],
  ["See `a.rs:224,279`.", "a.rs 224 279"],
  ["See `a.rs:1209 and :1307`.", "a.rs 1209 1307"],
  ["See `a.rs:1209` and `:1307`.", "a.rs 1209 1307"],
  ["First `a.rs:12`. Then again (`:699-710`).", "a.rs 12", "a.rs 699-710 [before]"],
  ["See `a.py:1064-71`, `b.py:161+` and `c.py:20ff`.", "a.py 1064-71", "b.py 161+", "c.py 20+"],
  ["See `src/a.rs::Log::append`.", "src/a.rs {Log::append}"],
  ["See `a.mm:addHandler()` lines 401-417.", "a.mm 401-417 {addHandler()}"],
  ["`append()` in `src/log.rs` (lines 3-9) writes.", "src/log.rs 3-9 {append()}"],
  ["`append()` at `src/log.rs`, lines 3 to 9.", "src/log.rs 3 to 9 {append()}"],
  ["`src/Pool.java`: `Pool.take()` L375-400.", "src/Pool.java 375-400 [sentence] {Pool.take()}"],
  ["In `a.c`, L144, L147 both lock.", "a.c 144 147"],
  ["Line 183 of `a.mm`: `CFRetain(encoder)`", "a.mm 183 {call CFRetain(encoder)}"],
  ["lines 239-284 in `a.mm`", "a.mm 239-284"],
  ["Look at line 90 of `a.py`, around line 120 of `b.py`.", "a.py 90", "b.py 120~"],
  ["`a.py` lines ~30-40, lines 5…9 of b.py", "a.py 30-40~", "b.py 5…9"],
  ["`a.mm` lines 12, 15-20 and 30", "a.mm 12 15-20 30"],
  ["`a.rs` — lines 12 through 14", "a.rs 12 through 14"],
  ["between `a.rs` lines 3 and 9", "a.rs 3 9"],
  ["File: `a.rs`, Lines: 10", "a.rs 10"],
  ["`a.rs` line numbers 3 and 4, LINE 7 of `b.rs`", "a.rs 3 4", "b.rs 7"],
  ["The lock (line 79) of `a.rs` is held.", "a.rs 79"],
  ["(line 825 in Profiler.mm) and (lines 21-23, Stream.mm)", "Profiler.mm 825", "Stream.mm 21-23"],
  ["/README.md “Quick Start” section (lines 231-240)", "/README.md 231-240"],
  ["`agx.mm` @1632 swaps", "agx.mm 1632"],
  ["`a.rs#L56-L68`, a.rs#L5", "a.rs 56-L68", "a.rs 5"],
  ["[retain](src/a.rs#L56)", "src/a.rs 56 {retain} (link)"],
  ["[`retain`](src/a.rs#L56-L68) and [docs](docs/b.md)", "src/a.rs 56-L68 {retain} (link)", "docs/b.md (link)"],
  ["[line 56](src/a.rs#L56), [`a.rs:12`](src/a.rs)", "src/a.rs 56", "src/a.rs 56 (link)", "src/a.rs 12", "src/a.rs (link)"],
  ["[x][r]\n\n[r]: src/c.rs#L7-L9", "src/c.rs 7-L9 {x} (link)"],
  ["Code review of Pool::take() in Pool.mm (lines 164-201)", "Pool.mm 164-201 {Pool::take()}"],
  ["`pool.h`/`b.mm`, pool.h/pool.mm line 3", "pool.h", "b.mm", "pool.h", "pool.mm 3"],
  ["line 3 of output.rs, line 4 in log/report.c", "output.rs 3", "log/report.c 4"],
  ["See `a.rs:12`.<br>See `b.rs` line 3.", "a.rs 12", "b.rs 3"],
  ["> quoted `a.rs`\n> lines 3-9", "a.rs 3-9"],
  ["Create `src/new.rs`. It is like `old.rs:3`.", "src/new.rs (proposal)", "old.rs 3"],
];

const fences: readonly (readonly [string, ...string[]])[] = [
  [lines("`src/a.rs` lines 3-9:", "", "```rust", "fn f() {}", "g();", "```"), "src/a.rs 3-9 {_block fn f() {}⏎g();}"],
  [lines("**`src/a.rs` (lines 3-9):**", "```", "f();", "```"), "src/a.rs 3-9 {_block f();}"],
  [lines("In `run.sh` line 96:", "```bash", "A=1", "```"), "run.sh 96 {_block A=1}"],
  [lines("As in `src/a.rs:3`:", "```rust", "// src/a.rs:3", "f();", "```"), "src/a.rs 3 {_block f();}", "src/a.rs 3 {_block f();}"],
  [
    lines("```rust", "// src/a.rs:12", "fn f() {}", "", "// Line 30", "g();", "```"),
    "src/a.rs 12 {_block fn f() {}}",
    "src/a.rs 30 [before] {_block g();}",
  ],
  [lines("- item", "", "  ```py", "  # a.py:3-4", "  f()", "    g()", "  ```"), "a.py 3-4 {_block f()⏎  g()}"],
  [lines("```c", "static int s_lock;   // lock.c:49", "```"), "lock.c 49 {snippet static int s_lock;}"],
  [
    lines("```cpp", "// Linear.mm:161+", "a();", "// b() - Line 564", "b();", "  c(); // <-- LINE 570: here", "```"),
    "Linear.mm 161+ {_block a();}",
    "Linear.mm 564 [before] {b(); _block b();⏎  c(); // <-- LINE 570: here}",
    "Linear.mm 570 [before] {call c();}",
  ],
  [lines("```rust", "// src/parser.rs", "struct P;", "```"), "src/parser.rs (proposal)"],
  [
    lines("```", "copy()", "  └── gather(src) [Utils.mm:562]", "      └── s->next() [line 98] - encodes", "[main.c:3] log", "```"),
    "Utils.mm 562 {call gather(src)}",
    "Utils.mm 98 [before] {s->next()}",
  ],
  [
    lines("```tla", "(* Models get() from S.mm:714-765", " * - checks (lines 722, 736)", " *)", "Get(t) == 1", "```"),
    "S.mm 714-765 {get()}",
    "S.mm 722 736 [before]",
  ],
  [lines("See `S.mm:7`:", "", "```python", "f()", "```"), "S.mm 7"],
  [lines("### `test_a.py`", "", "```", "PASS", "```"), "test_a.py"],
  [lines("From `src/a.rs`:", "", "```rust", "f();", "```"), "src/a.rs {_block f();}"],
  // What is to be done is not what is there, and output is no code.
  [lines("Update `src/a.rs` lines 3-9:", "```rust", "f();", "```"), "src/a.rs 3-9 (proposal)"],
  [lines("See `src/a.rs:3`:", "```sh", "make", "```"), "src/a.rs 3"],
  [lines("`a.rs:3` and `b.rs:4`:", "```rust", "f();", "```"), "a.rs 3", "b.rs 4"],
];

for (const [end, name] of [
  ["\n", "LF"],
  ["\r\n", "CRLF"],
] as const) {
  it.each(forms)(`reads a citation: %s (${name})`, (text, ...cited) => expect(citedIn(text.replaceAll("\n", end))).toEqual(cited));
  it.each(fences)(`reads a citation of code: %s (${name})`, (text, ...cited) => expect(citedIn(text.replaceAll("\n", end))).toEqual(cited));
}
