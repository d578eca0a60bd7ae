// The layer table of docs/architecture.md as rules. A file may import what its layer may know, and nothing
// that lies further out. Each rule has a planted violation in tests/architecture/planted/.

/** Tests see everything of their own subgraph, and the tools to test it. */
const TEST = '\\.test\\.ts$|/testing/';
const NOT_A_SUBGRAPH = '^(gateway|web|ops|tests|bench)/';
const KERNEL = '^(platform|contracts)/kernel/';
/** Parts of the platform that do nothing by themselves: what a use case, a saga and a key are, and waiting. */
const PURE = '^platform/(service/use-case|saga/saga|idempotency/key|timing/[^/]+|concurrency/[^/]+)\\.ts$';
/** What reads documents and calendars is no more than a function of them: schemas, places of faults in JSON, recurrences. */
const READERS = '^node_modules/(zod|jsonc-parser|color-name|rrule-temporal|temporal-polyfill)/';
/** Hashes, signatures and the spelling of domain names are arithmetic, wherever they are needed. */
const ARITHMETIC = '^(node:)?(crypto|url)$';

module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'The domain knows its own words and the two kernels: no database, no GraphQL, no other layer.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/domain/', pathNot: TEST },
      to: { pathNot: ['^subgraphs/$1/domain/', KERNEL, ARITHMETIC, READERS] },
    },
    {
      name: 'application-asks-through-ports',
      comment:
        'A use case says what it needs in application/ports. It knows its domain, the contracts and the kernel.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/application(/|\\.ts$)', pathNot: TEST },
      to: {
        pathNot: [
          '^subgraphs/$1/(domain|application)/',
          '^contracts/',
          KERNEL,
          ARITHMETIC,
          PURE,
          '^platform/(postgres/database|bus/bus|idempotency/once|operations/(service-operations|ask-provider)|telemetry/logger)\\.ts$',
        ],
      },
    },
    {
      name: 'application-names-the-platform-in-types-only',
      comment: 'A transaction is handed through a use case by its type; what it is made of stays outside.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/application(/|\\.ts$)', pathNot: TEST },
      to: { path: '^platform/', pathNot: [KERNEL, PURE], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'adapters-keep-apart',
      comment: 'GraphQL knows nothing of PostgreSQL and the bus nothing of GraphQL: they meet in service.ts.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/adapters/([^/]+)/', pathNot: TEST },
      to: { path: '^subgraphs/$1/adapters/', pathNot: '^subgraphs/$1/adapters/$2/' },
    },
    {
      name: 'nothing-reaches-back-to-the-composition-root',
      comment: 'service.ts knows everything of its subgraph; nothing of its subgraph knows service.ts.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/', pathNot: TEST },
      to: { path: '^subgraphs/$1/service\\.ts$' },
    },
    {
      name: 'subgraphs-do-not-import-one-another',
      comment: 'A subgraph asks another through a contract operation, or hears of it by a fact.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/' },
      to: { path: '^subgraphs/', pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'subgraphs-do-not-know-the-server',
      comment:
        'A subgraph runs alone or with others and cannot tell: contracts and platform are all it knows.',
      severity: 'error',
      from: { path: '^subgraphs/', pathNot: TEST },
      to: { path: NOT_A_SUBGRAPH },
    },
    {
      name: 'platform-has-no-domain',
      comment: 'Machinery that would serve another product as well: npm and itself.',
      severity: 'error',
      from: { path: '^platform/' },
      to: { path: `^(contracts|subgraphs)/|${NOT_A_SUBGRAPH}` },
    },
    {
      name: 'kernel-stands-alone',
      comment: 'What every domain may use drags nothing along.',
      severity: 'error',
      from: { path: KERNEL, pathNot: TEST },
      to: { path: '^(platform|contracts)/', pathNot: KERNEL },
    },
    {
      name: 'contracts-know-no-code-of-the-subgraphs',
      comment: 'Contracts are what the subgraphs promise, not how they keep it.',
      severity: 'error',
      from: { path: '^contracts/' },
      to: { path: `^subgraphs/|${NOT_A_SUBGRAPH}` },
    },
    {
      name: 'gateway-and-web-know-no-subgraph',
      comment:
        "Gateway and web app know the published supergraph, never the code behind it, nor each other. What the web app writes for the server, a test of it hands to the server's own reader.",
      severity: 'error',
      from: { path: '^(gateway|web)/', pathNot: '^web/organizer/.*\\.test\\.ts$' },
      to: { path: '^(subgraphs|ops|tests|bench|gateway|web)/', pathNot: '^$1/' },
    },
    {
      name: 'gateway-knows-no-domain',
      comment:
        'Whoever has other subgraphs can use the gateway as it is: what it has to know of users, facts and keys is an option, put together in ops/launch.',
      severity: 'error',
      from: { path: '^gateway/', pathNot: TEST },
      to: { path: '^contracts/|^platform/(auth|bus)/|^platform/kernel/(caller|ids)\\.ts$' },
    },
    {
      name: 'ops-enter-subgraphs-by-service',
      comment: 'What runs the server takes each subgraph as the one value that its service.ts exports.',
      severity: 'error',
      from: { path: '^ops/' },
      to: { path: '^subgraphs/', pathNot: '^subgraphs/[^/]+/service\\.ts$' },
    },
    {
      name: 'only-launch-and-tests-compose-the-server',
      comment: 'Everything else of ops does not need the subgraphs.',
      severity: 'error',
      from: { path: '^ops/', pathNot: '^ops/launch/' },
      to: { path: '^(subgraphs|gateway)/' },
    },
    {
      name: 'no-circles',
      comment: 'Files that need each other are one file, or miss a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'every-import-leads-somewhere',
      comment: 'What cannot be resolved cannot be judged by any rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // bench/gateway/hive is a package of its own, which need not be installed; web/dist is built, in chunks that may go in circles.
    exclude: {
      path: '(^|/)node_modules/.+/node_modules/|tests/architecture/planted/|^bench/gateway/hive/|^web/dist',
    },
    // See `import type` too: a type is knowledge as well.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
