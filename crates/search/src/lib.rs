//! Full-text search over an index that is opened in place. Knows documents and fields, not articles.
