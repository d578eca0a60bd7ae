/** Where the gateway serves the geometry of a seating plan; clients learn it from `SeatingPlan.geometryUrl`. */
export const planGeometryPath = '/seating-plans/:id/geometry.json';
