import { parseArgs } from "node:util";
import { openFolder } from "../../src/check-folder.js";
import { type Checked, check } from "../../src/engine/check.js";
import type { Diagnostic } from "../../src/model/report.js";
import { UserError } from "../../src/model/user-error.js";
import { rules } from "../../src/rules/index.js";
import { shareOf } from "../accuracy/statistics.js";
import { git } from "../git.js";
import { acceptedOf, type FreshTruth, isSilent, isWrong, readTruth, type TrueCitation, type Truth } from "./truth.js";

/** The rules that speak of citations. */
const about = new Set([
  "stale-lines",
  "lines-out-of-range",
  "changed-snippet",
  "missing-symbol",
  "missing-file",
  "ambiguous-path",
  "broken-link",
]);

/** A citation with what was reported of its line. */
interface Compared {
  readonly citation: TrueCitation;
  readonly found: readonly Diagnostic[];
  readonly outcome: "right" | "missed" | "false" | "other";
}

function shown(part: number, whole: number): string {
  const share = shareOf(part, whole);
  const percent = (value: number): string => (100 * value).toFixed(0);
  return share === undefined ? "none" : `${part} of ${whole} (${percent(part / whole)} %, ${percent(share.low)}–${percent(share.high)})`;
}

/** True if a diagnostic stands on the citation's line, or says that it speaks for it; and if it names the cited file, where it names one. */
function concerns(diagnostic: Diagnostic, { path, line, cites }: TrueCitation): boolean {
  if (!about.has(diagnostic.rule)) return false;
  const last = (file: string): string => file.slice(file.lastIndexOf("/") + 1);
  const fileIn = (message: string): string | undefined => /`([^`]+\.\w+)`/.exec(message)?.[1];
  return [diagnostic, ...diagnostic.related].some((place) => {
    // A finding about a folder says at each of its places which path it is.
    const named = fileIn(place.message) ?? fileIn(diagnostic.message);
    const isFile = named === undefined || cites === "" || last(named) === last(cites);
    return place.path === path && place.line === line && isFile;
  });
}

function compare(citation: TrueCitation, diagnostics: readonly Diagnostic[]): Compared {
  const found = diagnostics.filter((diagnostic) => concerns(diagnostic, citation));
  const accepted = acceptedOf(citation);
  const outcome = ((): Compared["outcome"] => {
    if (found.length === 0) return accepted.includes(undefined) ? "right" : "missed";
    if (found.every(({ rule }) => accepted.includes(rule))) return "right";
    return isSilent(citation) ? "false" : "other";
  })();
  return { citation, found, outcome };
}

function printTable(title: string, compared: readonly Compared[]): void {
  const faulty = compared.filter(({ citation }) => isWrong(citation));
  const found = faulty.filter(({ found: some }) => some.length > 0);
  const reported = compared.filter(({ found: some }) => some.length > 0);
  const borneOut = reported.filter(({ outcome }) => outcome === "right");
  console.log(`\n${title}: ${compared.length} citations`);
  console.log(`  verdicts right   ${shown(compared.filter(({ outcome }) => outcome === "right").length, compared.length)}`);
  console.log(`  wrong ones found ${shown(found.length, faulty.length)}`);
  console.log(`  findings right   ${shown(borneOut.length, reported.length)}`);
  for (const verdict of [...new Set(compared.map(({ citation }) => citation.verdict))].sort()) {
    const own = compared.filter(({ citation }) => citation.verdict === verdict);
    const counts = new Map<string, number>();
    for (const { found: some } of own) {
      const said = [...new Set(some.map(({ rule }) => rule))].join(" + ") || "nothing";
      counts.set(said, (counts.get(said) ?? 0) + 1);
    }
    console.log(`    ${verdict.padEnd(20)} ${[...counts].map(([said, count]) => `${said} ${count}`).join(", ")}`);
  }
}

/** Prints what is said of each row of the first seed's table, and what a human found. */
function printSeed({ seed000, citations }: Truth, textOf: (path: string) => string | undefined, diagnostics: readonly Diagnostic[]): void {
  const document = citations.find(({ path }) => path.includes("N2470"))?.path;
  if (document === undefined) return;
  const lines = (textOf(document) ?? "").split("\n");
  console.log(`\nthe table of ${document}`);
  for (const { row, cited, verdict, orElse = [], now } of seed000) {
    const [first, last] = cited[0] ?? [0, 0];
    const written = first === last ? `Line ${first}:` : `Lines ${first}-${last}:`;
    const line = lines.findIndex((text) => text.includes(written)) + 1;
    const found = diagnostics.filter((one) => about.has(one.rule) && one.path === document && one.line === line);
    const said = found.map(
      ({ rule, hint, fix }) => `${rule} (${fix === undefined ? "shown" : fix.safe ? "safe" : "unsafe"}: ${hint ?? ""})`,
    );
    const shownLines = now.map(([from, to]) => `${from}-${to}`).join(", ");
    console.log(`  ${row}. ${written} ${[verdict, ...orElse].join(" or ")}, now ${shownLines}; found ${said.join(", ") || "nothing"}`);
  }
}

/** Checks a checkout with the documents of the citations, whatever else it has. */
async function checked(folder: string, commit: string, citations: readonly TrueCitation[]): Promise<Checked> {
  const head = git(folder, "rev-parse", "HEAD").trim();
  if (head !== commit) throw new UserError(`\`${folder}\` is at ${head}, and the truth is about ${commit}.`);
  const opened = await openFolder({ cwd: folder, root: folder });
  if (opened.kind === "broken") throw new UserError(`The configuration in \`${folder}\` cannot be read.`);
  const documents = [...new Set(citations.map(({ path }) => path))].sort();
  const world = { ...opened.world, verdicts: undefined, selection: { ...opened.world.selection, documents } };
  return check(world, { rules, levels: {}, only: [], paths: [] });
}

