import type { Workspace } from "../../src/model/workspace.js";

/** What a manifest says of one model: the module that it is of, its configuration, and whether the model checker ends in a fault. */
export interface Model {
  readonly config: string;
  readonly module: string;
  /** `undefined` where the manifest does not know. */
  readonly fails: boolean | undefined;
  /** The manifest's own word: `success`, `safety failure`. */
  readonly result: string;
}

interface Manifest {
  readonly modules: readonly {
    readonly path: string;
    readonly models: readonly { readonly path: string; readonly result: string }[];
  }[];
}

function isManifest(value: unknown): value is Manifest {
  return typeof value === "object" && value !== null && "modules" in value && Array.isArray(value.modules);
}

/** Reads the manifests among the files. */
export function modelsIn(workspace: Workspace, files: readonly string[]): readonly Model[] {
  return files
    .filter((path) => /(?:^|\/)manifest\.json$/.test(path))
    .flatMap((path) => {
      const file = workspace.read(path);
      const manifest: unknown = file.kind === "text" ? JSON.parse(file.text) : undefined;
      if (!isManifest(manifest)) return [];
      return manifest.modules.flatMap(({ path: module, models }) =>
        models.map(({ path: config, result }): Model => {
          const fails = result === "unknown" ? undefined : result !== "success";
          return { config, module, fails, result };
        }),
      );
    });
}
