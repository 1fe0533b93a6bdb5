//! Pictures made while an edition is built: for each article one that is shown where its address is (its headline on the
//! edition's colours), and the site's sign in the sizes that devices ask for.
//!
//! Headlines are set in Libertinus Serif (SIL Open Font License), which has Latin, Greek, Cyrillic and Hebrew. What it has
//! no letters for is not drawn at all: the picture then shows the site's title, or its sign alone.

use crate::publish::escape::{escaped, line};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider as _};
use std::error::Error;
use std::sync::Arc;

/// How wide and high an article's picture is: what those who show it ask for.
pub(crate) const SIZE: (u32, u32) = (1200, 630);

/// The family of the letters.
const FAMILY: &str = "Libertinus Serif";

/// The weight of headlines.
const SEMIBOLD: u16 = 600;

/// The edition's colours by day, as `styles/tokens.css` has them.
pub(crate) const GROUND: &str = "#faf7f1";
const INK: &str = "#241c17";
const SOFT: &str = "#584b42";
const HAIRLINE: &str = "#d6cfc4";
const ACCENT: &str = "#8f2b23";

/// What is left free at the left and at the right.
const MARGIN: f32 = 84.0;

/// The sizes that a headline may have, the first that fits being taken.
const HEADLINE_SIZES: [f32; 5] = [92.0, 80.0, 70.0, 60.0, 52.0];

/// How high a headline may stand.
const HEADLINE_HEIGHT: f32 = 350.0;

/// How far its lines are apart, in sizes.
const LEADING: f32 = 1.14;

/// How many characters of a headline are looked at: more than fit in any case.
const LOOKED_AT: usize = 400;

/// Draws.
pub(crate) struct Painter {
    fonts: Arc<usvg::fontdb::Database>,
    headline: FontRef<'static>,
}

impl Painter {
    /// Gets the letters ready.
    ///
    /// # Errors
    /// If they are not what they were when this was written.
    pub(crate) fn new() -> Result<Painter, Box<dyn Error>> {
        let mut fonts = usvg::fontdb::Database::new();
        let mut headline = None;
        for data in typst_assets::fonts() {
            let Ok(font) = FontRef::new(data) else { continue };
            let is = |name, text: &str| {
                font.localized_strings(name).english_or_first().is_some_and(|found| found.to_string() == text)
            };
            if !is(skrifa::string::StringId::FAMILY_NAME, FAMILY)
                && !is(skrifa::string::StringId::TYPOGRAPHIC_FAMILY_NAME, FAMILY)
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
        let headline = headline.ok_or("the letters for pictures are missing")?;
        Ok(Painter { fonts: Arc::new(fonts), headline })
    }

    /// A picture for a headline in a section of a site, as PNG.
    ///
    /// # Errors
    /// If it cannot be drawn.
    pub(crate) fn article(
        &self,
        site: &str,
        section: &str,
        headline: &str,
    ) -> Result<Vec<u8>, Box<dyn Error>> {
        self.draw(&self.article_svg(site, section, headline), SIZE.0)
    }

    /// The same as SVG.
    fn article_svg(&self, site: &str, section: &str, headline: &str) -> String {
        let [site, section, headline] = [site, section, headline]
            .map(|text| self.drawable(&text.chars().take(LOOKED_AT).collect::<String>()));
        let (headline, section) = match headline {
            Some(headline) => (Some(headline), section),
            None => (site.clone(), None),
        };
        let (width, height) = SIZE;
        let right = width as f32 - MARGIN;
        let mut svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="{FAMILY}">
<rect width="{width}" height="{height}" fill="{GROUND}"/>
<rect width="{width}" height="14" fill="{ACCENT}"/>
<line x1="{MARGIN}" y1="536" x2="{right}" y2="536" stroke="{HAIRLINE}" stroke-width="2"/>
<g transform="translate({MARGIN} 552) scale(1.6)">{SIGN}</g>
"#
        );
        let mut text = |x: f32, y: f32, size: f32, weight: u16, fill: &str, text: &str| {
            svg.push_str(&format!(
                "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{fill}\">{}</text>\n",
                escaped(text)
            ));
        };
        if let Some(section) = section {
            text(MARGIN, 116.0, 34.0, 400, ACCENT, &self.cut(&section, 34.0, right - MARGIN));
        }
        if let Some(site) = site {
            text(MARGIN + 66.0, 591.0, 34.0, 400, SOFT, &self.cut(&site, 34.0, right - MARGIN - 66.0));
        }
        if let Some(headline) = headline {
            let (size, lines) = self.set(&headline, right - MARGIN);
            for (nth, words) in lines.iter().enumerate() {
                let y = 142.0 + size * 0.86 + nth as f32 * size * LEADING;
                text(MARGIN, y, size, SEMIBOLD, INK, words);
            }
        }
        svg.push_str("</svg>\n");
        svg
    }

