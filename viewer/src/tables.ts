// Entry of reports with tables: headings of those that may be sorted become buttons that sort.

import { make } from "./dom";
import { type Key, sortedPlaces } from "./maths/order";

for (const table of document.querySelectorAll<HTMLTableElement>("table.report-sortable")) {
  makeSortable(table);
}

function makeSortable(table: HTMLTableElement): void {
  const headings = [...(table.tHead?.rows[0].cells ?? [])];
  headings.forEach((heading, column) => {
    const button = make("button", {
      text: heading.textContent ?? "",
      attributes: { type: "button" },
      on: {
        click: () => {
          const before = heading.getAttribute("aria-sort");
          // Who sorts by a number looks for the largest.
          const first = heading.classList.contains("report-number") ? "descending" : "ascending";
          const other = before === "ascending" ? "descending" : "ascending";
          const direction = before ? other : first;
          for (const each of headings) each.removeAttribute("aria-sort");
          heading.setAttribute("aria-sort", direction);
          sortRows(table.tBodies[0], column, direction === "descending");
        },
      },
    });
    heading.replaceChildren(button);
  });
}

function sortRows(body: HTMLTableSectionElement, column: number, descending: boolean): void {
  const rows = [...body.rows];
  const sorted = document.createDocumentFragment();
  for (const place of sortedPlaces(
    rows.map((row) => keyOf(row.cells[column])),
    descending,
  )) {
    sorted.append(rows[place]);
  }
  body.append(sorted);
}

/** The number that a cell stands for, else its text; none for a number that is not known. */
function keyOf(cell: HTMLTableCellElement): Key {
  const { number } = cell.dataset;
  if (number !== undefined) return number === "" ? null : Number(number);
  return cell.textContent;
}
