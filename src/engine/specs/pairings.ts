import type { ModelConfigEntry } from "../../model/config.js";
import type { DocumentFacts } from "../../model/document.js";
import type { WrittenSite } from "../../model/row.js";
import { commandsIn, type ModelCommand } from "../../read/documents/commands.js";
import type { ResolveSite } from "../link/sites.js";
import type { Pairing } from "./model-configs.js";

/** A command of a document that tells the model checker which names to check. */
export interface CommandedCheck {
  readonly document: string;
  readonly command: ModelCommand;
  readonly module: string | undefined;
}

/** What documents and configuration say of which `.cfg` belongs to which module. */
export interface Pairings {
  readonly pairings: readonly Pairing[];
  readonly commanded: readonly CommandedCheck[];
}

/** Reads the commands of the documents. What the configuration says goes before what a command says. */
export function pairingsOf(documents: readonly DocumentFacts[], entries: readonly ModelConfigEntry[], resolve: ResolveSite): Pairings {
  const fromRoot = entries.map(({ config, module, fails }): Pairing => ({ config, module, fails }));
  const commanded: CommandedCheck[] = [];
  const pairings: Pairing[] = [];
  for (const facts of documents) {
    const file = (site: WrittenSite | undefined): string | undefined => {
      const found = site === undefined ? undefined : resolve(facts.path, site);
      return found?.resolved === "file" ? found.target : undefined;
    };
    for (const command of commandsIn(facts)) {
      const [config, module] = [file(command.config), file(command.module)];
      if (config !== undefined && module !== undefined) pairings.push({ config, module });
      if (command.invariants.length > 0) commanded.push({ document: facts.path, command, module });
    }
  }
  return { pairings: [...fromRoot, ...pairings], commanded };
}
