import type { FileText, History, Workspace } from "../../model/workspace.js";

/** What a workspace was asked, and the hash of what it answered, in the order in which each was first asked. */
export interface Asked {
  /** `l`: the list; `b`: bytes; `r`: a text; `e`: what stands at a path; `p`: its real path. */
  readonly kind: "l" | "b" | "r" | "e" | "p";
  readonly path: string;
  readonly answer: string;
}

/** Hashes a text or bytes. */
export type Digest = (content: string | Uint8Array) => string;

/** A text's answer; why there is none, where there is none. */
const answerOf = (file: FileText, digest: Digest): string =>
  file.kind === "text" ? digest(file.text) : file.kind === "absent" ? "-" : `!${file.reason}`;

/** What the workspace answers to the question now. */
export async function askedAgain(workspace: Workspace, { kind, path }: Pick<Asked, "kind" | "path">, digest: Digest): Promise<string> {
  switch (kind) {
    case "l":
      return digest((await workspace.list()).join("\n"));
    case "b": {
      const bytes = workspace.bytes(path);
      return bytes === undefined ? "-" : digest(bytes);
    }
    case "r":
      return answerOf(workspace.read(path), digest);
    case "e":
      return workspace.entry(path);
    case "p":
      return workspace.real(path);
  }
}

/** A workspace that writes down what it is asked; `size` counts the letters and bytes it gave. */
export interface Recording {
  readonly workspace: Workspace;
  readonly asked: () => readonly Asked[];
  readonly size: () => number;
}

/** Writes down what a workspace is asked. */
export function recording(workspace: Workspace, digest: Digest): Recording {
  const asked = new Map<string, Asked>();
  let size = 0;
  const note = (kind: Asked["kind"], path: string, answer: () => string, length = 0): void => {
    const key = `${kind}${path}`;
    if (asked.has(key)) return;
    size += length;
    asked.set(key, { kind, path, answer: answer() });
  };
  return {
    workspace: {
      root: workspace.root,
      list: async () => {
        const files = await workspace.list();
        note("l", "", () => digest(files.join("\n")));
        return files;
      },
      bytes: (path) => {
        const bytes = workspace.bytes(path);
        note("b", path, () => (bytes === undefined ? "-" : digest(bytes)), bytes?.length);
        return bytes;
      },
      read: (path) => {
        const file = workspace.read(path);
        note("r", path, () => answerOf(file, digest), file.kind === "text" ? file.text.length : 0);
        return file;
      },
      entry: (path) => {
        const entry = workspace.entry(path);
        note("e", path, () => entry);
        return entry;
      },
      real: (path) => {
        const real = workspace.real(path);
        note("p", path, () => real);
        return real;
      },
    },
    asked: () => [...asked.values()],
    size: () => size,
  };
}

/** A history that calls `asked` before each answer. */
export function watched(history: History, asked: () => void): History {
  const { lost } = history;
  return {
    renamedTo: (path) => {
      asked();
      return history.renamedTo(path);
    },
    lastChange: (path, line) => {
      asked();
      return history.lastChange(path, line);
    },
    ...(lost === undefined
      ? {}
      : {
          lost: (path, word) => {
            asked();
            return lost(path, word);
          },
        }),
    ignored: (paths) => {
      if (paths.length > 0) asked();
      return history.ignored(paths);
    },
  };
}
