// Stage: the canvas, everything that is drawn in it, and one drawing of all its panels.

import {
  ColorManagement,
  Group,
  LinearSRGBColorSpace,
  Matrix4,
  OrthographicCamera,
  Scene,
  Vector3,
  WebGLRenderer,
} from "three";
import type { Appearance } from "../activity";
import type { Brain } from "../brain_model";
import { type Axes, extentAlong, fitScale, type Side, type Vector } from "../maths/camera";
import { thinned } from "../maths/mesh";
import type { Slot } from "../store";
import { CortexBuffers, CortexMesh, MapUniforms, type SharedUniforms } from "./cortex";
import { Arrows, type Mark, Marks } from "./glyphs";
import { Regions } from "./regions";

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One view of one map; rectangles are in CSS pixels from the upper left. */
export interface Panel {
  lane: number;
  slot: number;
  rectangle: Rectangle;
}

/** What a panel shows of space: mm a pixel, and the point in its middle. */
export interface Frustum {
  axes: Axes;
  middle: Vector;
  scale: number;
}

/** All that depends on which map a panel shows. */
interface Lane {
  map: MapUniforms;
  cortex: CortexMesh[];
  arrows: Arrows[];
  withArrows: boolean;
}

/** Points that stand for the whole hemisphere where only its extent is asked. */
const FEW = 1500;
const FAR = 1000;
/** Room for a view's name above the brain, in CSS pixels. */
const HEAD = 30;

