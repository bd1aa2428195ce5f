"use strict";
// The page's side of a lesson: controls set the state, the state asks the engine, and what it
// answers is drawn. Numbers flow one way; nothing is read back from a figure or a text.
(() => {
  const config = JSON.parse(document.getElementById("config").textContent);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const figure = document.getElementById("figure");
  let state = { ...config.state };

  // ---- Numbers as text --------------------------------------------------------------------------

  const minus = (text) => text.replace("-", "−");

  function format(value, kind) {
    if (kind === "text") return value;
    if (!Number.isFinite(value)) return "–";
    if (kind === "%") return `${(100 * value).toFixed(1)} %`;
    if (kind === "e") return value === 0 ? "0" : powerOfTen(value);
    const text = minus(Number(value.toFixed(parseInt(kind))).toFixed(parseInt(kind)));
    if (kind.endsWith("p")) return text.startsWith("−") ? `(${text})` : text;
    return kind.endsWith("m") && !text.startsWith("−") ? `\u2007${text}` : text; // keeps its place
  }

  function powerOfTen(value) {
    const [digits, power] = value.toExponential(1).split("e");
    const raised = [...power.replace("+", "")].map((c) => (c === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c])).join("");
    return `${minus(digits)} × 10${raised}`;
  }

  // ---- What is shown ----------------------------------------------------------------------------

  const slots = all("[data-readout]");

  function show(readouts) {
    for (const slot of slots) {
      const { readout, format: kind } = slot.dataset;
      if (!(readout in readouts)) continue;
      const text = format(readouts[readout], kind);
      if (slot.textContent !== text) slot.textContent = text;
    }
  }

  // A screen reader hears where a change ended, not each step of it.
  function describe() {
    const text = document.getElementById("sentence").textContent.replace(/\s+/g, " ").trim();
    document.getElementById("description").textContent = text;
  }

  function notice(problems) {
    const box = document.getElementById("notice");
    box.hidden = problems.length === 0;
    box.querySelector("ul").replaceChildren(...problems.map((problem) => {
      const item = document.createElement("li");
      item.textContent = problem;
      return item;
    }));
  }

  // ---- Controls ---------------------------------------------------------------------------------

  const inputs = all("[data-key]");

  function mirror(except) {
    for (const input of inputs) {
      if (input === except) continue;
      const value = state[input.dataset.key];
      if (input.type === "radio") input.checked = input.value === value;
      else {
        const text = input.type === "range" ? String(value) : minus(String(value));
        if (input.value !== text) input.value = text; // setting it paints it again, even if equal
      }
    }
  }

  function change(values, source) {
    Object.assign(state, values);
    mirror(source);
    engine.ask();
  }

  // A change ends: say it, and keep it in the address for a reload or a link.
  function settle() {
    const parameters = new URLSearchParams();
    for (const key of config.kept) {
      const value = new URLSearchParams(location.search).get(key);
      if (value !== null) parameters.set(key, value);
    }
    for (const [key, value] of Object.entries(state)) {
      if (value !== config.start[key]) parameters.set(key, value);
    }
    const query = parameters.toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
    engine.whenIdle(describe);
  }

  function typed(input) {
    const key = input.dataset.key;
    const text = input.value.trim().replace("−", "-").replace(",", ".");
    const { label, low, high, whole } = config.numbers[key];
    const value = Number(text);
    const wrong = text === "" || !Number.isFinite(value) || value < low || value > high
      || (whole && !Number.isInteger(value));
    input.setAttribute("aria-invalid", wrong);
    if (wrong) {
      const range = `${minus(String(low))} to ${minus(String(high))}`;
      notice([`${label} ${whole ? "is a whole number and " : ""}goes from ${range}; “${text}” was not used.`]);
      mirror();
    } else {
      notice([]);
      change({ ...implied(input), [key]: value });
      settle();
    }
  }

  // A dial that matters for one choice only makes that choice when it is turned.
  const implied = (input) => config.implied[input.dataset.key] ?? {};

  const actions = {
    reset: () => { notice([]); change({ ...config.start }); },
    resample: (key) => change({ [key]: Math.floor(Math.random() * (config.numbers[key].high + 1)) }),
    clear: (key) => change({ [key]: config.start[key] }),
    dismiss: () => notice([]),
  };

  function listen() {
    const form = document.getElementById("controls");
    form.addEventListener("input", ({ target }) => {
      if (target.type === "range") change({ ...implied(target), [target.dataset.key]: target.valueAsNumber }, target);
      if (target.type === "radio") change({ [target.dataset.key]: target.value }, target);
    });
    form.addEventListener("change", ({ target }) => (target.type === "text" ? typed(target) : settle()));
    document.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      if (!button) return;
      const { preset, action, for: key } = button.dataset;
      if (preset) change({ ...config.presets[preset] });
      if (action) actions[action](key);
      if (action !== "dismiss") settle();
    });
  }

  // ---- Figure -----------------------------------------------------------------------------------

  const renderers = {};

  function draw(marks) {
    for (const [name, { x, y }] of Object.entries(marks)) {
      const { data_source: source } = renderers[name];
      source.setv({ data: { ...source.data, x, y } }, { sync: false });
    }
  }

  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  // A canvas does not know the page's colours, so they are handed on, at each change of theme.
  function paint(plot) {
    for (const axis of [...plot.left, ...plot.below]) axis.setv({ major_label_text_color: color("quiet") }, { sync: false });
    for (const grid of plot.center) grid.setv({ grid_line_color: color("rule") }, { sync: false });
    for (const { glyph, tags: [role] } of Object.values(renderers)) {
      const colors = { line_color: role, fill_color: role, text_color: role, background_fill_color: "ground" };
      const own = Object.entries(colors).filter(([key]) => glyph[key]?.value != null);
      glyph.setv(Object.fromEntries(own.map(([key, name]) => [key, { value: color(name) }])), { sync: false });
    }
  }

  function nearest(names, at, reach) {
    let best = { distance: reach, index: -1 };
    for (const name of names) {
      const { x, y } = renderers[name].data_source.data;
      for (let i = 0; i < x.length; i++) {
        const distance = Math.hypot(x[i] - at.x, y[i] - at.y);
        if (distance < best.distance) best = { distance, index: i };
      }
      if (best.index >= 0) break;
    }
    return best.index;
  }

  function pick(plot, at) {
    const pixel = (plot.x_range.end - plot.x_range.start) / plot.inner_width;
    for (const [key, names] of Object.entries(config.picks)) {
      const index = nearest(names, at, 16 * pixel);
      if (index >= 0) {
        change({ [key]: index + 1 });
        settle();
      }
    }
  }

  // ---- Engine: one question at a time, and always the newest ------------------------------------

  const engine = {
    link: null, asked: 0, waiting: false, stale: false, idle: [], patience: 0,

    ask() {
      this.stale = true;
      if (!this.link || this.waiting) return;
      this.waiting = true;
      this.stale = false;
      this.asked += 1;
      this.patience = setTimeout(() => lost(true), 8000);
      this.link.request = { id: this.asked, state: { ...state } };
    },

    receive(answer) {
      if (answer?.id !== this.asked) return;
      clearTimeout(this.patience);
      lost(false);
      this.waiting = false;
      if (answer.marks) draw(answer.marks);
      if (answer.readouts) show(answer.readouts);
      if (answer.problems.length) {
        notice(answer.problems);
        if (!this.stale) { state = { ...answer.state }; mirror(); }
      }
      if (this.stale) this.ask();
      else this.idle.splice(0).forEach((task) => task());
    },

    again() {
      this.waiting = false;
      this.ask();
    },

    whenIdle(task) {
      if (this.waiting || this.stale) this.idle = [task];
      else task();
    },
  };

  function lost(yes) {
    if (yes) notice(["The server does not answer. Your settings are kept in the address: reload the page to go on."]);
    else if (document.documentElement.classList.contains("lost")) notice([]);
    document.documentElement.classList.toggle("lost", yes);
  }

  // ---- Start ------------------------------------------------------------------------------------

  function start(bokeh) {
    const plot = bokeh.get_model_by_name("figure");
    for (const renderer of plot.renderers) renderers[renderer.name] = renderer;
    paint(plot);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => paint(plot));
    plot.on_event("tap", (event) => pick(plot, event));
    bokeh.on_event("connection_lost", () => lost(true));
    bokeh.on_event("client_reconnected", () => engine.again());
    engine.link = bokeh.get_model_by_name("link");
    engine.link.properties.answer.change.connect(() => engine.receive(engine.link.answer));
    if (engine.stale) engine.ask();
    for (const element of figure.querySelectorAll(".bk-Figure")) element.tabIndex = -1; // it has no keys
    figure.classList.add("ready");
  }

  function whenBokehIsIdle(then) {
    const bokeh = window.Bokeh?.documents?.[0];
    if (bokeh?.is_idle) then(bokeh);
    else setTimeout(whenBokehIsIdle, 15, then);
  }

  show(config.readouts);
  describe();
  mirror();
  listen();
  document.querySelector("main").classList.add("filled");
  whenBokehIsIdle(start);
})();
