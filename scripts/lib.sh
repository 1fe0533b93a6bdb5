# shellcheck shell=bash
# shellcheck disable=SC2034 # the scripts that source this file use the variables
# Paths and functions that the other scripts share. Source it with ROOT set to the project's root.
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/cuttings
LOGS=$CACHE/logs
mkdir -p "$LOGS"
NPM_TOOLS=$CACHE/npm-$(cksum <"$ROOT/scripts/npm/package-lock.json" | cut -d' ' -f1)
TYPEFACES=$CACHE/typefaces-$(cat "$ROOT/scripts/npm/package-lock.json" "$ROOT"/scripts/typefaces/*.mjs | cksum | cut -d' ' -f1)
LIGHTHOUSE=$CACHE/lighthouse-$(cksum <"$ROOT/bench/lighthouse/package-lock.json" | cut -d' ' -f1)
TEST_FONTS=$CACHE/fonts-$(cat "$ROOT"/e2e/fonts/* | cksum | cut -d' ' -f1)
BENCH_PEERS=$CACHE/bench-$(cksum <"$ROOT/bench/browser/package-lock.json" | cut -d' ' -f1)

say() { printf 'cuttings: %s\n' "$*" >&2; }

fail() { # fail PROBLEM REMEDY
  printf 'cuttings: FAILED: %s\ncuttings: what to do: %s\n' "$1" "$2" >&2
  exit 1
}

# step TITLE LOG REMEDY COMMAND…: runs the command, logs its output and reports its time.
step() {
  local title=$1 log=$LOGS/$2.log remedy=$3 started=$SECONDS pid
  shift 3
  say "$title …"
  ("$@") >"$log" 2>&1 &
  pid=$!
  # A terminal gets a running count of seconds.
  while kill -0 "$pid" 2>/dev/null; do
    if [ -t 2 ]; then printf '\r          %ss, log in %s ' $((SECONDS - started)) "$log" >&2; fi
    sleep 0.2
  done
  if [ -t 2 ]; then printf '\r\033[K' >&2; fi
  if ! wait "$pid"; then
    tail -n 15 "$log" | sed 's/^/  | /' >&2
    fail "$title (full log: $log)" "$remedy"
  fi
  say "$title: done in $((SECONDS - started)) s"
}

may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }

install_hint() { # install_hint PACKAGE…: prints the command to type
  if command -v apt-get >/dev/null 2>&1; then
    echo "Run: sudo apt-get update && sudo apt-get install $*"
  else
    echo "Install with your system's package manager: $*"
  fi
}

# Updates apt's package lists once per run. Without root the lists stay as they are.
apt_update() {
  if may_install && [ -z "${APT_UPDATED:-}" ]; then
    step "updating apt's package lists" apt-update "Check the network, then run this again." apt-get update
    APT_UPDATED=1
  fi
}

# ── The wasm target and the standard library's source ─────────────────────────────────────────────
sysroot() { (cd "$ROOT" && rustc --print sysroot); }

# Succeeds if the user's own toolchain compiles for wasm.
host_has_target() { [ -d "$(sysroot)/lib/rustlib/wasm32-unknown-unknown/lib" ]; }

# Prints the compiler that scripts/setup made from Debian's packages, or nothing where the user's
# own will do.
web_rustc() { host_has_target || echo "$CACHE/debian-rust/bin/rustc"; }

# library_of SYSROOT: prints the folder of the standard library's source in a sysroot.
library_of() { echo "$1/lib/rustlib/src/rust/library"; }

# Prints the folder of the standard library's source. It belongs to the compiler that compiles for
# wasm, and it may not exist.
std_source() {
  if host_has_target; then library_of "$(sysroot)"; else library_of "$CACHE/debian-rust/usr"; fi
}

# unpack_std_source DEB FOLDER: unpacks the standard library's source from Debian's package
# rust-web-src.
unpack_std_source() {
  dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" --wildcards './usr/lib/*' './usr/src/*/library'
}

# ── Programs ──────────────────────────────────────────────────────────────────────────────────────
# Prints the path of the first of these programs on PATH, and ignores shell functions of the same
# name.
first_of() {
  local name
  for name in "$@"; do type -P "$name" && return; done
  return 0
}

# has_version PROGRAM VERSION: succeeds if `PROGRAM --version` prints exactly this version.
has_version() {
  local printed
  # trunk rejects NO_COLOR=1.
  printed=$(env -u NO_COLOR "$1" --version 2>/dev/null) || return 1
  read -r _ printed _ <<<"$printed"
  [ "$printed" = "$2" ]
}

# tool_folder CRATE VERSION: prints the folder in the cache that holds this version of a tool.
tool_folder() { echo "$CACHE/${1%-cli}-$2"; }

chrome() { if [ -n "${CHROME:-}" ]; then echo "$CHROME"; else first_of chromium google-chrome chromium-browser; fi; }
chromedriver() { if [ -n "${CHROMEDRIVER:-}" ]; then echo "$CHROMEDRIVER"; else first_of chromedriver; fi; }
firefox() { if [ -n "${FIREFOX:-}" ]; then echo "$FIREFOX"; else first_of firefox-esr firefox; fi; }
webkitdriver() { if [ -n "${WEBKITDRIVER:-}" ]; then echo "$WEBKITDRIVER"; else first_of WebKitWebDriver; fi; }
webkit() { # WebKitGTK installs its test browser beside the library, not on PATH
  if [ -n "${WEBKIT:-}" ]; then
    echo "$WEBKIT"
  else
    local found
    for found in /usr/lib/*/webkit2gtk-4.1/MiniBrowser /usr/lib*/webkit2gtk-4.1/MiniBrowser /usr/libexec/webkit2gtk-4.1/MiniBrowser; do
      if [ -x "$found" ]; then echo "$found" && return; fi
    done
  fi
}
geckodriver() { # geckodriver VERSION
  if [ -n "${GECKODRIVER:-}" ]; then
    echo "$GECKODRIVER"
  elif [ -x "$(tool_folder geckodriver "$1")/bin/geckodriver" ]; then
    echo "$(tool_folder geckodriver "$1")/bin/geckodriver"
  else
    first_of geckodriver
  fi
}
# Web servers: installed, or unpacked into the cache.
nginx() { echo "${CUTTINGS_NGINX:-$(first_of nginx /usr/sbin/nginx "$CACHE/nginx/usr/sbin/nginx")}"; }
apache() { echo "${CUTTINGS_APACHE:-$(first_of apache2 /usr/sbin/apache2 "$CACHE/apache/usr/sbin/apache2")}"; }
caddy() { echo "${CUTTINGS_CADDY:-$(first_of caddy "$CACHE/caddy/usr/bin/caddy")}"; }

# The browser engines to test in.
ENGINES=${CUTTINGS_ENGINES:-chromium firefox webkit}
wanted() { case " $ENGINES " in *" $1 "*) ;; *) return 1 ;; esac }