export class Stage {
  readonly regions: Regions;
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera = new OrthographicCamera(-1, 1, 1, -1, 0, 2 * FAR);
  readonly #groups: Group[];
  readonly #buffers: CortexBuffers[];
  readonly #marks: Marks[];
  readonly #brain: Brain;
  readonly #outlines: Float32Array[][];
  readonly #extents = new Map<string, { middle: Vector; half: Vector }>();
  #lanes: Lane[] = [];
  #morph = 2;
  readonly #shared: SharedUniforms = {
    uMorph: { value: 2 },
    uPixel: { value: 1 },
    uFront: { value: 2 },
    uGyri: { value: new Vector3() },
    uSulci: { value: new Vector3() },
    uBorder: { value: new Vector3() },
  };

  constructor(canvas: HTMLCanvasElement, brain: Brain) {
    ColorManagement.enabled = false;
    this.#brain = brain;
    this.#renderer = new WebGLRenderer({ canvas, antialias: !drawsInSoftware() });
    this.#renderer.outputColorSpace = LinearSRGBColorSpace;
    this.#renderer.autoClear = false;
    this.#buffers = brain.hemispheres.map((hemisphere) => new CortexBuffers(hemisphere));
    this.#marks = brain.hemispheres.map(() => new Marks(this.#shared));
    this.#groups = brain.hemispheres.map((_, h) => {
      const group = new Group();
      group.add(this.#marks[h].mesh);
      this.#scene.add(group);
      return group;
    });
    this.regions = new Regions(this.#buffers, this.#groups, this.#shared);
    this.#outlines = brain.hemispheres.map((h) => h.points.map((points) => thinned(points, FEW)));
    this.#camera.matrixAutoUpdate = false;
    this.setTheme(false);
  }

  setTheme(dark: boolean): void {
    this.#renderer.setClearColor(dark ? 0x14171b : 0xffffff, 1);
    const grey = dark ? [0.68, 0.41] : [0.83, 0.58];
    this.#shared.uGyri.value.setScalar(grey[0]);
    this.#shared.uSulci.value.setScalar(grey[1]);
    this.#shared.uBorder.value.set(0.1, 0.2, 0.32);
  }

  setMorph(morph: number): void {
    this.#morph = morph;
    this.#shared.uMorph.value = morph;
    this.#brain.hemispheres.forEach((hemisphere, h) => {
      this.#groups[h].position.x = hemisphere.shift(morph);
    });
    for (const lane of this.#lanes) for (const arrows of lane.arrows) arrows.place(morph);
  }

  /** As many lanes as maps are shown; each has its own values and colours. */
  setLanes(withArrows: boolean[]): void {
    while (this.#lanes.length > withArrows.length) this.#dropLane();
    withArrows.forEach((arrows, i) => {
      this.#lanes[i] ??= this.#makeLane();
      const lane = this.#lanes[i];
      if (arrows && !lane.arrows.length) this.#addArrows(lane);
      lane.withArrows = arrows;
    });
    // Arrows are in front of the cortex, marks in front of arrows.
    this.#shared.uFront.value = withArrows.includes(true) ? 16 : 2;
  }

  paint(
    lane: number,
    appearance: Appearance,
    painted: Float32Array[],
    moments: Float32Array | null,
  ): void {
    const { map, cortex, arrows } = this.#lanes[lane];
    const { fmax } = appearance.limits;
    map.show(appearance, moments !== null);
    map.uniforms.uLength.value = ARROW_REACH;
    cortex.forEach((mesh, h) => {
      mesh.paint(painted[h], fmax);
    });
    if (moments) for (const each of arrows) each.paint(moments, fmax);
  }

  mark(marks: Mark[][]): void {
    marks.forEach((some, h) => {
      this.#marks[h].show(some);
    });
  }

  resize(width: number, height: number): void {
    this.#renderer.setPixelRatio(Math.min(window.devicePixelRatio || 1, 2));
    this.#renderer.setSize(width, height, false);
  }

  /** What a slot shows in a rectangle. */
  frustum(slot: Slot, rectangle: Rectangle): Frustum {
    const { width, height } = rectangle;
    const extent = this.#extent(slot);
    const head = Math.min(HEAD, 0.14 * height);
    const scale = fitScale(extent.half, width, height - head) / slot.zoom;
    const [right, up] = slot.axes;
    const middle = extent.middle.map(
      (x, c) => x - scale * (slot.pan[0] * right[c] - (slot.pan[1] + head / 2) * up[c]),
    ) as Vector;
    return { axes: slot.axes, middle, scale };
  }

  #extent(slot: Slot): { middle: Vector; half: Vector } {
    const key = `${slot.side} ${this.#morph} ${slot.axes}`;
    const known = this.#extents.get(key);
    if (known) return known;
    const all = this.#brain.shownBy(slot.side).flatMap((hemisphere) => {
      const h = this.#brain.hemispheres.indexOf(hemisphere);
      return this.#fewPoints(h);
    });
    const points = new Float32Array(all.reduce((n, part) => n + part.length, 0));
    let at = 0;
    for (const part of all) {
      points.set(part, at);
      at += part.length;
    }
    const extent = extentAlong(slot.axes, points);
    if (!slot.view) {
      // Turned by hand: the size of the brain does not change with the side that is seen.
      const reach = Math.max(...extent.half);
      extent.half = [reach, 0.8 * reach, reach];
    }
    if (this.#extents.size > 200) this.#extents.clear();
    this.#extents.set(key, extent);
    return extent;
  }

  #fewPoints(h: number): Float32Array {
    const from = this.#morph <= 1 ? 0 : 1;
    const share = this.#morph - from;
    const [a, b] = [this.#outlines[h][from], this.#outlines[h][from + 1]];
    const shift = this.#brain.hemispheres[h].shift(this.#morph);
    return a.map((x, i) => x + share * (b[i] - x) + (i % 3 === 0 ? shift : 0));
  }

  draw(panels: Panel[], slots: Slot[], height: number): void {
    const renderer = this.#renderer;
    renderer.setScissorTest(true);
    for (const { lane, slot, rectangle } of panels) {
      const view = slots[slot];
      const y = height - rectangle.y - rectangle.height;
      renderer.setViewport(rectangle.x, y, rectangle.width, rectangle.height);
      renderer.setScissor(rectangle.x, y, rectangle.width, rectangle.height);
      renderer.clear();
      this.#look(this.frustum(view, rectangle), rectangle);
      this.#show(lane, view.side);
      renderer.render(this.#scene, this.#camera);
    }
  }

  #look(frustum: Frustum, { width, height }: Rectangle): void {
    const { axes, middle, scale } = frustum;
    const camera = this.#camera;
    camera.left = (-scale * width) / 2;
    camera.right = (scale * width) / 2;
    camera.top = (scale * height) / 2;
    camera.bottom = (-scale * height) / 2;
    camera.updateProjectionMatrix();
    const [right, up, towards] = axes.map((axis) => new Vector3(...axis));
    camera.matrix
      .copy(new Matrix4().makeBasis(right, up, towards))
      .setPosition(new Vector3(...middle).addScaledVector(towards, FAR));
    camera.matrixWorld.copy(camera.matrix);
    camera.matrixWorldInverse.copy(camera.matrix).invert();
    camera.matrixWorldAutoUpdate = false;
    this.#shared.uPixel.value = scale;
  }

  #show(lane: number, side: Side): void {
    const shown = this.#brain.shownBy(side);
    this.#brain.hemispheres.forEach((hemisphere, h) => {
      this.#groups[h].visible = shown.includes(hemisphere);
    });
    this.#lanes.forEach((each, i) => {
      for (const { mesh } of each.cortex) mesh.visible = i === lane;
      for (const { mesh } of each.arrows) mesh.visible = i === lane && each.withArrows;
    });
  }

  #makeLane(): Lane {
    const map = new MapUniforms();
    const cortex = this.#buffers.map((buffers, h) => {
      const mesh = new CortexMesh(buffers, this.#shared, map);
      this.#groups[h].add(mesh.mesh);
      return mesh;
    });
    return { map, cortex, arrows: [], withArrows: false };
  }

  #addArrows(lane: Lane): void {
    lane.arrows = this.#brain.hemispheres.map((hemisphere, h) => {
      const arrows = new Arrows(hemisphere, this.#shared, lane.map);
      arrows.place(this.#morph);
      this.#groups[h].add(arrows.mesh);
      return arrows;
    });
  }

  #dropLane(): void {
    const lane = this.#lanes.pop();
    for (const part of [...(lane?.cortex ?? []), ...(lane?.arrows ?? [])]) {
      part.mesh.removeFromParent();
      part.dispose();
    }
  }

  dispose(): void {
    while (this.#lanes.length) this.#dropLane();
    this.#renderer.dispose();
    this.#renderer.forceContextLoss();
  }
}

/** Length in mm of an arrow at the upper limit. */
export const ARROW_REACH = 13;

/** Whether pictures are made by a processor: smoothing edges would make them slow. */
function drawsInSoftware(): boolean {
  const context = document.createElement("canvas").getContext("webgl2");
  const about = context?.getExtension("WEBGL_debug_renderer_info");
  const name = about ? String(context?.getParameter(about.UNMASKED_RENDERER_WEBGL)) : "";
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return /swiftshader|llvmpipe|software|basic render/i.test(name);
}
