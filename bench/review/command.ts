import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { linksOf } from "../../src/engine/lock/links.js";
import type { Link } from "../../src/model/lock.js";
import { rust } from "../../src/read/languages/rust.js";
import { deletions } from "./deletions.js";
import { inCut, kinds, type Move, movesOf, withoutAnchor } from "./moves.js";
import { commentsIn, placesIn } from "./places.js";
import { filesOf, linksIn, readAgain, type Subject, subjectOf } from "./subject.js";

const { grammar } = rust;
if (grammar === undefined) throw new Error("Rust has no grammar");

/** What a move came to: `same` if the anchor marks the same construct still, `none` if it marks nothing that can be compared. */
type Outcome = "found" | "same" | "none" | { readonly missed: string };

/** Reads the file with the moved anchor and holds it against the lock. The rest of the project stays as it was read. */
function outcomeOf(subject: Subject, link: Link, move: Move, home: { readonly start: number; readonly end: number }): Outcome {
  const { anchors, sources } = readAgain(subject, link.path, move.text);
  const moved = anchors.find(({ path, name, text }) => path === link.path && name === link.name && text.startsWith("moved"));
  if (moved === undefined || moved.placement.kind !== "construct") return "none";
  const { span } = moved.placement.construct;
  const back = (offset: number): number => (offset < move.at ? offset : offset - move.length);
  // The construct may enclose the anchor: then only its end has moved.
  if (back(span.start) === home.start && back(span.end) === home.end) return "same";
  const { links } = linksOf({ rows: subject.project.rows, sources, anchors, unmet: [] }, subject.entries, subject.hash);
  const found = links.find(({ anchor }) => anchor === moved);
  if (found?.state.kind === "suspect" && found.state.changes.some(({ kind }) => kind !== "row")) return "found";
  const line = move.text.slice(0, moved.nameSpan.start).split("\n").length;
  return { missed: `${link.name} in ${link.path}, ${move.kind}, line ${line} of the moved text: ${found?.state.kind ?? "no link"}` };
}

