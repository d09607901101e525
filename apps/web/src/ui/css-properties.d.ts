import 'react';

declare module 'react' {
  interface CSSProperties {
    /** An avatar's place on the colour circle, in degrees: `--face` in app.css. */
    '--hue'?: number;
  }
}
