// Payload: bytes of a page to its header and typed arrays.

import { type ArrayName, FORMAT, type PageData, type StoredArray, VERSION } from "./page_data";

export type Integers = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array;
export type AnyArray = Integers | Float32Array;

const TYPES = {
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  float32: Float32Array,
};

export class PayloadError extends Error {}

/** The header and, by name, its arrays: each is unpacked when it is first asked for. */
export class Payload {
  readonly header: PageData;
  readonly #bytes: ArrayBuffer;
  readonly #base: number;
  readonly #scaled = new Map<ArrayName, Float32Array>();
  readonly #unpacked = new Map<ArrayName, AnyArray>();

  constructor(bytes: ArrayBuffer) {
    if (bytes.byteLength < 8) throw new PayloadError("the data of this page are cut off");
    const length = Number(new DataView(bytes).getBigUint64(0, true));
    if (8 + length > bytes.byteLength) throw new PayloadError("the data of this page are cut off");
    const header = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 8, length)));
    if (header.format !== FORMAT || header.version !== VERSION) {
      throw new PayloadError(
        `this viewer reads ${FORMAT} ${VERSION}, the page holds ${header.format} ${header.version}`,
      );
    }
    this.header = header;
    this.#bytes = bytes;
    this.#base = 8 + length;
  }

  shape(name: ArrayName): number[] {
    return this.#stored(name).shape;
  }

  array(name: ArrayName): AnyArray {
    let array = this.#unpacked.get(name);
    if (!array) {
      array = unpackArray(this.#bytes, this.#base, this.#stored(name));
      this.#unpacked.set(name, array);
    }
    return array;
  }

  integers(name: ArrayName): Integers {
    const array = this.array(name);
    if (array instanceof Float32Array) throw new PayloadError(`${name} must hold integers`);
    return array;
  }

  floats(name: ArrayName): Float32Array {
    const array = this.array(name);
    return array instanceof Float32Array ? array : Float32Array.from(array);
  }

  /** Rows of integers times their scales, or floats as they are. */
  scaled(name: ArrayName, scales: ArrayName | null): Float32Array {
    if (scales === null) return this.floats(name);
    const known = this.#scaled.get(name);
    if (known) return known;
    const out = Float32Array.from(this.array(name));
    const factors = this.floats(scales);
    const width = out.length / Math.max(factors.length, 1);
    for (let i = 0; i < out.length; i++) out[i] *= factors[Math.floor(i / width)];
    this.#scaled.set(name, out);
    return out;
  }

  #stored(name: ArrayName): StoredArray {
    const stored = this.header.arrays[name];
    if (!stored) throw new PayloadError(`the page has no array ${name}`);
    return stored;
  }
}

function unpackArray(bytes: ArrayBuffer, base: number, stored: StoredArray): AnyArray {
  const Type = TYPES[stored.dtype];
  const size = Type.BYTES_PER_ELEMENT;
  const start = base + stored.offset;
  if (start + stored.nbytes > bytes.byteLength) {
    throw new PayloadError("the data of this page are cut off");
  }
  const count = stored.nbytes / size;
  let array: AnyArray = new Type(bytes, start, count);
  if (stored.planes) {
    const planes = new Uint8Array(bytes, start, stored.nbytes);
    const whole = new Uint8Array(stored.nbytes);
    for (let byte = 0; byte < size; byte++) {
      const from = byte * count;
      for (let i = 0; i < count; i++) whole[size * i + byte] = planes[from + i];
    }
    array = new Type(whole.buffer);
  }
  if (stored.delta) {
    const width = stored.shape.slice(1).reduce((a, b) => a * b, 1);
    const sums = stored.planes ? array : array.slice();
    for (let i = width; i < count; i++) sums[i] += sums[i - width];
    array = sums;
  }
  return array;
}

export async function gunzip(bytes: Uint8Array): Promise<ArrayBuffer> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  return await new Response(stream.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

export function decodeBase64(text: string): Uint8Array {
  const binary = atob(text.trim());
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
