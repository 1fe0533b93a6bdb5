//! The views that explore an edition: what their addresses say beside the query and the filters.
//! Only the explorer shows them (`src/explorer`), and only it knows what their parameters mean; the
//! page links to them.

use std::rc::Rc;

/// A view that explores an edition, with its parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exploration {
    /// Which view it is.
    pub kind: ExplorationKind,
    /// Invariant: each name is one of the view's.
    parameters: Vec<(&'static str, Rc<str>)>,
}

/// The views that explore an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExplorationKind {
    /// The items by their dates.
    Timeline,
    /// Words over time or by a facet.
    Trends,
    /// The places that items mention, on a map.
    Places,
    /// The names that are in the same items.
    Together,
    /// Quotes by speaker.
    Quotes,
    /// Figures by unit.
    Figures,
    /// The items that tell of the same event.
    Stories,
    /// The lists in which a reader puts articles.
    Lists,
    /// The items that are new or changed since the reader's last visit.
    Since,
}

impl ExplorationKind {
    /// All views, in the order of their navigation.
    pub const ALL: [ExplorationKind; 9] = [
        ExplorationKind::Timeline,
        ExplorationKind::Trends,
        ExplorationKind::Places,
        ExplorationKind::Together,
        ExplorationKind::Quotes,
        ExplorationKind::Figures,
        ExplorationKind::Stories,
        ExplorationKind::Lists,
        ExplorationKind::Since,
    ];

    /// The path of the view, relative to the base and without a slash.
    pub fn key(self) -> &'static str {
        match self {
            ExplorationKind::Timeline => "timeline",
            ExplorationKind::Trends => "trends",
            ExplorationKind::Places => "places",
            ExplorationKind::Together => "together",
            ExplorationKind::Quotes => "quotes",
            ExplorationKind::Figures => "figures",
            ExplorationKind::Stories => "stories",
            ExplorationKind::Lists => "lists",
            ExplorationKind::Since => "since",
        }
    }

    /// The label of the view on the page.
    pub fn label(self) -> &'static str {
        match self {
            ExplorationKind::Timeline => msg!("timeline"),
            ExplorationKind::Trends => msg!("trends"),
            ExplorationKind::Places => msg!("places"),
            ExplorationKind::Together => msg!("together"),
            ExplorationKind::Quotes => msg!("quotes"),
            ExplorationKind::Figures => msg!("figures"),
            ExplorationKind::Stories => msg!("stories"),
            ExplorationKind::Lists => msg!("lists"),
            ExplorationKind::Since => msg!("since"),
        }
    }

    /// The names of the view's parameters in a query string.
    fn parameter_names(self) -> &'static [&'static str] {
        match self {
            ExplorationKind::Timeline => &["by"],
            ExplorationKind::Trends => &["term", "by"],
            ExplorationKind::Places => &["at"],
            ExplorationKind::Together => &["pair", "as"],
            ExplorationKind::Quotes => &[],
            ExplorationKind::Figures => &["unit"],
            ExplorationKind::Stories => &["story", "compare"],
            ExplorationKind::Lists => &["list"],
            ExplorationKind::Since => &["article"],
        }
    }
}

impl From<ExplorationKind> for Exploration {
    /// Returns the view as it opens without parameters.
    fn from(kind: ExplorationKind) -> Exploration {
        Exploration { kind, parameters: Vec::new() }
    }
}

impl Exploration {
    /// Returns the view with a key, and with those pairs of a query string that are its parameters.
    pub fn parse(key: &str, pairs: impl Iterator<Item = (String, String)>) -> Option<Exploration> {
        let kind = ExplorationKind::ALL.into_iter().find(|it| it.key() == key)?;
        let parameters = pairs.filter_map(|(name, value)| {
            let name = kind.parameter_names().iter().find(|it| **it == name)?;
            Some((*name, value.into()))
        });
        Some(Exploration { kind, parameters: parameters.collect() })
    }

    /// Appends a parameter. A name that the view does not have is ignored.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Exploration {
        let name = self.kind.parameter_names().iter().find(|it| **it == name);
        self.parameters.extend(name.map(|name| (*name, value.into())));
        self
    }

    /// Iterates over the values of a parameter, in their order.
    pub fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        self.parameters.iter().filter(move |(it, _)| *it == name).map(|(_, value)| &**value)
    }

    /// Returns the pairs of the query string that belong to the view.
    pub fn pairs(&self) -> Vec<(&'static str, Rc<str>)> {
        self.parameters.clone()
    }
}
