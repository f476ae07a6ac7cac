import { expect, it } from "vitest";
import { printed, read } from "../../bench/phrasebook/collect.js";
import type { Example } from "../../bench/phrasebook/examples.js";
import { trainPhrasebook } from "../../bench/phrasebook/train.js";

const sentences = [
  ["shorten the log", "truncate log"],
  ["grow the log", "push log"],
  ["shorten the queue", "truncate queue"],
  ["grow the queue", "push queue"],
  ["the one that waits", "other"],
] as const;

function learnt(): ReturnType<typeof trainPhrasebook> {
  const examples = sentences.flatMap(([said, stands]): readonly Example[] =>
    Array.from({ length: 200 }, () => ({
      prose: said.split(" "),
      code: stands.split(" "),
      weights: Float32Array.from(stands.split(" "), () => 1),
    })),
  );
  return trainPhrasebook(examples);
}

it("learns which word goes with which code from sentences that hold several", () => {
  const { pairs, code } = learnt();
  const with_ = (term: string): readonly string[] => (pairs.get(term) ?? []).map((pair) => code[pair.term] ?? "");
  expect(with_("shorten")).toEqual(["truncate"]);
  expect(with_("grow")).toEqual(["push"]);
  expect(with_("waits")).toEqual(["other"]);
  // It stands in every sentence, whatever the code.
  expect(with_("the")).toEqual([]);
});

it("grows likelier with each round, and the same examples teach the same", () => {
  const { logLikelihood, pairs } = learnt();
  for (const [at, one] of logLikelihood.slice(1).entries()) expect(one).toBeGreaterThan(logLikelihood[at] ?? 0);
  expect([...pairs]).toEqual([...learnt().pairs]);
});

it("an example is handed on as a line", () => {
  const example: Example = {
    prose: ["onli", "<="],
    code: ["+=", "log"],
    weights: Float32Array.of(1, 5.5),
  };
  expect(read(printed(example))).toEqual(example);
  expect(read(printed({ prose: [], code: [], weights: Float32Array.of() }))).toEqual({ prose: [], code: [], weights: Float32Array.of() });
});

it("leaves out what is too rare to tell", () => {
  const one: Example = { prose: ["rare"], code: ["odd"], weights: Float32Array.of(1) };
  expect([...trainPhrasebook([one, one, one]).pairs]).toEqual([]);
});
