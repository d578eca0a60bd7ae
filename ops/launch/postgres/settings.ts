/**
 * What the embedded PostgreSQL is told at every start. Durable, because a ticket that was answered must
 * survive a power cut: fsync, full_page_writes and synchronous_commit stay on, as PostgreSQL ships them.
 * The rest fits a laptop: little memory, no planner just-in-time compilation, few lines in the log.
 */
export const durableSettings: Readonly<Record<string, string>> = {
  fsync: 'on',
  synchronous_commit: 'on',
  // Two whole servers on one set of databases, each with everything open that it may have (settings.test.ts).
  max_connections: '300',
  shared_buffers: '128MB',
  max_wal_size: '1GB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_replication_slots: '0',
  max_logical_replication_workers: '0',
  jit: 'off',
  // After kill -9 PostgreSQL first flushes its folder: file by file, 2,400 of them, that took 2 to 5 s on a
  // busy disk, all at once 0.4 s. Linux alone can do it at once.
  ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // Reachable by this machine alone, and by password: over TCP for whoever looks with psql, and by a socket in the data
  // folder, which only its owner may enter, for the server's own connections. PostgreSQL stands in that folder, whatever its path.
  listen_addresses: '127.0.0.1',
  unix_socket_directories: process.platform === 'win32' ? '' : '.',
};

/** The same server for tests, whose data need not outlive them. */
export const fleetingSettings: Readonly<Record<string, string>> = {
  ...durableSettings,
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};
