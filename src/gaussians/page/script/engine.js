// The engine of this page: where the scene is computed while something is dragged.

import { browser } from "./browser.js";
import { recorded } from "./page.js";
import { python } from "./python.js";

/** @type {Engine} */
export const engine = recorded ? browser : python;
