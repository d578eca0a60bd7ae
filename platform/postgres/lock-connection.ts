/**
 * Connection options for whoever holds a lock for others: it proves that it lives by asking something at least
 * every second or two. PostgreSQL ends the session of a process that was stopped (SIGSTOP, a swapped-out
 * machine) after 8 s without a question, and of one that lost its power after 5 s and three unanswered probes,
 * so that another one has the lock within 10 s. A holder that waits longer than that for something else loses
 * its lock too, and begins anew.
 */
export const endsWithItsHolder =
  '-c idle_session_timeout=8000 -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=3 -c tcp_user_timeout=8000';
