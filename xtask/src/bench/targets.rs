//! The targets of the engine, compared with the measured figures. Ratios come from one run in one
//! browser.

use super::CollectionMeasures;
use super::browser::{Engine, Run};

/// A target and whether it is met.
#[derive(Debug, PartialEq)]
pub(super) struct Target {
    pub(super) subject: String,
    pub(super) required: String,
    pub(super) measured: String,
    pub(super) met: bool,
}

/// Query rows, and the factor by which the engine must beat the fastest ranking peer at the 95th
/// percentile.
const FASTER: [(&str, &str, f64); 4] = [
    ("word", "single word", 3.0),
    ("words", "several words", 3.0),
    ("typed", "each keystroke", 10.0),
    ("typo", "typo", 1.0),
];
/// The factor by which the index must open sooner than the quickest peer's.
const SOONER: f64 = 50.0;
/// The largest share of MiniSearch's memory.
const MEMORY_SHARE: f64 = 0.5;
/// Number of documents, and the limit for a keystroke at the 95th percentile in ms.
const KEYSTROKE: [(u32, f64); 2] = [(10_000, 4.0), (100_000, 16.0)];
/// Number of documents, and the limits in seconds and bytes for building their index.
const BUILD: (u32, f64, u64) = (100_000, 60.0, 2 << 30);
/// The limit for the cost per megabyte in a large corpus relative to a small one. It allows for
/// noise, not for growth.
const GROWTH: f64 = 1.25;
/// The required nDCG@10 for each collection.
const RELEVANCE: [(&str, f64); 3] = [("cranfield", 0.395), ("cisi", 0.415), ("med", 0.715)];
/// The sizes of corpora on which peers are compared.
const COMPARED: std::ops::RangeInclusive<u32> = 5_000..=20_000;

/// Returns every target that has figures.
pub(super) fn targets(runs: &[Run], judged: &[CollectionMeasures]) -> Vec<Target> {
    let mut targets = Vec::new();
    for run in runs {
        let Some(ours) = ours(run) else { continue };
        let of = format!("{} of {}", run.corpus.documents, run.corpus.name);
        if COMPARED.contains(&run.corpus.documents) {
            against_peers(run, ours, &of, &mut targets);
        }
        absolute(run, ours, &of, &mut targets);
    }
    targets.extend(growth(runs));
    for CollectionMeasures { name, measures } in judged {
        if let Some((_, least)) = RELEVANCE.iter().find(|(collection, _)| collection == name) {
            targets.push(Target {
                subject: format!("nDCG@10, {name}"),
                required: format!("at least {least:.3}"),
                measured: format!("{:.3}", measures.ndcg_10),
                met: measures.ndcg_10 >= *least,
            });
        }
    }
    targets
}

/// Returns our engine without facets, which no peer counts.
pub(super) fn ours(run: &Run) -> Option<&Engine> {
    run.engines.iter().find(|engine| engine.ours)
}

/// Returns the peers for ratios: those that rank, from an index in memory.
pub(super) fn rivals(run: &Run) -> impl Iterator<Item = &Engine> {
    run.engines
        .iter()
        .filter(|engine| !engine.ours && engine.ranks && !engine.scans && !engine.fetches)
}

/// Returns the rival with the smallest figure.
fn best(run: &Run, figure: impl Fn(&Engine) -> Option<f64>) -> Option<(&Engine, f64)> {
    rivals(run)
        .filter_map(|engine| Some((engine, figure(engine)?)))
        .min_by(|(_, one), (_, other)| one.total_cmp(other))
}

