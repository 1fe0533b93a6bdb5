//! Flags: the lists and properties that apply to a token, as the tagger reads them.

/// A list or a property. The order is that of the letters in features.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Flag {
    /// The first word of a country; likewise the next three.
    Country,
    /// A further word of a country.
    InCountry,
    Metropolis,
    StateOrCity,
    Town,
    /// A further word of another place.
    InPlace,
    /// A word of a well-known organisation.
    Organisation,
    GivenName,
    Surname,
    CommonWord,
    /// The document writes the word in lower case.
    WrittenLower,
    /// The document capitalises the word in mid-sentence.
    WrittenCapitalised,
    Title,
    OrganisationHead,
    SureOrganisationHead,
    PlaceHead,
    Demonym,
    Date,
    ProductHead,
    ReportingVerb,
    Acronym,
}

/// The letter of each flag.
const LETTERS: [u8; 21] = *b"CcMSTszguwlktohpndxyi";

/// A set of flags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Flags(u32);

impl Flags {
    /// Adds a flag.
    pub(crate) fn insert(&mut self, flag: Flag) {
        self.0 |= 1 << flag as u32;
    }

    /// Returns the letters of the flags, in their order.
    pub(crate) fn letters(self) -> impl Iterator<Item = u8> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let letter = LETTERS.get(rest.trailing_zeros() as usize)?;
            rest &= rest - 1;
            Some(*letter)
        })
    }
}

impl FromIterator<Flag> for Flags {
    fn from_iter<I: IntoIterator<Item = Flag>>(flags: I) -> Self {
        let mut set = Self::default();
        flags.into_iter().for_each(|flag| set.insert(flag));
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_in_the_order_of_the_flags() {
        let flags: Flags = [Flag::Acronym, Flag::Country, Flag::WrittenLower].into_iter().collect();
        assert_eq!(flags.letters().collect::<Vec<_>>(), b"Cli");
        assert_eq!(Flags::default().letters().count(), 0);
    }
}
