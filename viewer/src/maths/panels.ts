// Panels: how many maps and views share the picture, and which of them a point is in.

export interface PanelPlace {
  /** Which of the maps shown. */
  lane: number;
  /** Which of the slots. */
  slot: number;
  rectangle: { x: number; y: number; width: number; height: number };
}

/** One map's cells fill the picture's columns, or its rows where it is tall. */
export function panelPlaces(
  nMaps: number,
  views: 1 | 4,
  width: number,
  height: number,
): PanelPlace[] {
  const across = nMaps === 1 || width / nMaps > 0.75 * (height / nMaps) ? nMaps : 1;
  const columns = nMaps === 4 ? 2 : across;
  const rows = Math.ceil(nMaps / columns);
  const places: PanelPlace[] = [];
  for (let lane = 0; lane < nMaps; lane++) {
    const [w, h] = [width / columns, height / rows];
    const [x, y] = [(lane % columns) * w, Math.floor(lane / columns) * h];
    if (views === 1) {
      places.push({ lane, slot: 0, rectangle: { x, y, width: w, height: h } });
      continue;
    }
    for (let k = 0; k < 4; k++) {
      const rectangle = {
        x: x + ((k % 2) * w) / 2,
        y: y + (Math.floor(k / 2) * h) / 2,
        width: w / 2,
        height: h / 2,
      };
      places.push({ lane, slot: 1 + k, rectangle });
    }
  }
  return places;
}

export function panelAt(places: PanelPlace[], x: number, y: number): PanelPlace | undefined {
  return places.find(({ rectangle: r }) => {
    return x >= r.x && x < r.x + r.width && y >= r.y && y < r.y + r.height;
  });
}
