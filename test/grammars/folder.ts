import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const require = createRequire(import.meta.url);

/** True where the native packages must load: installed, made for this platform, and no musl, for which there are no binaries. */
export const hasNative =
  existsSync(`node_modules/tree-sitter-rust/prebuilds/${process.platform}-${process.arch}`) &&
  (process.platform !== "linux" || /"glibcVersionRuntime":/.test(JSON.stringify(process.report?.getReport())));

/** A folder with the runtime and the Rust grammar as the build lays them out; it goes away with the test file. */
export function grammarsFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "spec-anchors-grammars-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  copyFileSync(require.resolve("tree-sitter-rust/tree-sitter-rust.wasm"), join(folder, "tree-sitter-rust.wasm"));
  copyFileSync(require.resolve("web-tree-sitter/web-tree-sitter.wasm"), join(folder, "web-tree-sitter.wasm"));
  return folder;
}
