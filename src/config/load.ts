import { readFileSync } from "node:fs";
import { isAbsolute, relative, sep } from "node:path";
import { type ConfigProblem, defaultConfig } from "../model/config.js";
import { UserError } from "../model/user-error.js";
import type { ConfigResult, KnownRules } from "./parse.js";
import type { Root } from "./root.js";

/** The largest configuration that is read, in bytes. */
export const maxConfigBytes = 1_000_000;

/**
 * Reads and checks the root's configuration; without one, every default holds.
 * Throws a `UserError` if the file is gone; every other fault of it is a problem.
 */
export async function loadConfig(found: Root, rules: KnownRules): Promise<ConfigResult> {
  if (found.configPath === undefined) return { kind: "config", config: defaultConfig };
  const path = shownPath(found.root, found.configPath);
  const bytes = readBytes(found.configPath, path);
  if (!(bytes instanceof Uint8Array)) return { kind: "problems", problems: [bytes] };
  if (bytes.length > maxConfigBytes) {
    return unreadable(path, `\`${path}\` is larger than 1 MB.`, "Write patterns instead of lists of files.");
  }
  const text = decode(bytes);
  if (text === undefined) return unreadable(path, `\`${path}\` is not UTF-8.`, "Save it as UTF-8.");
  // The parser and the validator cost several milliseconds: only projects with a configuration pay for them.
  const { parseConfig } = await import("./parse.js");
  return parseConfig(path, text, rules);
}

/** The path relative to the root where it lies below it, else absolute; with `/`. */
function shownPath(root: string, path: string): string {
  const below = relative(root, path);
  const outside = below === ".." || below.startsWith(`..${sep}`) || isAbsolute(below);
  return (outside ? path : below).split(sep).join("/");
}

function readBytes(file: string, path: string): Uint8Array | ConfigProblem {
  try {
    return Uint8Array.from(readFileSync(file));
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    if (reason === "ENOENT") throw new UserError(`The configuration \`${path}\` does not exist any more.`);
    return problem(path, `\`${path}\` cannot be read: \`${reason}\`.`, "Make it a file that you may read.");
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function unreadable(path: string, message: string, hint: string): ConfigResult {
  return { kind: "problems", problems: [problem(path, message, hint)] };
}

function problem(path: string, message: string, hint: string): ConfigProblem {
  return { path, line: undefined, column: undefined, message, hint };
}
