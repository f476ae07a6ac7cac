import { lockText } from "../../src/engine/lock/lock-text.js";
import { recorded } from "../../src/engine/lock/record.js";
import { reviewSubject } from "../../src/engine/review.js";
import type { Links } from "../../src/model/lock.js";
import { memoryWorkspace } from "../../src/workspace/memory.js";
import { worldOf } from "../harness/check-files.js";

/** Files by their paths. */
export type Files = Readonly<Record<string, string>>;

/** The links of files in memory as they compare with their lock. */
export async function linksIn(files: Files, door: "native" | "wasm" = "native"): Promise<Links> {
  return (await reviewSubject(await worldOf(memoryWorkspace(files), { door }))).links;
}

/** The files with a lock in which every link is recorded as it is. */
export async function reviewed(files: Files, door: "native" | "wasm" = "native"): Promise<Files> {
  const links = await linksIn(files, door);
  const entries = recorded([], [], links.links, { commitOf: () => undefined, note: undefined });
  return { ...files, "spec-anchors.lock": lockText(entries) };
}

/** A document with a row for each name, all in one file. */
export function tableOf(rows: Readonly<Record<string, string>>, path = "src/a.rs"): string {
  const lines = Object.entries(rows).map(([name, explanation]) => `| \`${name}\` | \`${path}\` | ${explanation} |\n`);
  return `| Invariant | Anchor site | How |\n| --- | --- | --- |\n${lines.join("")}`;
}

/** What became of each link, in the order of the files: its state, or what changed. */
export async function statesIn(files: Files): Promise<readonly string[]> {
  const { links } = await linksIn(files);
  return links.map(
    ({ name, state }) => `${name} ${state.kind === "suspect" ? state.changes.map(({ kind }) => kind).join("+") : state.kind}`,
  );
}

/** What becomes of the one link of `before` when its source is `after`. */
export async function stateAfter(before: string, after: string): Promise<string | undefined> {
  const specs = tableOf({ A: "why" });
  const files = await reviewed({ "specs/README.md": specs, "src/a.rs": before });
  return (await statesIn({ ...files, "src/a.rs": after }))[0]?.slice("A ".length);
}
