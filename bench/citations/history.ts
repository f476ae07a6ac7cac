import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { git } from "../git.js";
import { type Chance, chanceOf } from "./chance.js";
import { type Document, newDocument } from "./documents.js";
import { operations } from "./operations.js";
import { newWorld, textOf, type World } from "./world.js";

/** A history that stands in a folder, and what is true of it. */
export interface Made {
  readonly world: World;
  readonly documents: readonly Document[];
}

const settings = 'documents = ["docs/**/*.md", "specs/**/*.md"]\n';

const documentPaths = ["docs/review.md", "docs/notes/verification.md", "specs/design.md"] as const;

/** Makes a history in an empty folder: sources, then documents that cite them, and steps that change the sources. */
export function makeHistory(folder: string, seed: string, steps: number): Made {
  const chance = chanceOf(seed);
  const world = newWorld();
  const documents: Document[] = [];
  git(folder, "init", "--quiet", "--initial-branch=main");
  // Where documents come in with the sources, nobody can say what they were before.
  if (chance.once(6)) documents.push(newDocument(world, "docs/early.md", chance));
  save(folder, world, documents, "the modules");
  const moments = documentPaths.map((_, at) => (at === 0 ? 0 : chance.below(Math.max(1, Math.floor(steps / 2)))));
  for (let step = 0; step < steps; step += 1) {
    const due = documentPaths.filter((_, at) => moments[at] === step);
    for (const path of due) documents.push(newDocument(world, path, chance));
    if (due.length > 0) save(folder, world, documents, "notes");
    const done = change(world, documents, chance);
    if (chance.once(4)) remarkAbove(documents, chance);
    // The last step may be one that nobody has committed.
    const isLeft = step === steps - 1 && chance.once(3);
    write(folder, world, documents);
    if (!isLeft) commit(folder, done.join(", ") || "nothing");
  }
  return { world, documents };
}

/** One to three operations, or none. */
function change(world: World, documents: readonly Document[], chance: Chance): readonly string[] {
  const done: string[] = [];
  for (let left = chance.once(12) ? 0 : 1 + chance.below(3); left > 0; left -= 1) {
    const operation = chance.one(operations);
    const changed = operation.apply(world, chance);
    if (changed === undefined) continue;
    done.push(operation.id);
    note(world, documents, operation.id, changed);
  }
  return done;
}

/** Notes an operation at every citation of the files that it changed. */
function note(world: World, documents: readonly Document[], id: string, changed: readonly string[]): void {
  const files = new Set(changed);
  // A file that was renamed is known by its lines.
  const ids = new Set([...world.files].flatMap(([path, lines]) => (files.has(path) ? lines.map((line) => line.id) : [])));
  for (const { blocks } of documents) {
    for (const block of blocks) {
      for (const citation of block.kind === "citing" ? block.citations : []) {
        const isConcerned = citation.spots.some(
          ({ position, lines }) => files.has(position.path) || lines.some((line) => ids.has(line.id)),
        );
        if (isConcerned) citation.since.add(id);
      }
    }
  }
}

/** Documents change, too: what stands below moves. */
function remarkAbove(documents: readonly Document[], chance: Chance): void {
  if (documents.length === 0) return;
  const lines = Array.from({ length: 1 + chance.below(5) }, (_, at) => `Remark ${at + 1} was added later.`);
  chance.one(documents).blocks.splice(1, 0, { kind: "text", lines });
}

/** The text of a document. */
export function documentText({ blocks }: Document): string {
  return blocks.map((block) => `${(block.kind === "citing" ? block.text.lines : block.lines).join("\n")}\n`).join("\n");
}

function write(folder: string, world: World, documents: readonly Document[]): void {
  for (const entry of readdirSync(folder)) if (entry !== ".git") rmSync(join(folder, entry), { recursive: true });
  const files = new Map([...world.files].map(([path, lines]) => [path, textOf(lines)]));
  for (const document of documents) files.set(document.path, documentText(document));
  files.set("spec-anchors.toml", settings);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function commit(folder: string, message: string): void {
  git(folder, "add", "--all");
  const identity = ["-c", "user.name=bench", "-c", "user.email=bench@localhost", "-c", "commit.gpgsign=false"];
  git(folder, ...identity, "commit", "--quiet", "--allow-empty", "--message", message);
}

function save(folder: string, world: World, documents: readonly Document[], message: string): void {
  write(folder, world, documents);
  commit(folder, message);
}
