import { nearestWord } from "../judge/nearness.js";
import { oneOf, writeInstead } from "./choices.js";
import { type Fault, isTable, nameOf, tomlType } from "./fault.js";
import {
  anchorKeys,
  citationKeys,
  columnKeys,
  declarationKeys,
  matchers,
  modelConfigKeys,
  specificationKeys,
  tableKeys,
} from "./schema.js";
import type { KeyPath } from "./toml-locate.js";

interface Level {
  readonly path: KeyPath;
  readonly value: unknown;
  readonly keys: readonly string[];
  /** Says that there is no such key here. */
  readonly unknown: (key: string) => string;
}

/**
 * Everything that is wrong with the tables of the file as such: no tables, unknown keys, nothing to match.
 * The validator takes arrays for objects and stops at an object's first unknown key, so this is done here.
 */
export function tableFaults(
  file: Readonly<Record<string, unknown>>,
  fileKeys: readonly string[],
  ruleIds: readonly string[],
): readonly Fault[] {
  const top: Level = { path: [], value: file, keys: fileKeys, unknown: (key) => `\`${key}\` is not a key of the configuration.` };
  return levels(file, top, ruleIds).flatMap((level) => {
    if (!isTable(level.value)) return [notATable(level)];
    const unknown = Object.keys(level.value).filter((key) => !level.keys.includes(key));
    const faults = unknown.map((key) => unknownKey(level, key, fileKeys, ruleIds));
    // A misspelt matcher is one fault, not two.
    const aimless = level.keys === tableKeys && !Object.keys(level.value).some((key) => isMatcher(nearestWord(key, tableKeys)));
    if (level.keys === modelConfigKeys && !Object.keys(level.value).some((key) => nearestWord(key, ["config"]) !== undefined))
      return [...faults, namesNoConfig(level)];
    if (aimless) return [...faults, matchesNothing(level)];
    return [...faults, ...lackingKeys(level)];
  });
}

function levels(file: Readonly<Record<string, unknown>>, top: Level, ruleIds: readonly string[]): readonly Level[] {
  const found = [top];
  if (Object.hasOwn(file, "rules")) {
    found.push({ path: ["rules"], value: file["rules"], keys: ruleIds, unknown: (key) => `There is no rule \`${key}\`.` });
  }
  const specifications = file["specifications"];
  if (Object.hasOwn(file, "specifications")) {
    const unknown = (key: string) => `\`${key}\` is not a key of \`[specifications]\`.`;
    found.push({ path: ["specifications"], value: specifications, keys: specificationKeys, unknown });
    if (isTable(specifications) && Object.hasOwn(specifications, "checked")) {
      const { checked } = specifications;
      // Any name may be a key there.
      found.push({ path: ["specifications", "checked"], value: checked, keys: isTable(checked) ? Object.keys(checked) : [], unknown });
    }
    const configs = isTable(specifications) && Array.isArray(specifications["configs"]) ? specifications["configs"] : [];
    for (const [index, value] of configs.entries()) {
      const unknownOfConfig = (key: string) => `\`${key}\` is not a key of \`[[specifications.configs]]\`.`;
      found.push({ path: ["specifications", "configs", index], value, keys: modelConfigKeys, unknown: unknownOfConfig });
    }
  }
  const citations = Array.isArray(file["citations"]) ? file["citations"] : [];
  for (const [index, value] of citations.entries()) {
    const unknown = (key: string) => `\`${key}\` is not a key of \`[[citations]]\`.`;
    found.push({ path: ["citations", index], value, keys: citationKeys, unknown });
  }
  for (const [key, keys] of [
    ["anchors", anchorKeys],
    ["declarations", declarationKeys],
  ] as const) {
    const entries = Array.isArray(file[key]) ? file[key] : [];
    for (const [index, value] of entries.entries())
      found.push({ path: [key, index], value, keys, unknown: (name) => `\`${name}\` is not a key of \`[[${key}]]\`.` });
  }
  const tables = Array.isArray(file["tables"]) ? file["tables"] : [];
  for (const [index, value] of tables.entries()) {
    const path = ["tables", index];
    found.push({ path, value, keys: tableKeys, unknown: (key) => `\`${key}\` is not a key of \`[[tables]]\`.` });
    if (isTable(value) && Object.hasOwn(value, "columns")) {
      const unknown = (key: string) => `\`${key}\` is not a role of a column.`;
      found.push({ path: [...path, "columns"], value: value["columns"], keys: columnKeys, unknown });
    }
  }
  return found;
}

function unknownKey(level: Level, key: string, fileKeys: readonly string[], ruleIds: readonly string[]): Fault {
  const fault = { path: [...level.path, key], at: "key", message: level.unknown(key) } as const;
  // A header holds up to the next one: keys that follow it by mistake are a classic of TOML.
  if (fileKeys.includes(key)) return { ...fault, hint: "Move it above the first table header of the file." };
  if (ruleIds.includes(key)) return { ...fault, hint: "Move it below `[rules]`." };
  return { ...fault, hint: writeInstead(key, level.keys) };
}

function notATable(level: Level): Fault {
  const message = `${nameOf(level.path)} must be a table, not ${tomlType(level.value)}.`;
  return { path: level.path, at: "value", message, hint: "Write keys with values, in braces or below a header." };
}

function matchesNothing(level: Level): Fault {
  const message = "This entry of `tables` does not say which tables it is about.";
  return { path: level.path, at: "value", message, hint: oneOf(matchers) };
}

function namesNoConfig(level: Level): Fault {
  const message = "This entry of `configs` does not say which `.cfg` file it is about.";
  return { path: level.path, at: "value", message, hint: 'Write `config = "specs/Model.cfg"`.' };
}

/** What an entry of anchors or declarations has to say and does not; a misspelt key is another fault. */
function lackingKeys(level: Level): readonly Fault[] {
  const needed = level.keys === anchorKeys ? ["form"] : level.keys === declarationKeys ? ["documents", "in", "form"] : [];
  const { value } = level;
  if (!isTable(value)) return [];
  return needed
    .filter((key) => !Object.keys(value).some((written) => written === key || nearestWord(written, level.keys) === key))
    .map((key) => ({
      path: level.path,
      at: "value",
      message: `This entry of \`${level.path[0]}\` has no \`${key}\`.`,
      hint: `Write \`${key} = ${JSON.stringify(samples[key])}\`, or the like.`,
    }));
}

const samples: Readonly<Record<string, string>> = { form: "invariant: {name}", documents: "docs/invariants.md", in: "headings" };

function isMatcher(key: string | undefined): boolean {
  return matchers.some((matcher) => matcher === key);
}
