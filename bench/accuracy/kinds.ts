import { moves } from "./moves.js";
import type { Kind } from "./mutant.js";
import { renamedFunction } from "./renamed-function.js";
import { swappedAnchors } from "./swapped-anchors.js";
import { swappedExplanations } from "./swapped-explanations.js";

/** Every kind of mutation. */
export const kinds: readonly Kind[] = [...moves, swappedAnchors, swappedExplanations, renamedFunction];
