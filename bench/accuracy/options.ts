import { parseArgs } from "node:util";
import { UserError } from "../../src/model/user-error.js";
import { cloneOf } from "../rows/planted.js";
import { kinds } from "./kinds.js";
import type { Draws, Kind } from "./mutant.js";
import type { SetName } from "./repositories.js";

/** What the command line says. */
export interface Options extends Draws {
  /** Folders to measure; with no clones either: the fixtures. */
  readonly repos: readonly string[];
  /** Clones of repositories that rows are about (bench/truth/rows.json), by name. */
  readonly clones: ReadonlyMap<string, string>;
  readonly set: SetName | "all";
  readonly kinds: readonly Kind[];
  /** Where all trials are written; `undefined`: nowhere. */
  readonly json: string | undefined;
  /** How many misses are printed. */
  readonly misses: number;
  readonly history: boolean;
}

function count(option: string, written: string): number {
  const number = Number(written);
  if (!Number.isSafeInteger(number) || number < 0) throw new UserError(`\`--${option} ${written}\` is no count.`);
  return number;
}

function setNamed(written: string): Options["set"] {
  if (written === "tuning" || written === "held-out" || written === "all") return written;
  throw new UserError(`There is no set \`${written}\`.`, "It is `tuning`, `held-out` or `all`.");
}

function kindsNamed(written: string | undefined): readonly Kind[] {
  const ids = written?.split(",") ?? kinds.map(({ id }) => id);
  return ids.map((id) => {
    const kind = kinds.find((one) => one.id === id);
    if (kind === undefined) throw new UserError(`There is no kind \`${id}\`.`, `There are ${kinds.map((one) => one.id).join(", ")}.`);
    return kind;
  });
}

/** Reads the command line. Throws a `UserError` if it makes no sense. */
export function optionsOf(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      clone: { type: "string", multiple: true, default: [] },
      repo: { type: "string", multiple: true, default: [] },
      set: { type: "string", default: "all" },
      seed: { type: "string", default: "1" },
      "per-anchor": { type: "string", default: "3" },
      kinds: { type: "string" },
      json: { type: "string" },
      misses: { type: "string", default: "0" },
      history: { type: "boolean", default: false },
    },
  });
  if (values.history && values.repo.length === 0) throw new UserError("Whose history? Name the repository: `--repo PATH`.");
  return {
    repos: values.repo,
    clones: new Map(values.clone.map(cloneOf)),
    set: setNamed(values.set),
    seed: count("seed", values.seed),
    perAnchor: count("per-anchor", values["per-anchor"]),
    kinds: kindsNamed(values.kinds),
    json: values.json,
    misses: count("misses", values.misses),
    history: values.history,
  };
}
