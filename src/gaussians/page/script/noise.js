// Noise: the same draws from a seed as in Python.

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
  if (yes) notice([window.origin === "null"
    ? "The server does not answer a sandboxed frame. Whoever put it here can allow it its origin, or use an exported page."
    : "The server does not answer. Your settings are kept in the address: reload the page to go on."]);
  else if (document.documentElement.classList.contains("lost")) notice([]);
  document.documentElement.classList.toggle("lost", yes);
}
