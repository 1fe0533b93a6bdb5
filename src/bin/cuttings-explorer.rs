//! The explorer: the page with the views that explore an edition. Readers get it at the addresses
//! of these views, so that the page itself is no larger for them.

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    cuttings::browser::catalogue::take();
    // The catalogue of the page lacks the messages of these views. One that was downloaded has all.
    #[cfg(target_arch = "wasm32")]
    cuttings::messages::install(include_str!(concat!(env!("OUT_DIR"), "/explorer-catalogue.txt")));
    cuttings::start::start(Some(cuttings::explorer::EXPLORER));
}
