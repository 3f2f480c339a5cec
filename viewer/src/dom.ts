// DOM: elements made by hand; text is always text, styles go through the CSS object model.

type Child = Node | string | null | undefined | false;

interface Options {
  class?: string;
  text?: string;
  title?: string;
  attributes?: Record<string, string>;
  on?: Partial<Record<keyof HTMLElementEventMap, (event: Event) => void>>;
}

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  options: Options = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (options.class) element.className = options.class;
  if (options.text !== undefined) element.textContent = options.text;
  if (options.title) element.title = options.title;
  for (const [name, value] of Object.entries(options.attributes ?? {})) {
    element.setAttribute(name, value);
  }
  for (const [name, listener] of Object.entries(options.on ?? {})) {
    element.addEventListener(name, listener);
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

const ICONS = {
  play: "M7 4.5v15l12-7.5z",
  pause: "M6.5 5h4v14h-4zM13.5 5h4v14h-4z",
  camera:
    "M9 5l-1.6 2H5a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2V9a2 2 0 0 0-2-2h-2.4L15 5zM12 9.5a3.7 3.7 0 1 1 0 7.4 3.7 3.7 0 0 1 0-7.4z",
  theme: "M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18",
  help: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.6 9.4a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2.9-1.2 1.8M12 16.6v.1",
  close: "M6 6l12 12M18 6L6 18",
  one: "M4 5h16v14H4z",
  four: "M4 5h7v6H4zM13 5h7v6h-7zM4 13h7v6H4zM13 13h7v6h-7z",
  compare: "M4 5h7v14H4zM13 5h7v14h-7z",
  back: "M15 6l-6 6 6 6",
  forward: "M9 6l6 6-6 6",
  reset: "M5 12a7 7 0 1 0 2.2-5.1M5 4v4h4",
  peak: "M12 4v4.5M12 15.5V20M4 12h4.5M15.5 12H20M12 8.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z",
  pin: "M9 4h6l-.8 5.5L17 13H7l2.8-3.5zM12 13v7",
  layers: "M12 4l8 4.5-8 4.5-8-4.5zM4 13l8 4.5 8-4.5",
};
export type Icon = keyof typeof ICONS;
const FILLED: Icon[] = ["play", "pause"];

export function icon(name: Icon): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", FILLED.includes(name) ? "lf-icon lf-filled" : "lf-icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** A button that shows an icon; its name is for screen readers and the tip. */
export function iconButton(name: Icon, label: string, click: () => void): HTMLButtonElement {
  const button = make("button", {
    class: "lf-button lf-square",
    title: label,
    attributes: { type: "button", "aria-label": label },
    on: { click },
  });
  button.append(icon(name));
  return button;
}

export function swapIcon(button: HTMLButtonElement, name: Icon, label: string): void {
  button.replaceChildren(icon(name));
  button.title = label;
  button.setAttribute("aria-label", label);
}

export interface Choice<T> {
  value: T;
  text: string;
  title?: string;
  icon?: Icon;
}

/** Buttons of which one is pressed; `show` says which. */
export function segments<T>(
  label: string,
  choices: Choice<T>[],
  choose: (value: T) => void,
): { element: HTMLElement; show: (value: T | null) => void } {
  const element = make("div", {
    class: "lf-segments",
    attributes: { role: "group", "aria-label": label },
  });
  const buttons = choices.map((choice) => {
    const button = make("button", {
      class: "lf-button",
      attributes: { type: "button", "aria-pressed": "false" },
      on: { click: () => choose(choice.value) },
    });
    if (choice.title) button.title = choice.title;
    if (choice.icon) {
      button.append(icon(choice.icon));
      button.setAttribute("aria-label", choice.text);
      button.classList.add("lf-square");
    } else button.textContent = choice.text;
    element.append(button);
    return button;
  });
  return {
    element,
    show: (value) => {
      buttons.forEach((button, i) => {
        button.setAttribute("aria-pressed", String(choices[i].value === value));
      });
    },
  };
}

/** The same choices in a list that folds up. */
export function dropdown<T>(
  label: string,
  choices: Choice<T>[],
  choose: (value: T) => void,
): { element: HTMLSelectElement; show: (value: T | null) => void } {
  const element = make("select", { class: "lf-select", attributes: { "aria-label": label } });
  choices.forEach((choice, i) => {
    element.append(make("option", { text: choice.text, attributes: { value: String(i) } }));
  });
  element.addEventListener("change", () => choose(choices[Number(element.value)].value));
  return {
    element,
    show: (value) => {
      element.value = String(choices.findIndex((choice) => choice.value === value));
    },
  };
}

export function slider(
  label: string,
  range: { min: number; max: number; step: number | "any" },
  change: (value: number) => void,
): HTMLInputElement {
  const element = make("input", {
    class: "lf-slider",
    attributes: {
      type: "range",
      min: String(range.min),
      max: String(range.max),
      step: String(range.step),
      "aria-label": label,
    },
  });
  element.addEventListener("input", () => change(Number(element.value)));
  return element;
}

export function checkbox(text: string, change: (on: boolean) => void) {
  const input = make("input", { attributes: { type: "checkbox" } });
  input.addEventListener("change", () => change(input.checked));
  const element = make("label", { class: "lf-check" }, input, make("span", { text }));
  return { element, input };
}

/** A button that opens a small sheet below or above it; a click elsewhere closes it. */
export function menu(label: string, name: Icon, content: HTMLElement): HTMLElement {
  const details = make("details", { class: "lf-menu" });
  const summary = make("summary", {
    class: "lf-button",
    attributes: { "aria-label": label, role: "button" },
  });
  summary.append(icon(name), make("span", { text: label }));
  content.classList.add("lf-sheet");
  details.append(summary, content);
  const close = (event: Event) => {
    if (!details.isConnected) document.removeEventListener("pointerdown", close);
    else if (!details.contains(event.target as Node)) details.open = false;
  };
  document.addEventListener("pointerdown", close);
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    summary.focus();
    event.stopPropagation();
  });
  return details;
}

/** Calls back at once and whenever the element's size changes. */
export function onResize(
  element: HTMLElement,
  change: (width: number, height: number) => void,
): ResizeObserver {
  const observer = new ResizeObserver(() => change(element.clientWidth, element.clientHeight));
  observer.observe(element);
  return observer;
}

/** A variable of the style sheet, as the theme has it now. */
export function themeColour(element: HTMLElement, name: string): string {
  return getComputedStyle(element).getPropertyValue(`--lf-${name}`).trim();
}
