import { compactLines, diagnose } from "../harness/check-files.js";

/** Texts by path. */
export type Files = Readonly<Record<string, string>>;

const code = "fn f() {\n    // SPEC: A\n    a();\n}\n";

/** A table with one row, of the name. */
export const table = (name = "`A`", header = "Invariant | Anchor site | How", more = ""): string =>
  `| ${header} |\n| ${header.replaceAll(/[^|]+/g, " --- ")} |\n| ${name} | \`src/a.rs\` | why |${more}\n`;

/** A module's text. */
export const module = (name: string, body: string): string => `---- MODULE ${name} ----\n${body}\n====\n`;

/** A module M and its configuration. */
export const spec = (body: string, cfg: string): Files => ({ "specs/M.tla": module("M", body), "specs/M.cfg": cfg });

const workspace = (files: Files): Files => ({ "specs/README.md": table(), "src/a.rs": code, ...files });

/** What is said of a workspace with one row, `A`, and these files beside it. */
export const said = (files: Files): Promise<readonly string[]> => compactLines(workspace(files));

/** The hints of what is said. */
export const hinted = async (files: Files): Promise<readonly (string | undefined)[]> =>
  (await diagnose(workspace(files))).map(({ hint }) => hint);

/** What is said where `A` is defined and nobody checks it. */
export const unchecked = (path = "specs/M.tla", at = "specs/README.md:3:3"): readonly string[] => [
  `${at}: error unchecked-invariant: \`${path}\` defines \`A\`, but no \`.cfg\` gives it to the model checker.`,
];

/** What is said where only runs that are expected to fail check `A`. */
export const failing = (path = "specs/M.cfg"): readonly string[] => [
  `specs/README.md:3:3: error unchecked-invariant: \`A\` is checked only where the model checker is expected to fail: by \`${path}\`.`,
];
