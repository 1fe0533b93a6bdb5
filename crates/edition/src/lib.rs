//! The artifact built from one folder of seeds, and how it is opened in place.
