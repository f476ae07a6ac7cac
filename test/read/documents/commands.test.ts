import { describe, expect, it } from "vitest";
import type { DocumentFacts } from "../../../src/model/document.js";
import { commandsIn } from "../../../src/read/documents/commands.js";
import { shellCommands } from "../../../src/read/documents/commands-shell.js";
import { factsOf, lines } from "./document-text.js";

/** Each command in short: `module config inv,inv`, a dash for what is not said. */
const brief = (facts: DocumentFacts): readonly string[] =>
  commandsIn(facts).map(
    ({ module, config, invariants }) =>
      `${module?.path ?? "-"} ${config?.path ?? "-"} ${invariants.map(({ name }) => name).join(",") || "-"}`,
  );

const fenced = (script: string, language = "bash"): string => lines("Run:", "", `\`\`\`${language}`, script, "```");

describe("commands of model checkers", () => {
  it.each([
    ["java -cp tla2tools.jar tlc2.TLC -config specs/A.cfg specs/A.tla", "specs/A.tla specs/A.cfg -"],
    ["java -XX:+UseParallelGC -jar ../t/tla2tools-1.8.jar A.tla -config B.cfg -workers auto", "A.tla B.cfg -"],
    ["tlc -workers 4 -deadlock A", "A.tla - -"],
    ["tlc -config A A", "A.tla A.cfg -"],
    ["cd specs && tlc \\\n  -config sub/A.cfg \\\n  sub/A.tla", "specs/sub/A.tla specs/sub/A.cfg -"],
    ["(cd specs; tlc A.tla)\ntlc B.tla", "specs/A.tla - -|B.tla - -"],
    ["cd a/b\ncd ..\ntlc A.tla", "a/A.tla - -"],
    ["cd $HOME/x && tlc A.tla", "A.tla - -"],
    ["apalache-mc check --config=A.cfg --inv=TypeOK,M!Safe --length 5 A.tla", "A.tla A.cfg TypeOK,Safe"],
    ["apalache-mc check --inv Safe A.tla", "A.tla - Safe"],
    ["docker run --rm -v $PWD:/var ghcr.io/x/apalache check --inv=Safe A.tla", "A.tla - Safe"],
    ["JAVA_OPTS=-Xmx4g sudo tlc A.tla > out.txt # tlc B.tla", "A.tla - -"],
    ["for c in *.cfg; do tlc -config $c A.tla; done", "A.tla - -"],
    ['tlc "$spec"', ""],
    ["tlc <spec>.tla", ""],
    ["cat <<EOF\ntlc A.tla\nEOF\ntlc B.tla", "B.tla - -"],
    ["wget https://x/tla2tools.jar", ""],
    ["echo tlc", ""],
  ])("%s", (script, expected) => {
    expect(brief(factsOf("a.md", fenced(script))).join("|")).toBe(expected);
  });

  it("are read from prompts where there are any", () => {
    expect(brief(factsOf("a.md", fenced("$ tlc A.tla\ntlc B.tla is running", "console")))).toEqual(["A.tla - -"]);
    expect(brief(factsOf("a.md", fenced("$ tlc A.tla \\\n  -config B.cfg", "")))).toEqual(["A.tla B.cfg -"]);
  });

  it("are not read from other languages, nor from blocks without language and prompt", () => {
    expect(brief(factsOf("a.md", fenced("tlc A.tla", "python")))).toEqual([]);
    expect(brief(factsOf("a.md", fenced("tlc A.tla", "")))).toEqual([]);
  });

  it("are read from inline code", () => {
    expect(brief(factsOf("a.md", "Run `tlc -config A.cfg A.tla` now; `tlc` is a tool."))).toEqual(["A.tla A.cfg -"]);
  });
});

describe("their places", () => {
  const script = ["cd x", "apalache-mc check --inv=One,Two A.tla"];
  it.each([
    ["a fence", lines("```sh", ...script, "```")],
    ["a fence with CRLF", lines("```sh", ...script, "```").replaceAll("\n", "\r\n")],
    ["a list", lines("- a", "", "  ```sh", ...script.map((line) => `  ${line}`), "  ```", "")],
    ["an open fence", lines("```sh", ...script)],
  ])("are those of the text in %s", (_, text) => {
    const [command] = commandsIn(factsOf("a.md", text));
    const at = (span: { start: number; end: number } | undefined): string => text.slice(span?.start, span?.end);
    expect(at(command?.module?.span)).toBe("A.tla");
    expect(command?.invariants.map(({ span }) => at(span))).toEqual(["One", "Two"]);
    expect(at(command?.span)).toBe(script[1]);
  });
});

describe("the reader of scripts", () => {
  it("ends for every beginning of a script", () => {
    const script = "cd a && (x 'b' \"c$d\" $(e) `f` <g> >h 2>&1 | i) <<EOF\nj\nEOF\nk \\\n l # m\n";
    for (let length = 0; length <= script.length; length += 1) expect(Array.isArray(shellCommands(script.slice(0, length)))).toBe(true);
  });
});
