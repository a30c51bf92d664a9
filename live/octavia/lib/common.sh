# What up, down and ctl have in common. Sourced, not executed.
OCTAVIA_HOME=${OCTAVIA_HOME:-${TMPDIR:-/tmp}/octavia-live}
RUN=$OCTAVIA_HOME/run
LOG=$OCTAVIA_HOME/log
ETC=$OCTAVIA_HOME/etc
# Start order; down uses the reverse.
SERVICES="mariadb epmd rabbitmq keystone octavia-api octavia-worker"

say()  { printf '[octavia-live] %s\n' "$*" >&2; }
die()  { say "ERROR: $*"; exit 1; }

# Field 22 of /proc/PID/stat (start time in ticks): pid + start time names one
# process for good, so that a recycled pid is never taken for ours.
start_time() {
  local s
  s=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
  s=${s##*) }
  # shellcheck disable=SC2086
  set -- $s
  [ "$1" != Z ] || return 1
  printf '%s' "${20}"
}

# recorded_pid NAME: prints the pid that `up` recorded, if that very process lives.
recorded_pid() {
  local f=$RUN/$1.pid pid st
  [ -r "$f" ] || return 1
  read -r pid st < "$f" || return 1
  [ -n "$pid" ] && [ "$(start_time "$pid")" = "$st" ] || return 1
  printf '%s' "$pid"
}

alive() { recorded_pid "$1" >/dev/null; }

# stop_service NAME [SECONDS]: TERM to the recorded process, then, if it will not
# go, KILL to its own process group (every service is started with setsid, so the
# group holds only what it started).
stop_service() {
  local name=$1 limit=${2:-20} pid i
  pid=$(recorded_pid "$name") || { rm -f "$RUN/$name.pid" "$RUN/$name.conf"; return 0; }
  kill -CONT -- "-$pid" 2>/dev/null || true
  kill -TERM "$pid" 2>/dev/null || true
  for ((i = 0; i < limit * 10; i++)); do
    alive "$name" || break
    sleep 0.1
  done
  # Whatever is left of the group (normally nothing).
  kill -KILL -- "-$pid" 2>/dev/null || true
  for ((i = 0; i < 50; i++)); do alive "$name" || break; sleep 0.1; done
  rm -f "$RUN/$name.pid" "$RUN/$name.conf"
  say "stopped $name (pid $pid)"
}
