import { describe, expect, it } from "vitest";
import { symbolIn } from "../../../src/read/documents/mapping-code.js";

const brief = (code: string): string => {
  const symbol = symbolIn(code);
  return symbol === undefined ? "" : `${symbol.names.join(" ")} ${symbol.form}${symbol.type === undefined ? "" : ` ${symbol.type}`}`;
};

describe("symbols in code", () => {
  it.each([
    ["f", "f plain"],
    ["f()", "f call"],
    ["f(a, g(b))", "f call"],
    ["f() -> Result<A>", "f call"],
    ["f() -> bool", "f call"],
    ["Type::method", "Type method scoped"],
    ["Type<T>::method(x)", "Type method scoped"],
    ["crate::a::f", "a f scoped"],
    ["Class.method()", "Class method scoped"],
    ["ThreadSlot::~ThreadSlot()", "ThreadSlot ~ThreadSlot scoped"],
    ["~ThreadSlot()", "~ThreadSlot call"],
    ["self.field", "field member"],
    ["self.items.len()", "items member"],
    ["slot_free_.wait()", "slot_free_ member"],
    ["Pool.wait()", "Pool wait scoped"],
    ["object->field", "object field member"],
    ["block->queue()", "block queue member"],
    ["pool.slots[i].owner", "pool slots owner member"],
    ["worker.pending: Vec<Request>", "worker pending typed Vec<Request>"],
    ["size: usize", "size typed usize"],
    ["self.size: Vec<[u32; 2]>", "size typed Vec<[u32; 2]>"],
    ["seen: HashMap<(A, u32), u32>", "seen typed HashMap<(A, u32), u32>"],
    ["buffer: &mut [(usize, Vec<F>)]", "buffer typed &mut [(usize, Vec<F>)]"],
    ["fn cut(&self, n: usize) -> usize", "cut declared"],
    ["pub struct Pool<T>", "Pool declared"],
    ["let mut step = 1", "step declared"],
    ["const LIMIT: usize = 4", "LIMIT typed usize"],
    ["func (l *Log) Append(b byte)", "Append declared"],
    ["thread_local Slot tls_slot", "tls_slot declared"],
    ["std::atomic<bool> alive", "alive declared"],
    ["#define LIMIT 4", "LIMIT declared"],
    ["-[Pool take:from:]", "Pool take:from: scoped"],
    ["log!(x)", "log call"],
    ["verify_quorum:140", "verify_quorum plain"],
    ["LIMIT", "LIMIT plain"],
  ])("%s", (code, expected) => {
    expect(brief(code)).toBe(expected);
  });

  it.each([
    "a < b",
    "a + b",
    "x == 1",
    "x = 1",
    "i += 1",
    "std::mutex",
    "std::atomic<bool>",
    "vector<Ptr>",
    "HashMap::new()",
    "self",
    "true",
    "u32",
    "DELETE FROM leases",
    "COUNT(*)",
    "[A, B]",
    "(0..n).rev()",
    "12",
    '"text"',
    "key: 4",
    'key: "text"',
    "reads two rows",
    'cfg(feature = "x")',
    "--flag",
    "a ∘ b",
    "",
    "f(",
    "a.",
  ])("%s is none", (code) => {
    expect(brief(code)).toBe("");
  });
});
