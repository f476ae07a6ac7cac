// Holds the reader of TLA+ modules against lists made by hand and against the TLA+ grammar of tree-sitter:
//   node bench/tla-names.js [--grammar FOLDER] [--truth FILE] [--damage N] FOLDER…
// Folders are searched for .tla files, and for corpus tests of the grammar (test/corpus/**/*.txt). The grammar is no dependency of this
// project: `npm pack @tlaplus/tree-sitter-tlaplus`, unpack it anywhere, and give the folder with its .wasm as --grammar.
// --damage N drops a line from each module, N times, and counts the names that each reader loses or makes up.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { importTypeScript } from "./typescript.js";

const { values, positionals: folders } = parseArgs({
  options: { grammar: { type: "string" }, truth: { type: "string" }, damage: { type: "string" } },
  allowPositionals: true,
});
if (folders.length === 0) throw new Error("which folders?");

const { namesByReader, namesByTree, casesOf, damaged } = await importTypeScript("tla/names.ts");

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((path) => join(folder, path))
    .filter((path) => (/\.tla$/.test(path) || /corpus.*\.txt$/.test(path)) && statSync(path).isFile())
    .sort();

/** The texts to be read: each file is one, each corpus file many. `valid` is false where the grammar's authors say that it is not TLA+. */
const texts = folders.flatMap(filesIn).flatMap((path) => {
  const text = readFileSync(path, "utf8");
  return path.endsWith(".tla")
    ? [{ path, text, valid: true, corpus: false }]
    : casesOf(text).map((one) => ({ ...one, path: `${path}: ${one.title}`, corpus: true }));
});

async function grammarParse(folder) {
  const { Language, Parser } = await import("web-tree-sitter");
  const runtime = join(dirname(createRequire(import.meta.url).resolve("web-tree-sitter")), "web-tree-sitter.wasm");
  await Parser.init({ wasmBinary: readFileSync(runtime) });
  const parser = new Parser().setLanguage(await Language.load(readFileSync(join(folder, "tree-sitter-tlaplus.wasm"))));
  return (text) => {
    const tree = parser.parse(text);
    const names = namesByTree(tree.rootNode, text);
    const broken = tree.rootNode.hasError;
    tree.delete();
    return { names, broken };
  };
}

const wordOf = ({ module, kind, name, line }) => `${module} ${kind} ${name}:${line}`;

/** What each of two lists has and the other has not. */
function difference(one, other) {
  const rest = other.map(wordOf);
  const only = one.map(wordOf).filter((word) => {
    const at = rest.indexOf(word);
    if (at !== -1) rest.splice(at, 1);
    return at === -1;
  });
  return { only, rest };
}

function timed(work) {
  const start = performance.now();
  const result = work();
  return { result, time: performance.now() - start };
}

const counts = { modules: 0, names: 0, differing: 0, reader: 0, tree: 0 };
const verdicts = { both: 0, reader: 0, tree: 0, neither: 0 };
const byTree = values.grammar === undefined ? undefined : await grammarParse(values.grammar);

for (const { path, text, valid, corpus } of texts) {
  const reader = timed(() => namesByReader(text));
  const tree = byTree && timed(() => byTree(text));
  counts.reader += reader.time;
  counts.tree += tree?.time ?? 0;
  const { names, faults } = reader.result;
  if (!valid) {
    const seen = faults.length > 0 ? (tree?.result.broken ? "both" : "reader") : tree?.result.broken ? "tree" : "neither";
    verdicts[seen] += 1;
    if (faults.length === 0) console.log(`no fault found in what is invalid: ${path}`);
    continue;
  }
  counts.modules += 1;
  counts.names += names.length;
  const { only, rest } = tree === undefined ? { only: [], rest: [] } : difference(names, tree.result.names);
  const said = [
    ...only.map((word) => `  reader only: ${word}`),
    ...rest.map((word) => `  grammar only: ${word}`),
    ...(faults.length > 0 && !(corpus && tree?.result.broken)
      ? faults.slice(0, 3).map(({ line, message }) => `  fault at line ${line}: ${message}`)
      : []),
    ...(tree?.result.broken ? ["  the grammar cannot parse it"] : []),
  ];
  if (only.length + rest.length > 0) counts.differing += 1;
  if (said.length > 0) console.log([path, ...said].join("\n"));
}
console.log(`${counts.modules} texts, ${counts.names} names, ${counts.differing} texts with differences`);
console.log(
  `invalid texts seen by both ${verdicts.both}, reader ${verdicts.reader}, grammar ${verdicts.tree}, neither ${verdicts.neither}`,
);
console.log(`reader ${counts.reader.toFixed(0)} ms, grammar ${byTree === undefined ? "not asked" : `${counts.tree.toFixed(0)} ms`}`);

if (values.truth !== undefined) {
  let wrong = 0;
  let total = 0;
  for (const { path, names } of JSON.parse(readFileSync(values.truth, "utf8"))) {
    const found = texts.find((one) => one.path.endsWith(`/${path}`));
    if (found === undefined) throw new Error(`${path} is in none of the folders`);
    const { only, rest } = difference(namesByReader(found.text).names, names);
    total += names.length;
    wrong += only.length + rest.length;
    for (const word of only) console.log(`${path}: not in the list made by hand: ${word}`);
    for (const word of rest) console.log(`${path}: missed: ${word}`);
  }
  console.log(`by hand: ${total} names, ${wrong} wrong`);
  if (wrong > 0) process.exitCode = 1;
}

if (values.damage !== undefined) {
  const sums = { reader: [0, 0], grammar: [0, 0] };
  let unseen = 0;
  let wrong = 0;
  let trials = 0;
  for (const { path, text } of texts.filter(({ valid, corpus }) => valid && !corpus)) {
    for (const { broken, expected, line } of damaged(text, Number(values.damage))) {
      const tree = byTree?.(broken);
      // Many a line can go without harm; only what the grammar refuses counts.
      if (tree !== undefined && !tree.broken) continue;
      trials += 1;
      const read = namesByReader(broken);
      if (read.faults.length === 0) unseen += 1;
      const silent = difference(read.names, expected);
      if (read.faults.length === 0 && silent.only.length + silent.rest.length > 0) {
        wrong += 1;
        console.log(`${path}, line ${line} dropped: no fault, but missed: ${silent.rest.join(", ")}; made up: ${silent.only.join(", ")}`);
      }
      for (const [who, names] of [
        ["reader", read.names],
        ["grammar", tree?.names ?? []],
      ]) {
        const { only, rest } = difference(names, expected);
        sums[who][0] += rest.length;
        sums[who][1] += only.length;
      }
    }
  }
  console.log(
    `${trials} modules with a line dropped that the grammar refuses; the reader finds no fault in ${unseen}, and wrong names in ${wrong} of these`,
  );
  for (const [who, [lost, made]] of Object.entries(sums)) console.log(`${who}: ${lost} names lost, ${made} made up`);
}