function printMisses(compared: readonly Compared[], most: number): void {
  for (const { citation, found, outcome } of compared.filter((one) => one.outcome !== "right").slice(0, most)) {
    const { repository, path, line, verdict, orElse = [], text, why } = citation;
    const place = `${repository === undefined ? "" : `${repository} `}${path}:${line}`;
    console.log(`\n${outcome}: ${place} ${text.trim().slice(0, 160)}\n  ${[verdict, ...orElse].join(" or ")}: ${why}`);
    for (const { rule, message, hint } of found) console.log(`  found ${rule}: ${message} ${hint ?? ""}`);
  }
}

/** The second sample, of as many repositories as are given. */
async function measureFresh(given: readonly string[], most: number): Promise<void> {
  const truth = readTruth<FreshTruth>(new URL("truth/citations-fresh.json", import.meta.url));
  const all: Compared[] = [];
  for (const one of given) {
    const [name = "", folder = ""] = one.split(/=(.*)/s);
    const repository = truth.repositories.find((known) => known.name === name);
    if (repository === undefined || folder === "")
      throw new UserError(`\`${one}\` is no \`OWNER/NAME=PATH\` of a repository of the truth.`);
    const citations = truth.citations.filter((citation) => citation.repository === name);
    if (citations.length === 0) continue;
    const { report } = await checked(folder, repository.commit, citations);
    const compared = citations.map((citation) => compare(citation, report.diagnostics));
    printTable(name, compared);
    all.push(...compared);
  }
  printTable(`seed ${truth.seed}, all`, all);
  printMisses(all, most);
}

/** Prints how the report of a repository compares with the truth. Throws a `UserError` for wrong usage. */
export async function command(argv: readonly string[]): Promise<void> {
  const fresh = { type: "string", multiple: true, default: [] as string[] } as const;
  const options = { repo: { type: "string" }, fresh, misses: { type: "string", default: "20" } } as const;
  const { values } = parseArgs({ args: [...argv], options });
  const most = Number(values.misses);
  if (values.fresh.length > 0) {
    await measureFresh(values.fresh, most);
    return;
  }
  if (values.repo === undefined) throw new UserError("Which checkout? `--repo PATH`, or `--fresh OWNER/NAME=PATH`.");
  const truth = readTruth(new URL("truth/citations.json", import.meta.url));
  const { report, textOf } = await checked(values.repo, truth.commit, truth.citations);
  const compared = truth.citations.map((citation) => compare(citation, report.diagnostics));
  console.log(`seed ${truth.seed}`);
  for (const set of [...new Set(truth.citations.map((one) => one.set))].sort())
    printTable(
      `set ${set}`,
      compared.filter(({ citation }) => citation.set === set),
    );
  printTable(
    "drawn",
    compared.filter(({ citation }) => citation.drawn),
  );
  printTable(
    "with lines",
    compared.filter(({ citation }) => citation.lines.length > 0),
  );
  printTable("all", compared);
  printSeed(truth, textOf, report.diagnostics);
  printMisses(compared, most);
}
