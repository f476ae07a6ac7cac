import type { Version } from "./follow-lines.js";
import { advance, mostOthers, pathOf, revive, type State, type Step, type Target } from "./follow-step.js";
import type { Traced } from "./follow-world.js";

/** The last step: what is not committed. */
export function onDisk(traced: Traced, state: State): State {
  if (state.kind !== "here" && state.kind !== "gone") return state;
  const { disk, graph, match, objects } = traced;
  const by = graph.hashes.length;
  const path = pathOf(state);
  if (disk.isTooLarge(path)) return { kind: "too-large" };
  const version = disk.version(path);
  const added = (from: Version | undefined, to: Version): Target["isAdded"] => {
    const taken = new Set(from && match(from, to));
    return (line) => !taken.has(line);
  };
  if (state.kind === "gone") {
    const [blob] = objects.blobs([`HEAD:${path}`]);
    const old = blob === undefined ? undefined : objects.version(blob);
    if (version === undefined || (old !== undefined && isSame(old, version))) return state;
    return revive(state, { path, version, isAdded: added(old, version) }, objects.table);
  }
  if (version !== undefined && isSame(state.version, version)) return { ...state, version };
  const renamed = version === undefined ? renamedOnDisk(traced, state.version) : { path, version };
  const file: Step["file"] = renamed && { ...renamed, match: match(state.version, renamed.version) };
  const others = function* (): Generator<Target> {
    const all = disk.changed().filter((one) => one.path !== path && one.path !== renamed?.path);
    const blobs = objects.blobs(all.map((one) => `HEAD:${one.path}`));
    for (const [at, one] of all.slice(0, mostOthers).entries()) {
      const [now, blob] = [disk.version(one.path), blobs[at]];
      const old = blob === undefined ? undefined : objects.version(blob);
      if (now !== undefined) yield { path: one.path, version: now, isAdded: added(old, now) };
    }
  };
  return advance(state, { by, file, others }, objects.table);
}

const isSame = (one: Version, other: Version): boolean =>
  one.raw.length === other.raw.length && one.raw.every((line, at) => line === other.raw[at]);

/** The new file that has most lines of the one that is gone, if that is more than half of them. */
function renamedOnDisk({ disk, match, objects }: Traced, old: Version): { readonly path: string; readonly version: Version } | undefined {
  const weigh = (version: Version, isCounted: (line: number) => boolean): number =>
    version.ids.reduce((sum, id, at) => (isCounted(at) ? sum + 0.01 + objects.table.weight(id) : sum), 0);
  const whole = weigh(old, () => true);
  let best: { readonly path: string; readonly version: Version; readonly share: number } | undefined;
  for (const { path, isNew } of disk.changed().slice(0, mostOthers)) {
    const version = isNew ? disk.version(path) : undefined;
    if (version === undefined) continue;
    const found = match(old, version);
    const share =
      weigh(old, (line) => found[line] !== -1) /
      Math.max(
        whole,
        weigh(version, () => true),
      );
    if (share > (best?.share ?? 0.5)) best = { path, version, share };
  }
  return best;
}
