import { describe, expect, it } from "vitest";
import { definitionsWithin, isSameName, presenceIn } from "../../src/judge/symbols-lookup.js";
import type { SymbolForm, SymbolName } from "../../src/model/reference.js";
import type { SourceFacts } from "../../src/model/source.js";

const span = { start: 0, end: 1 };

/** A file that defines `Owner.name`s and uses words. */
function source(path: string, defined: readonly string[], used: readonly string[] = []): SourceFacts {
  return {
    path,
    language: "rust",
    judged: true,
    marks: [],
    symbols: {
      defined: defined.map((one) => {
        const names = one.split(".");
        return { name: names.at(-1) ?? "", owner: names.slice(0, -1), kind: "fn", span };
      }),
      used: new Set([...defined.flatMap((one) => one.split(".")), ...used]),
    },
    outline: undefined,
    code: undefined,
    suppressions: [],
  };
}

const symbol = (names: string, form: SymbolForm = "scoped"): SymbolName => ({
  written: names,
  names: names.split("."),
  form,
  type: undefined,
});

describe("presence in a file", () => {
  const file = source("kernel/ipc/mod.rs", ["Pool.take", "send"], ["flush", "Ring"]);
  it.each([
    ["send", "call", "defined"],
    ["Pool.take", "scoped", "defined"],
    ["ipc.send", "scoped", "defined"],
    ["kernel.ipc.Pool.take", "scoped", "defined"],
    ["Ring.take", "scoped", "absent"],
    ["Ring.flush", "scoped", "used"],
    ["Other.flush", "scoped", "absent"],
    ["flush", "plain", "used"],
    ["pool.take", "member", "defined"],
    ["sen", "plain", "absent"],
    ["send_all", "plain", "absent"],
  ] as const)("%s as %s is %s", (names, form, kind) => {
    expect(presenceIn(file, symbol(names, form)).kind).toBe(kind);
  });

  it("takes a folder's dashes for underscores", () => {
    expect(presenceIn(source("crates/log-core/src/lib.rs", ["append"]), symbol("log_core.append")).kind).toBe("defined");
  });

  it("is nothing where the symbols were not read", () => {
    expect(presenceIn({ ...file, symbols: undefined }, symbol("send", "call")).kind).toBe("absent");
  });
});

describe("definitions within a function", () => {
  it("are those whose owner it is, however deep", () => {
    const file = source("a.rs", ["scan.seen", "other.seen", "Pool.scan.inner.seen"]);
    expect(definitionsWithin(file, symbol("seen", "typed"), "scan").map(({ owner }) => owner.join("."))).toEqual([
      "scan",
      "Pool.scan.inner",
    ]);
  });
});

describe("spellings of one name", () => {
  it.each([
    ["~Slot", "Slot", true],
    ["take:from:", "take", true],
    ["take:from:", "take:", true],
    ["take", "takes", false],
    ["take:from:", "put:from:", false],
  ])("%s and %s: %s", (defined, meant, same) => {
    expect(isSameName(defined, meant)).toBe(same);
  });
});
