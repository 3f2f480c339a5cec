// Glyphs: arrows of moments, balls of foci, rings of picks, and borders of regions.

import {
  BufferAttribute,
  BufferGeometry,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  LineSegments,
  Mesh,
  ShaderMaterial,
} from "three";
import type { Hemisphere } from "../brain_model";
import { unitColour } from "../maths/colours";
import { regionBorders, spacedPlaces } from "../maths/mesh";
import type { Integers } from "../payload";
import type { MapUniforms, SharedUniforms } from "./cortex";
import {
  ARROW_FRAGMENT,
  ARROW_VERTEX,
  BORDER_FRAGMENT,
  BORDER_VERTEX,
  MARK_FRAGMENT,
  MARK_VERTEX,
} from "./shaders";

/** Cubes of so many mm hold one arrow each. */
const SPACING = 7;
const SIDES = 10;
const [SHAFT, HEAD, NECK] = [0.05, 0.15, 0.62];

/** Arrows of one hemisphere's moments, thinned. */
export class Arrows {
  readonly mesh: Mesh;
  readonly #places: number[];
  readonly #hemisphere: Hemisphere;
  readonly #bases: InstancedBufferAttribute;
  readonly #moments: InstancedBufferAttribute;

  constructor(hemisphere: Hemisphere, shared: SharedUniforms, map: MapUniforms) {
    this.#hemisphere = hemisphere;
    const white = hemisphere.points[0];
    const points = new Float32Array(3 * hemisphere.sources.length);
    hemisphere.sources.forEach((v: number, s: number) => {
      points.set(white.subarray(3 * v, 3 * v + 3), 3 * s);
    });
    this.#places = spacedPlaces(points, SPACING);
    const geometry = arrowGeometry();
    const size = 3 * this.#places.length;
    this.#bases = new InstancedBufferAttribute(new Float32Array(size), 3);
    this.#moments = new InstancedBufferAttribute(new Float32Array(size), 3);
    this.#moments.setUsage(DynamicDrawUsage);
    geometry.setAttribute("base", this.#bases);
    geometry.setAttribute("moment", this.#moments);
    geometry.instanceCount = this.#places.length;
    this.mesh = new Mesh(
      geometry,
      new ShaderMaterial({
        uniforms: { ...shared, ...map.uniforms },
        vertexShader: ARROW_VERTEX,
        fragmentShader: ARROW_FRAGMENT,
      }),
    );
    this.mesh.frustumCulled = false;
  }

  place(morph: number): void {
    const out = this.#bases.array as Float32Array;
    this.#places.forEach((place, i) => {
      out.set(this.#hemisphere.pointAt(this.#hemisphere.sources[place], morph), 3 * i);
    });
    this.#bases.needsUpdate = true;
  }

  /** Moments (n_sources, 3) of all hemispheres, drawn divided by the upper limit. */
  paint(moments: Float32Array, fmax: number): void {
    const out = this.#moments.array as Float32Array;
    const first = this.#hemisphere.firstSource;
    this.#places.forEach((place, i) => {
      for (let c = 0; c < 3; c++) out[3 * i + c] = moments[3 * (first + place) + c] / fmax;
    });
    this.#moments.needsUpdate = true;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    (this.mesh.material as ShaderMaterial).dispose();
  }
}

