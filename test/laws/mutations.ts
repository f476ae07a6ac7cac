import fc from "fast-check";
import type { Files } from "./workspaces.js";

/** What is done to one file, or two. Offsets are UTF-16 units; `halves` leaves the first half of a surrogate pair at the end. */
export type Mutation =
  | { readonly kind: "remove" | "empty"; readonly path: string }
  | { readonly kind: "truncate" | "halves"; readonly path: string; readonly at: number }
  | { readonly kind: "swap"; readonly path: string; readonly other: string };

/** Cuts come often where something begins or ends: half of the offsets go back to the nearest such sign. */
function cutAt(text: string, offset: number, exact: boolean): number {
  if (exact) return offset;
  for (let at = Math.min(offset, text.length) - 1; at > 0; at -= 1) if ("|`:\n/{}[(\"'\\<-".includes(text[at] ?? "")) return at + 1;
  return offset;
}

/** A mutation of the files. The configuration stays as it is: what is wrong in it is another law's. */
export function mutation(files: Files): fc.Arbitrary<Mutation> {
  const path = fc.constantFrom(...Object.keys(files).filter((name) => name !== "spec-anchors.toml"));
  const cut = path.chain((name) => {
    const text = files[name] ?? "";
    return fc.record({
      kind: fc.constantFrom("truncate" as const, "halves" as const),
      path: fc.constant(name),
      at: fc.tuple(fc.nat(text.length), fc.boolean()).map(([offset, exact]) => cutAt(text, offset, exact)),
    });
  });
  return fc.oneof(
    fc.record({ kind: fc.constantFrom("remove" as const, "empty" as const), path }),
    { weight: 4, arbitrary: cut },
    fc.record({ kind: fc.constant("swap" as const), path, other: path }),
  );
}

/** The files after the mutation. */
export function mutated(files: Files, mutation: Mutation): Files {
  const { path, kind } = mutation;
  const text = files[path] ?? "";
  switch (kind) {
    case "remove":
      return Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
    case "empty":
      return { ...files, [path]: "" };
    case "truncate":
      return { ...files, [path]: text.slice(0, mutation.at) };
    case "halves":
      return { ...files, [path]: `${text.slice(0, mutation.at)}\ud83d` };
    case "swap":
      return { ...files, [path]: files[mutation.other] ?? "", [mutation.other]: text };
  }
}
