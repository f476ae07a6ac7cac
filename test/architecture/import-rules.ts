import { posix } from "node:path";
import { importsOf, type Source } from "./sources.js";

/** What the files of a layer may import beside each other: other layers, parts of Node, packages. `…` stands for what is computed. */
export interface Layer {
  readonly layers: readonly string[];
  /** Modules of Node without `node:`; `"*"`: all. */
  readonly node: readonly string[] | "*";
  readonly packages: readonly string[];
}

const nothing: Layer = { layers: [], node: [], packages: [] };

const everything = ["model", "read", "judge", "rules", "engine", "reporters", "config", "workspace", "grammars", "git"];

/** Who may import whom. A layer is a folder of src/, or a file of src/ itself. What is not listed may not exist. */
export const table: Readonly<Record<string, Layer>> = {
  model: nothing,
  read: { layers: ["model"], node: [], packages: ["unified", "remark-parse", "remark-gfm", "mdast"] },
  judge: { layers: ["model"], node: [], packages: ["fastest-levenshtein", "stemmer"] },
  rules: { layers: ["model", "judge"], node: [], packages: [] },
  engine: { layers: ["model", "read", "judge", "rules"], node: ["crypto"], packages: [] },
  reporters: { layers: ["model"], node: [], packages: ["picocolors", "get-east-asian-width"] },
  config: { layers: ["model", "judge"], node: "*", packages: ["valibot", "smol-toml"] },
  workspace: { layers: ["model"], node: "*", packages: ["fast-glob", "picomatch"] },
  grammars: { layers: ["model"], node: "*", packages: ["web-tree-sitter", "tree-sitter", "tree-sitter-…"] },
  git: { layers: ["model"], node: "*", packages: [] },
  cli: { layers: [...everything, "check-folder.ts", "fix-folder.ts", "trace-folder.ts", "assets.ts"], node: "*", packages: ["picocolors"] },
  "assets.ts": { layers: [], node: ["url"], packages: [] },
  "open-phrasebook.ts": { layers: ["assets.ts", "judge", "model"], node: ["fs"], packages: [] },
  "check-folder.ts": {
    layers: ["assets.ts", "config", "engine", "git", "grammars", "model", "open-phrasebook.ts", "rules", "workspace"],
    node: [],
    packages: [],
  },
  "fix-folder.ts": { layers: ["check-folder.ts", "engine", "model", "rules", "workspace"], node: [], packages: [] },
  "trace-folder.ts": { layers: ["check-folder.ts", "engine", "model", "rules"], node: [], packages: [] },
  "index.ts": {
    layers: ["check-folder.ts", "fix-folder.ts", "trace-folder.ts", "engine", "model", "reporters", "rules"],
    node: [],
    packages: [],
  },
};

/** The layer of a path below src/: its first folder, or itself. */
const layerOf = (path: string): string => path.split("/")[0] ?? path;

/** The package of a specifier: `a/b` → `a`, `@a/b/c` → `@a/b`. */
const packageOf = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

/** What is wrong with one import; `undefined` if nothing is. `files` are the paths below src/. */
function faultOf(path: string, specifier: string, files: ReadonlySet<string>): string | undefined {
  const own = layerOf(path);
  const layer = table[own];
  if (layer === undefined) return `\`${own}\` is no layer of the import table`;
  if (specifier.startsWith("node:")) {
    const module = specifier.slice("node:".length);
    return layer.node === "*" || layer.node.includes(module) ? undefined : `\`${own}\` may not import \`${specifier}\``;
  }
  if (!specifier.startsWith(".")) {
    return layer.packages.includes(packageOf(specifier)) ? undefined : `\`${own}\` may not import the package \`${packageOf(specifier)}\``;
  }
  if (!specifier.endsWith(".js")) return `\`${specifier}\` does not end in .js`;
  const target = posix.join(posix.dirname(path), specifier).replace(/\.js$/, ".ts");
  if (!files.has(target)) return `\`${specifier}\` is no file of src`;
  const other = layerOf(target);
  return other === own || layer.layers.includes(other) ? undefined : `\`${own}\` may not import \`${other}\``;
}

/** What is wrong with the imports of the files: `src/path:line: words`. */
export function importFaults(files: readonly Source[]): readonly string[] {
  const paths = new Set(files.map(({ path }) => path));
  return files.flatMap((file) => {
    const own = layerOf(file.path);
    if (table[own] === undefined) return [`src/${file.path}:1: \`${own}\` is no layer of the import table`];
    return importsOf(file).flatMap(({ specifier, line }) => {
      const fault = faultOf(file.path, specifier, paths);
      return fault === undefined ? [] : [`src/${file.path}:${line}: ${fault}`];
    });
  });
}
