/**
 * What is read of a Web Annotation, in the shapes that the model allows: one value or several, an IRI or an object. What
 * else a file holds is passed over.
 */
import { z } from 'zod';

const oneOrMany = <T>(shape: z.ZodType<T>) => z.union([shape.transform((value) => [value]), z.array(shape).max(10_000)]);
const iri = z.string().max(2000);
const resource = z.union([iri.transform((id) => ({ id })), z.object({ id: iri })]);

const quoteSelector = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().max(1_000_000),
  prefix: z.string().max(1000).default(''),
  suffix: z.string().max(1000).default(''),
});
const positionSelector = z.object({
  type: z.literal('TextPositionSelector'),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});
const otherSelector = z.object({ type: z.string().max(200).optional() }).transform(() => null);
const selector = z.union([quoteSelector, positionSelector, otherSelector]);
export type Selector = z.output<typeof selector>;

const target = z.union([
  iri.transform((source) => ({ source, selectors: [] as Selector[] })),
  z
    .object({ source: resource, selector: oneOrMany(selector).optional() })
    .transform((t) => ({ source: t.source.id, selectors: t.selector ?? [] })),
]);
const targets = oneOrMany(target);
export type AnnotationTarget = z.output<typeof target>;

const body = z.union([
  z.string().transform((value) => ({ value, source: null as string | null })),
  z
    .object({ value: z.string().max(1_000_000).optional(), source: resource.optional(), id: iri.optional() })
    .transform((b) => ({ value: b.value ?? null, source: b.source?.id ?? null })),
]);

const time = z
  .string()
  .max(60)
  .transform((value) => Date.parse(value))
  .pipe(z.number());

const revision = z.object({
  'triptych:revision': z.int().positive(),
  modified: time,
  body: z.string().max(200_000),
  target: targets,
});

export const annotationShape = z.object({
  id: iri.optional(),
  motivation: oneOrMany(z.string().max(200)).optional(),
  creator: oneOrMany(z.union([iri, z.object({ name: z.string().max(10_000).optional(), id: iri.optional() })])).optional(),
  created: time.optional(),
  modified: time.optional(),
  body: oneOrMany(body).optional(),
  bodyValue: z.string().max(200_000).optional(),
  target: targets,
  'triptych:scope': z.enum(['selection', 'cell', 'row']).optional(),
  'triptych:revision': z.int().positive().optional(),
  'triptych:history': z.array(revision).max(100_000).optional(),
  'triptych:note': iri.optional(),
});
export type Annotation = z.output<typeof annotationShape>;

export const describedVersion = z.object({
  id: iri,
  language: z.string().max(35),
  title: z.string().max(500),
  outlet: z.string().max(500),
  date: z.string().max(40),
});
export type DescribedVersion = z.output<typeof describedVersion>;

export const describedCode = z.object({
  id: iri,
  parent: iri.nullable(),
  name: z.string().min(1).max(500),
  description: z.string().max(20_000),
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  order: z.int().nonnegative(),
});

const maxAnnotations = 200_000;
const items = z.array(z.unknown()).max(maxAnnotations);
const page = z.object({ items });

/** A collection, a page, a bare list or one annotation: gives the annotations, not yet looked at. */
export const collectionShape = z.union([
  z
    .object({
      first: page,
      'triptych:versions': z.array(z.unknown()).max(100).optional(),
      'triptych:codes': z.array(z.unknown()).max(100_000).optional(),
    })
    .transform((c) => ({ items: c.first.items, versions: c['triptych:versions'] ?? [], codes: c['triptych:codes'] ?? [] })),
  page.transform((p) => ({ items: p.items, versions: [] as unknown[], codes: [] as unknown[] })),
  items.transform((list) => ({ items: list, versions: [] as unknown[], codes: [] as unknown[] })),
  z
    .object({ target: z.unknown() })
    .loose()
    .transform((one) => ({ items: [one] as unknown[], versions: [] as unknown[], codes: [] as unknown[] })),
]);
