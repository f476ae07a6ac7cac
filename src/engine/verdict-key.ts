import { covers } from "../judge/coverage.js";
import type { LinkedRow } from "../model/project.js";
import type { FileText, Workspace } from "../model/workspace.js";
import type { ReadDocument } from "./discover.js";

/**
 * The hash of all that the judgement of rows against code depends on where it finds nothing: the documents, the files that their anchor
 * tables declare among `paths`, and what the sites stand for. Texts that are read for it are left in `texts`.
 */
export async function verdictKey({ workspace, marker, documents, rows, paths }: Judged, texts: Map<string, FileText>): Promise<string> {
  const { createHash } = await import("node:crypto");
  const hash = createHash("sha256");
  const anchored = rows.filter(({ kind }) => kind === "anchor");
  hash.update(JSON.stringify([marker, anchored.map(({ row, sites }) => [row.document, row.table, sites])]));
  for (const { facts, text } of documents) hash.update(`\0${facts.path}\0${text}`);
  for (const path of [...paths].sort()) {
    if (!anchored.some(({ sites }) => sites.some((site) => covers(site, path)))) continue;
    const file = texts.get(path) ?? workspace.read(path);
    texts.set(path, file);
    hash.update(`\0${path}\0${file.kind === "text" ? file.text : ""}`);
  }
  return hash.digest("hex").slice(0, 32);
}

/** What a verdict is about. */
export interface Judged {
  readonly workspace: Workspace;
  readonly marker: string;
  readonly documents: readonly ReadDocument[];
  readonly rows: readonly LinkedRow[];
  /** The source files that are read. */
  readonly paths: Iterable<string>;
}
