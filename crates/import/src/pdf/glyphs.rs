//! Interprets the content of a page as far as text needs it: the characters and their places.

use hayro_font::kurbo::{Affine, Point};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Dict, Name, Number, Object, ObjectIdentifier, Stream};
use hayro_syntax::page::{Page, Resources};

use super::font::{ChosenFont, Fonts};
use super::guard;

/// The most states that are saved at a time, and the most forms around another.
const MAX_DEPTH: usize = 50;

/// The bytes whose unpacking takes the time of an instruction.
const BYTES: usize = 16;

/// A character of a page. Coordinates grow to the right and downwards.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    /// `None` if its font does not say which character it is.
    pub(super) text: Option<String>,
    pub(super) left: f64,
    pub(super) right: f64,
    /// The place of the baseline.
    pub(super) baseline: f64,
    pub(super) size: f64,
    pub(super) is_bold: bool,
}

/// Reads the characters of a page that are set horizontally, in the order in which they are shown.
/// Takes the instructions that it read off `instructions`.
pub(super) fn of_page<'a>(
    page: &'a Page<'a>,
    fonts: &Fonts<'a>,
    instructions: &mut usize,
) -> Vec<Glyph> {
    if !guard::fits(page) {
        return Vec::new();
    }
    let content = page.page_stream().map_or(0, <[u8]>::len);
    *instructions = instructions.saturating_sub(content / BYTES);
    let start = Affine::new(page.initial_transform(true).as_coeffs());
    let mut reader = Reader { fonts, instructions, glyphs: Vec::new(), open: Vec::new() };
    reader.run(page.typed_operations(), page.resources(), State::new(start));
    reader.glyphs
}

/// The part of the graphics state that text needs.
#[derive(Clone)]
struct State<'a> {
    transform: Affine,
    font: Option<ChosenFont<'a>>,
    size: f64,
    char_spacing: f64,
    word_spacing: f64,
    scaling: f64,
    leading: f64,
    rise: f64,
}

impl State<'_> {
    fn new(transform: Affine) -> Self {
        Self {
            transform,
            font: None,
            size: 0.0,
            char_spacing: 0.0,
            word_spacing: 0.0,
            scaling: 1.0,
            leading: 0.0,
            rise: 0.0,
        }
    }
}

struct Reader<'r, 'a> {
    fonts: &'r Fonts<'a>,
    instructions: &'r mut usize,
    glyphs: Vec<Glyph>,
    /// The forms around the current content, outermost first.
    open: Vec<ObjectIdentifier>,
}

/// The matrices of a text object.
#[derive(Clone, Copy, Default)]
struct Place {
    text: Affine,
    line: Affine,
}

