// Python engine: one question at a time, and always the newest. The server keeps nothing of a page, so
// a line that breaks loses nothing: the question is asked again.

import { check, take, unpack } from "./answers.js";
import { checking, lost, notice } from "./notice.js";
import { config, figure, recorded } from "./page.js";
import { assign, state } from "./state.js";

const SILENCE = 1800; // ms: then it is said that no answer comes
const DEAD = 6000; // ms: no line is so slow that nothing of an answer has come by then
const PAUSES = [500, 1000, 2000, 3000]; // ms, before it is asked again and again

export const python = {
  waiting: false,
  stale: false,
  /** @type {(() => void)[]} */
  idle: [],

  ask() {
    if (!config.answers) return;
    this.stale = true;
    if (recorded && !figure.classList.contains("ready")) return; // there is nothing to compare yet
    if (!this.waiting) this.work();
  },

  async work() {
    this.waiting = true;
    checking(true);
    try {
      for (let failed = 0; this.stale;) {
        this.stale = false;
        const question = JSON.stringify(state);
        const answer = await answerTo(question);
        if (answer) this.receive(answer, question);
        else {
          lost(true);
          this.stale = true;
          await new Promise((done) => setTimeout(done, PAUSES[Math.min(failed++, PAUSES.length - 1)]));
        }
      }
    } finally { // whatever goes wrong with one answer, there will be others
      this.waiting = false;
      checking(false);
    }
    for (const task of this.idle.splice(0)) task();
  },

  /** @type {(answer: Answer, question: string) => void} */
  receive(answer, question) {
    lost(false);
    if (answer.problems.length) {
      notice(answer.problems);
      if (!this.stale) assign(answer.state);
    }
    if (!recorded || answer.problems.length) take(answer);
    else if (question === JSON.stringify(state)) check(answer); // or a hand is on again
  },

  change() { this.ask(); },

  isBehind() { return this.waiting; },

  /** @param {() => void} then */
  settle(then) {
    if (this.waiting) this.idle.push(then);
    else then();
  },
};

/**
 * @param {string} question
 * @returns {Promise<Answer | null>} nothing if none has come
 */
async function answerTo(question) {
  const line = new AbortController();
  const clocks = [setTimeout(() => lost(true), SILENCE), setTimeout(() => line.abort(), DEAD)];
  try {
    const answer = await fetch(config.answers, { method: "POST", body: question, signal: line.signal });
    for (const clock of clocks) clearTimeout(clock);
    if (answer.ok) return unpack(await answer.arrayBuffer());
    await fetch(location.href); // a server that has started anew learns of its pages as they are asked for
  } catch {
    // There is no server, no line, or only half of an answer.
  }
  for (const clock of clocks) clearTimeout(clock);
  return null;
}
