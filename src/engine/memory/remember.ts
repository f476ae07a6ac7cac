import type { Report } from "../../model/report.js";
import type { World } from "../world.js";
import { type Asked, askedAgain, type Digest, recording, watched } from "./recording.js";

/** More bytes than this take longer to hash than most of them take to check. */
const mostBytes = 16_000_000;

/** What is kept of a check: all that it was told, and its report. */
interface Kept {
  readonly asked: readonly Asked[];
  readonly report: Report;
}

/** A check that may have been made before. */
export interface Memory {
  /** The report of an earlier check that asked the same and was answered the same; `undefined`: none. */
  readonly recall: () => Promise<Report | undefined>;
  /** The world to check in: it notes what is asked. */
  readonly world: World;
  /** Keeps the report, if nothing but files went into it. */
  readonly keep: (report: Report) => void;
}

function keptIn(text: string | undefined): Kept | undefined {
  if (text === undefined) return undefined;
  try {
    const kept = JSON.parse(text) as Partial<Kept>;
    return Array.isArray(kept.asked) && kept.asked.length > 0 && kept.report?.version === 1 ? (kept as Kept) : undefined;
  } catch (error) {
    // A disk has damaged it, or it is something else's: then everything is checked anew.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * The memory of checks with this request in this world. A check is a function of the request, of the configuration and of what it asks of the workspace:
 * where an earlier one asked the same questions and every answer is the same, its report is this one's. What history says changes without any file, and so do the
 * parsers that are installed: where history was asked, or a parser was missing, nothing is kept.
 */
export async function memoryOf(world: World, request: string): Promise<Memory | undefined> {
  const { verdicts, workspace, selection, config, lock, progress } = world;
  if (verdicts === undefined) return undefined;
  const { createHash } = await import("node:crypto");
  const digest: Digest = (content) => createHash("sha1").update(content).digest("base64");
  const known = JSON.stringify([workspace.root, request, config, selection.documents ?? null, lock?.path ?? null, lock?.text ?? null]);
  const key = createHash("sha256").update(known).digest("hex").slice(0, 32);
  const noted = recording(workspace, digest);
  let isOfFiles = true;
  const other = (): void => {
    isOfFiles = false;
  };
  const { past, pastFiles } = world;
  return {
    recall: async () => {
      const kept = keptIn(verdicts.recall(key));
      if (kept === undefined) return undefined;
      for (const { kind, path, answer } of kept.asked)
        if ((await askedAgain(workspace, { kind, path }, digest)) !== answer) return undefined;
      return kept.report;
    },
    world: {
      ...world,
      workspace: noted.workspace,
      // A parser that is not there may be installed at any time.
      grammars: {
        load: async (name) => {
          const parse = await world.grammars.load(name);
          if (parse === undefined) other();
          return parse;
        },
      },
      history: watched(world.history, other),
      past: past && {
        follow: (cited) => {
          other();
          return past.follow(cited);
        },
      },
      pastFiles: pastFiles && {
        commit: (name) => {
          other();
          return pastFiles.commit(name);
        },
        file: (commit, paths) => {
          other();
          return pastFiles.file(commit, paths);
        },
      },
      ...(progress === undefined ? {} : { progress }),
    },
    keep: (report) => {
      if (isOfFiles && noted.size() <= mostBytes) verdicts.keep(key, JSON.stringify({ asked: noted.asked(), report } satisfies Kept));
    },
  };
}
