import { anyGate, type Certain, conditionGate, type GateOf } from "./gates.js";

/** What a condition of `#if` is for certain. Names may be defined in some build. */
export const certainIf: Certain = (condition) => {
  const text = condition.replace(/\/\*[\s\S]*?\*\/|\/\/.*|[()\s]/g, "");
  if (/^(?:(?:0+|0x0+)[uUlL]*|!(?:0*[1-9]\d*)[uUlL]*|false|!true)(?:&&.*)?$/.test(text) && !text.includes("||")) return false;
  return /^(?:0*[1-9]\d*[uUlL]*|!0+|true|!false)(?:\|\|.*)?$/.test(text) && !text.includes("&&") ? true : undefined;
};

/** What a condition of `if` is for certain. */
const certainBranch: Certain = (condition) => certainIf(condition);

/** The gates of conditions that no build, or every build, fulfils: `#if 0`, `if (0)`. */
export const conditionGates: GateOf = anyGate(
  conditionGate(["preproc_if", "preproc_elif"], certainIf, "#if"),
  conditionGate(["if_statement"], certainBranch, "if", "consequence"),
);

/** Lets a line that a backslash joins to the next one end as the grammar knows it, whatever the line ends of the file. */
export function withPlainContinuations(text: string): string {
  return text.replace(/\\\r\n/g, " \\\n");
}

/** A comment in the lines of a `#define`, and what else may hold its signs. */
const inDefinition = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\/\*[\s\S]*?(?:\*\/|(?![\s\S]))/g;

/** Puts blanks for the comments in a `#define`, in which the grammar of C reads none. Its own comment, at the end of its line, stays. */
export function withoutCommentsInDefinitions(text: string): string {
  if (!text.includes("define")) return text;
  return text.replace(/^[ \t]*#[ \t]*define\b(?:.*\\\r?\n)*.*/gm, (definition) =>
    definition.includes("/*")
      ? definition.replace(inDefinition, (part, at: number) =>
          part.startsWith("/*") && (part.includes("\n") || definition.slice(at + part.length).trim() !== "")
            ? part.replace(/[^\s\\]|\\(?!\r?\n)/g, " ")
            : part,
        )
      : definition,
  );
}