fn against_peers(run: &Run, ours: &Engine, of: &str, targets: &mut Vec<Target>) {
    for (row, title, times) in FASTER {
        let p95 = |engine: &Engine| engine.rows.get(row).map(|row| row.p95);
        let (Some(own), Some((peer, theirs))) = (p95(ours), best(run, p95)) else { continue };
        targets.push(Target {
            subject: format!("{title}, p95, {of}"),
            required: if times > 1.0 {
                format!("{times} times as fast as the fastest engine that ranks")
            } else {
                "no slower than the fastest engine that ranks".into()
            },
            measured: format!(
                "{:.1} times ({own:.3} ms; {} {theirs:.3} ms)",
                theirs / own,
                peer.name
            ),
            met: theirs >= times * own,
        });
    }
    if let Some((peer, theirs)) = best(run, |engine| Some(engine.load.open)) {
        let own = ours.load.open;
        // The first answer includes the time that browsers take to compile functions on their first
        // call.
        let answered = best(run, |engine| Some(engine.load.ready()));
        let answered = answered.map_or(0.0, |(_, theirs)| theirs / ours.load.ready());
        targets.push(Target {
            subject: format!("from the index's bytes to an open index, {of}"),
            required: format!("under 1/{SOONER} of the fastest engine's time"),
            measured: format!(
                "1/{:.0} ({own:.1} ms; {} {theirs:.0} ms); to the first answer 1/{answered:.0}",
                theirs / own,
                peer.name
            ),
            met: own * SOONER < theirs,
        });
    }
    let Some(mini) = rivals(run).find(|engine| engine.name == "MiniSearch") else { return };
    let (own, theirs) = (ours.wire.index.brotli, mini.wire.index.brotli);
    targets.push(Target {
        subject: format!("index with positions, brotli, {of}"),
        required: "no larger than MiniSearch's, which has no positions".into(),
        measured: format!(
            "{:.2} of MiniSearch's ({:.2} MB; {:.2} MB)",
            own as f64 / theirs as f64,
            own as f64 / 1e6,
            theirs as f64 / 1e6
        ),
        met: own <= theirs,
    });
    // Of MiniSearch's two settings, the one with less memory counts.
    let least = rivals(run)
        .filter(|engine| engine.name.starts_with("MiniSearch"))
        .map(|engine| engine.memory.total());
    let (own, theirs) = (ours.memory.total(), least.fold(f64::INFINITY, f64::min));
    targets.push(Target {
        subject: format!("memory, {of}"),
        required: "at most half of MiniSearch's".into(),
        measured: format!(
            "{:.2} of MiniSearch's ({:.1} MB; {:.1} MB)",
            own / theirs,
            own / 1e6,
            theirs / 1e6
        ),
        met: own <= MEMORY_SHARE * theirs,
    });
}

fn absolute(run: &Run, ours: &Engine, of: &str, targets: &mut Vec<Target>) {
    let documents = run.corpus.documents;
    if let (Some((_, most)), Some(row)) =
        (KEYSTROKE.iter().find(|(size, _)| *size == documents), ours.rows.get("typed"))
    {
        targets.push(Target {
            subject: format!("each keystroke, p95, {of}"),
            required: format!("under {most} ms"),
            measured: format!("{:.2} ms", row.p95),
            met: row.p95 < *most,
        });
    }
    let (size, seconds, memory) = BUILD;
    if documents == size {
        targets.push(Target {
            subject: format!("native build, {of}"),
            required: format!("under {seconds} s and {:.1} GB", memory as f64 / 1e9),
            measured: format!(
                "{:.1} s, {:.2} GB",
                ours.build.seconds,
                ours.build.memory as f64 / 1e9
            ),
            met: ours.build.seconds < seconds && ours.build.memory < memory,
        });
    }
}

