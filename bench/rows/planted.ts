import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { UserError } from "../../src/model/user-error.js";
import { languageOf } from "../../src/read/languages/index.js";
import type { Repository, SetName } from "../accuracy/repositories.js";
import { git } from "../git.js";
import { digestOf, type RowsOfFile, type WrittenRow, writtenRows } from "./rows.js";

/** Where a repository's clone is, as an option says it: `OWNER/NAME=PATH`. Throws a `UserError` for anything else. */
export function cloneOf(written: string): readonly [repository: string, folder: string] {
  const [, repository, folder] = /^([^/=]+\/[^/=]+)=(.+)$/.exec(written) ?? [];
  if (repository === undefined || folder === undefined) throw new UserError(`\`${written}\` is not \`OWNER/NAME=PATH\`.`);
  return [repository, folder];
}

/** The anchor's comment, without signs; half of those that say something say it beside the name. */
function commentOf({ name, comment, digest }: WrittenRow): readonly string[] {
  const [first, ...others] = (comment ?? "").split("\n").filter((line) => line.trim() !== "");
  if (first === undefined) return [`SPEC: ${name}`];
  const beside = Number.parseInt(digest, 16) % 2 === 0;
  return beside ? [`SPEC: ${name} — ${first}`, ...others] : [`SPEC: ${name}`, first, ...others];
}

/** The text with the anchors put above their lines. Throws if a line is not the one that the row was written for. */
function withAnchors(text: string, { path, rows }: RowsOfFile): string {
  const lines = text.split("\n");
  const sign = languageOf(path)?.comments.line[0];
  if (sign === undefined) throw new Error(`${path}: no comments that end with their line`);
  for (const row of [...rows].sort((a, b) => b.line - a.line)) {
    const line = lines[row.line - 1] ?? "";
    if (digestOf(line) !== row.digest) throw new Error(`${path}:${row.line}: not the line that ${row.name} was written for`);
    const indent = /^\s*/.exec(line)?.[0] ?? "";
    lines.splice(row.line - 1, 0, ...commentOf(row).map((said) => `${indent}${sign} ${said}`));
  }
  return lines.join("\n");
}

/**
 * A document of the rows, in which the files take turns, each as often as it has rows: they were written in the order of the code, and what stands
 * beside a row of the same file would tell of it.
 */
function documentOf(files: readonly RowsOfFile[]): string {
  const rows = files
    .flatMap(({ path, rows: all }) => all.map(({ name, row }, at) => ({ turn: (at + 0.5) / all.length, name, path, row })))
    .toSorted((a, b) => a.turn - b.turn)
    .map(({ name, path, row }) => `| ${name} | \`${path}\` | ${row} |\n`);
  return `# Specifications\n\n| Invariant | Anchor site | How the code upholds it |\n| --- | --- | --- |\n${rows.join("")}`;
}

/** Writes a new folder with the files that rows are about, with anchors, those beside them, and the rows' document. It is gone when the process ends. */
function plant(folder: string, files: readonly RowsOfFile[]): string {
  const into = mkdtempSync(join(tmpdir(), "rows-"));
  process.once("exit", () => rmSync(into, { recursive: true, force: true }));
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), text);
  };
  const commit = files[0]?.commit ?? "HEAD";
  const folders = new Set(files.map(({ path }) => dirname(path)));
  for (const path of git(folder, "ls-tree", "-r", "--name-only", "-z", commit).split("\0")) {
    if (!folders.has(dirname(path)) || languageOf(path)?.grammar === undefined) continue;
    const rows = files.find((one) => one.path === path);
    const text = git(folder, "show", `${commit}:${path}`);
    put(path, rows === undefined ? text : withAnchors(text, rows));
  }
  put("specs/README.md", documentOf(files));
  return into;
}

/** The repositories of a set that clones are named for, with rows and anchors, as folders that did not exist before. */
export function planted(
  clones: ReadonlyMap<string, string>,
  set: SetName | "all",
  all: readonly RowsOfFile[] = writtenRows(),
): readonly Repository[] {
  for (const repository of clones.keys()) {
    if (!all.some((one) => one.repository === repository)) throw new UserError(`No row is about \`${repository}\`.`);
  }
  return [...clones].flatMap(([repository, folder]) => {
    const files = all.filter((one) => one.repository === repository && (set === "all" || one.set === set));
    const own = files[0]?.set;
    return own === undefined ? [] : [{ name: repository, folder: plant(folder, files), set: own }];
  });
}
