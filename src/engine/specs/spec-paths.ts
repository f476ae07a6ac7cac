/** The folder of a path, with its slash; empty for the root. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);

/** A path's last part without its extension. */
export const stemOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");

/** True for the module or configuration that the model checker writes to show one trace. */
export function isOfTrace(path: string): boolean {
  return /_TTrace_\d+\.\w+$|(?:^|\/)MC_TE\.\w+$/.test(path);
}

/** The module that a file is the copy of which the Toolbox made for a run: the one of its name beside the Toolbox's folder. */
export function originalOf(path: string): string | undefined {
  const [, around, name] = /^((?:[^/]+\/)*?)[^/]+\.toolbox\/(?:[^/]+\/)*([^/]+)$/.exec(path) ?? [];
  // MC is what the Toolbox writes, never a copy.
  return name === undefined || name === "MC.tla" ? undefined : `${around}${name}`;
}
