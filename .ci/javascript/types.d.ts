// What the page's script is told from outside: by Python, by BokehJS and by the template.

declare const Bokeh: any; // has types, but not for what a page's script needs of it

interface Window {
  Bokeh?: any;
  axes?: Record<string, object>; // planes, as BokehJS reads them
  recordedScene?: ((state: Values) => Recorded) & { still: string[] }; // parameters of noise, choices
}

type Value = number | string;
type Values = Record<string, Value>; // of parameters
type Numbers = Record<string, Value | null>; // readouts; null is no number
type Marks = Record<string, { x: Float64Array; y: Float64Array }>;
type Named = { name: string };
type Point = { x: number; y: number };
type Place = [number, number]; // on a drawing's grid

interface Recorded {
  ready: (state: Values, arrays: Arrays) => Ready;
  still: Compute;
  move: Compute;
  moving: string[]; // marks
  noises: Record<string, NoiseShape>; // that it draws
  drawings: Record<string, [drawing: string, points: number]>; // whose arrays it has
}
type NoiseShape = [rows: number, columns: number, part: number];
type Arrays = Record<string, Float64Array[] | Float64Array>; // columns, or numbers of noise row by row
type Ready = (number | Float64Array)[]; // that no slider changes
type Compute = (
  state: Values,
  arrays: Arrays,
  ready: Ready,
  out: ((name: string, count: number) => Float64Array[]) | null, // for marks
  readouts: Numbers | null,
) => void;

interface Engine {
  change(): void;
  isBehind(): boolean;
  settle(then: () => void): void;
}
interface Answer {
  marks: Marks;
  readouts: Numbers;
  problems: string[];
  state: Values;
}

// page/render.py writes it.
interface Config {
  key: string;
  title: string;
  code: string;
  start: Values;
  asked: Asked;
  readouts: Numbers;
  planes: Record<string, { x: [number, number]; y: [number, number]; names: [string, string]; marks: string[]; margin: number; height: number }>;
  presets: Record<string, Values>;
  picks: Record<string, string[]>;
  predictions: Prediction[];
  symbols: Record<string, string[]>; // coloured words -> marks
  steps: Step[];
  implied: Record<string, Values>;
  numbers: Record<string, NumberParameter>;
  choices: Record<string, ChoiceParameter>;
  drawings: Record<string, DrawingParameter>;
  keys: Record<string, string[]>; // about the page
  fixed: Record<string, (number | null)[][]>;
  samples: Record<string, Sample>;
  sizes: number[]; // of samples
  mostProblems: number;
  answers: string; // where a server is asked; nowhere if there is none
}
// kit/counts.py says what they are.
interface Sample {
  odds?: number[];
  people?: number[];
}
interface Asked {
  state: Values;
  page: Record<string, string>;
  hidden: string[];
  step: number;
  problems: string[];
}
interface Step {
  state: Values;
  controls: string[];
  presets: string[];
  marks: string[];
  plane: string;
  goals: Clause[][];
  predicts: string[];
}
interface Clause {
  name: string;
  relation: "=" | "≠" | "<" | ">" | "≤" | "≥";
  value: Value;
  within: number;
  size: boolean;
}
interface NumberParameter {
  label: string;
  low: number;
  high: number;
  step: number;
  whole: boolean;
}
interface ChoiceParameter {
  label: string;
  values: string[];
}
interface DrawingParameter {
  label: string;
}
type Parameter = NumberParameter | ChoiceParameter | DrawingParameter;
interface Prediction {
  answer: string;
  hides: string[];
  tolerance: number | null;
}

// Elements of page/template.html, which has these attributes.
type Has<Attribute extends string> = { dataset: DOMStringMap & Record<Attribute, string> };
type Data = HTMLElement & { dataset: Record<string, any> };
type Input = HTMLInputElement & Has<"key">;
type Handle = HTMLElement & Has<"plane" | "mark" | "x" | "y">; // and a scale, unless it is 1
type Slot = HTMLElement & Has<"readout" | "format">;
type Hint = HTMLElement & Has<"slip">;
type Part = HTMLElement & Has<"when">;
type Drawn = HTMLElement & Has<"draws">; // a pen's control, or a pad
type Pad = HTMLElement & Has<"draws" | "sheet">;
