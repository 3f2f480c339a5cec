// Entry of the bundle: what a page starts, and what a notebook's widget is.

export { startPage } from "./html";
export { widget } from "./widget";
