import { randomUUID } from "node:crypto";
import type { Revision } from "../model/past.js";
import { type LineTable, lineTable, type Version } from "./follow-lines.js";
import type { Repository } from "./repository.js";

/** Files above this size are not followed. */
const largest = 2_000_000;

/** How much is read from one run of git, in bytes. */
const atOnce = 16_000_000;

/** Commits and versions of files. Each is read once. */
export interface Objects {
  readonly table: LineTable;
  /** The blobs that names such as `COMMIT:PATH` stand for, if they do; one run of git for all that are not known yet. */
  readonly blobs: (names: readonly string[]) => readonly (string | undefined)[];
  /** Reads versions ahead: one run of git for many. */
  readonly load: (blobs: readonly (string | undefined)[]) => void;
  /** A blob as lines; `undefined` if it is missing or too large. */
  readonly version: (blob: string) => Version | undefined;
  /** Reads commits ahead. */
  readonly loadRevisions: (commits: readonly string[]) => void;
  readonly revision: (commit: string) => Revision | undefined;
}

export function openObjects(repository: Repository): Objects {
  const table = lineTable();
  const versions = new Map<string, Version | undefined>();
  const named = new Map<string, string | undefined>();
  const revisions = new Map<string, Revision | undefined>();

  const blobs = (names: readonly string[]): readonly (string | undefined)[] => {
    const missing = [...new Set(names)].filter((name) => !named.has(name));
    const found = kinds(repository, missing);
    for (const name of missing) named.set(name, found.get(name)?.hash);
    return names.map((name) => named.get(name));
  };
  const load = (wanted: readonly (string | undefined)[]): void => {
    const missing = [...new Set(wanted)].filter((blob) => blob !== undefined && !versions.has(blob)) as string[];
    if (missing.length === 0) return;
    for (const blob of missing) versions.set(blob, undefined);
    for (const part of parts(kinds(repository, missing))) {
      for (const [blob, text] of contents(repository, part)) versions.set(blob, table.version(text, blob));
    }
  };
  const loadRevisions = (commits: readonly string[]): void => {
    const missing = [...new Set(commits)].filter((commit) => !revisions.has(commit));
    if (missing.length === 0) return;
    const texts = contents(repository, missing);
    for (const commit of missing) revisions.set(commit, revisionIn(commit, texts.get(commit)));
  };
  return {
    table,
    blobs,
    load,
    version: (blob) => {
      load([blob]);
      return versions.get(blob);
    },
    loadRevisions,
    revision: (commit) => {
      loadRevisions([commit]);
      return revisions.get(commit);
    },
  };
}

interface Blob {
  readonly hash: string;
  readonly size: number;
}

function kinds(repository: Repository, names: readonly string[]): ReadonlyMap<string, Blob> {
  // A name with a line break cannot be asked for.
  const asked = names.filter((name) => !name.includes("\n"));
  if (asked.length === 0) return new Map();
  const { output } = repository.ask(["cat-file", "--batch-check"], asked.map((name) => `${name}\n`).join(""));
  const lines = output.split("\n");
  return new Map(
    asked.flatMap((name, at) => {
      const [, hash, size] = /^([0-9a-f]{40,64}) blob (\d+)$/.exec(lines[at] ?? "") ?? [];
      return hash === undefined ? [] : [[name, { hash, size: Number(size) }]];
    }),
  );
}

/** The blobs that are not too large, in parts that are read at once. */
function* parts(blobs: ReadonlyMap<string, Blob>): Generator<readonly string[]> {
  let part: string[] = [];
  let size = 0;
  for (const blob of blobs.values()) {
    if (blob.size > largest) continue;
    if (part.length > 0 && size + blob.size > atOnce) {
      yield part;
      [part, size] = [[], 0];
    }
    part.push(blob.hash);
    size += blob.size;
  }
  if (part.length > 0) yield part;
}

/** The texts of objects. Their sizes count bytes, which are gone once the output is text: so a word that none of them has stands between them. */
function contents(repository: Repository, hashes: readonly string[]): ReadonlyMap<string, string> {
  const word = randomUUID();
  const { output } = repository.ask(["cat-file", `--batch=${word} %(objectname)`], hashes.map((hash) => `${hash}\n`).join(""));
  const pieces = output.split(`${word} `).slice(1);
  return new Map(
    pieces.map((piece) => {
      const end = piece.indexOf("\n");
      return [piece.slice(0, end), piece.slice(end + 1, -1)];
    }),
  );
}

function revisionIn(hash: string, text: string | undefined): Revision | undefined {
  if (text === undefined) return undefined;
  const end = text.indexOf("\n\n");
  const date = /^committer .* (\d+) [+-]\d+$/m.exec(text.slice(0, end))?.[1];
  const subject = text
    .slice(end)
    .trimStart()
    .split(/\n\s*\n/)[0];
  return { hash, date: Number(date ?? 0), subject: (subject ?? "").trim().replace(/\s*\n\s*/g, " ") };
}
