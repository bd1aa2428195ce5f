// Python engine: one question at a time, and always the newest.

const python = {
  link: null, asked: 0, waiting: false, stale: false, sent: "", idle: [], patience: 0,

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

  receive(answer) {
    if (answer?.id !== this.asked) return;
    clearTimeout(this.patience);
    lost(false);
    this.waiting = false;
    if (answer.problems.length) {
      notice(answer.problems);
      if (!this.stale) { state = { ...answer.state }; mirror(); }
    }
    if (engine === this || answer.problems.length) take(answer);
    else if (this.sent === JSON.stringify(state)) check(answer); // or a hand is on again
    if (this.stale) this.ask();
    else this.idle.splice(0).forEach((task) => task());
  },

  again() {
    this.waiting = false;
    this.ask();
  },

  change() { this.ask(); },

  settle(then) {
    if (this.waiting || this.stale) this.idle = [then];
    else then();
  },
};

function take({ marks = {}, readouts: numbers = {} }) {
  draw(marks);
  show(numbers);
}
