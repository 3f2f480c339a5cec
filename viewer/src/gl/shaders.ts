// Shaders: the cortex between its surfaces and its colours, borders, arrows, foci and picks.

/** Position and normal between the three surfaces: uMorph is 0 white, 1 pial, 2 inflated. */
export const MORPH = `
attribute vec3 white, pial, inflated;
uniform float uMorph;
vec3 morphed() {
  return uMorph < 1.0 ? mix(white, pial, uMorph) : mix(pial, inflated, uMorph - 1.0);
}`;

export const CORTEX_VERTEX = `
${MORPH}
attribute vec3 whiteNormal, pialNormal, inflatedNormal;
attribute float curvature, value, reached;
attribute vec4 region;
varying float vCurvature, vValue, vReached;
varying vec3 vNormal;
varying vec4 vRegion;
void main() {
  vec3 normal = uMorph < 1.0
    ? mix(whiteNormal, pialNormal, uMorph)
    : mix(pialNormal, inflatedNormal, uMorph - 1.0);
  vNormal = normalize(normalMatrix * normal);
  vCurvature = curvature;
  vValue = value;
  vReached = reached;
  vRegion = region;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(morphed(), 1.0);
}`;

export const LOOKUP = `
uniform vec3 uLimits;
uniform float uSigned;
uniform sampler2D uTable;
float shareOf(float value) {
  float size = mix(value, abs(value), uSigned);
  return size < uLimits.y
    ? 0.5 * clamp((size - uLimits.x) / max(uLimits.y - uLimits.x, 1e-30), 0.0, 1.0)
    : 0.5 + 0.5 * clamp((size - uLimits.y) / max(uLimits.z - uLimits.y, 1e-30), 0.0, 1.0);
}
vec4 colourOf(float value, float share) {
  float place = mix(share, 0.5 + 0.5 * sign(value) * share, uSigned);
  return texture2D(uTable, vec2((0.5 + 255.0 * place) / 256.0, 0.5));
}`;

export const CORTEX_FRAGMENT = `
${LOOKUP}
uniform float uTransparent, uOpacity, uActive, uLift;
uniform vec3 uGyri, uSulci;
varying float vCurvature, vValue, vReached;
varying vec3 vNormal;
varying vec4 vRegion;
void main() {
  float width = max(fwidth(vCurvature), 1e-4);
  vec3 grey = mix(uGyri, uSulci, smoothstep(-width, width, vCurvature));
  grey *= 1.0 - 0.10 * clamp(vCurvature, -1.0, 1.0);
  grey = mix(grey, vec3(1.0), uLift);
  grey = mix(grey, vRegion.rgb, vRegion.a);
  float share = shareOf(vValue);
  vec4 paint = colourOf(vValue, share);
  float opacity = paint.a * uOpacity * uActive * step(0.5, vReached)
    * mix(1.0, min(1.0, 2.0 * share), uTransparent);
  vec3 colour = mix(grey, paint.rgb, opacity);
  vec3 normal = normalize(vNormal);
  float key = max(0.0, dot(normal, vec3(-0.36, 0.48, 0.80)));
  float fill = max(0.0, dot(normal, vec3(0.62, -0.18, 0.764)));
  float sky = 0.5 + 0.5 * normal.y;
  float light = 0.30 + 0.09 * sky + 0.52 * key + 0.22 * fill;
  float shine = 0.07 * pow(max(0.0, dot(normal, vec3(-0.19, 0.25, 0.95))), 28.0);
  float rim = 1.0 - 0.28 * pow(1.0 - max(0.0, normal.z), 3.0);
  gl_FragColor = vec4(colour * light * rim + shine, 1.0);
}`;

export const BORDER_VERTEX = `
${MORPH}
void main() {
  gl_Position = projectionMatrix * modelViewMatrix * vec4(morphed(), 1.0);
  gl_Position.z += 0.6 * projectionMatrix[2][2];
}`;

export const BORDER_FRAGMENT = `
uniform vec3 uBorder;
void main() { gl_FragColor = vec4(uBorder, 1.0); }`;

/** Arrows are moved towards the eye, so that those into the cortex can be seen on its near side. */
export const ARROW_VERTEX = `
attribute vec3 base, moment;
uniform vec3 uLimits;
uniform float uLength;
varying vec3 vNormal;
varying float vSize;
void main() {
  float size = length(moment);
  vSize = size;
  vec3 along = moment / max(size, 1e-30);
  vec3 aside = normalize(cross(abs(along.z) < 0.9 ? vec3(0, 0, 1) : vec3(1, 0, 0), along));
  mat3 turn = mat3(aside, cross(along, aside), along);
  float shown = step(uLimits.x, size) * step(1e-30, size);
  float reach = min(size * uLength, 22.0) * shown;
  vec3 shape = vec3(position.xy * min(reach, 9.0), position.z * reach);
  vNormal = normalize(normalMatrix * (turn * normal));
  gl_Position = projectionMatrix * modelViewMatrix * vec4(base + turn * shape, 1.0);
  gl_Position.z += 12.0 * projectionMatrix[2][2];
}`;

export const ARROW_FRAGMENT = `
${LOOKUP}
varying vec3 vNormal;
varying float vSize;
void main() {
  vec3 colour = colourOf(vSize, max(0.28, shareOf(vSize))).rgb;
  float light = 0.45 + 0.6 * max(0.0, dot(normalize(vNormal), vec3(-0.3, 0.4, 0.866)));
  gl_FragColor = vec4(colour * light, 1.0);
}`;

/** Foci are balls, picks are rings: flat shapes that face the eye. */
export const MARK_VERTEX = `
attribute vec3 centre;
attribute vec4 colour;
attribute vec2 size;
uniform float uPixel, uFront;
varying vec2 vPlace;
varying vec4 vColour;
varying float vRing;
varying float vSoft;
void main() {
  float radius = size.x > 0.0 ? size.x : -size.x * uPixel;
  vPlace = position.xy;
  vColour = colour;
  vRing = size.y;
  vSoft = uPixel / radius;
  vec4 seen = modelViewMatrix * vec4(centre, 1.0);
  seen.xy += position.xy * radius;
  seen.z += uFront + radius;
  gl_Position = projectionMatrix * seen;
}`;

export const MARK_FRAGMENT = `
varying vec2 vPlace;
varying vec4 vColour;
varying float vRing;
varying float vSoft;
void main() {
  float far = length(vPlace);
  float edge = 1.0 - smoothstep(1.0 - 1.4 * vSoft, 1.0, far);
  if (vRing > 0.5) {
    float ring = smoothstep(0.50 - vSoft, 0.50 + vSoft, far)
      * (1.0 - smoothstep(0.80 - vSoft, 0.80 + vSoft, far));
    float halo = smoothstep(0.34 - vSoft, 0.34 + vSoft, far) * edge;
    gl_FragColor = vec4(mix(vec3(1.0), vColour.rgb, ring), halo * vColour.a);
  } else {
    vec3 normal = vec3(vPlace, sqrt(max(0.0, 1.0 - far * far)));
    float light = 0.5 + 0.55 * max(0.0, dot(normal, vec3(-0.36, 0.48, 0.80)));
    gl_FragColor = vec4(vColour.rgb * light, edge * vColour.a);
  }
  if (gl_FragColor.a < 0.02) discard;
}`;
