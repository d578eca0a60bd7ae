import { planGeometryPath } from '@parterre/contracts/documents.ts';
import { badUserInput } from '@parterre/platform/graphql/errors.ts';
import type { RowView, SeatView, SectionView, ZoneView } from '../../../application/ports/plans.ts';
import { planLimits } from '../../../domain/seating-plan.ts';
import { type Context, requireFound } from '../loaders.ts';
import type { PriceZoneMapper, RowMapper, SeatMapper, SectionMapper } from '../mappers.ts';
import type { Resolvers } from '../schema.generated.ts';

/** As many as one booking may have at most. */
const MOST_SEATS_AT_ONCE = 500;

/** Seating plans and what they consist of, field by field. */
export const planTypes = {
  SeatingPlan: {
    __resolveReference: ({ id }, { loaders }) => loaders.plan.load(id),
    sections: ({ id }, _args, { loaders }) => loaders.sectionsOf.load(id),
    priceZones: ({ id }, _args, { loaders }) => loaders.zonesOf.load(id),
    seats: ({ id, seatCount }, _args, { loaders }) => {
      checkOneByOne(seatCount);
      return loaders.seatsOfPlan.load(id);
    },
    seatsAt: ({ id, seatCount }, { indexes }, { loaders }) => {
      checkIndexes(indexes, seatCount);
      return Promise.all(
        indexes.map(async (index) =>
          requireFound(await loaders.seatAt.load({ planId: id, index }), 'seat', `${id}/${index}`),
        ),
      );
    },
    geometry: async ({ id }, _args, { loaders }) =>
      requireFound(await loaders.geometryOf.load(id), 'geometry of plan', id),
    geometryUrl: ({ id }) => planGeometryPath.replace(':id', id),
  },

  Section: {
    __resolveReference: ({ id }, { loaders }) => loaders.section.load(id),
    label: async (section, _args, context) => (await readSection(section, context)).label,
    kind: async (section, _args, context) => (await readSection(section, context)).kind,
    capacity: async (section, _args, context) => (await readSection(section, context)).capacity,
    outline: async (section, _args, context) => (await readSection(section, context)).outline,
    priceZone: async (section, _args, context) => {
      const { priceZoneId } = await readSection(section, context);
      return priceZoneId && { id: priceZoneId };
    },
    rows: ({ id }, _args, { loaders }) => loaders.rowsOf.load(id),
  },

  Row: {
    label: async (row, _args, context) => (await readRow(row, context)).label,
    section: async (row, _args, context) => ({ id: (await readRow(row, context)).sectionId }),
    seats: ({ id }, _args, { loaders }) => loaders.seatsOfRow.load(id),
  },

  Seat: {
    __resolveReference: ({ id }, { loaders }) => loaders.seat.load(id),
    label: async (seat, _args, context) => (await readSeat(seat, context)).label,
    index: async (seat, _args, context) => (await readSeat(seat, context)).index,
    row: async (seat, _args, context) => ({ id: (await readSeat(seat, context)).rowId }),
    section: async (seat, _args, context) => ({ id: (await readSeat(seat, context)).sectionId }),
    priceZone: async (seat, _args, context) => ({ id: (await readSeat(seat, context)).priceZoneId }),
    x: async (seat, _args, context) => (await readSeat(seat, context)).x,
    y: async (seat, _args, context) => (await readSeat(seat, context)).y,
    key: async (seat, _args, context) => (await readSeat(seat, context)).key,
    isAccessible: async (seat, _args, context) => (await readSeat(seat, context)).isAccessible,
    isCompanion: async (seat, _args, context) => (await readSeat(seat, context)).isCompanion,
    hasRestrictedView: async (seat, _args, context) => (await readSeat(seat, context)).hasRestrictedView,
  },

  PriceZone: {
    __resolveReference: ({ id }, { loaders }) => loaders.zone.load(id),
    key: async (zone, _args, context) => (await readZone(zone, context)).key,
    label: async (zone, _args, context) => (await readZone(zone, context)).label,
    color: async (zone, _args, context) => (await readZone(zone, context)).color,
  },
} satisfies Resolvers;

function checkOneByOne(seatCount: number): void {
  if (seatCount > planLimits.seatsOneByOne) {
    throw badUserInput(
      `expected a plan of at most ${planLimits.seatsOneByOne} seats where all are asked for one by one, got ` +
        `${seatCount}; draw it by "geometryUrl" and ask "seatsAt" for the seats that were chosen`,
    );
  }
}

function checkIndexes(indexes: readonly number[], seatCount: number): void {
  if (indexes.length > MOST_SEATS_AT_ONCE) {
    throw badUserInput(
      `expected "indexes" of at most ${MOST_SEATS_AT_ONCE} seats, got ${indexes.length}; ask in parts`,
    );
  }
  const stranger = indexes.find((index) => index < 0 || index >= seatCount);
  if (stranger !== undefined) {
    throw badUserInput(
      `expected "indexes" below ${seatCount}, the number of seats of this plan, got ${stranger}`,
    );
  }
}

async function readSection(section: SectionMapper, { loaders }: Context): Promise<SectionView> {
  return 'planId' in section
    ? section
    : requireFound(await loaders.section.load(section.id), 'section', section.id);
}

async function readRow(row: RowMapper, { loaders }: Context): Promise<RowView> {
  return 'sectionId' in row ? row : requireFound(await loaders.row.load(row.id), 'row', row.id);
}

async function readSeat(seat: SeatMapper, { loaders }: Context): Promise<SeatView> {
  return 'rowId' in seat ? seat : requireFound(await loaders.seat.load(seat.id), 'seat', seat.id);
}

async function readZone(zone: PriceZoneMapper, { loaders }: Context): Promise<ZoneView> {
  return 'key' in zone ? zone : requireFound(await loaders.zone.load(zone.id), 'price zone', zone.id);
}
