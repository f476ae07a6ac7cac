import type { Chance } from "./chance.js";
import { fillerFunction, fillerStatement, newName } from "./filler.js";
import { basename, type Construct, hasWord, isComment, type Line, languageOf, positionOf, type World } from "./world.js";

/** What one step of a history does to the files. */
export interface Operation {
  readonly id: string;
  /** Does it, and gives the paths of the files that it changed as they were before; `undefined` where chance found nothing to do it to. */
  readonly apply: (world: World, chance: Chance) => readonly string[] | undefined;
}

function newLines(world: World, texts: readonly string[]): readonly Line[] {
  return texts.map((text) => {
    world.nextId += 1;
    return { id: world.nextId, text };
  });
}

const living = (world: World): readonly Construct[] => world.constructs.filter(({ ids }) => positionOf(world, ids) !== undefined);

/** Constructs at the top level of their file. */
const topLevel = (world: World): readonly Construct[] => living(world).filter(({ list }) => list === 0);

/** Splits the file of a construct around it; the blank lines that follow it belong to it. */
function around(world: World, { ids }: Construct): { path: string; before: readonly Line[]; own: readonly Line[]; after: readonly Line[] } {
  const position = positionOf(world, ids);
  if (position === undefined) throw new Error("a construct that is gone");
  const lines = world.files.get(position.path) ?? [];
  let end = position.last;
  while (lines[end]?.text === "") end += 1;
  return {
    path: position.path,
    before: lines.slice(0, position.first - 1),
    own: lines.slice(position.first - 1, end),
    after: lines.slice(end),
  };
}

function insertBefore(world: World, target: Construct, lines: readonly Line[]): string {
  const { path, before, own, after } = around(world, target);
  const gap = lines.at(-1)?.text === "" ? [] : newLines(world, [""]);
  world.files.set(path, [...before, ...lines, ...gap, ...own, ...after]);
  return path;
}

const insertAbove: Operation = {
  id: "insert above",
  apply: (world, chance) => {
    const target = chance.one(topLevel(world));
    return [insertBefore(world, target, newLines(world, fillerFunction(target.language, chance, world.nextId)))];
  },
};

/** Takes away a function or type at the top level; what else the file has stays. */
function remove(world: World, target: Construct): string {
  const { path, before, after } = around(world, target);
  world.files.set(path, [...before, ...after]);
  return path;
}

const deleteAbove: Operation = {
  id: "delete above",
  apply: (world, chance) => {
    // The first constructs of a file are above all others.
    const first = [...world.files.keys()].flatMap((path) => topLevel(world).find(({ ids }) => positionOf(world, ids)?.path === path) ?? []);
    const candidates = first.filter(({ kind }) => kind === "constant");
    return candidates.length === 0 ? undefined : [remove(world, chance.one(candidates))];
  },
};

const deleteFunction: Operation = {
  id: "delete the function",
  apply: (world, chance) => [remove(world, chance.one(living(world).filter(({ kind }) => kind === "function")))],
};

const moveWithin: Operation = {
  id: "move within the file",
  apply: (world, chance) => {
    const moved = chance.one(living(world).filter(({ kind, name }) => kind === "function" && name !== "__init__"));
    const path = positionOf(world, moved.ids)?.path;
    const others = living(world).filter(
      ({ name, list, ids }) => list === moved.list && name !== moved.name && positionOf(world, ids)?.path === path,
    );
    if (others.length === 0) return undefined;
    const { own } = around(world, moved);
    remove(world, moved);
    return [insertBefore(world, chance.one(others), own)];
  },
};

const moveAway: Operation = {
  id: "move to another file",
  apply: (world, chance) => {
    const moved = chance.one(topLevel(world).filter(({ kind }) => kind === "function"));
    const path = positionOf(world, moved.ids)?.path;
    const others = topLevel(world).filter(({ language, ids }) => language === moved.language && positionOf(world, ids)?.path !== path);
    if (others.length === 0 || path === undefined) return undefined;
    const { own } = around(world, moved);
    remove(world, moved);
    return [path, insertBefore(world, chance.one(others), own)];
  },
};

const renameFile: Operation = {
  id: "rename the file",
  apply: (world, chance) => {
    const path = chance.one([...world.files.keys()].filter((one) => !one.startsWith("legacy/")));
    const folder = path.slice(0, path.lastIndexOf("/"));
    const name = basename(path);
    const next = chance.one([`${folder}/core/${name}`, `${folder}/${name.replace(/\./, `_v${world.nextId}.`)}`, `${folder}_next/${name}`]);
    if (world.files.has(next)) return undefined;
    world.files.set(next, world.files.get(path) ?? []);
    world.files.delete(path);
    return [path];
  },
};

const indent: Operation = {
  id: "reformat: indent",
  apply: (world, chance) => {
    const path = chance.one([...world.files.keys()]);
    const lines = world.files.get(path) ?? [];
    if (lines.some(({ text }) => /^(?: {24}|\t{6})/.test(text))) return undefined;
    world.files.set(
      path,
      lines.map(({ id, text }) => ({ id, text: text.replace(/^\s+(?=\S)/, (space) => space + space) })),
    );
    return [path];
  },
};

