import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseConfig } from "../../src/config/parse.js";
import { rules } from "../../src/rules/index.js";
import { readPage } from "../rules/page.js";

/** Texts by their paths. */
export type Files = Readonly<Record<string, string>>;

const fixtures = fileURLToPath(new URL("../../fixtures/", import.meta.url));

/** The files of a fixture, by paths relative to it. */
export function fixture(name: string): Files {
  const root = join(fixtures, name);
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  return Object.fromEntries(paths.sort().map((path) => [path.replaceAll("\\", "/"), readFileSync(join(root, path), "utf8")]));
}

/** The folders of fixtures, those of `judgement` included. */
const folders = readdirSync(fixtures, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isDirectory() && entry.name === "specs")
  .map(({ parentPath }) => parentPath.slice(fixtures.length).replaceAll("\\", "/"))
  .sort();

/** Every fixture that is a workspace, by name: each has documents in `specs`. */
export const fixtureWorkspaces: readonly (readonly [string, Files])[] = folders.map((name) => [`fixtures/${name}`, fixture(name)] as const);

/** True unless the files hold a configuration that cannot be understood: then there is nothing else to report. */
function isConfigured(files: Files): boolean {
  const text = files["spec-anchors.toml"];
  const known = { ids: rules.map(({ id }) => id), always: [] };
  return text === undefined || parseConfig("spec-anchors.toml", text, known).kind === "config";
}

/** The examples on the rules' pages, by page and line: small, and together they show every finding of every rule. */
export const exampleWorkspaces: readonly (readonly [string, Files])[] = rules.flatMap(({ id }) => {
  const page = readPage(`${id}.md`, readFileSync(new URL(`../../src/rules/${id}.md`, import.meta.url), "utf8"));
  return page.examples.filter(({ files }) => isConfigured(files)).map(({ line, files }) => [`${id}.md:${line}`, files] as const);
});
