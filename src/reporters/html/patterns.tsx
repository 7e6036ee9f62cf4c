import type { JSX } from 'preact';

/** Fills that are told apart without colour, drawn once for all pictures. */
export function Patterns(): JSX.Element {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id="hatch-wait" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="ground" width="6" height="6" />
          <line class="stroke" x1="0" y1="0" x2="0" y2="6" />
        </pattern>
        <pattern id="hatch-never" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <rect class="ground" width="5" height="5" />
          <line class="stroke" x1="0" y1="0" x2="0" y2="5" />
        </pattern>
        <pattern id="hatch-may" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="ground" width="4" height="4" />
          <line class="stroke" x1="0" y1="0" x2="0" y2="4" />
        </pattern>
      </defs>
    </svg>
  );
}
