// Python engine: one question at a time, and always the newest.

import { check, take } from "./answers.js";
import { lost, notice } from "./notice.js";
import { recorded } from "./page.js";
import { assign, state } from "./state.js";

export const python = {
  /** @type {any} */
  link: null, // to the server, once it is there
  asked: 0,
  waiting: false,
  stale: false,
  sent: "",
  /** @type {(() => void)[]} */
  idle: [],
  patience: 0,

  ask() {
    this.stale = true;
    if (!this.link || this.waiting) return;
    this.waiting = true;
    this.stale = false;
    this.asked += 1;
    this.patience = setTimeout(() => lost(true), 8000);
    this.sent = JSON.stringify(state);
    this.link.request = { id: this.asked, state: { ...state } };
  },

  /** @param {Answer & { id: number, problems: string[], state: Values }} [answer] */
  receive(answer) {
    if (answer?.id !== this.asked) return;
    clearTimeout(this.patience);
    lost(false);
    this.waiting = false;
    if (answer.problems.length) {
      notice(answer.problems);
      if (!this.stale) assign(answer.state);
    }
    if (!recorded || answer.problems.length) take(answer);
    else if (this.sent === JSON.stringify(state)) check(answer); // or a hand is on again
    if (this.stale) this.ask();
    else for (const task of this.idle.splice(0)) task();
  },

  again() {
    this.waiting = false;
    this.ask();
  },

  change() { this.ask(); },

  isBehind() { return this.waiting || this.stale; },

  /** @param {() => void} then */
  settle(then) {
    if (this.waiting || this.stale) this.idle = [then];
    else then();
  },
};
