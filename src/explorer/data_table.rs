//! The numbers of a picture as a table, for those who cannot or do not want to see it.

use yew::prelude::*;

/// Returns the table of a picture, folded. `heads` are the cells above the columns, and each of
/// `rows` is a row. The name is that of the view, for screen readers.
pub(super) fn data_table(
    name: &'static str,
    heads: impl IntoIterator<Item = Html>,
    rows: impl IntoIterator<Item = Html>,
) -> Html {
    let heads = heads.into_iter().map(|head| html! { <th scope="col">{ head }</th> });
    html! {
        <details class="as-table">
            <summary>{ msg!("as-table") }</summary>
            <div class="table-scroll" tabindex="0" role="region" aria-label={name}>
                <table>
                    <thead>
                        <tr>{ for heads }</tr>
                    </thead>
                    <tbody>{ for rows.into_iter() }</tbody>
                </table>
            </div>
        </details>
    }
}
