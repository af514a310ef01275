/** The picture as files. */
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { drawn, type Picture as Files } from '../../take-along/pictures.ts';
import { SvgPicture, type SvgPictureProps } from './svg-picture.tsx';

/** Gives the whole picture, wherever the camera is, as SVG and PNG. */
export function filesOf(properties: SvgPictureProps): Files {
  const svg = async () => svgOf(properties);
  return {
    svg: async () => (await svg()).file,
    png: async () => {
      const { file, size } = await svg();
      return drawn(file, size);
    },
  };
}

function svgOf(properties: SvgPictureProps) {
  const container = document.createElement('div');
  const root = createRoot(container);
  flushSync(() => root.render(createElement(SvgPicture, properties)));
  const element = container.querySelector('svg')!;
  const text = new XMLSerializer().serializeToString(element);
  const { width, height } = element.viewBox.baseVal;
  root.unmount();
  return { file: new Blob([text], { type: 'image/svg+xml' }), size: { width, height } };
}
