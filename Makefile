# The commands people type. Each one first sets up what it needs; a second run finds everything in
# place.
#
#   make serve                    set up, then serve the page at http://127.0.0.1:8080/
#   make test                     set up, then run every check that CI runs
#   make build                    write the edition for a host to dist/
#   make single                   write the edition as one file, cuttings.html
#   make dist                     build the program target/cuttings, with the page inside, and its
#                                 manual pages, completions and licences in target/dist
#   make inspect FILE=seeds/a.txt show how the parser reads each line, and why; FILE may be a folder
#   make bench                    measure speed, size, relevance and whole editions beside other
#                                 search engines, and write bench/RESULTS.md
#
# PUBLIC_URL=/papers/2026/      the path that the edition is served under
# PORT=8080                     the port that `make serve` listens on
# DIST=dir                      the folder to write the edition to
# SEEDS=dir                     the folder of seeds to build
# STRICT=1                      stop at a seed with an error instead of leaving it out; for CI
# VERBOSE=1                     show every message about the seeds, not one line for each kind
# SINGLE=file                   the file to write the single-file edition to
# ENGINES="chromium firefox"    the browser engines to test in, if not all three are available
# BENCH_EDITIONS="dir,…"        the folders that `make bench` builds as whole editions;
#                               `cargo xtask bench --help` has this and other variables

PUBLIC_URL ?= /
PORT ?= 8080
DIST ?= dist
SEEDS ?= seeds
SINGLE ?= cuttings.html
ENGINES ?= chromium firefox webkit

# Trunk passes the environment on to cargo, and build.rs reads the folder of seeds from it.
export CUTTINGS_SEEDS := $(abspath $(SEEDS))
export CUTTINGS_STRICT := $(STRICT)
export CUTTINGS_VERBOSE := $(VERBOSE)
export CUTTINGS_ENGINES := $(ENGINES)

.DEFAULT_GOAL := help
.PHONY: help serve build page dist single test inspect bench setup

help:
	@sed -n '4,23p' Makefile | sed 's/^# \{0,1\}//'

setup:
	@scripts/setup test

# This list also watches SEEDS. The list in Trunk.toml serves those who run trunk themselves.
serve:
	@PORT=$(PORT) PUBLIC_URL=$(PUBLIC_URL) scripts/serve --dist $(DIST) \
	  $(addprefix --watch ,index.html Cargo.toml build.rs src styles crates cli $(SEEDS))

build:
	@scripts/with build trunk build --release --offline --public-url $(PUBLIC_URL) --dist $(DIST)

# The page without an edition.
page:
	@CUTTINGS_SEPARATE_EDITION=1 scripts/with build trunk build --release --features parts --offline \
	  --public-url / --dist target/page

# The native program with that page inside. .github/workflows/release.yml does the same elsewhere.
dist: page
	@CUTTINGS_BUILT_PAGE=$(CURDIR)/target/page cargo build --locked --profile native --package cuttings-cli
	@cp target/native/cuttings-cli target/cuttings
	@target/cuttings documents target/dist
	@cargo xtask licences target/page/typefaces.txt >target/dist/THIRD-PARTY-LICENCES.txt
	@echo "the program is target/cuttings; its manual pages, completions and licences are in target/dist"

single:
	@CUTTINGS_SINGLE=$(abspath $(SINGLE)) scripts/with build trunk build --release --offline --dist target/single

test:
	@scripts/with test cargo xtask ci

inspect:
	@test -n "$(FILE)" || { echo 'make inspect: name a file: make inspect FILE=seeds/a.txt' >&2; exit 2; }
	@cargo run --quiet --package cuttings-cli -- inspect $(FILE)

# The editions are built with the program, so it must not be older than the code.
bench: $(if $(BENCH_PROGRAM),,dist)
	@scripts/with bench cargo xtask bench
