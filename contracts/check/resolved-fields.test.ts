import { describe, expect, it } from '@jest/globals';
import { Kind, parse } from 'graphql';
import { soundState, withSchema } from './fixture.ts';
import { onType } from './fixture-schemas.ts';
import { readCompiler, resolvedFields } from './resolved-fields.ts';

const file = 'subgraphs/tickets/adapters/graphql/resolvers.ts(14,5): error TS2322: ';

describe('fields without data', () => {
  it('are none here', async () => {
    expect(await resolvedFields.breaches(soundState())).toEqual([]);
  });

  it('are named, one a line, by what the compiler says', () => {
    const output = `${file}Type '{ id: any }' is not assignable to type 'A'.
  Property 'note' is missing in type '{ id: any }' but required in type 'Required<Pick<BookingResolvers<Context, Booking, {}>, "note">>'.
${file}Type '{}' is missing the following properties from type 'Required<Pick<TicketResolvers<Context>, "a" | "b">>': a, b
`;
    expect(readCompiler(output)).toEqual([
      'tickets: Booking.note has neither data nor a resolver; write one, or let the model of Booking carry it',
      'tickets: Ticket.a has neither data nor a resolver; write one, or let the model of Ticket carry it',
      'tickets: Ticket.b has neither data nor a resolver; write one, or let the model of Ticket carry it',
    ]);
  });

  it('are counted where the compiler does not name them', () => {
    const output = `${file}Type '{}' is missing the following properties from type 'Required<Pick<TicketResolvers<Context>, "a" | "b">>': a, b, c, d, and 2 more.\n`;
    expect(readCompiler(output).at(-1)).toBe(
      'tickets: 2 more fields of Ticket have neither data nor a resolver',
    );
  });

  it('do not hide what else does not compile', () => {
    expect(readCompiler(`${file}Type 'string' is not assignable to type 'number'.\n`)).toEqual([
      `${file}Type 'string' is not assignable to type 'number'.`,
    ]);
  });

  it('are looked for when the resolver types have been made of the schema', async () => {
    const [added] = parse('type Booking { "A note." note: String! }').definitions;
    const field = added?.kind === Kind.OBJECT_TYPE_DEFINITION ? (added.fields ?? []) : [];
    const edit = onType('Booking', {
      ObjectTypeDefinition: (type) => ({ ...type, fields: [...(type.fields ?? []), ...field] }),
    });
    expect(await resolvedFields.breaches(withSchema(soundState(), 'tickets', edit))).toEqual([
      'subgraphs/tickets/adapters/graphql/schema.generated.ts is older than its schema; run npm run codegen',
    ]);
  });
});
