//! Draws images for link previews, an article's headline on the edition's colours, and the site's
//! icon in the sizes that devices request.
//!
//! Headlines are set in Libertinus Serif (SIL Open Font License), which covers Latin, Greek,
//! Cyrillic and Hebrew. Text with characters outside of the font is left out: the image then shows
//! the site's title, or the icon alone.

use crate::publish::escape::{escaped, line};
use crate::publish::files::content_hash;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider as _};
use std::error::Error;
use std::sync::Arc;

/// The width and height of an article's image, in pixels: the size that social networks recommend.
pub(crate) const SIZE: (u32, u32) = (1200, 630);

/// The font family.
const FAMILY: &str = "Libertinus Serif";

/// The font weight of headlines.
const SEMIBOLD: u16 = 600;

/// The colours of the light theme in `styles/tokens.css`.
pub(crate) const BACKGROUND: &str = "#faf7f1";
const TEXT_COLOUR: &str = "#241c17";
const MUTED_COLOUR: &str = "#584b42";
const LINE_COLOUR: &str = "#d6cfc4";
const ACCENT_COLOUR: &str = "#8f2b23";

/// The margin at the left and the right.
const MARGIN: f32 = 84.0;

/// The font sizes of headlines; the first that fits is used.
const HEADLINE_SIZES: [f32; 5] = [92.0, 80.0, 70.0, 60.0, 52.0];

/// The height available for a headline.
const HEADLINE_BOX_HEIGHT: f32 = 350.0;

/// The line height, relative to the font size.
const LINE_HEIGHT: f32 = 1.14;

/// The most characters of a text that are laid out: more than fit.
const MAX_CHARACTERS: usize = 400;

/// The image of an article, laid out and not yet drawn, as SVG.
pub(crate) struct Drawing(String);

impl Drawing {
    /// Returns the hash of everything that the image shows.
    pub(crate) fn key(&self) -> String {
        content_hash(self.0.as_bytes())
    }
}

/// A renderer with its fonts.
pub(crate) struct Renderer {
    fonts: Arc<usvg::fontdb::Database>,
    headline: FontRef<'static>,
}

impl Renderer {
    /// Loads the fonts.
    ///
    /// # Errors
    /// If the font of the headlines is missing.
    pub(crate) fn new() -> Result<Renderer, Box<dyn Error>> {
        let mut fonts = usvg::fontdb::Database::new();
        let mut headline = None;
        for data in typst_assets::fonts() {
            let Ok(font) = FontRef::new(data) else { continue };
            let has = |name, text: &str| {
                font.localized_strings(name)
                    .english_or_first()
                    .is_some_and(|found| found.to_string() == text)
            };
            if !has(skrifa::string::StringId::FAMILY_NAME, FAMILY)
                && !has(skrifa::string::StringId::TYPOGRAPHIC_FAMILY_NAME, FAMILY)
            {
                continue;
            }
            let attributes = font.attributes();
            if attributes.weight.value() == f32::from(SEMIBOLD)
                && attributes.style == skrifa::attribute::Style::Normal
            {
                headline = Some(font);
            }
            fonts.load_font_data(data.to_vec());
        }
        let headline = headline.ok_or("the font for images is missing")?;
        Ok(Renderer { fonts: Arc::new(fonts), headline })
    }

    /// Lays out the image of an article, with its section and the site's title.
    pub(crate) fn article(&self, site: &str, section: &str, headline: &str) -> Drawing {
        Drawing(self.article_svg(site, section, headline))
    }

    /// Returns an image as PNG.
    ///
    /// # Errors
    /// If it cannot be drawn.
    pub(crate) fn draw(&self, drawing: &Drawing) -> Result<Vec<u8>, Box<dyn Error>> {
        self.png(&drawing.0, SIZE.0)
    }

