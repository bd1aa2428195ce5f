// Predictions: while one is made, the page keeps the answer to itself.

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
