import fc from "fast-check";
import type { Files } from "./workspaces.js";

/** How a generated row's anchor is written, where it stands, or why it is not there. */
const anchorForms = {
  right: (name: string) => `    // SPEC: ${name} — holds here\n    if ready { grant(); }\n`,
  documents: (name: string) => `}\n\n/// SPEC: ${name} — documented\nfn f_${name}() {\n    grant();\n`,
  trails: (name: string) => `    grant(); // SPEC: ${name} — trailing\n`,
  lowerCase: (name: string) => `    // spec: ${name} — another case\n    grant();\n`,
  noColon: (name: string) => `    // SPEC ${name} — no colon\n    grant();\n`,
  noSpace: (name: string) => `    // SPEC:${name} — no space\n    grant();\n`,
  twoMarkers: (name: string) => `    // spec: ${name}\n    // Spec:${name}\n    grant();\n`,
  nearName: (name: string) => `    // SPEC: ${name}s — a letter more\n    grant();\n`,
  inString: (name: string) => `    let s = "// SPEC: ${name}";\n    grant(s);\n`,
  inside: (name: string) => `    // see SPEC: ${name} for more\n    grant();\n`,
  disabled: (name: string) => `    // fn old() {\n    //     // SPEC: ${name}\n    //     grant();\n    // }\n    grant();\n`,
  twice: (name: string) => `    // SPEC: ${name} — a copy\n    grant();\n    // SPEC: ${name} — a copy\n    refuse();\n`,
  emoji: (name: string) => `    let s = "😀"; /* 😀 SPEC: ${name} */ grant();\n    // SPEC: ${name} — 😀\n    grant();\n`,
  testOnly: (name: string) => `}\n\n#[cfg(test)]\nfn t_${name}() {\n    // SPEC: ${name} — tests\n    grant();\n`,
  dangling: (name: string) =>
    `    {\n        grant();\n    }\n}\n\nimpl Lease {\n    fn g_${name}() {}\n\n    // SPEC: ${name} — dangles\n`,
  suppressed: (name: string) => `    // spec-anchors-ignore undeclared-anchor: on purpose\n    // SPEC: ${name}X\n    grant();\n`,
  broken: (name: string) => `    // SPEC: ${name} — broken\n    let = = ;\n`,
  none: () => "    grant();\n",
} as const;

/** How a generated row is written. The second argument is its file. */
const rowForms = {
  plain: (name: string, path: string) => `| \`${name}\` | \`${path}\` | \`grant\` says so |\n`,
  link: (name: string, path: string) => `| **${name}** | [x](../${path}) | 😀 \\| it is |\n`,
  twice: (name: string, path: string) => `| \`${name}\` | \`${path}\` | same |\n| \`${name}\` | \`${path}\` | same |\n`,
  noName: (_name: string, path: string) => `| of many words | \`${path}\` | why |\n`,
  noSite: (name: string) => `| \`${name}\` | somewhere | why |\n`,
  noPromise: (name: string) => `| \`${name}\` | — | why |\n`,
  gone: (name: string) => `| \`${name}\` | \`src/gone.rs\` | why |\n`,
  symbol: (name: string, path: string) => `| \`${name}\` | \`${path}\` (\`nowhere\`) | why |\n`,
  short: (name: string) => `| \`${name}\` |\n`,
  undeclared: () => "",
} as const;

const names = ["NoDoubleGrant", "LeaseEnds", "HolderIsOne", "Epoch_Grows", "QueueFair"] as const;
const paths = ["src/lease.rs", "src/queue.rs"] as const;

const keysOf = <Forms extends object>(forms: Forms): fc.Arbitrary<keyof Forms> =>
  fc.constantFrom(...(Object.keys(forms) as [keyof Forms, ...(keyof Forms)[]]));

/** One row and one anchor, of the same name; the anchor may stand in another file than the row declares. */
interface Claim {
  readonly name: string;
  readonly row: keyof typeof rowForms;
  readonly declared: string;
  readonly anchor: keyof typeof anchorForms;
  readonly stands: string;
}

const claim: fc.Arbitrary<Claim> = fc.record({
  name: fc.constantFrom(...names),
  row: keysOf(rowForms),
  declared: fc.constantFrom(...paths),
  anchor: keysOf(anchorForms),
  stands: fc.constantFrom(...paths),
});

function filesOf(claims: readonly Claim[]): Files {
  const rows = claims.map(({ name, row, declared }) => rowForms[row](name, declared)).join("");
  const table = `| Invariant | Anchor site | How |\n| --- | --- | --- |\n${rows}`;
  const source = (path: string): string => {
    const bodies = claims.filter(({ stands }) => stands === path).map(({ name, anchor }) => anchorForms[anchor](name));
    return `struct Lease;\n\n${bodies.map((body, at) => `fn fn_${at}(ready: bool) {\n${body}}\n`).join("\n")}`;
  };
  return { "specs/README.md": `# Lease 😀\n\n${table}\n`, ...Object.fromEntries(paths.map((path) => [path, source(path)])) };
}

/** A document with up to eight rows and two Rust files, with faults of most kinds. */
export const smallWorkspace: fc.Arbitrary<Files> = fc.array(claim, { minLength: 1, maxLength: 8 }).map(filesOf);