    /// Returns the image of an article as SVG.
    fn article_svg(&self, site: &str, section: &str, headline: &str) -> String {
        let [site, section, headline] = [site, section, headline]
            .map(|text| self.drawable(&text.chars().take(MAX_CHARACTERS).collect::<String>()));
        let (headline, section) = match headline {
            Some(headline) => (Some(headline), section),
            None => (site.clone(), None),
        };
        let (width, height) = SIZE;
        let right = width as f32 - MARGIN;
        let mut svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="{FAMILY}">
<rect width="{width}" height="{height}" fill="{BACKGROUND}"/>
<rect width="{width}" height="14" fill="{ACCENT_COLOUR}"/>
<line x1="{MARGIN}" y1="536" x2="{right}" y2="536" stroke="{LINE_COLOUR}" stroke-width="2"/>
<g transform="translate({MARGIN} 552) scale(1.6)">{ICON}</g>
"#
        );
        let mut text = |x: f32, y: f32, size: f32, weight: u16, fill: &str, text: &str| {
            svg.push_str(&format!(
                "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{fill}\">{}</text>\n",
                escaped(text)
            ));
        };
        if let Some(section) = section {
            text(
                MARGIN,
                116.0,
                34.0,
                400,
                ACCENT_COLOUR,
                &self.shorten(&section, 34.0, right - MARGIN),
            );
        }
        if let Some(site) = site {
            text(
                MARGIN + 66.0,
                591.0,
                34.0,
                400,
                MUTED_COLOUR,
                &self.shorten(&site, 34.0, right - MARGIN - 66.0),
            );
        }
        if let Some(headline) = headline {
            let (size, lines) = self.fit(&headline, right - MARGIN);
            for (index, words) in lines.iter().enumerate() {
                let y = 142.0 + size * 0.86 + index as f32 * size * LINE_HEIGHT;
                text(MARGIN, y, size, SEMIBOLD, TEXT_COLOUR, words);
            }
        }
        svg.push_str("</svg>\n");
        svg
    }

    /// Returns the site's icon as PNG, `pixels` wide and high. A `maskable` icon has a background,
    /// and is small enough that devices can crop it to any shape.
    ///
    /// # Errors
    /// If the icon is not valid SVG.
    pub(crate) fn icon(
        &self,
        icon: &str,
        pixels: u32,
        maskable: bool,
    ) -> Result<Vec<u8>, Box<dyn Error>> {
        if !maskable {
            return self.png(icon, pixels);
        }
        let inner = icon
            .split_once('>')
            .and_then(|(_, rest)| rest.rsplit_once("</svg>"))
            .map_or("", |(inner, _)| inner);
        let svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="{BACKGROUND}"/><g transform="translate(16 16)">{inner}</g></svg>"#
        );
        self.png(&svg, pixels)
    }

    fn png(&self, svg: &str, width: u32) -> Result<Vec<u8>, Box<dyn Error>> {
        let options = usvg::Options { fontdb: Arc::clone(&self.fonts), ..usvg::Options::default() };
        let tree = usvg::Tree::from_str(svg, &options)?;
        let scale = width as f32 / tree.size().width();
        let height = (tree.size().height() * scale).round() as u32;
        let mut pixels = Pixmap::new(width, height).ok_or("an image without a size")?;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        Ok(pixels.encode_png()?)
    }

    /// Returns the text as one line if the font has glyphs for all of it.
    fn drawable(&self, text: &str) -> Option<String> {
        let text = line(text);
        let charmap = self.headline.charmap();
        let all = text.chars().all(|character| charmap.map(character).is_some());
        (all && !text.is_empty()).then_some(text)
    }

    /// Returns the width of a text.
    fn width(&self, text: &str, size: f32) -> f32 {
        let metrics = self.headline.glyph_metrics(Size::new(size), LocationRef::default());
        let charmap = self.headline.charmap();
        let widths =
            text.chars().filter_map(|character| metrics.advance_width(charmap.map(character)?));
        widths.sum()
    }

    /// Returns the largest font size in which a headline fits, and its lines. A headline that fits
    /// in no size is shortened.
    fn fit(&self, headline: &str, width: f32) -> (f32, Vec<String>) {
        let mut fitted = (0.0, Vec::new(), false);
        for size in HEADLINE_SIZES {
            let max_lines = (HEADLINE_BOX_HEIGHT / (size * LINE_HEIGHT)) as usize;
            let mut lines = self.lines(headline, size, width);
            let fits = lines.len() <= max_lines
                && headline.split(' ').all(|word| self.width(word, size) <= width);
            let is_too_long = lines.len() > max_lines;
            lines.truncate(max_lines);
            fitted = (size, lines, is_too_long);
            if fits {
                break;
            }
        }
        let (size, mut lines, is_too_long) = fitted;
        if is_too_long && let Some(last) = lines.last_mut() {
            last.push_str(" …");
            *last = self.shorten(last, size, width);
        }
        (size, lines)
    }

    /// Breaks a text into lines of at most `width`, and shortens longer words.
    fn lines(&self, text: &str, size: f32, width: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split(' ') {
            match lines.last_mut() {
                Some(last)
                    if self.width(last, size) + self.width(&[" ", word].concat(), size)
                        <= width =>
                {
                    last.push(' ');
                    last.push_str(word);
                }
                _ => lines.push(self.shorten(word, size, width)),
            }
        }
        lines
    }

    /// Returns the text, shortened to `width` with an ellipsis if necessary.
    fn shorten(&self, text: &str, size: f32, width: f32) -> String {
        if self.width(text, size) <= width {
            return text.to_owned();
        }
        let mut text = text.trim_end_matches(['…', ' ']).to_owned();
        while text.pop().is_some() {
            let shortened = [text.trim_end(), " …"].concat();
            if self.width(&shortened, size) <= width {
                return shortened;
            }
        }
        text
    }
}

