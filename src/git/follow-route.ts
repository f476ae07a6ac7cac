import type { Change } from "./follow-changes.js";
import { advance, type Gone, type Here, leastWeight, mostOthers, pathOf, revive, type State, type Target } from "./follow-step.js";
import { onDisk } from "./follow-uncommitted.js";
import type { Traced } from "./follow-world.js";

/** What took lines away that history cannot name: the commits before those that are followed. */
export const beforeGraph = -1;

/**
 * Takes cited lines from the commit they were cited in to the files on disk, over every commit between. Where branches meet, the
 * side that still has them is believed; of two that have not, the one that lost them first.
 */
export function route(traced: Traced, start: Here, commit: string): State {
  const { graph } = traced;
  const head = graph.hashes.length - 1;
  const unmoved = standing(traced, start);
  if (unmoved !== undefined) return onDisk(traced, unmoved);
  const begin = graph.index.get(commit);
  if (begin === undefined) return onDisk(traced, atOnce(traced, start, commit, graph.hashes[head] ?? ""));
  traced.prepare([start.path], begin);
  const states: (State | undefined)[] = [];
  states[begin] = start;
  for (let child = begin + 1; child <= head; child += 1) {
    let state: State | undefined;
    (graph.parents[child] ?? []).forEach((parent, at) => {
      const before = states[parent];
      if (before === undefined) return;
      const after = over(traced, before, { child, parent, at, begin });
      state = state === undefined ? after : better(state, after);
    });
    states[child] = state;
  }
  return onDisk(traced, states[head] ?? { kind: "too-large" });
}

/**
 * Where the lines stand in HEAD, if their file stands there under its name and has these very lines once, as it had then. That is where every
 * step would lead, and saves reading all versions between.
 */
function standing({ objects }: Traced, start: Here): Here | undefined {
  const [blob] = objects.blobs([`HEAD:${start.path}`]);
  const version = blob === undefined ? undefined : objects.version(blob);
  const [first, last] = [start.spots[0], start.spots.at(-1)];
  if (version === undefined || first?.kind !== "at" || last?.kind !== "at") return undefined;
  const block = start.version.ids.subarray(first.first, last.last + 1);
  if (block.reduce((sum, id) => sum + objects.table.weight(id), 0) < leastWeight.same) return undefined;
  const [now, ...copies] = placesOf(block, version.ids);
  if (now === undefined || copies.length > 0 || placesOf(block, start.version.ids).length > 1) return undefined;
  return { ...start, version, spots: Array.from(block, (_, at) => ({ kind: "at", first: now + at, last: now + at })) };
}

function placesOf(block: Int32Array, ids: Int32Array): readonly number[] {
  const found: number[] = [];
  for (let at = ids.indexOf(block[0] ?? -1); at !== -1; at = ids.indexOf(block[0] ?? -1, at + 1)) {
    if (block.every((id, next) => ids[at + next] === id)) found.push(at);
  }
  return found;
}

interface Edge {
  readonly child: number;
  readonly parent: number;
  /** Which of the child's parents it is. */
  readonly at: number;
  readonly begin: number;
}

function over(traced: Traced, state: State, { child, parent, at, begin }: Edge): State {
  if (state.kind !== "here" && state.kind !== "gone") return state;
  const { changes, graph } = traced;
  const change = changes.of(pathOf(state), child, at);
  if (change === undefined) return state;
  const between = (): readonly Change[] => changes.between(graph.hashes[parent] ?? "", graph.hashes[child] ?? "");
  const next = changed(traced, state, change, between, child);
  if (next.kind === "here" && next.path !== pathOf(state)) traced.prepare([pathOf(next)], begin);
  return next;
}

function atOnce(traced: Traced, start: Here, from: string, to: string): State {
  const between = (): readonly Change[] => traced.changes.between(from, to);
  const [name] = traced.objects.blobs([`${to}:${start.path}`]);
  if (name === start.version.key) return start;
  const change = { path: start.path, before: start.version.key, after: name, renamedFrom: undefined };
  return changed(traced, start, change, between, beforeGraph);
}

/** Takes lines over one change of their file. */
function changed(traced: Traced, state: Here | Gone, change: Change, between: () => readonly Change[], by: number): State {
  const { objects, match } = traced;
  if (state.kind === "gone") {
    const target = targetOf(traced, change);
    return target === undefined ? state : revive(state, target, objects.table);
  }
  const now = change.after === undefined ? between().find(({ renamedFrom }) => renamedFrom === change.path) : change;
  const version = now?.after === undefined ? undefined : objects.version(now.after);
  if (now?.after !== undefined && version === undefined) return { kind: "too-large" };
  const file = now && version && { path: now.path, version, match: match(state.version, version) };
  return advance(state, { by, file, others: () => othersIn(traced, between(), [change.path, now?.path]) }, objects.table);
}

function targetOf({ objects, match }: Traced, { path, before, after }: Change): Target | undefined {
  const version = after === undefined ? undefined : objects.version(after);
  if (version === undefined) return undefined;
  const old = before === undefined ? undefined : objects.version(before);
  let taken: ReadonlySet<number> | undefined;
  const isAdded = (line: number): boolean => {
    taken ??= new Set(old && match(old, version));
    return !taken.has(line);
  };
  return { path, version, isAdded };
}

const extension = (path: string): string => /\.[^./]*$/.exec(path)?.[0] ?? "";

/** The other files with new lines, those of the same kind first. */
function* othersIn(traced: Traced, all: readonly Change[], [path = "", now]: readonly (string | undefined)[]): Generator<Target> {
  const own = extension(path);
  const others = all.filter((change) => change.after !== undefined && change.path !== path && change.path !== now);
  const wanted = [
    ...others.filter((change) => extension(change.path) === own),
    ...others.filter((change) => extension(change.path) !== own),
  ].slice(0, mostOthers);
  traced.objects.load(wanted.flatMap(({ before, after }) => [before, after]));
  for (const change of wanted) {
    const target = targetOf(traced, change);
    if (target !== undefined) yield target;
  }
}

/** Where two branches meet. */
function better(one: State, other: State): State {
  const rank = (state: State): number => ["here", "ambiguous", "gone", "too-large"].indexOf(state.kind);
  if (rank(one) !== rank(other)) return rank(one) < rank(other) ? one : other;
  if (one.kind === "here" && other.kind === "here") return kept(other) > kept(one) ? other : one;
  if ("by" in one && "by" in other) return other.by < one.by ? other : one;
  return one;
}

const kept = ({ spots }: Here): number => spots.filter(({ kind }) => kind === "at").length;
