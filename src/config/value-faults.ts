import type { BaseIssue } from "valibot";
import { nearestWord } from "../judge/nearness.js";
import { oneOf, writeInstead } from "./choices.js";
import { type Fault, isTable, nameOf, tomlType } from "./fault.js";
import { absolutePattern, climbingPattern, declarationPlaces, kinds, levels } from "./schema.js";
import type { KeyPath } from "./toml-locate.js";

const commonLevels = levels.filter((level) => level !== "warning");

/** Puts one issue of the validator into words; `undefined` for those that `tableFaults` finds better. */
export function valueFault(issue: BaseIssue<unknown>, alwaysRules: readonly string[]): Fault | undefined {
  if (issue.type === "strict_object" || issue.type === "record") return undefined;
  const path = (issue.path ?? []).map((item) => (typeof item.key === "number" ? item.key : String(item.key)));
  return { path, at: "value", ...explain(issue, path, alwaysRules) };
}

function explain(issue: BaseIssue<unknown>, path: KeyPath, alwaysRules: readonly string[]): Pick<Fault, "message" | "hint"> {
  const last = String(path.at(-1));
  if (path[0] === "rules") {
    return alwaysRules.includes(last) ? silenced(last, issue.input) : badLevel(last, issue.input);
  }
  if (issue.type === "array") return notAnArray(path, issue.input);
  if (last === "tolerance")
    return { message: `${nameOf(path)} must be a whole number of lines, not ${shown(issue.input)}.`, hint: "Write 0 or more." };
  if (issue.type === "boolean")
    return { message: `${nameOf(path)} must be true or false, not ${tomlType(issue.input)}.`, hint: "Write `true` or `false`." };
  if (typeof issue.input !== "string") {
    return { message: `${nameOf(path)} must be a string, not ${tomlType(issue.input)}.`, hint: "Write text in double quotes." };
  }
  if (last === "in") return { message: `No names are declared in \`${issue.input}\`.`, hint: writeInstead(issue.input, declarationPlaces) };
  if (issue.type === "picklist")
    return { message: `There is no kind \`${issue.input}\` of tables.`, hint: writeInstead(issue.input, kinds) };
  if (issue.input.trim() === "") return { message: `${nameOf(path)} must not be empty.`, hint: "Fill in the text, or remove it." };
  if (last === "marker") return badMarker(issue.input);
  if (last === "form") return { message: "The form has no place for a name.", hint: "Write `{name}` where the name stands." };
  if (last === "as-of") return { message: `The state \`${issue.input}\` is no commit.`, hint: "Write `written`, or a commit." };
  return badPattern(issue.input);
}

const shown = (value: unknown): string => (typeof value === "number" ? `${value}` : tomlType(value));

function silenced(rule: string, level: unknown): Pick<Fault, "message" | "hint"> {
  const to = typeof level === "string" ? `\`${level}\`` : tomlType(level);
  return { message: `The rule \`${rule}\` is always an error and cannot be set to ${to}.`, hint: "Remove this line." };
}

function badLevel(rule: string, level: unknown): Pick<Fault, "message" | "hint"> {
  if (typeof level !== "string") {
    return { message: `The level of \`${rule}\` must be a string, not ${tomlType(level)}.`, hint: oneOf(commonLevels) };
  }
  const near = nearestWord(level, levels);
  return { message: `There is no level \`${level}\`.`, hint: near === undefined ? oneOf(commonLevels) : `Write \`${near}\`.` };
}

function notAnArray(path: KeyPath, input: unknown): Pick<Fault, "message" | "hint"> {
  const ofTables =
    path[0] === "tables" ||
    path[0] === "citations" ||
    (path.length === 1 && /^(?:anchors|declarations)$/.test(String(path[0]))) ||
    path.at(-1) === "configs";
  const message = `${nameOf(path)} must be an array of ${ofTables ? "tables" : "strings"}, not ${tomlType(input)}.`;
  const header = `\`[[${path.join(".")}]]\``;
  if (ofTables) return { message, hint: isTable(input) ? `Write ${header}, in double brackets.` : `Write ${header}.` };
  return { message, hint: typeof input === "string" ? `Write \`[${JSON.stringify(input)}]\`.` : "Write strings in brackets." };
}

function badMarker(marker: string): Pick<Fault, "message" | "hint"> {
  if (/\s/.test(marker)) return { message: `The marker \`${marker}\` holds white space.`, hint: "Write a single word." };
  return {
    message: `The marker \`${marker}\` is no word with at most one colon after it.`,
    hint: "Write a word; its colon may be left out.",
  };
}

function badPattern(pattern: string): Pick<Fault, "message" | "hint"> {
  if (absolutePattern.test(pattern)) {
    return { message: `The pattern \`${pattern}\` is absolute.`, hint: "Write it relative to the root." };
  }
  if (climbingPattern.test(pattern)) {
    return {
      message: `The pattern \`${pattern}\` leaves the root.`,
      hint: "Remove `..`, or set `--root` to a folder that holds both.",
    };
  }
  return { message: `The pattern \`${pattern}\` cannot be used.`, hint: undefined };
}
