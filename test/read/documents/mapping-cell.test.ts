import { describe, expect, it } from "vitest";
import { codeCell } from "../../../src/read/documents/mapping-cell.js";
import { cellWith } from "./document-text.js";

/** What a cell names in short: paths, then `symbol@file` or `symbol<function`. */
function brief(content: string): string {
  const { paths, symbols } = codeCell(cellWith(content).cell);
  return [
    ...paths.map(({ path }) => path),
    ...symbols.map(
      ({ symbol, file, within }) =>
        `${symbol.names.join(".")}${file === undefined ? "" : `@${file.path}`}${within === undefined ? "" : `<${within.names.join(".")}`}`,
    ),
  ].join(" ");
}

describe("cells that name code", () => {
  it.each([
    ["`f()`, `g()`", "f g"],
    ["`a()` → `b()` → `C::d()`", "a b C.d"],
    ["`src/a.rs`", "src/a.rs"],
    ["src/a.rs, b.py", "src/a.rs b.py"],
    ["`src/a.rs::f`", "src/a.rs f@src/a.rs"],
    ["`a.mm:take()`", "a.mm take@a.mm"],
    ["`a.mm:Slot::~Slot()`", "a.mm Slot.~Slot@a.mm"],
    ["`a.rs:12-34`", "a.rs"],
    ["`f()` (`src/a.rs:364`)", "src/a.rs f@src/a.rs"],
    ["`f`, `g()` in `src/a.rs:3, 9`", "src/a.rs f@src/a.rs g@src/a.rs"],
    ["`src/a.h` (`f`, `g`)", "src/a.h f@src/a.h g@src/a.h"],
    ["a.h (m_events), b.mm (Slot dtor, notifyAll, lines 3-4)", "a.h b.mm m_events@a.h Slot@b.mm notifyAll@b.mm"],
    ["`seen: HashMap<A, B>` in `cut()`", "seen<cut cut"],
    ["Loop variable `i` in `cut()` passes", "i<cut cut"],
    ["`write` counter in `cut()` loop", "write<cut cut"],
    ["`put`; entry in `src/b.rs`", "src/b.rs"],
    ["`put_all`; entry in `src/b.rs`", "src/b.rs put_all"],
    ["Implicit stack in `visit`", "visit"],
    ["implicit — time passes", ""],
    ["(none – see `f()`)", ""],
    ["— ", ""],
    ["Missing `f()` check", ""],
    ["former shared `Pool::waiters` queue", ""],
    ["`x.len()` and `owned`", "x"],
    ["`a < b`, `std::mutex`, reads `rows`", ""],
    ["`src/*/a.rs`, `path/to/a.rs`, `<dir>/a.rs`", ""],
  ])("%s", (content, expected) => {
    expect(brief(content)).toBe(expected);
  });

  it("says what it does not name", () => {
    expect(codeCell(cellWith("`a < b` of `f()`").cell).unclear).toBe(1);
    expect(codeCell(cellWith("(deferred)").cell).nothing).toBe("(deferred)");
  });

  it("has spans of the text", () => {
    const { text, cell } = cellWith("Slot: a.h (m_events) and `f()`");
    const { symbols, paths } = codeCell(cell);
    expect([...symbols, ...paths].map(({ span }) => text.slice(span.start, span.end))).toEqual(["`f()`", "m_events", "a.h"]);
  });
});
