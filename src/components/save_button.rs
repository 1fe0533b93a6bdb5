//! The button that saves an article.

use super::button::toggle_button;
use crate::context::AppContext;
use crate::store::bookmarks::BookmarkAction;
use crate::store::user_data::UserAction;
use cuttings_edition::Article;
use yew::Html;

/// Returns a button that saves an article, or removes it from Saved.
pub fn save_button(app: &AppContext, article: &Article<'static>, saved: bool) -> Html {
    let action = UserAction::BookmarkChanged(article.slug().into(), BookmarkAction::SavedToggled);
    let name = msg!("save-article", title = article.title());
    toggle_button(name, msg!("save"), saved, app.on_click(action))
}
