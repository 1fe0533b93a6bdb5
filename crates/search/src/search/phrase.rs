//! Phrases: forms that stand one after the other in a field.

use crate::dictionary::FormId;
use crate::document::Field;
use crate::index::Index;
use crate::postings::{Frequencies, Occurrences};

/// The documents that hold the forms in that order, and how often they do in each field.
pub(crate) fn phrase(index: &Index<'_>, forms: &[FormId]) -> Vec<(u32, Frequencies)> {
    let mut lists: Vec<Occurrences<'_>> =
        forms.iter().map(|form| Occurrences::new(index, index.entry(*form))).collect();
    let mut found = Vec::new();
    let mut heads: Vec<(u32, Frequencies)> = Vec::new();
    for list in &mut lists {
        match list.advance() {
            Some(head) => heads.push(head),
            None => return found,
        }
    }
    let mut places: [Vec<u32>; 4] = Default::default();
    let mut following: [Vec<u32>; 4] = Default::default();
    while let Some(target) = heads.iter().map(|(document, _)| *document).max() {
        let mut agree = true;
        for (list, head) in lists.iter_mut().zip(&mut heads) {
            while head.0 < target {
                match list.advance() {
                    Some(next) => *head = next,
                    None => return found,
                }
            }
            agree &= head.0 == target;
        }
        if !agree {
            continue;
        }
        for (step, (list, head)) in (0_u32..).zip(lists.iter_mut().zip(&heads)) {
            following.iter_mut().for_each(Vec::clear);
            list.read(head.1, |field, position| {
                if let Some(places) = following.get_mut(field.index()) {
                    places.push(position);
                }
            });
            if step == 0 {
                std::mem::swap(&mut places, &mut following);
                continue;
            }
            for (places, following) in places.iter_mut().zip(&following) {
                places.retain(|place| following.binary_search(&place.saturating_add(step)).is_ok());
            }
        }
        let mut frequencies = Frequencies::default();
        for field in Field::ALL {
            if let (Some(count), Some(places)) =
                (frequencies.0.get_mut(field.index()), places.get(field.index()))
            {
                *count = places.len() as u32;
            }
        }
        if frequencies.total() > 0 {
            found.push((target, frequencies));
        }
        for (list, head) in lists.iter_mut().zip(&mut heads) {
            match list.advance() {
                Some(next) => *head = next,
                None => return found,
            }
        }
    }
    found
}
