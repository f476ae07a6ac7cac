import { type Changes, openChanges } from "./follow-changes.js";
import { type Disk, openDisk } from "./follow-disk.js";
import { type Graph, graphOf } from "./follow-graph.js";
import type { Version } from "./follow-lines.js";
import { matchSequences } from "./follow-match.js";
import { type Objects, openObjects } from "./follow-objects.js";
import type { Repository } from "./repository.js";

/** A repository with all that was learnt of it. */
export interface Traced {
  readonly repository: Repository;
  readonly graph: Graph;
  readonly changes: Changes;
  readonly objects: Objects;
  readonly disk: Disk;
  /** Where each line of a version stands in another one, or -1. */
  readonly match: (from: Version, to: Version) => Int32Array;
  /** Learns a path's changes since a commit, and reads its versions. */
  readonly prepare: (paths: readonly string[], since: number) => void;
}

/** `undefined` where there is no commit, or git gives no answer. `most` is how many commits are followed one by one. */
export function openTraced(repository: Repository, most: number): Traced | undefined {
  const graph = graphOf(repository, most);
  if (graph === undefined) return undefined;
  const objects = openObjects(repository);
  const changes = openChanges(repository, graph);
  const matches = new Map<string, Int32Array>();
  return {
    repository,
    graph,
    changes,
    objects,
    disk: openDisk(repository, objects),
    match: (from, to) => {
      const key = `${from.key} ${to.key}`;
      const found = matches.get(key) ?? matchSequences(from.ids, to.ids, objects.table.weight);
      matches.set(key, found);
      return found;
    },
    prepare: (paths, since) => {
      changes.learn(paths, since);
      objects.load(paths.flatMap((path) => changes.all(path, since)).flatMap(({ before, after }) => [before, after]));
    },
  };
}