async function moves(subject: Subject, random: number, seed: string): Promise<boolean> {
  const tally = new Map(kinds.map((kind) => [kind, { found: 0, missed: 0, same: 0, none: 0 }]));
  const missed: string[] = [];
  for (const link of subject.links) {
    const text = subject.files[link.path] ?? "";
    const { placement } = link.anchor;
    const around = subject.project.sources.get(link.path)?.marks.find(({ mark }) => mark === link.anchor.mark)?.around;
    if (placement.kind !== "construct" || around?.kind !== "comment") continue;
    const cut = withoutAnchor(text, link.anchor.mark.span.start, around.comment.start);
    const home = { start: inCut(cut, placement.construct.span.start), end: inCut(cut, placement.construct.span.end) };
    const tree = subject.parse(cut.text);
    if (tree === undefined || grammar === undefined) continue;
    const places = placesIn(tree.root, cut.text, grammar);
    tree.free();
    for (const move of movesOf(link.name, cut, home, places, random, seed)) {
      const outcome = outcomeOf(subject, link, move, home);
      const counts = tally.get(move.kind);
      if (counts === undefined) continue;
      if (typeof outcome === "string") counts[outcome] += 1;
      else {
        counts.missed += 1;
        missed.push(outcome.missed);
      }
      // Trees of the native parser go away when the event loop turns.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  console.log(
    `\n${"move".padEnd(18)}${"found".padStart(8)}${"missed".padStart(8)}${"recall".padStart(9)}${"same construct".padStart(17)}${"no construct".padStart(14)}`,
  );
  for (const [kind, { found, missed: lost, same, none }] of tally) {
    const recall = found + lost === 0 ? "—" : `${((100 * found) / (found + lost)).toFixed(1)} %`;
    console.log(
      `${kind.padEnd(18)}${`${found}`.padStart(8)}${`${lost}`.padStart(8)}${recall.padStart(9)}${`${same}`.padStart(17)}${`${none}`.padStart(14)}`,
    );
  }
  for (const line of missed.slice(0, 40)) console.log(`missed: ${line}`);
  return missed.length === 0;
}

/** The files after rustfmt with a narrow page; `undefined` where there is no rustfmt. */
function narrow(repository: string, files: Readonly<Record<string, string>>): Readonly<Record<string, string>> | undefined {
  const folder = mkdtempSync(join(tmpdir(), "narrow-"));
  try {
    const paths = Object.keys(files).filter((path) => path.endsWith(".rs"));
    for (const path of paths) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), files[path] ?? "");
    }
    const settings = join(repository, "rustfmt.toml");
    if (existsSync(settings)) cpSync(settings, join(folder, "rustfmt.toml"));
    // File by file: where one cannot be formatted, the others are.
    for (const path of paths) {
      const options = ["--edition", "2021", "--config", "max_width=60", join(folder, path)];
      if (spawnSync("rustfmt", options).error !== undefined) return undefined;
    }
    return { ...files, ...Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")])) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The files with other words in every comment that holds no anchor. */
function reworded(subject: Subject): Readonly<Record<string, string>> {
  const changed = Object.entries(subject.files).map(([path, text]): [string, string] => {
    const tree = path.endsWith(".rs") ? subject.parse(text) : undefined;
    if (tree === undefined || grammar === undefined) return [path, text];
    let result = "";
    let at = 0;
    for (const { start, end } of commentsIn(tree.root, grammar)) {
      const comment = text.slice(start, end);
      const sign = /^(?:\/\/[/!]?|\/\*[*!]?)/.exec(comment)?.[0] ?? "//";
      const ends = /\n$/.test(comment) ? "\n" : "";
      const isKept = /SPEC:|spec-anchors-ignore/.test(comment);
      result += text.slice(at, start) + (isKept ? comment : `${sign} other words${sign.startsWith("/*") ? " */" : ""}${ends}`);
      at = end;
    }
    tree.free();
    return [path, result + text.slice(at)];
  });
  return Object.fromEntries(changed);
}

async function alarms(what: string, subject: Subject, files: Readonly<Record<string, string>>): Promise<boolean> {
  const changed = Object.keys(files).filter((path) => files[path] !== subject.files[path]).length;
  const { links } = await linksIn(files, subject.entries);
  const all = links?.links ?? [];
  const loud = all.filter(({ state }) => state.kind !== "reviewed");
  console.log(`\n${what}: ${changed} files differ; ${all.length} links, ${loud.length} not as reviewed`);
  for (const { name, path, owner, state } of loud)
    console.log(
      `  ${state.kind} ${name} in ${path}, ${owner}: ${state.kind === "suspect" ? state.changes.map(({ kind }) => kind).join(", ") : ""}`,
    );
  return loud.length === 0 && all.length === subject.links.length;
}

/** Prints recall and false alarms. Resolves to the exit code: 1 if a move was missed or a harmless change was not silent. */
export async function command(argv: readonly string[]): Promise<0 | 1> {
  // Memory grows with the moves of one run, by some 20 MB each in a file of 40 KB; more draws need another seed, not a larger number.
  const options = { repo: { type: "string" }, seed: { type: "string", default: "1" }, random: { type: "string", default: "3" } } as const;
  const { values } = parseArgs({ args: [...argv], options });
  if (values.repo === undefined) throw new Error("which repository? --repo PATH");
  const subject = await subjectOf(filesOf(values.repo));
  console.log(`seed ${values.seed}; ${subject.links.length} links, ${subject.entries.length} blocks`);
  const moved = await moves(subject, Number(values.random), values.seed);
  const deleted = await deletions(subject, Number(values.random), values.seed);
  const formatted = narrow(values.repo, subject.files);
  if (formatted === undefined) console.log("\nthere is no rustfmt");
  const silent = formatted === undefined || (await alarms("rustfmt, max_width = 60", subject, formatted));
  const quiet = await alarms("other words in every comment without an anchor", subject, reworded(subject));
  return moved && deleted && silent && quiet ? 0 : 1;
}
