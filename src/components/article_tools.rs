//! The tools above an article.

use super::button::{popover_button, script_button, toggle_button};
use super::link::link_to_block;
use super::save_button::save_button;
use super::select::setting_select;
use crate::context::AppContext;
use crate::ids::CITATIONS;
use crate::route::Route;
use crate::store::bookmarks::{ArticleRecord, BookmarkAction};
use crate::store::preferences::{Preferences, Setting};
use crate::store::user_data::UserAction;
use cuttings_edition::Article;
use cuttings_exports::address;
use yew::prelude::*;

/// The `id` of the settings of the text.
const TEXT_SETTINGS: &str = "text-settings";

/// Returns the tools above an article: saving, text settings, citing, sharing, reading aloud,
/// printing.
pub fn article_tools(
    app: &AppContext,
    article: &Article<'static>,
    route: &Route,
    record: &ArticleRecord,
    preferences: Preferences,
) -> Html {
    let read = UserAction::BookmarkChanged(article.slug().into(), BookmarkAction::ReadToggled);
    let settings = [Setting::TextSize, Setting::LineLength, Setting::Typeface];
    let settings = settings.map(|setting| setting_select(app, setting, preferences));
    html! {
        <div class="tools">
            { save_button(app, article, record.saved) }
            { toggle_button(msg!("read"), msg!("read"), record.read, app.on_click(read)) }
            { popover_button(msg!("text"), TEXT_SETTINGS) }
            <button
                type="button"
                class="plain"
                popovertarget={CITATIONS}
                data-do="cite"
                data-file={address::citations(article.slug())}
                hidden={!app.library.has_files(article)}
            >
                { msg!("cite") }
            </button>
            // A collection has no file: in a new tab, a link would lead nowhere.
            <a
                href={address::markdown(article.slug())}
                download={[article.slug(), ".md"].concat()}
                data-needs="file"
                hidden={!app.library.has_files(article)}
            >
                { msg!("save-markdown") }
            </a>
            { script_button(msg!("save-markdown"), "save-article", "collection") }
            { script_button(msg!("share"), "share", "share") }
            { script_button(msg!("listen"), "listen", "listen") }
            { script_button(msg!("print"), "print", "") }
            <span hidden={record.position == 0}>
                { link_to_block(app, route, record.position, msg!("continue-reading")) }
            </span>
            <div class="panel" popover="auto" id={TEXT_SETTINGS}>{ for settings }</div>
        </div>
    }
}
