// Header: the title, which map is shown or which are compared, theme, screenshot, help.

import type { Context } from "../context";
import { checkbox, dropdown, icon, iconButton, make, menu, segments, swapIcon } from "../dom";
import type { Theme } from "../store";

const THEMES: Theme[] = ["auto", "light", "dark"];

export function makeHeader(context: Context, commands: { shoot: () => void; help: () => void }) {
  const { page, store, actions } = context;
  // A page that holds more has a heading of its own.
  const level = document.body.classList.contains("leadfield-page") ? "h1" : "h3";
  const title = make(level, { text: page.title || "Source map", title: page.title });
  const theme = iconButton("theme", "Theme", () => {
    const next = THEMES[(THEMES.indexOf(store.state.theme) + 1) % THEMES.length];
    actions.setTheme(next);
    context.say(`Theme: ${next}`);
  });
  store.watch(["theme"], (state) => {
    swapIcon(
      theme,
      "theme",
      `Theme: ${state.theme === "auto" ? "as the system" : state.theme} (t)`,
    );
  });
  const right = make(
    "div",
    { class: "lf-actions" },
    theme,
    iconButton("camera", "Save a picture (s)", commands.shoot),
    iconButton("help", "Help and keys (?)", commands.help),
  );
  return make("header", { class: "lf-header" }, title, makeMaps(context), right);
}

function makeMaps(context: Context): HTMLElement | null {
  const { page, store, actions } = context;
  if (page.maps.length < 2) return null;
  const choices = page.maps.map((map, value) => ({ value, text: map.title, title: map.title }));
  const choose = (value: number) => actions.setMap(value);
  const buttons = segments("Map", choices, choose);
  const list = dropdown("Map", choices, choose);
  const few = choices.length <= 4 && choices.reduce((n, { text }) => n + text.length, 0) < 48;
  list.element.classList.add(few ? "lf-when-narrow" : "lf-always");
  if (few) buttons.element.classList.add("lf-when-wide");
  store.watch(["map"], ({ map }) => {
    buttons.show(map);
    list.show(map);
  });
  return make(
    "div",
    { class: "lf-maps" },
    few && buttons.element,
    list.element,
    makeCompare(context),
  );
}

function makeCompare(context: Context): HTMLElement {
  const { page, store, actions } = context;
  if (page.maps.length === 2) {
    const button = make("button", {
      class: "lf-button",
      title: "Both maps side by side, turned together (c)",
      attributes: { type: "button", "aria-pressed": "false", "aria-label": "Side by side" },
      on: { click: () => actions.setSideBySide(store.state.sideBySide.length ? [] : [0, 1]) },
    });
    button.append(icon("compare"), make("span", { text: "Side by side" }));
    store.watch(["sideBySide"], ({ sideBySide }) => {
      button.setAttribute("aria-pressed", String(sideBySide.length > 1));
    });
    return button;
  }
  const sheet = make("div");
  page.maps.forEach((map, place) => {
    const { element, input } = checkbox(map.title, (on) => {
      const { sideBySide, map: now } = store.state;
      const before = sideBySide.length ? sideBySide : [now];
      const next = on ? [...before, place] : before.filter((each) => each !== place);
      actions.setSideBySide(next.sort((a, b) => a - b));
    });
    store.watch(["sideBySide", "map"], ({ sideBySide, map: now }) => {
      input.checked = sideBySide.length ? sideBySide.includes(place) : now === place;
      input.disabled = !input.checked && sideBySide.length >= 4;
    });
    sheet.append(element);
  });
  return menu("Side by side", "compare", sheet);
}
