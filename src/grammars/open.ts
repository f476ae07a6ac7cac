import type { Grammars, Parse } from "../model/syntax.js";
import { type Allowance, patientAllowance } from "./allowance.js";
import { nativeParse } from "./native.js";
import { wasmParse } from "./wasm.js";

/** The two builds of a parser: a binary of this platform, or WebAssembly. */
export type Door = "native" | "wasm";

/** Grammars that can tell how they were loaded. */
export interface OpenGrammars extends Grammars {
  /** Through which door the grammar was loaded; `undefined` before `load` has resolved, or if there is no such grammar. */
  door(grammar: string): Door | undefined;
}

/**
 * The grammars whose `tree-sitter-<name>.wasm` lies in the folder, each loaded once. Native packages, where they are installed and fit,
 * go before WebAssembly: they start sooner. `"wasm"` leaves them out. `allowance` says when a parse is given up.
 */
export function openGrammars(folder: string, prefer: Door = "native", allowance: Allowance = patientAllowance): OpenGrammars {
  const loading = new Map<string, Promise<Parse | undefined>>();
  const doors = new Map<string, Door>();

  const open = async (grammar: string): Promise<Parse | undefined> => {
    const native = prefer === "native" ? nativeParse(grammar, allowance) : undefined;
    const parse = native ?? (await wasmParse(folder, grammar, allowance));
    if (parse !== undefined) doors.set(grammar, native === undefined ? "wasm" : "native");
    return parse;
  };

  return {
    load: (grammar) => {
      const parse = loading.get(grammar) ?? open(grammar);
      loading.set(grammar, parse);
      return parse;
    },
    door: (grammar) => doors.get(grammar),
  };
}