    /// The site's sign, so many pixels wide and high, as PNG; on the edition's ground and small enough in it that devices
    /// may cut it to any shape, if it is to be `cut`.
    ///
    /// # Errors
    /// If the sign is no picture.
    pub(crate) fn sign(&self, sign: &str, pixels: u32, cut: bool) -> Result<Vec<u8>, Box<dyn Error>> {
        if !cut {
            return self.draw(sign, pixels);
        }
        let inner = sign
            .split_once('>')
            .and_then(|(_, rest)| rest.rsplit_once("</svg>"))
            .map_or("", |(inner, _)| inner);
        let svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="{GROUND}"/><g transform="translate(16 16)">{inner}</g></svg>"#
        );
        self.draw(&svg, pixels)
    }

    fn draw(&self, svg: &str, width: u32) -> Result<Vec<u8>, Box<dyn Error>> {
        let options = usvg::Options { fontdb: Arc::clone(&self.fonts), ..usvg::Options::default() };
        let tree = usvg::Tree::from_str(svg, &options)?;
        let scale = width as f32 / tree.size().width();
        let height = (tree.size().height() * scale).round() as u32;
        let mut pixels = Pixmap::new(width, height).ok_or("a picture without a size")?;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        Ok(pixels.encode_png()?)
    }

    /// The text as one line, if there is any and there are letters for all of it.
    fn drawable(&self, text: &str) -> Option<String> {
        let text = line(text);
        let letters = self.headline.charmap();
        let all = text.chars().all(|character| letters.map(character).is_some());
        (all && !text.is_empty()).then_some(text)
    }

    /// How wide a text is.
    fn width(&self, text: &str, size: f32) -> f32 {
        let metrics = self.headline.glyph_metrics(Size::new(size), LocationRef::default());
        let letters = self.headline.charmap();
        let widths = text.chars().filter_map(|character| metrics.advance_width(letters.map(character)?));
        widths.sum()
    }

    /// A headline in the largest size in which it fits, in lines; its beginning if it fits in none.
    fn set(&self, headline: &str, width: f32) -> (f32, Vec<String>) {
        let mut set = (0.0, Vec::new(), false);
        for size in HEADLINE_SIZES {
            let most = (HEADLINE_HEIGHT / (size * LEADING)) as usize;
            let mut lines = self.lines(headline, size, width);
            let fits = lines.len() <= most && headline.split(' ').all(|word| self.width(word, size) <= width);
            let is_cut = lines.len() > most;
            lines.truncate(most);
            set = (size, lines, is_cut);
            if fits {
                break;
            }
        }
        let (size, mut lines, is_cut) = set;
        if is_cut && let Some(last) = lines.last_mut() {
            last.push_str(" …");
            *last = self.cut(last, size, width);
        }
        (size, lines)
    }

    /// Words in lines of at most this width; a word that is wider is cut.
    fn lines(&self, text: &str, size: f32, width: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split(' ') {
            match lines.last_mut() {
                Some(last) if self.width(last, size) + self.width(&[" ", word].concat(), size) <= width => {
                    last.push(' ');
                    last.push_str(word);
                }
                _ => lines.push(self.cut(word, size, width)),
            }
        }
        lines
    }

    /// A text, or as much of its beginning as is no wider, with an ellipsis.
    fn cut(&self, text: &str, size: f32, width: f32) -> String {
        if self.width(text, size) <= width {
            return text.to_owned();
        }
        let mut text = text.trim_end_matches(['…', ' ']).to_owned();
        while text.pop().is_some() {
            let cut = [text.trim_end(), " …"].concat();
            if self.width(&cut, size) <= width {
                return cut;
            }
        }
        text
    }
}

/// The sign in an article's picture, as `styles/icon.svg` draws it.
const SIGN: &str = r##"<path fill="#8f2b23" d="M4 2h24v28l-4-3-4 3-4-3-4 3-4-3-4 3z"/><path fill="none" stroke="#fbf7ef" stroke-width="2.4" d="M9 9h14M9 14h14M9 19h9"/>"##;

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands on the picture for a headline, in order.
    fn words(site: &str, section: &str, headline: &str) -> Vec<String> {
        let svg = Painter::new().unwrap().article_svg(site, section, headline);
        let svg = usvg::roxmltree::Document::parse(&svg).unwrap();
        let texts = svg.descendants().filter(|node| node.has_tag_name("text"));
        texts.map(|node| node.text().unwrap_or_default().to_owned()).collect()
    }

    #[test]
    fn a_headline_is_set_in_lines() {
        let long = "Russia’s Deployment of Advanced Missile in Dnipro Attack Raises Strategic Concerns";
        assert_eq!(
            words("Cuttings", "Russia-Ukraine War", long).join(" "),
            format!("Russia-Ukraine War Cuttings {long}")
        );
        assert_eq!(words("Cuttings", "War", "Short"), ["War", "Cuttings", "Short"]);
        assert_eq!(words("Газета", "Зима", "Ζεστή μέρα"), ["Зима", "Газета", "Ζεστή μέρα"]);
    }

    #[test]
    fn no_headline_is_too_long() {
        for text in ["x".repeat(1 << 20), "word ".repeat(1 << 18)] {
            let words = words("Cuttings", "Section", &text);
            assert!(words.len() < 10, "{words:?}");
            assert!(words.last().unwrap().ends_with('…'), "{words:?}");
        }
    }

    #[test]
    fn what_has_no_letters_is_left_out() {
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
    fn a_picture_has_the_size_that_is_asked_for() {
        let painter = Painter::new().unwrap();
        let size = |png: &[u8]| {
            let pixels = Pixmap::decode_png(png).unwrap();
            (pixels.width(), pixels.height())
        };
        assert_eq!(size(&painter.article("Cuttings", "War", "Short").unwrap()), SIZE);
        let sign = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">{SIGN}</svg>"#);
        for cut in [false, true] {
            assert_eq!(size(&painter.sign(&sign, 192, cut).unwrap()), (192, 192));
        }
    }
}
