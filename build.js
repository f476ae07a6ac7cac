// Builds dist/: one bundle for the command line, one for the library, with shared chunks, and what they need beside them.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import ts from "typescript";

const require = createRequire(import.meta.url);
const dist = fileURLToPath(new URL("dist/", import.meta.url));

rmSync(dist, { recursive: true, force: true });

const shared = {
  bundle: true,
  platform: "node",
  target: "node20",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  // The optional native parser is found at run time, where the user's npm put it.
  external: ["tree-sitter", "tree-sitter-rust"],
  metafile: true,
};

/** What the command line loads on demand only, or while it waits: files of their own beside `cli.cjs`. */
const onDemand = {
  markdown: "src/read/documents/markdown.ts",
  glob: "src/workspace/glob.ts",
  parse: "src/config/parse.ts",
  "lock-parse": "src/config/lock-parse.ts",
  "trace-matrix": "src/engine/trace/trace-matrix.ts",
  "trace-formats": "src/cli/trace-formats.ts",
  "web-tree-sitter": "web-tree-sitter",
};

const apart = {
  name: "on-demand",
  setup: ({ onResolve }) =>
    onResolve({ filter: /./ }, ({ path, kind }) => {
      const name = path.replace(/^.*\//, "").replace(/\.js$/, "");
      return kind === "dynamic-import" && name in onDemand ? { path: `./${name}.cjs`, external: true } : undefined;
    }),
};

// The command line is CommonJS: Node resolves and links modules for longer than it takes to check a small project.
const asCommonJs = {
  ...shared,
  outdir: dist,
  outExtension: { ".js": ".cjs" },
  format: "cjs",
  supported: { "dynamic-import": false },
  define: { "import.meta.url": "importMetaUrl" },
  banner: { js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
};
const command = await build({ ...asCommonJs, entryPoints: { cli: "src/cli/main.ts" }, plugins: [apart] });
// Nearly all of their code is other packages': short names load faster, and no stack of ours is lost.
const parts = await build({ ...asCommonJs, supported: {}, entryPoints: onDemand, minify: true });

// Chunks stay beside the entry: `src/assets.ts` finds dist/ from one level up.
const library = await build({
  ...shared,
  entryPoints: { index: "src/index.ts" },
  outdir: dist,
  format: "esm",
  splitting: true,
  chunkNames: "[name]-[hash]",
  banner: { js: 'import { createRequire as bundledRequire } from "node:module"; const require = bundledRequire(import.meta.url);' },
});

/** The packages whose code is in the bundle. */
const bundled = new Set(
  [command, parts, library]
    .flatMap(({ metafile }) => Object.values(metafile.outputs))
    .flatMap(({ inputs }) => Object.keys(inputs))
    .flatMap((input) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.slice(1) ?? []),
);

const folder = (name) => join("node_modules", name);

// The parser's runtime and the grammars that the languages name, for machines where the native ones do not load.
const data = await build({ entryPoints: ["src/read/languages/index.ts"], bundle: true, format: "esm", write: false });
const { languages } = await import(`data:text/javascript;base64,${Buffer.from(data.outputFiles[0].text).toString("base64")}`);
mkdirSync(join(dist, "grammars"), { recursive: true });
copyFileSync(require.resolve("web-tree-sitter/web-tree-sitter.wasm"), join(dist, "grammars", "web-tree-sitter.wasm"));
bundled.add("web-tree-sitter");
for (const { grammar } of languages) {
  if (grammar === undefined) continue;
  const file = `tree-sitter-${grammar.name}.wasm`;
  const from = grammar.from ?? `tree-sitter-${grammar.name}`;
  copyFileSync(join(folder(from), file), join(dist, "grammars", file));
  bundled.add(from);
}

copyFileSync("src/judge/phrasebook/phrasebook.bin", join(dist, "phrasebook.bin"));

mkdirSync(join(dist, "rules"), { recursive: true });
for (const page of readdirSync("src/rules").filter((name) => name.endsWith(".md")))
  copyFileSync(join("src/rules", page), join(dist, "rules", page));

// Bundled code keeps its licences.
const licences = [...bundled].sort().map((name) => {
  const { version, license, author } = JSON.parse(readFileSync(join(folder(name), "package.json"), "utf8"));
  const file = readdirSync(folder(name)).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
  const text =
    file === undefined
      ? `${license}${author ? `, ${typeof author === "string" ? author : author.name}` : ""}`
      : readFileSync(join(folder(name), file), "utf8").trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
});
writeFileSync(
  join(dist, "THIRD-PARTY-LICENSES.txt"),
  `The bundle holds code of these packages.\n\n${licences.join(`\n${"-".repeat(80)}\n\n`)}`,
);

if (bundled.size === 0) throw new Error(`nothing was bundled from ${dirname(dist)}`);

// Declarations: what the library's entry leads to, and no more. The rest would name packages that are not shipped.
const types = join(dist, "types");
const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
const parsed = ts.parseJsonConfigFileContent({ ...config, include: ["src"] }, ts.sys, ".");
const options = { ...parsed.options, noEmit: false, declaration: true, emitDeclarationOnly: true, outDir: types, rootDir: resolve("src") };
const program = ts.createProgram(parsed.fileNames, options);
const emitted = new Map();
const { diagnostics } = program.emit(undefined, (path, text) => emitted.set(resolve(path), text));
const errors = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
if (errors.length > 0)
  throw new Error(
    ts.formatDiagnostics(errors, { getCanonicalFileName: String, getCurrentDirectory: ts.sys.getCurrentDirectory, getNewLine: () => "\n" }),
  );
const wanted = new Set([join(types, "index.d.ts")]);
for (const path of wanted) {
  const text = emitted.get(path);
  if (text === undefined) throw new Error(`${relative(types, path)} is imported but not emitted`);
  for (const { fileName } of ts.preProcessFile(text).importedFiles) {
    if (fileName.startsWith(".")) wanted.add(resolve(dirname(path), fileName.replace(/\.js$/, ".d.ts")));
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
