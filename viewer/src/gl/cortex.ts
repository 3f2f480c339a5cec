// Cortex: one hemisphere as buffers that all views share, and as a mesh with the values of a map.

import {
  BufferAttribute,
  BufferGeometry,
  DataTexture,
  DynamicDrawUsage,
  LinearFilter,
  Mesh,
  RGBAFormat,
  ShaderMaterial,
  Vector3,
} from "three";
import type { Appearance } from "../activity";
import type { Hemisphere } from "../brain_model";
import { LEVELS } from "../maths/colours";
import { CORTEX_FRAGMENT, CORTEX_VERTEX } from "./shaders";

/** Values that all materials of a stage share. */
export interface SharedUniforms {
  uMorph: { value: number };
  /** mm a pixel of the view that is drawn. */
  uPixel: { value: number };
  /** How far marks are moved towards the eye, in mm. */
  uFront: { value: number };
  uGyri: { value: Vector3 };
  uSulci: { value: Vector3 };
  uBorder: { value: Vector3 };
}

/** Values that the materials of one map share. */
export class MapUniforms {
  readonly table = new Uint8Array(4 * LEVELS);
  readonly texture: DataTexture;
  readonly uniforms;

  constructor() {
    this.texture = new DataTexture(this.table, LEVELS, 1, RGBAFormat);
    this.texture.magFilter = LinearFilter;
    this.texture.minFilter = LinearFilter;
    this.uniforms = {
      uLimits: { value: new Vector3(0, 1, 2) },
      uSigned: { value: 0 },
      uTransparent: { value: 1 },
      uOpacity: { value: 1 },
      uActive: { value: 0 },
      uLift: { value: 0 },
      uLength: { value: 1 },
      uTable: { value: this.texture },
    };
  }

  show(appearance: Appearance, arrows: boolean): void {
    const { limits, table, transparent } = appearance;
    const { uniforms } = this;
    // Divided by the top: limits like 1e-12 would be lost where shaders have half precision.
    uniforms.uLimits.value.set(limits.fmin, limits.fmid, limits.fmax).divideScalar(limits.fmax);
    uniforms.uSigned.value = limits.signed ? 1 : 0;
    uniforms.uTransparent.value = transparent ? 1 : 0;
    uniforms.uActive.value = 1;
    uniforms.uOpacity.value = arrows ? 0.45 : 1;
    uniforms.uLift.value = arrows ? 0.25 : 0;
    this.table.set(table);
    this.texture.needsUpdate = true;
  }
}

/** Buffers of a hemisphere that do not depend on the map. */
export class CortexBuffers {
  readonly index: BufferAttribute;
  readonly shared: Record<string, BufferAttribute>;
  readonly region: BufferAttribute;

  constructor(readonly hemisphere: Hemisphere) {
    const n = hemisphere.nVertices;
    this.index = new BufferAttribute(Uint32Array.from(hemisphere.triangles), 1);
    const curvature = hemisphere.curvature ?? new Int8Array(n).fill(-20);
    const reached = Uint8Array.from({ length: n }, (_, v) =>
      hemisphere.weights.reaches(v) ? 1 : 0,
    );
    this.region = new BufferAttribute(new Uint8Array(4 * n), 4, true);
    this.shared = {
      white: new BufferAttribute(hemisphere.points[0], 3),
      pial: new BufferAttribute(hemisphere.points[1], 3),
      inflated: new BufferAttribute(hemisphere.points[2], 3),
      curvature: new BufferAttribute(curvature, 1, true),
      reached: new BufferAttribute(reached, 1),
      region: this.region,
    };
    const seen = new Map<Float32Array, BufferAttribute>();
    for (const [i, name] of ["whiteNormal", "pialNormal", "inflatedNormal"].entries()) {
      const normals = hemisphere.normals[i];
      const known = seen.get(normals) ?? new BufferAttribute(asBytes(normals), 4, true);
      seen.set(normals, known);
      this.shared[name] = known;
    }
    this.shared.position = this.shared.pial;
  }
}

/** Unit vectors as bytes, four a vector so that each starts at a multiple of 4. */
function asBytes(vectors: Float32Array): Int8Array {
  const out = new Int8Array((4 * vectors.length) / 3);
  for (let i = 0, j = 0; i < vectors.length; i += 3, j += 4) {
    out[j] = Math.round(127 * vectors[i]);
    out[j + 1] = Math.round(127 * vectors[i + 1]);
    out[j + 2] = Math.round(127 * vectors[i + 2]);
  }
  return out;
}

/** A hemisphere painted by one map. */
export class CortexMesh {
  readonly mesh: Mesh;
  readonly #value: BufferAttribute;

  constructor(buffers: CortexBuffers, shared: SharedUniforms, map: MapUniforms) {
    const geometry = new BufferGeometry();
    geometry.setIndex(buffers.index);
    for (const [name, attribute] of Object.entries(buffers.shared)) {
      geometry.setAttribute(name, attribute);
    }
    this.#value = new BufferAttribute(new Float32Array(buffers.hemisphere.nVertices), 1);
    this.#value.setUsage(DynamicDrawUsage);
    geometry.setAttribute("value", this.#value);
    const material = new ShaderMaterial({
      uniforms: { ...shared, ...map.uniforms },
      vertexShader: CORTEX_VERTEX,
      fragmentShader: CORTEX_FRAGMENT,
    });
    this.mesh = new Mesh(geometry, material);
    this.mesh.frustumCulled = false;
  }

  /** Values are drawn divided by the upper limit. */
  paint(values: Float32Array, fmax: number): void {
    const out = this.#value.array as Float32Array;
    const factor = 1 / fmax;
    for (let i = 0; i < out.length; i++) out[i] = values[i] * factor;
    this.#value.needsUpdate = true;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    (this.mesh.material as ShaderMaterial).dispose();
  }
}