impl<'a> Reader<'_, 'a> {
    fn run(&mut self, mut content: TypedIter<'_>, resources: &Resources<'a>, start: State<'a>) {
        let mut state = start;
        let mut saved: Vec<State<'a>> = Vec::new();
        let mut place = Place::default();
        while let Some(instruction) = content.next() {
            if *self.instructions == 0 {
                return;
            }
            *self.instructions -= 1;
            match instruction {
                TypedInstruction::SaveState(_) if saved.len() < MAX_DEPTH => {
                    saved.push(state.clone());
                }
                TypedInstruction::RestoreState(_) => {
                    if let Some(last) = saved.pop() {
                        state = last;
                    }
                }
                TypedInstruction::Transform(it) => {
                    state.transform *= affine([it.0, it.1, it.2, it.3, it.4, it.5]);
                }
                TypedInstruction::XObject(it) => self.form(it.0, resources, &state),
                TypedInstruction::BeginText(_) => place = Place::default(),
                TypedInstruction::TextFont(it) => {
                    state.font = self.fonts.get(resources, it.0);
                    state.size = it.1.as_f64();
                }
                TypedInstruction::CharacterSpacing(it) => state.char_spacing = it.0.as_f64(),
                TypedInstruction::WordSpacing(it) => state.word_spacing = it.0.as_f64(),
                TypedInstruction::HorizontalScaling(it) => state.scaling = it.0.as_f64() / 100.0,
                TypedInstruction::TextLeading(it) => state.leading = it.0.as_f64(),
                TypedInstruction::TextRise(it) => state.rise = it.0.as_f64(),
                TypedInstruction::SetTextMatrix(it) => {
                    let matrix = affine([it.0, it.1, it.2, it.3, it.4, it.5]);
                    place = Place { text: matrix, line: matrix };
                }
                TypedInstruction::NextLine(it) => place.next(it.0.as_f64(), it.1.as_f64()),
                TypedInstruction::NextLineAndSetLeading(it) => {
                    state.leading = -it.1.as_f64();
                    place.next(it.0.as_f64(), it.1.as_f64());
                }
                TypedInstruction::NextLineUsingLeading(_) => place.next(0.0, -state.leading),
                TypedInstruction::ShowText(it) => self.show(it.0.as_bytes(), &state, &mut place),
                TypedInstruction::NextLineAndShowText(it) => {
                    place.next(0.0, -state.leading);
                    self.show(it.0.as_bytes(), &state, &mut place);
                }
                TypedInstruction::ShowTextWithParameters(it) => {
                    state.word_spacing = it.0.as_f64();
                    state.char_spacing = it.1.as_f64();
                    place.next(0.0, -state.leading);
                    self.show(it.2.as_bytes(), &state, &mut place);
                }
                TypedInstruction::ShowTexts(it) => {
                    for object in it.0.iter::<Object<'_>>() {
                        match object {
                            Object::String(text) => self.show(text.as_bytes(), &state, &mut place),
                            Object::Number(number) => {
                                let shift = -number.as_f64() / 1000.0 * state.size * state.scaling;
                                place.text *= Affine::translate((shift, 0.0));
                            }
                            _ => {}
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// Runs the content of a form, which may hold text of the page.
    fn form(&mut self, name: &Name<'_>, resources: &Resources<'a>, state: &State<'a>) {
        let Some(stream): Option<Stream<'a>> = resources.get_x_object(name) else { return };
        let dict = stream.dict();
        let is_form =
            dict.get::<Name<'_>>(b"Subtype".as_slice()).is_some_and(|it| it.as_str() == "Form");
        // A form that shows itself twice would be shown more often with each form around it.
        if !is_form || self.open.len() >= MAX_DEPTH || self.open.contains(&stream.obj_id()) {
            return;
        }
        let Ok(content) = stream.decoded_data() else { return };
        // A form may be shown again and again, and is unpacked each time.
        *self.instructions = self.instructions.saturating_sub(content.len() / BYTES);
        let own = dict.get::<Dict<'a>>(b"Resources".as_slice()).map(Resources::new);
        let mut state = state.clone();
        if let Some(matrix) = dict.get::<[f64; 6]>(b"Matrix".as_slice()) {
            state.transform *= Affine::new(matrix);
        }
        self.open.push(stream.obj_id());
        self.run(TypedIter::new(&content), own.as_ref().unwrap_or(resources), state);
        self.open.pop();
    }

    fn show(&mut self, bytes: &[u8], state: &State<'a>, place: &mut Place) {
        let Some(font) = &state.font else { return };
        let mut at = 0;
        while at < bytes.len() {
            let code = font.code(bytes, at);
            at += code.length;
            let spacing = if code.is_space { state.word_spacing } else { 0.0 };
            let advance = (code.width * state.size + state.char_spacing + spacing) * state.scaling;
            let transform = state.transform * place.text;
            let origin = transform * Point::new(0.0, state.rise);
            let end = transform * Point::new(code.width * state.size * state.scaling, state.rise);
            let top = transform * Point::new(0.0, state.rise + state.size);
            place.text *= Affine::translate((advance, 0.0));
            let size = (top - origin).hypot();
            let is_horizontal = (top.x - origin.x).abs() < 0.4 * size && top.y < origin.y;
            let is_visible =
                size.is_finite() && size > 0.5 && origin.is_finite() && end.is_finite();
            if is_horizontal && is_visible {
                self.glyphs.push(Glyph {
                    text: code.text,
                    left: origin.x,
                    right: end.x.max(origin.x),
                    baseline: origin.y,
                    size,
                    is_bold: font.is_bold,
                });
            }
        }
    }
}

impl Place {
    fn next(&mut self, x: f64, y: f64) {
        self.line *= Affine::translate((x, y));
        self.text = self.line;
    }
}

fn affine(numbers: [Number; 6]) -> Affine {
    Affine::new(numbers.map(|number| number.as_f64()))
}