/// Compares the cost per megabyte of text in the largest run of a corpus with that in the smallest.
fn growth(runs: &[Run]) -> Option<Target> {
    let cost = |run: &Run| Some(ours(run)?.build.seconds / run.corpus.bytes as f64);
    let (small, large) = runs
        .iter()
        .flat_map(|small| runs.iter().map(move |large| (small, large)))
        .filter(|(small, large)| {
            small.corpus.name == large.corpus.name
                && small.corpus.documents < large.corpus.documents
        })
        .max_by_key(|(small, large)| large.corpus.documents / small.corpus.documents.max(1))?;
    let ratio = cost(large)? / cost(small)?;
    Some(Target {
        subject: format!(
            "cost of building a megabyte of {}: {} documents against {}",
            large.corpus.name, large.corpus.documents, small.corpus.documents
        ),
        required: format!("at most {GROWTH} times (noise)"),
        measured: format!("{ratio:.2} times"),
        met: ratio <= GROWTH,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::relevance::Measures;
    use serde_json::{Value, json};

    /// Returns an engine with these times in ms, and with `bytes` as its size and its memory.
    fn engine(name: &str, p95: f64, ready: f64, bytes: u64) -> Value {
        let row = json!({"queries": 1, "asked": 1, "p50": p95, "p95": p95, "p99": p95, "looked": 0, "right": 0, "first": 0});
        let weight = json!({"raw": bytes, "brotli": bytes, "quality": 11});
        json!({
            "name": name,
            "ranks": name != "FlexSearch",
            "ours": name == "Cuttings",
            "scans": name == "Fuse.js",
            "build": {"seconds": 1.0, "memory": 1},
            "wire": {"code": weight, "index": weight},
            "load": {"start": 1.0, "open": ready, "first": 0.0},
            "memory": {"heap": bytes, "buffers": 0.0, "wasm": 0.0},
            "rows": {"word": row, "words": row, "typed": row, "typo": row},
        })
    }

    fn run(documents: u32, bytes: u64, engines: &[Value]) -> Run {
        let corpus = json!({"name": "c", "documents": documents, "bytes": bytes});
        let run = json!({"corpus": corpus, "rounds": 1, "browser": "b", "engines": engines});
        serde_json::from_value(run).unwrap()
    }

    /// Compares the targets whose subject starts with `what`.
    #[track_caller]
    fn check(runs: &[Run], judged: &[CollectionMeasures], what: &str, expected: &[(&str, bool)]) {
        let targets = targets(runs, judged);
        let found: Vec<(&str, bool)> = targets
            .iter()
            .filter(|target| target.subject.starts_with(what))
            .map(|target| (target.measured.as_str(), target.met))
            .collect();
        assert_eq!(found, expected, "{what}");
    }

    #[test]
    fn ratios_compare_with_the_best_engine_that_ranks_from_an_index() {
        let engines = [
            engine("Cuttings", 1.0, 2.0, 40_000),
            engine("FlexSearch", 0.1, 1.0, 10),
            engine("Fuse.js", 0.1, 1.0, 10),
            engine("MiniSearch", 4.0, 200.0, 50_000),
            engine("Lunr", 3.0, 90.0, 10),
        ];
        let runs = [run(10_000, 1, &engines)];
        check(&runs, &[], "single word", &[("3.0 times (1.000 ms; Lunr 3.000 ms)", true)]);
        check(
            &runs,
            &[],
            "each keystroke",
            &[("3.0 times (1.000 ms; Lunr 3.000 ms)", false), ("1.00 ms", true)],
        );
        check(&runs, &[], "typo", &[("3.0 times (1.000 ms; Lunr 3.000 ms)", true)]);
        let ready = "1/45 (2.0 ms; Lunr 90 ms); to the first answer 1/45";
        check(&runs, &[], "from the index's bytes", &[(ready, false)]);
        check(
            &runs,
            &[],
            "index with positions",
            &[("0.80 of MiniSearch's (0.04 MB; 0.05 MB)", true)],
        );
        check(&runs, &[], "memory", &[("0.80 of MiniSearch's (0.0 MB; 0.1 MB)", false)]);
    }

    #[test]
    fn a_small_run_has_no_targets() {
        check(
            &[run(300, 1, &[engine("Cuttings", 1.0, 1.0, 1), engine("Lunr", 1.0, 1.0, 1)])],
            &[],
            "",
            &[],
        );
    }

    #[test]
    fn large_runs_and_judged_collections_have_their_own_targets() {
        let runs = [
            run(10_000, 10, &[engine("Cuttings", 1.0, 1.0, 1)]),
            run(100_000, 8, &[engine("Cuttings", 17.0, 1.0, 1)]),
        ];
        check(&runs, &[], "native build", &[("1.0 s, 0.00 GB", true)]);
        check(&runs, &[], "each keystroke", &[("1.00 ms", true), ("17.00 ms", false)]);
        check(&runs, &[], "cost of building a megabyte", &[("1.25 times", true)]);
        let judged = |name: &str| CollectionMeasures {
            name: name.into(),
            measures: Measures { ndcg_10: 0.41, ..Measures::default() },
        };
        check(
            &[],
            &[judged("cranfield"), judged("cisi"), judged("other")],
            "nDCG",
            &[("0.410", true), ("0.410", false)],
        );
    }
}
