"use strict";
// The page's side of a lesson: controls set the state, the state asks the engine, and what it
// answers is drawn. Numbers flow one way; nothing is read back from a figure or a text.
(() => {
  const config = JSON.parse(document.getElementById("config").textContent);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const figure = document.getElementById("figure");
  let state = { ...config.state };
  const readouts = { ...config.readouts };

  // ---- Numbers as text --------------------------------------------------------------------------

  const minus = (text) => text.replace("-", "−");
  const plain = (text) => text.trim().replace("−", "-").replace(",", "."); // as people type it

  function format(value, kind) {
    if (kind === "text") return value;
    if (value === null || !Number.isFinite(Number(value))) return "–";
    if (kind.includes("|")) return kind.split("|")[Number(value)];
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
  const concealed = new Set();

  function show(changed) {
    Object.assign(readouts, changed);
    for (const slot of slots) {
      const { readout, format: kind } = slot.dataset;
      const text = concealed.has(readout) ? "?" : format(readouts[readout], kind);
      if (slot.textContent !== text) slot.textContent = text;
    }
  }

  // Parts that matter only for some choices are there only then.
  const parts = all("[data-when]");

  function holds(condition) {
    const [key, values] = condition.split("=");
    return values.split("|").includes(state[key]);
  }

  function choose() {
    for (const part of parts) part.hidden = !part.dataset.when.split("&").every(holds);
    document.querySelector(".lab").classList.toggle("several", all(".plane:not([hidden])").length > 1);
  }

  // A screen reader hears where a change ended, not each step of it.
  function describe() {
    const sentence = document.getElementById("sentence").cloneNode(true);
    for (const part of sentence.querySelectorAll("[hidden]")) part.remove();
    document.getElementById("description").textContent = sentence.textContent.replace(/\s+/g, " ").trim();
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
  const brief = (value) => minus(String(Number(value.toFixed(4))));

  function mirror(except) {
    choose();
    for (const input of inputs) {
      if (input === except) continue;
      const value = state[input.dataset.key];
      if (input.type === "radio") input.checked = input.value === value;
      else {
        const text = input.type === "range" ? String(value) : brief(value);
        if (input.value !== text) input.value = text; // setting it paints it again, even if equal
      }
    }
  }

  function change(values, source) {
    figure.ariaBusy = "true";
    Object.assign(state, values);
    mirror(source);
    predictions.forEach(forget);
    engine.change();
  }

  // A value as an address or a program has it: 15 digits are all that every computer agrees on.
  const written = (value) => String(typeof value === "number" ? Number(value.toPrecision(15)) : value);

  // The page in its present state; of the keys about the page, some can be set anew or left out.
  function address(page = {}) {
    const parameters = new URLSearchParams();
    const now = new URLSearchParams(location.search);
    for (const key of config.kept) {
      const value = key in page ? page[key] : now.get(key);
      if (value !== null) parameters.set(key, value);
    }
    for (const [key, value] of Object.entries(state)) {
      if (value !== config.start[key]) parameters.set(key, written(value));
    }
    const query = parameters.toString().replaceAll("%2C", ",");
    return location.origin + location.pathname + (query && `?${query}`);
  }

  // A change ends: say it, and keep it in the address for a reload or a link. Keys that are held
  // down end many; browsers take no more than some addresses a second, so only the last one counts.
  let ending = 0;

  function settle() {
    clearTimeout(ending);
    ending = setTimeout(() => {
      history.replaceState(null, "", address());
      engine.settle(() => { describe(); figure.ariaBusy = "false"; });
    }, 100);
  }

  const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

  // What is wrong with a text as the value of a parameter, in words; nothing if it will do.
  function misfit(key, text) {
    const short = text.length > 40 ? `${text.slice(0, 39)}…` : text;
    const { label, low, high, whole, values } = config.numbers[key] ?? config.choices[key];
    if (values) return values.includes(text) ? "" : `${label} is one of ${values.join(", ")}; “${short}” was not used.`;
    const value = Number(text);
    if (NUMBER.test(text) && low <= value && value <= high && (!whole || Number.isInteger(value))) return "";
    const range = `${minus(String(low))} to ${minus(String(high))}`;
    return `${label} ${whole ? "is a whole number and " : ""}goes from ${range}; “${short}” was not used.`;
  }

  function typed(input) {
    const key = input.dataset.key;
    const text = plain(input.value);
    const problem = misfit(key, text);
    input.setAttribute("aria-invalid", problem !== "");
    notice(problem ? [problem] : []);
    if (problem) mirror();
    else {
      change({ ...implied(input), [key]: Number(text) });
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
      const { preset, action, sets, for: key } = target.closest("button")?.dataset ?? {};
      if (preset) change({ ...config.presets[preset] });
      if (action) actions[action](key);
      if (sets) change(Object.fromEntries(Object.entries(JSON.parse(sets)).map(([name, from]) => [name, readouts[from]])));
      if (preset || sets || (action && action !== "dismiss")) settle();
    });
    document.addEventListener("submit", (event) => event.preventDefault());
    handles.forEach(listenToHandle);
    predictions.forEach(listenToPrediction);
    listenToShare();
  }

  // ---- Handles: places of the figure to drag ----------------------------------------------------

  const handles = all(".handle");
  const share = (value, [low, high]) => (value - low) / (high - low);

  function place(marks) {
    for (const { dataset, style } of handles) {
      if (!marks[dataset.mark]) continue;
      const { x: [x], y: [y] } = marks[dataset.mark];
      style.setProperty("--x", share(x, config.planes[dataset.plane].x));
      style.setProperty("--y", share(y, config.planes[dataset.plane].y));
    }
  }

  // Numbers after a step of so many units to the right and up: on their grid and within bounds.
  function moved({ dataset }, from, right, up) {
    const steps = [[dataset.x, right], [dataset.y, up]].filter(([key]) => key);
    return Object.fromEntries(steps.map(([key, by]) => {
      const { low, high, step } = config.numbers[key];
      const rounded = Number((Math.round((from[key] + by) / step) * step).toFixed(9));
      return [key, Math.min(high, Math.max(low, rounded))];
    }));
  }

  function listenToHandle(handle) {
    let start = null;
    handle.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      const plot = plots[handle.dataset.plane];
      handle.setPointerCapture(event.pointerId);
      start = {
        x: event.clientX, y: event.clientY, state: { ...state },
        right: (plot.x_range.end - plot.x_range.start) / plot.inner_width,
        up: (plot.y_range.end - plot.y_range.start) / plot.inner_height,
      };
    });
    handle.addEventListener("pointermove", (event) => {
      if (start) change(moved(handle, start.state, (event.clientX - start.x) * start.right, (start.y - event.clientY) * start.up));
    });
    for (const end of ["pointerup", "pointercancel"]) {
      handle.addEventListener(end, () => {
        if (start) settle();
        start = null;
      });
    }
    handle.addEventListener("keydown", (event) => {
      const ways = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
      if (!ways[event.key]) return;
      event.preventDefault();
      const { x, y } = handle.dataset;
      const [right, up] = ways[event.key].map((way) => way * config.numbers[x || y].step * (event.shiftKey ? 10 : 1));
      change(moved(handle, state, right, up));
      settle();
    });
  }

  // ---- Predictions: while one is made, the page keeps the answer to itself ----------------------

  const predictions = all(".prediction").map((form, i) => ({ form, ...config.predictions[i] }));

  function conceal({ answer, hides }, yes) {
    for (const key of [answer, ...hides]) yes ? concealed.add(key) : concealed.delete(key);
    show({});
  }

  function forget(prediction) {
    const { form } = prediction;
    if (!form.dataset.state) return;
    delete form.dataset.state;
    form.querySelector("input").value = "";
    form.querySelector(".feedback").textContent = "";
    form.querySelector(".formula").hidden = true;
    conceal(prediction, false);
  }

  function judge({ answer, tolerance, hints }, value) {
    const near = (key) => Math.abs(value - readouts[key]) <= tolerance;
    if (!Number.isFinite(value)) return { text: "Type a number, such as 0.5." };
    if (near(answer)) return { right: true, text: `Right: ${brief(readouts[answer])}.` };
    const slip = Object.keys(hints).find(near);
    return { text: slip ? `Not yet. ${hints[slip]}` : "Not yet. Look at the figure and try again, or reveal the answer." };
  }

  function listenToPrediction(prediction) {
    const { form } = prediction;
    const input = form.querySelector("input");
    const say = (text, stage) => {
      form.querySelector(".feedback").textContent = text;
      form.querySelector(".formula").hidden = stage === "open";
      form.dataset.state = stage;
      conceal(prediction, stage === "open");
    };
    input.addEventListener("focus", () => { if (!form.dataset.state) say("", "open"); });
    input.addEventListener("blur", () => { if (!input.value) forget(prediction); });
    form.addEventListener("submit", () => {
      const { right, text } = judge(prediction, plain(input.value) === "" ? NaN : Number(plain(input.value)));
      say(text, right ? "right" : "open");
    });
    form.querySelector(".reveal").addEventListener("click", () => say(`It is ${brief(readouts[prediction.answer])}.`, "revealed"));
  }

  // ---- Figure -----------------------------------------------------------------------------------

  const plots = {};
  const renderers = {};
  const views = {};

  // Columns of as many points are written where they are; BokehJS would copy and index them anew.
  function draw(marks) {
    for (const [name, { x, y }] of Object.entries(marks)) {
      const { data_source: source } = renderers[name];
      if (x.length === source.data.x.length) {
        const { glyph } = views[name];
        for (const columns of [source.data, glyph]) {
          columns.x.set(x);
          columns.y.set(y);
        }
      } else source.setv({ data: { ...source.data, x, y } }, { sync: false });
    }
    place(marks);
    for (const plot of Object.values(plots)) {
      const view = Bokeh.index.find_one(plot);
      if (!plot.renderers.some(({ name }) => marks[name])) continue;
      view.invalidate_painters();
      view.repaint();
    }
  }

  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  // The dots of a mark are all alike; BokehJS would look up each one's size, colour and shape.
  function paintDots(context, { sx, sy, model }) {
    context.fillStyle = model.fill_color.value;
    context.globalAlpha = model.fill_alpha.value;
    for (let i = 0; i < sx.length; i++) {
      if (Number.isNaN(sx[i] + sy[i])) continue;
      context.beginPath();
      context.arc(sx[i], sy[i], model.size.value / 2, 0, 2 * Math.PI);
      context.fill();
    }
    context.globalAlpha = 1;
  }

  // A canvas does not know the page's colours, so they are handed on, at each change of theme.
  function paint(plot) {
    for (const axis of [...plot.left, ...plot.below]) axis.setv({ major_label_text_color: color("quiet") }, { sync: false });
    for (const grid of plot.center) grid.setv({ grid_line_color: color("rule") }, { sync: false });
    for (const { glyph, tags: [role] } of plot.renderers) {
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
    const here = new Set(plot.renderers.map(({ name }) => name));
    for (const [key, names] of Object.entries(config.picks)) {
      const index = nearest(names.filter((name) => here.has(name)), at, 16 * pixel);
      if (index >= 0) {
        change({ [key]: index + 1 });
        settle();
      }
    }
  }

  // ---- Share: the present state as a link, a program, a picture or a table ----------------------

  const menu = document.getElementById("share");
  const planes = all(".plane");
  const visible = () => Object.keys(config.planes).filter((_, i) => !planes[i].hidden).map((name) => plots[name]);

  function withAttributes(element, attributes) {
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  }

  const copies = {
    link: () => address({ embed: null }),
    frame: () => withAttributes(document.createElement("iframe"), {
      src: address({ embed: 1 }), title: config.title, loading: "lazy",
      width: "100%", height: embeddedHeight(), style: "border: 0",
    }).outerHTML,
    python: () => config.code.replace(/\$(\w+)/g, (_, key) => written(state[key])),
  };

  const downloads = { png, svg, csv };

  function embeddedHeight() {
    const story = document.getElementById("story");
    return document.querySelector("main").offsetHeight - (story?.offsetHeight ?? 0);
  }

  // Bokeh's own picture of each plane, one beside the other.
  function pictures(kind) {
    let left = 0;
    const parts = visible().map((plot) => {
      const { canvas, bbox, pixel_ratio: ratio } = Bokeh.index.find_one(plot).export(kind);
      const part = { canvas, left, width: bbox.width * ratio, height: bbox.height * ratio };
      left += part.width;
      return part;
    });
    return { parts, width: left, height: Math.max(...parts.map(({ height }) => height)) };
  }

  function png() {
    const { parts, ...size } = pictures("png");
    const whole = Object.assign(document.createElement("canvas"), size);
    const context = whole.getContext("2d");
    context.fillStyle = color("ground");
    context.fillRect(0, 0, size.width, size.height);
    for (const { canvas, left } of parts) context.drawImage(canvas, left, 0);
    return new Promise((done) => whole.toBlob(done));
  }

  function svg() {
    const { parts, ...size } = pictures("svg");
    const element = (name, attributes) => withAttributes(document.createElementNS("http://www.w3.org/2000/svg", name), attributes);
    const whole = element("svg", size);
    whole.append(element("rect", { ...size, fill: color("ground") }));
    for (const { canvas, left } of parts) whole.append(withAttributes(canvas, { x: left }));
    return new Blob([new XMLSerializer().serializeToString(whole)], { type: "image/svg+xml" });
  }

  function csv() {
    const rows = visible().flatMap((plot) => plot.renderers).flatMap(({ name, data_source: { data: { x, y } } }) =>
      Array.from(x, (across, i) => [name, across, y[i]]).filter(([, ...place]) => place.every(Number.isFinite)));
    return new Blob(["mark,x,y\n", ...rows.map((row) => `${row.join(",")}\n`)], { type: "text/csv" });
  }

  function tell(button, text) {
    const status = menu.querySelector("[role=status]");
    button.dataset.name ??= button.textContent;
    button.textContent = status.textContent = text;
    setTimeout(() => {
      button.textContent = button.dataset.name;
      status.textContent = ""; // or the same text would not be said again
    }, 2000);
  }

  async function copy(button) {
    const text = copies[button.dataset.copy]();
    try {
      await navigator.clipboard.writeText(text); // not there without https, and it may be refused
      offer("");
      tell(button, "Copied");
    } catch {
      offer(text);
    }
  }

  function offer(text) {
    const field = menu.querySelector("textarea");
    field.parentElement.hidden = !text;
    field.value = text;
    if (!text) return;
    field.focus();
    field.select();
  }

  async function download(button) {
    if (!figure.classList.contains("ready")) return;
    const kind = button.dataset.download;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await downloads[kind]());
    link.download = `gaussians-${config.key}.${kind}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000); // a browser may still be reading it
    tell(button, "Saved");
  }

  function listenToShare() {
    menu.addEventListener("click", ({ target }) => {
      if (target.dataset.copy) copy(target);
      if (target.dataset.download) download(target);
    });
    menu.addEventListener("toggle", () => offer(""));
    menu.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    document.addEventListener("pointerdown", ({ target }) => { if (!menu.contains(target)) menu.open = false; });
    menu.addEventListener("focusout", ({ relatedTarget: to }) => { if (to && !menu.contains(to)) menu.open = false; });
  }

  // ---- In a frame: the page around it hears how high this one is --------------------------------

  function tellHeight() {
    const { height } = document.documentElement.getBoundingClientRect();
    window.parent.postMessage({ gaussians: "height", height: Math.ceil(height) }, "*"); // no secret
  }

  // ---- Engine: one question at a time, and always the newest ------------------------------------
  // ---- Python engine: one question at a time, and always the newest -----------------------------

  const python = {
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
      if (answer.problems.length) {
        notice(answer.problems);
        if (!this.stale) { state = { ...answer.state }; mirror(); }
      }
      if (engine === this || answer.problems.length) take(answer);
      else if (!this.stale) check(answer);
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

  // ---- Browser engine: the recorded scene, computed and painted within one frame ----------------

  const recorded = window.recordedScene;

  const browser = {
    ready: false,
    frame: 0,
    telling: 0,
    numbers: {},
    still: "", // what noise and choices were drawn last: only they change what no slider moves

    change() { if (this.ready) this.frame ||= requestAnimationFrame(() => this.compute()); },

    compute() {
      cancelAnimationFrame(this.frame);
      this.frame = 0;
      const { still, move } = recorded(state);
      const arrays = { ...config.fixed, noise: noise(state.seed) };
      const marks = {};
      const numbers = {};
      const out = (name, count) => {
        const { x, y } = marks[name] ??= sized(renderers[name].data_source.data, count);
        return [x, y];
      };
      if (this.still !== this.choice()) still(state, arrays, out, numbers);
      this.still = this.choice();
      move(state, arrays, out, numbers);
      draw(marks);
      Object.assign(this.numbers, numbers);
      this.telling ||= setTimeout(() => this.tell(), 100);
    },

    // Nobody reads sixty numbers a second, and to lay out equations takes longer than to paint.
    tell() {
      clearTimeout(this.telling);
      this.telling = 0;
      show(this.numbers);
      this.numbers = {};
    },

    choice: () => JSON.stringify(config.still.map((key) => state[key])),

    settle(then) {
      if (this.frame) this.compute();
      if (this.telling) this.tell();
      then();
      python.ask(); // numpy has the last word, once the hand is off
    },
  };

  const sized = (columns, count) => (columns.x.length === count ? columns
    : { x: new Float64Array(count), y: new Float64Array(count) });

  function check({ marks = {}, readouts: numbers = {} }) {
    let largest = 0;
    const compare = (a, b) => { if (Number.isFinite(b)) largest = Math.max(largest, Math.abs(a - b)); };
    for (const [name, columns] of Object.entries(marks)) {
      for (const key of ["x", "y"]) columns[key].forEach((value, i) => compare(renderers[name].data_source.data[key][i], value));
    }
    for (const [key, value] of Object.entries(numbers)) if (typeof value === "number") compare(Number(readouts[key]), value);
    const agrees = largest < 1e-9;
    if (!agrees) take({ marks, readouts: numbers });
    document.getElementById("checked").textContent = agrees
      ? `checked by numpy: largest difference ${format(largest, "e")}` : `numpy differs by ${format(largest, "e")}; shown is numpy’s`;
  }

  // ---- Noise: the same draws from a seed as in Python -------------------------------------------

  function mix(bits) {
    bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
    bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
    return (bits ^ (bits >>> 16)) >>> 0;
  }

  const drawn = {};

  function noise(seed) {
    if (drawn.seed === seed) return drawn.noise;
    const start = mix((seed + 0x9e3779b9) >>> 0);
    const uniform = (i) => (mix((start + i) >>> 0) + 0.5) / 2 ** 32;
    const columns = [new Float64Array(config.most), new Float64Array(config.most)];
    for (let i = 0; i < config.most; i++) {
      const length = Math.sqrt(-2 * Math.log(uniform(2 * i)));
      const angle = 2 * Math.PI * uniform(2 * i + 1);
      columns[0][i] = length * Math.cos(angle);
      columns[1][i] = length * Math.sin(angle);
    }
    Object.assign(drawn, { seed, noise: columns });
    return columns;
  }

  const engine = recorded ? browser : python;

  function lost(yes) {
    if (yes) notice(["The server does not answer. Your settings are kept in the address: reload the page to go on."]);
    else if (document.documentElement.classList.contains("lost")) notice([]);
    document.documentElement.classList.toggle("lost", yes);
  }

  // ---- A page without a server reads its address itself -----------------------------------------

  const isStatic = "axes" in window;

  function readAddress() {
    const query = new URLSearchParams(location.search);
    const problems = [];
    for (const key of new Set(query.keys())) {
      if (config.kept.includes(key)) continue;
      const [text, ...more] = query.getAll(key);
      const known = key in config.numbers || key in config.choices;
      const problem = more.length ? `“${key}” is given more than once; it was not used.`
        : known ? misfit(key, text) : `There is nothing called “${key.slice(0, 40)}” here; it was not used.`;
      if (problem) problems.push(problem);
      else state[key] = key in config.numbers ? Number(text) : text;
    }
    notice(problems.length > 4 ? [...problems.slice(0, 3), `${problems.length - 3} more were not used either.`] : problems);
    hide((query.get("hide") ?? "").split(","));
    document.documentElement.classList.toggle("embedded", query.get("embed") === "1");
    document.documentElement.classList.add("read");
  }

  // An instructor's list of parameters: nothing in the page sets them any more.
  function hide(keys) {
    for (const key of keys.filter((name) => name in state)) {
      for (const input of all(`[data-key="${key}"]`)) input.closest(".slider, .field, .choice")?.remove();
      for (const other of all(`.handle[data-x="${key}"], .handle[data-y="${key}"], [data-sets*='"${key}"']`)) other.remove();
      delete config.picks[key];
    }
    for (const group of all("#controls fieldset")) if (!group.querySelector("input, button")) group.remove();
  }

  // ---- Start ------------------------------------------------------------------------------------

  function start(bokeh) {
    for (const key of Object.keys(config.planes)) {
      const plot = plots[key] = bokeh.get_model_by_name(key);
      const view = Bokeh.index.find_one(plot);
      for (const renderer of plot.renderers) {
        renderers[renderer.name] = renderer;
        views[renderer.name] = view.views.get_one(renderer);
        const { glyph } = views[renderer.name];
        glyph._mask_data = null; // its index of places is not kept up to date
        if (renderer.glyph.type === "Scatter") glyph.paint = (context) => paintDots(context, glyph);
      }
      paint(plot);
      plot.on_event("tap", (event) => pick(plot, event));
    }
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => Object.values(plots).forEach(paint));
    place(Object.fromEntries(Object.entries(renderers).map(([name, { data_source }]) => [name, data_source.data])));
    bokeh.on_event("connection_lost", () => lost(true));
    bokeh.on_event("client_reconnected", () => python.again());
    python.link = bokeh.get_model_by_name("link");
    python.link?.properties.answer.change.connect(() => python.receive(python.link.answer));
    if (python.stale) python.ask();
    Object.assign(browser, { ready: true, still: JSON.stringify(config.still.map((key) => config.state[key])) });
    if (isStatic) browser.still = ""; // its figure has no points yet
    if (isStatic || (recorded && JSON.stringify(state) !== JSON.stringify(config.state))) browser.compute();
    for (const element of figure.querySelectorAll(".bk-Figure")) element.tabIndex = -1; // it has no keys
    figure.classList.add("ready");
  }

  function whenBokehIsIdle(then) {
    if (window.Bokeh && window.axes) {
      Bokeh.embed.embed_items(...window.axes);
      window.axes = null;
    }
    const bokeh = window.Bokeh?.documents?.[0];
    if (bokeh?.is_idle) then(bokeh);
    else setTimeout(whenBokehIsIdle, 15, then);
  }

  if (isStatic) readAddress();
  show(config.readouts);
  describe();
  mirror();
  listen();
  document.querySelector("main").classList.add("filled");
  if (window.parent !== window) new ResizeObserver(tellHeight).observe(document.documentElement);
  whenBokehIsIdle(start);
})();