/** An arrow of length 1 along z: rings of (radius, height, normal outwards, normal upwards). */
function arrowGeometry(): InstancedBufferGeometry {
  const slope = HEAD / (1 - NECK);
  const rings = [
    [SHAFT, 0, 1, 0],
    [SHAFT, NECK, 1, 0],
    [SHAFT, NECK, 0, -1],
    [HEAD, NECK, 0, -1],
    [HEAD, NECK, 1, slope],
    [0, 1, 1, slope],
  ];
  const positions: number[] = [];
  const normals: number[] = [];
  const index: number[] = [];
  for (const [radius, height, out, up] of rings) {
    const length = Math.hypot(out, up);
    for (let k = 0; k < SIDES; k++) {
      const [x, y] = [Math.cos((2 * Math.PI * k) / SIDES), Math.sin((2 * Math.PI * k) / SIDES)];
      positions.push(radius * x, radius * y, height);
      normals.push((out * x) / length, (out * y) / length, up / length);
    }
  }
  for (let ring = 0; ring < rings.length; ring += 2) {
    for (let k = 0; k < SIDES; k++) {
      const [a, b] = [SIDES * ring + k, SIDES * ring + ((k + 1) % SIDES)];
      index.push(a, b, b + SIDES, a, b + SIDES, a + SIDES);
    }
  }
  const geometry = new InstancedBufferGeometry();
  geometry.setIndex(index);
  geometry.setAttribute("position", new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute("normal", new BufferAttribute(new Float32Array(normals), 3));
  return geometry;
}

export interface Mark {
  point: [number, number, number];
  /** 0xRRGGBB. */
  colour: number;
  opacity: number;
  /** In mm, or below 0 in pixels. */
  radius: number;
  ring: boolean;
}

/** Foci and picks of one hemisphere. */
export class Marks {
  readonly mesh: Mesh;
  readonly #geometry: InstancedBufferGeometry;

  constructor(shared: SharedUniforms) {
    this.#geometry = new InstancedBufferGeometry();
    const corners = new Float32Array([-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0]);
    this.#geometry.setAttribute("position", new BufferAttribute(corners, 3));
    this.#geometry.setIndex([0, 1, 2, 0, 2, 3]);
    this.mesh = new Mesh(
      this.#geometry,
      new ShaderMaterial({
        uniforms: { ...shared },
        vertexShader: MARK_VERTEX,
        fragmentShader: MARK_FRAGMENT,
        transparent: true,
        depthWrite: false,
      }),
    );
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 3;
    this.show([]);
  }

  show(marks: Mark[]): void {
    // Buffers of another length need another attribute: a few numbers, rarely.
    const centres = marks.flatMap((mark) => mark.point);
    const colours = marks.flatMap((mark) => [...unitColour(mark.colour), mark.opacity]);
    const sizes = marks.flatMap((mark) => [mark.radius, mark.ring ? 1 : 0]);
    const geometry = this.#geometry;
    geometry.dispose();
    geometry.setAttribute("centre", instanced(centres, 3));
    geometry.setAttribute("colour", instanced(colours, 4));
    geometry.setAttribute("size", instanced(sizes, 2));
    geometry.instanceCount = marks.length;
    this.mesh.visible = marks.length > 0;
  }
}

function instanced(numbers: number[], size: number): InstancedBufferAttribute {
  const array = numbers.length ? Float32Array.from(numbers) : new Float32Array(size);
  return new InstancedBufferAttribute(array, size);
}

/** Outlines of regions of one hemisphere. */
export function makeBorders(
  hemisphere: Hemisphere,
  regions: Integers,
  shared: SharedUniforms,
): LineSegments {
  const pairs = regionBorders(regions, hemisphere.triangles);
  const geometry = new BufferGeometry();
  for (const [i, name] of ["white", "pial", "inflated"].entries()) {
    const points = hemisphere.points[i];
    const out = new Float32Array((3 * pairs.length) / 2);
    for (let k = 0, j = 0; k < pairs.length; k += 2, j += 3) {
      for (let c = 0; c < 3; c++) {
        out[j + c] = (points[3 * pairs[k] + c] + points[3 * pairs[k + 1] + c]) / 2;
      }
    }
    geometry.setAttribute(name, new BufferAttribute(out, 3));
  }
  geometry.setAttribute("position", geometry.getAttribute("pial"));
  const lines = new LineSegments(
    geometry,
    new ShaderMaterial({
      uniforms: { ...shared },
      vertexShader: BORDER_VERTEX,
      fragmentShader: BORDER_FRAGMENT,
    }),
  );
  lines.frustumCulled = false;
  return lines;
}
