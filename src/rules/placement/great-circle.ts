/** The mean radius of the Earth in kilometres (IUGG). */
const radius = 6371.0088;

/** Kilometres between two places along the surface, each [latitude, longitude] in degrees. Exact to half a per cent. */
export function greatCircle(
  [latitude, longitude]: readonly [number, number],
  [otherLatitude, otherLongitude]: readonly [number, number],
): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const north = Math.sin(radians(otherLatitude - latitude) / 2) ** 2;
  const east = Math.sin(radians(otherLongitude - longitude) / 2) ** 2;
  const chord = north + Math.cos(radians(latitude)) * Math.cos(radians(otherLatitude)) * east;
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(chord)));
}
