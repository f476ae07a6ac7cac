import type { CitedLines, Followed, Past } from "../../model/past.js";

/** What is asked of history: where cited lines went. */
export type Question = CitedLines;

/** Asks all questions at once: one call needs far fewer questions to git than one for each. */
export function askPast<Key>(
  past: Past | undefined,
  questions: ReadonlyMap<Key, readonly Question[]>,
): ReadonlyMap<Key, readonly (Followed | undefined)[]> {
  const all = [...questions.values()].flat();
  const answers = past === undefined || all.length === 0 ? [] : past.follow(all);
  const found = new Map<Key, readonly (Followed | undefined)[]>();
  let at = 0;
  for (const [key, own] of questions) {
    found.set(key, answers.slice(at, at + own.length));
    at += own.length;
  }
  return found;
}

/** The past of texts that were changed in memory: what their new lines say, no commit has said. `before` are the texts on disk. */
export function pastOfChanged(past: Past, changed: ReadonlyMap<string, string>, before: (path: string) => string | undefined): Past {
  const same = new Map<string, ReadonlySet<number> | undefined>();
  const kept = (path: string): ReadonlySet<number> | undefined => {
    if (same.has(path)) return same.get(path);
    const [old, now] = [before(path)?.split(/\r?\n/), changed.get(path)?.split(/\r?\n/)];
    // Where lines came in or went, no number says which is which.
    const lines =
      old === undefined || now === undefined || old.length !== now.length
        ? []
        : now.flatMap((line, at) => (line === old[at] ? [at + 1] : []));
    const found = changed.has(path) ? new Set(lines) : undefined;
    same.set(path, found);
    return found;
  };
  return {
    ...past,
    follow: (cited) => {
      const isNew = cited.map(({ document, line }) => kept(document)?.has(line) === false);
      const answers = past.follow(cited.filter((_, at) => isNew[at] !== true));
      let at = 0;
      return isNew.map((one): Followed => (one ? { kind: "uncommitted" } : (answers[at++] ?? { kind: "unknown", reason: "no-answer" })));
    },
  };
}
