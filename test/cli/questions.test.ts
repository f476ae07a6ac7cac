import { PassThrough } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { questionsAt } from "../../src/cli/questions.js";

/** A terminal whose keys are pressed by the test. */
function terminal() {
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  let opened = 0;
  let interrupts = 0;
  const ask = questionsAt(
    () => {
      opened += 1;
      return { input, output };
    },
    () => {
      interrupts += 1;
    },
  );
  return { input, ask, opened: () => opened, interrupts: () => interrupts, shown: () => String(output.read() ?? "") };
}

describe("questions at a terminal", () => {
  it("open it with the first of them", async () => {
    const { input, ask, opened } = terminal();
    expect(opened()).toBe(0);
    input.write("y\r");
    expect(await ask("Right? ")).toBe("y");
    expect(opened()).toBeGreaterThan(0);
  });

  it("get the answers that were typed ahead, and show them", async () => {
    const { input, ask, shown } = terminal();
    input.write("y\rn\rq\r");
    const answers = [await ask("one? "), await ask("two? ")];
    await setTimeout(20);
    answers.push(await ask("three? "));
    expect(answers).toEqual(["y", "n", "q"]);
    expect(shown()).toContain("three? q\n");
  });

  it("get none once it is closed", async () => {
    const { input, ask } = terminal();
    input.end("y\r");
    expect([await ask("one? "), await ask("two? "), await ask("three? ")]).toEqual(["y", undefined, undefined]);
  });

  it("answer nothing where somebody interrupts", async () => {
    const { input, ask, interrupts } = terminal();
    let answered = false;
    void ask("one? ").then(() => {
      answered = true;
    });
    await setTimeout(20);
    input.write("\u0003");
    await setTimeout(20);
    expect({ answered, interrupts: interrupts() }).toEqual({ answered: false, interrupts: 1 });
  });
});
