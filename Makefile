# The commands people type. Each sets up what it needs first; a second run finds it there.
#
#   make serve                        set up, then the page at http://127.0.0.1:8080/, rebuilt as you edit
#   make test                         set up, then every check that CI runs
#   make build                        the edition for a host, into dist/
#   make single                       the edition as one file, cuttings.html, that opens without a host
#   make inspect FILE=seeds/a.txt     what the parser takes each line for, and why
#   make bench                        speed, size and relevance, written to bench/RESULTS.md
#
# PUBLIC_URL=/papers/2026/   the path the edition will be served under
# DIST=dir                   where to put it
# SEEDS=dir                  which folder of seeds to build
# SINGLE=file                where to put the edition as one file
# ENGINES="chromium firefox" the browser engines to test in, where not all three can be had

PUBLIC_URL ?= /
DIST ?= dist
SEEDS ?= seeds
SINGLE ?= cuttings.html
ENGINES ?= chromium firefox webkit

# Trunk forwards the environment to cargo, and build.rs asks it for the seeds.
export CUTTINGS_SEEDS := $(abspath $(SEEDS))
export CUTTINGS_ENGINES := $(ENGINES)

.DEFAULT_GOAL := help
.PHONY: help serve build single test inspect bench setup

help:
	@sed -n '3,14p' Makefile | sed 's/^# \{0,1\}//'

setup:
	@scripts/setup test

# Seeds from another folder are watched there; Trunk.toml's own list holds for whoever runs trunk by itself.
serve:
	@scripts/with build trunk serve --offline --public-url $(PUBLIC_URL) \
	  $(addprefix --watch ,index.html Cargo.toml build.rs src styles crates cli $(SEEDS))

build:
	@scripts/with build trunk build --release --offline --public-url $(PUBLIC_URL) --dist $(DIST)

single:
	@CUTTINGS_SINGLE=$(abspath $(SINGLE)) scripts/with build trunk build --release --offline --dist target/single

test:
	@scripts/with test cargo xtask ci

inspect:
	@test -n "$(FILE)" || { echo 'make inspect: say which file: make inspect FILE=seeds/a.txt' >&2; exit 2; }
	@cargo xtask inspect $(FILE)

bench:
	@scripts/with bench cargo xtask bench
