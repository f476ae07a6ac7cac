import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

// Bundled modules find dist/ and packages from one folder below the package's, as they do in src/.
const own = JSON.stringify(import.meta.url);

/** Imports a TypeScript module of this folder, bundled; `path` is relative to it. */
export async function importTypeScript(path) {
  const folder = mkdtempSync(join(tmpdir(), "bundled-"));
  const outfile = join(folder, "bundle.mjs");
  try {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL(path, import.meta.url))],
      bundle: true,
      format: "esm",
      platform: "node",
      target: "node20",
      write: false,
      define: { "import.meta.url": own },
      banner: { js: `import { createRequire as bundledRequire } from "node:module"; const require = bundledRequire(${own});` },
    });
    writeFileSync(outfile, outputFiles[0].contents);
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the `command` of a TypeScript module of this folder with the process's arguments; wrong usage is said, with exit code 2. */
export async function runCommand(path) {
  const { command } = await importTypeScript(path);
  try {
    await command(process.argv.slice(2), process.env);
  } catch (error) {
    if (error.name !== "UserError" && !error.code?.startsWith("ERR_PARSE_ARGS")) throw error;
    console.error([error.message, error.hint].filter((part) => part !== undefined).join("\n"));
    process.exitCode = 2;
  }
}
