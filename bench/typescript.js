import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Imports a TypeScript module of this folder, bundled in memory; `path` is relative to it. */
export async function importTypeScript(path) {
  const entry = fileURLToPath(new URL(path, import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
