# What scripts/setup and scripts/with share: where things are, and how a step is told of. Sourced with ROOT set.
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/cuttings
LOGS=$CACHE/logs
mkdir -p "$LOGS"
NPM_TOOLS=$CACHE/npm-$(cksum <"$ROOT/scripts/npm/package-lock.json" | cut -d' ' -f1)
LIGHTHOUSE=$CACHE/lighthouse-$(cksum <"$ROOT/bench/lighthouse/package-lock.json" | cut -d' ' -f1)
BENCH_PEERS=$CACHE/bench-$(cksum <"$ROOT/bench/browser/package-lock.json" | cut -d' ' -f1)

say() { printf 'cuttings: %s\n' "$*" >&2; }

fail() { # fail WHAT REMEDY
  printf 'cuttings: FAILED: %s\ncuttings: what to do: %s\n' "$1" "$2" >&2
  exit 1
}

step() { # step WHAT LOG REMEDY COMMAND… : runs it, its output in a log, and says how long it took
  local what=$1 log=$LOGS/$2.log remedy=$3 started=$SECONDS pid
  shift 3
  say "$what …"
  ("$@") >"$log" 2>&1 &
  pid=$!
  # A sign of life for whoever watches a terminal.
  while kill -0 "$pid" 2>/dev/null; do
    if [ -t 2 ]; then printf '\r          %ss, log in %s ' $((SECONDS - started)) "$log" >&2; fi
    sleep 1
  done
  if [ -t 2 ]; then printf '\r\033[K' >&2; fi
  if ! wait "$pid"; then
    tail -n 15 "$log" | sed 's/^/  | /' >&2
    fail "$what (the whole log: $log)" "$remedy"
  fi
  say "$what: done in $((SECONDS - started)) s"
}

may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }

install_hint() { # the one command to type
  if command -v apt-get >/dev/null 2>&1; then
    echo "Run: sudo apt-get update && sudo apt-get install $*"
  else
    echo "Install with your system's package manager: $*"
  fi
}

apt_update() { # once in a session, and only where we may; a stale list otherwise has to do
  if may_install && [ -z "${APT_UPDATED:-}" ]; then
    step "asking apt for its newest lists" apt-update "Check the network, then run this again." apt-get update
    APT_UPDATED=1
  fi
}

first_of() { # the first of these programs that there is; functions of the same name are none
  local name
  for name in "$@"; do type -P "$name" && return; done
  return 0
}
chrome() { [ -n "${CHROME:-}" ] && echo "$CHROME" || first_of chromium google-chrome chromium-browser; }
chromedriver() { [ -n "${CHROMEDRIVER:-}" ] && echo "$CHROMEDRIVER" || first_of chromedriver; }
firefox() { [ -n "${FIREFOX:-}" ] && echo "$FIREFOX" || first_of firefox-esr firefox; }
webkitdriver() { [ -n "${WEBKITDRIVER:-}" ] && echo "$WEBKITDRIVER" || first_of WebKitWebDriver; }
webkit() { # WebKitGTK's own test browser is no command: it lies with the library
  if [ -n "${WEBKIT:-}" ]; then
    echo "$WEBKIT"
  else
    local found
    for found in /usr/lib/*/webkit2gtk-4.1/MiniBrowser /usr/lib*/webkit2gtk-4.1/MiniBrowser /usr/libexec/webkit2gtk-4.1/MiniBrowser; do
      if [ -x "$found" ]; then echo "$found" && return; fi
    done
  fi
}
# Web servers: on the machine, or unpacked into the cache.
nginx() { echo "${CUTTINGS_NGINX:-$(first_of nginx /usr/sbin/nginx "$CACHE/nginx/usr/sbin/nginx")}"; }
apache() { echo "${CUTTINGS_APACHE:-$(first_of apache2 /usr/sbin/apache2 "$CACHE/apache/usr/sbin/apache2")}"; }
caddy() { echo "${CUTTINGS_CADDY:-$(first_of caddy "$CACHE/caddy/usr/bin/caddy")}"; }

# The engines to test in, by name.
ENGINES=${CUTTINGS_ENGINES:-chromium firefox webkit}
wanted() { case " $ENGINES " in *" $1 "*) ;; *) return 1 ;; esac }
