import type { LoadedLock } from "../model/lock.js";
import type { Workspace } from "../model/workspace.js";

/** The name of the lock, which stands in the root. */
export const lockName = "spec-anchors.lock";

/** Reads the root's lock; `undefined` where there is none. Every fault of it is a problem, never thrown. */
export async function loadLock(workspace: Workspace): Promise<LoadedLock | undefined> {
  const file = workspace.read(lockName);
  if (file.kind === "absent") return undefined;
  if (file.kind === "unreadable") {
    const message = `\`${lockName}\` ${file.reason}.`;
    return { kind: "problems", path: lockName, text: "", problems: [{ at: undefined, message, hint: "Make it a file that can be read." }] };
  }
  // The parser is loaded only where there is something to parse.
  const { parseLock } = await import("./lock-parse.js");
  return { path: lockName, text: file.text, ...parseLock(lockName, file.text) };
}
