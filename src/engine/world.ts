import type { PastFiles } from "../model/citing.js";
import type { Config } from "../model/config.js";
import type { LoadedLock } from "../model/lock.js";
import type { Past } from "../model/past.js";
import type { Phrasebook } from "../model/phrasebook.js";
import type { Grammars } from "../model/syntax.js";
import type { History, Verdicts, Workspace } from "../model/workspace.js";

/** The world outside the engine, handed in. */
export interface World {
  readonly workspace: Workspace;
  readonly config: Config;
  readonly grammars: Grammars;
  /** What prose goes with code; read when something is judged by it. */
  readonly phrasebook: () => Phrasebook;
  readonly history: History;
  /** Where cited lines went; without it citations are judged by the files as they are. */
  readonly past?: Past | undefined;
  readonly pastFiles?: PastFiles | undefined;
  readonly selection: Selection;
  /** `undefined` where there is none. */
  readonly lock?: LoadedLock | undefined;
  /** Verdicts of earlier runs; without them everything is judged anew. */
  readonly verdicts?: Verdicts | undefined;
  /** Called now and then with what is being done. */
  readonly progress?: (message: string) => void;
}

/** What the configuration's patterns select. */
export interface Selection {
  /** The documents that the configuration names; `undefined`: look for them. */
  readonly documents: readonly string[] | undefined;
  /** True for the files in which anchors are looked for. */
  readonly isSource: (path: string) => boolean;
  readonly isExcluded: (path: string) => boolean;
  /** True for paths, as documents write them, of another repository. */
  readonly isExternal: (path: string) => boolean;
  readonly matches: (pattern: string, path: string) => boolean;
}