/** A line whose brackets hold a list, as several lines: the list may be broken after its commas in every language. */
function wrapped(text: string): readonly string[] {
  const [, head, list, tail] = /^(\s*[^"'\s/#][^"'(]*\()([^"'()]+, [^"'()]+)(\)[^"'(]*)$/.exec(text) ?? [];
  if (head === undefined || list === undefined || tail === undefined || text.length < 40) return [text];
  const space = `${/^\s*/.exec(text)?.[0] ?? ""}        `;
  const parts = list.split(", ");
  return [`${head}${parts[0]},`, ...parts.slice(1).map((part, at) => `${space}${part}${at === parts.length - 2 ? tail : ","}`)];
}

const wrap: Operation = {
  id: "reformat: wrap",
  apply: (world, chance) => {
    const path = chance.one([...world.files.keys()]);
    const lines = world.files.get(path) ?? [];
    const next = lines.flatMap(({ id, text }) => (isComment(text) ? [text] : wrapped(text)).map((part) => ({ id, text: part })));
    if (next.length === lines.length) return undefined;
    world.files.set(path, next);
    return [path];
  },
};

/** Replaces one line of a construct by lines; the new ones have ids of their own. */
function rewrite(
  world: World,
  target: Construct,
  choose: (lines: readonly Line[], at: number) => readonly Line[] | undefined,
  chance: Chance,
): string | undefined {
  const { path, before, own, after } = around(world, target);
  for (const at of chance.shuffled(own.map((_, index) => index))) {
    const next = choose(own, at);
    if (next === undefined) continue;
    world.files.set(path, [...before, ...own.slice(0, at), ...next, ...own.slice(at + 1), ...after]);
    return path;
  }
  return undefined;
}

const edit: Operation = {
  id: "edit inside",
  apply: (world, chance) => {
    const target = chance.one(living(world).filter(({ kind }) => kind !== "constant"));
    const path = rewrite(
      world,
      target,
      (lines, at) => {
        const line = lines[at];
        if (line === undefined || line.id === target.def || isComment(line.text) || !/\b\d+\b/.test(line.text)) return undefined;
        return [{ id: line.id, text: line.text.replace(/\b\d+\b/, (number) => `${Number(number) + 1 + chance.below(7)}`) }];
      },
      chance,
    );
    return path === undefined ? undefined : [path];
  },
};

const insertInside: Operation = {
  id: "insert inside",
  apply: (world, chance) => {
    const target = chance.one(living(world).filter(({ kind }) => kind === "function"));
    const space = (line: Line | undefined): string | undefined => (line === undefined ? undefined : (/^\s*/.exec(line.text)?.[0] ?? ""));
    const path = rewrite(
      world,
      target,
      (lines, at) => {
        const [line, next] = [lines[at], lines[at + 1]];
        const ends = target.language === "go" || target.language === "python" ? /^\s+[a-z][\w.]* (?:\+|:)?= [^{[(]*$/ : /^\s+[a-z].*;$/;
        if (line === undefined || next?.text.trim() === "" || !ends.test(line.text) || space(line) !== space(next)) return undefined;
        if (/^\s*(?:return|break|continue|throw)\b/.test(line.text) || /^\s*[.?)}\]]/.test(next?.text ?? "")) return undefined;
        return [line, ...newLines(world, [`${space(line)}${fillerStatement(target.language, world.nextId)}`])];
      },
      chance,
    );
    return path === undefined ? undefined : [path];
  },
};

const renameFunction: Operation = {
  id: "rename the function",
  apply: (world, chance) => {
    const target = chance.one(living(world).filter(({ kind, name }) => kind === "function" && name !== "__init__"));
    const name = newName(target.language, chance, world.nextId);
    const changed: string[] = [];
    for (const [path, lines] of world.files) {
      if (languageOf(path) !== target.language || !lines.some(({ text }) => hasWord(text, target.name))) continue;
      const word = new RegExp(`\\b${target.name}\\b`, "g");
      world.files.set(
        path,
        lines.map(({ id, text }) => ({ id, text: text.replace(word, name) })),
      );
      changed.push(path);
    }
    world.constructs = world.constructs.map((construct) => (construct === target ? { ...construct, name } : construct));
    return changed;
  },
};

/** Another file with the last name of one that is there. */
const twin: Operation = {
  id: "add a file of the same name",
  apply: (world, chance) => {
    const path = chance.one([...world.files.keys()]);
    const [language, next] = [languageOf(path), `legacy/${basename(path)}`];
    if (world.files.has(next) || language === undefined) return undefined;
    world.files.set(next, newLines(world, fillerFunction(language, chance, world.nextId)));
    return [path];
  },
};

/** Every operation, the frequent ones more than once. */
export const operations: readonly Operation[] = [
  insertAbove,
  insertAbove,
  insertAbove,
  deleteAbove,
  moveWithin,
  moveWithin,
  moveAway,
  renameFile,
  indent,
  wrap,
  edit,
  edit,
  insertInside,
  deleteFunction,
  renameFunction,
  twin,
];
