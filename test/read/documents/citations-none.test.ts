import { expect, it } from "vitest";
import { citedIn } from "./citations-text.js";
import { lines } from "./document-text.js";

/** Text → what is cited in it nevertheless. */
it.each<readonly [string, readonly string[]]>([
  ["Version v1.2:3 of 2.9.1:4, at 12:30 and 16:9, in ratio 3:1.", []],
  ["On localhost:8080, http://localhost:3000/src/a.rs:12 and https://x.org/a.rs#L12.", []],
  ['`key:12`, `"a": 3`, `{ "line": 12 }`, `port :8080`', []],
  ["`src/a.rs:3:5: error: expected`", []],
  [lines("```", "src/a.rs:3:5: error: expected", "#0 f() at src/a.rs:3", "```"), []],
  [lines("```sh", "cat src/a.rs:12", "# src/a.rs:12", "```"), []],
  [lines("```diff", "--- a/src/a.rs", "+++ b/src/a.rs", "@@ -12,3 +12,4 @@", "```"), []],
  [lines("```json", '{"path": "src/a.rs:12", "line": 3}', "```"), []],
  [lines("```python", "x = a[:, :11]", "# Around line 90 of a.py, add:", "```"), []],
  ["See line 1 of the table in `a.rs`, and line 3 of the output.", ["a.rs"]],
  ["The file `a.rs` has 100 lines, 1,466 lines of code; lines of code: 1,466; Lines: 1432 total.", ["a.rs"]],
  ["`a.rs` is first in line. Line up! On the line 3x faster, line 2.5, line 2025-12-22, line 1,466.", ["a.rs"]],
  ["L1/L2 cache and L2 norm of `a.rs`, L30J2DW1Q2, all-MiniLM-L6-v2", ["a.rs"]],
  ["brew install openjdk@21, user@1632.org, `a@12`", []],
  ["`f()` and `Type::method` are gone.", []],
  ["Node.js and llama.cpp, docs.rs and `torch.mm(x)`, torch.mm, U.S.C, e.g. this, i.e. that, a.b", []],
  ["`src/*.rs`, `$HOME/a.rs`, `<root>/a.rs`, `a.{h,cpp}`, `src/.../a.rs`, `read/write`, `origin/main`, and/or", []],
  ["`python3 tests/run.py --x`, `cargo test`", []],
  ["[go](#section), [mail](mailto:a@b.c), [web](https://a.b/c.rs), [`a.rs:3`](https://github.com/o/r/blob/main/a.rs#L3)", []],
  ["mag = exp(x[:,:11]) of `a.py`; took 12:30; ratio :5", ["a.py"]],
  ["command line 3 of `a.sh`, the product line 5", ["a.sh"]],
  ['`#include "a.h"` and `if (x) return f.c;`', []],
  ["| File | Total | Lines |\n|---|---|---|\n| `a.rs` | 12 | 3 |", ["a.rs"]],
  ["| File | Lines |\n|---|---|\n| `a.rs` | 1,466 |", ["a.rs"]],
  ["`a.mm:69` 12 threads, 3 retries at `a.rs:12, 3 tests`", ["a.mm 69", "a.rs 12"]],
  ["`a.rs` line 12 - 3 retries, line 12 — 3 more", ["a.rs 12", "a.rs 12 [sentence]"]],
])("%s", (text, cited) => expect(citedIn(text)).toEqual(cited));
