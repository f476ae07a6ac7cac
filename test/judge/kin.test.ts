import { expect, it } from "vitest";
import { kinOf } from "../../src/judge/evidence/kin.js";
import { itemOf } from "../../src/judge/evidence/located.js";
import { codeIn, spanIn } from "./code.js";

const text = `struct Queue {
    waiting: Vec<u64>,
    limit: usize,
}

const FLOOR: usize = 3;

impl Queue {
    fn enter(&mut self, one: u64) {
        self.waiting.push(one);
    }

    fn leave(&mut self) -> bool {
        let rest = self.shrink();
        rest > FLOOR
    }

    fn shrink(&mut self) -> usize {
        self.waiting.pop();
        self.waiting.len()
    }
}

fn average() -> usize {
    fn inner() -> usize { 1 }
    inner()
}

fn other_a() {}
fn other_b() {}
fn other_c() {}
fn other_d() {}
`;

async function kinAt(stretch: string): Promise<readonly string[]> {
  const code = await codeIn(text);
  const construct = spanIn(text, stretch);
  const kin = kinOf(code, itemOf(code.outline, construct), construct, new Set());
  return [...kin].map((item) => code.outline.items[item]?.name ?? "top").sort();
}

it.each([
  ["the functions that a statement calls", "let rest = self.shrink();", ["shrink"]],
  ["those that use a field", "waiting: Vec<u64>", ["enter", "shrink"]],
  ["none, of a field that nobody uses", "limit: usize", []],
  ["those that use a constant", "const FLOOR: usize = 3;", ["leave"]],
  ["what is inside, of a whole function", "fn average() -> usize {\n    fn inner() -> usize { 1 }\n    inner()\n}", ["inner"]],
  ["none, of a statement that calls nothing of the file", "rest > FLOOR", []],
])("kin are %s", async (_, stretch, kin) => expect(await kinAt(stretch)).toEqual(kin));

it("a name that most functions use makes none of them kin but those that the row names", async () => {
  const users = Array.from({ length: 9 }, (_, at) => `fn f${at}(queue: &Queue) -> usize { queue.limit }\n`).join("");
  const many = text + users;
  const code = await codeIn(many);
  const construct = spanIn(many, "limit: usize");
  const own = itemOf(code.outline, construct);
  expect([...kinOf(code, own, construct, new Set())]).toEqual([]);
  const named = code.outline.items.flatMap(({ name }, at) => (name === "f4" || name === "leave" ? [at] : []));
  expect([...kinOf(code, own, construct, new Set(named))].map((item) => code.outline.items[item]?.name)).toEqual(["f4"]);
});

it("a field that has the name of another one is told by its rarest identifier", async () => {
  const twice = `pub struct Pin { pub epoch: u32, pub page: u64 }
struct Frame {
    pub epoch: u64,
}

fn draw(frame: &mut Frame) { frame.epoch += 1; }

fn count(pages: &[u64]) -> u64 { pages.len() as u64 }
fn other_a(n: u64) {}
fn other_b(n: u64) {}
`;
  const code = await codeIn(twice);
  const construct = spanIn(twice, "pub epoch: u64");
  const kin = kinOf(code, itemOf(code.outline, construct), construct, new Set());
  expect([...kin].flatMap((item) => (code.outline.items[item]?.callable === true ? [code.outline.items[item]?.name] : []))).toEqual([
    "draw",
  ]);
});