/// The icon within an article's image, as in `styles/icon.svg`.
const ICON: &str = r##"<path fill="#8f2b23" d="M4 2h24v28l-4-3-4 3-4-3-4 3-4-3-4 3z"/><path fill="none" stroke="#fbf7ef" stroke-width="2.4" d="M9 9h14M9 14h14M9 19h9"/>"##;

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the texts on an article's image, in order.
    fn words(site: &str, section: &str, headline: &str) -> Vec<String> {
        let svg = Renderer::new().unwrap().article_svg(site, section, headline);
        let svg = usvg::roxmltree::Document::parse(&svg).unwrap();
        let texts = svg.descendants().filter(|node| node.has_tag_name("text"));
        texts.map(|node| node.text().unwrap_or_default().to_owned()).collect()
    }

    #[test]
    fn headlines_wrap() {
        let long =
            "Russia’s Deployment of Advanced Missile in Dnipro Attack Raises Strategic Concerns";
        assert_eq!(
            words("Cuttings", "Russia-Ukraine War", long).join(" "),
            format!("Russia-Ukraine War Cuttings {long}")
        );
        assert_eq!(words("Cuttings", "War", "Short"), ["War", "Cuttings", "Short"]);
        assert_eq!(words("Газета", "Зима", "Ζεστή μέρα"), ["Зима", "Газета", "Ζεστή μέρα"]);
    }

    #[test]
    fn long_headlines_are_shortened() {
        for text in ["x".repeat(1 << 20), "word ".repeat(1 << 18)] {
            let words = words("Cuttings", "Section", &text);
            assert!(words.len() < 10, "{words:?}");
            assert!(words.last().unwrap().ends_with('…'), "{words:?}");
        }
    }

    #[test]
    fn text_without_glyphs_is_left_out() {
        assert_eq!(words("Cuttings", "国际", "北京的雨"), ["Cuttings", "Cuttings"]);
        assert_eq!(words("报纸", "国际", "北京的雨"), Vec::<String>::new());
        assert_eq!(words("报纸", "国际", "Rain in Beijing"), ["Rain in Beijing"]);
    }

    #[test]
    fn markup_in_a_headline_is_drawn_as_text() {
        for text in ["</text><script>alert(1)</script>", "&lt;b&gt; \"x\"", "<!-- ]]> -->"] {
            assert_eq!(words("Cuttings", "Section", text).last().unwrap(), text);
        }
        assert_eq!(words("Cuttings", "Section", "a\u{202E}b\0c\u{2066}").last().unwrap(), "ab c");
    }

    #[test]
    fn images_have_the_requested_size() {
        let renderer = Renderer::new().unwrap();
        let size = |png: &[u8]| {
            let pixels = Pixmap::decode_png(png).unwrap();
            (pixels.width(), pixels.height())
        };
        assert_eq!(
            size(&renderer.draw(&renderer.article("Cuttings", "War", "Short")).unwrap()),
            SIZE
        );
        let icon =
            format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">{ICON}</svg>"#);
        for maskable in [false, true] {
            assert_eq!(size(&renderer.icon(&icon, 192, maskable).unwrap()), (192, 192));
        }
    }
}
