//! `cargo xtask import-time`: measures the processor time and the memory that an import takes.

use std::fs::{self, File};
use std::io::BufReader;
use std::ops::ControlFlow;

use cuttings_import::{Event, Limits, Source, import};

const USAGE: &str = "cargo xtask import-time FILE…";

/// Runs `cargo xtask import-time FILE…`. Items are counted and dropped, as a program that stores
/// them one by one does. Linux only: the figures are those of the process.
///
/// # Errors
/// If a file cannot be opened.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    if arguments.is_empty() {
        return Err(format!("usage: {USAGE}"));
    }
    let before = memory("VmRSS:")?;
    let mut sources: Vec<(String, Box<dyn Source>)> = Vec::new();
    for name in arguments {
        let file = File::open(name).map_err(|error| format!("{name}: {error}"))?;
        sources.push((name.clone(), Box::new(BufReader::new(file))));
    }
    let (mut items, mut text, mut pictures, mut problems) = (0_usize, 0_usize, 0_usize, 0_usize);
    import(sources, &Limits::default(), &mut |event| {
        match event {
            Event::Item(item) => {
                items += 1;
                text += item.article.body.iter().map(|block| block.text.len()).sum::<usize>();
            }
            Event::Picture(_) => pictures += 1,
            Event::Diagnostic(_) => problems += 1,
        }
        ControlFlow::Continue(())
    });
    let peak = memory("VmHWM:")?.saturating_sub(before);
    println!("{items} items, {text} bytes of text, {pictures} pictures, {problems} messages");
    let seconds = processor_time()?;
    let factor = peak as f64 / text.max(1) as f64;
    println!(
        "{seconds:.2} s of processor time, {peak} bytes at the peak, {factor:.1} times the text"
    );
    Ok(())
}

/// Returns a figure about the memory of this process, in bytes.
fn memory(name: &str) -> Result<usize, String> {
    let status = fs::read_to_string("/proc/self/status").map_err(|error| error.to_string())?;
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<usize>().ok());
    kilobytes.map(|it| it * 1024).ok_or_else(|| format!("no {name} in /proc/self/status"))
}

/// Returns the processor time of this process, in seconds.
fn processor_time() -> Result<f64, String> {
    let stat = fs::read_to_string("/proc/self/stat").map_err(|error| error.to_string())?;
    let (_, fields) = stat.rsplit_once(')').ok_or("/proc/self/stat has another form")?;
    // The 14th and 15th fields of all, in hundredths of a second.
    let mut ticks = fields.split_whitespace().skip(11).take(2).map(str::parse::<f64>);
    let (user, system) = (ticks.next(), ticks.next());
    let sum = |field: Option<Result<f64, _>>| field.and_then(Result::ok).unwrap_or_default();
    Ok((sum(user) + sum(system)) / 100.0)
}
