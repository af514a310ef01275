/** Whether this browser can draw by WebGL 2. */
export const hasWebGl = (): boolean => document.createElement('canvas').getContext('webgl2') !== null;
