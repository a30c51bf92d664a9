# For scripts that drive a client: sourced, with the server's variables set.

# step TEXT: the step before has passed.
step() { printf 'ok  %s\n' "$1"; }

# differs WHAT SEEN EXPECTED: ends the script.
differs() {
  printf 'DIFFERENT  %s: saw "%s", expected "%s"\n' "$@" >&2
  exit 1
}

# same WHAT SEEN EXPECTED
same() { [ "$2" = "$3" ] || differs "$@"; }

# control PATH [CURL'S ARGUMENT...]: asks or tells the server itself.
control() {
  local path=$1
  shift
  curl -sS --fail-with-body "$CLOUDLB_TESTKIT_URI/_testkit/$path" "$@"
}

# temper JSON
temper() { control tempers -d "$1"; }
