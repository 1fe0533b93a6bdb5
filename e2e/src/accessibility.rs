//! Checks a page for readers with other senses, devices and settings: target sizes, visible focus,
//! forced colours, reduced motion, and text at up to four times its size. All checks share one page
//! load.

use serde_json::json;

use crate::{
    page::{Page, expect_ok},
    scenes::Scene,
};

/// The start of the scripts below. It defines `controls`, all controls that can be operated at the
/// moment, and the function `describe(element)`. Marks in pictures are left out: they lie where
/// their numbers are, and the table beside a picture has the same links.
const CONTROLS: &str = "
    const container = document.querySelector(':modal') ?? document.querySelector(':popover-open') ?? document;
    const controls = [...container.querySelectorAll('a[href], button, input, select, textarea, summary')].filter(element =>
        element.checkVisibility({ visibilityProperty: true }) && !element.closest('svg') && !element.disabled && element.getClientRects().length
        && getComputedStyle(element).clipPath === 'none');
    const describe = element =>
        `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText ?? element.innerText ?? '').trim().slice(0, 60)}”`;
";

/// Returns targets smaller than 24 by 24 pixels with another target nearby (WCAG 2.5.8). Targets in
/// a sentence are exempt.
const SMALL_TARGETS: &str = "
    const targets = controls.map(element => {
        const label = element.matches('input') ? element.labels[0] : undefined;
        const boxes = [element, label].filter(Boolean).flatMap(part => [...part.getClientRects()]);
        const left = Math.min(...boxes.map(box => box.left)), right = Math.max(...boxes.map(box => box.right));
        const top = Math.min(...boxes.map(box => box.top)), bottom = Math.max(...boxes.map(box => box.bottom));
        return { element, left, right, top, bottom, small: right - left < 23.99 || bottom - top < 23.99 };
    });
    const isInSentence = element => {
        const parent = element.parentElement.closest('p, li, dd, blockquote, label');
        return getComputedStyle(element).display === 'inline' && parent && parent.innerText?.trim() !== element.innerText?.trim();
    };
    const RADIUS = 12;
    const isTooNear = (target, other) => {
        const x = (target.left + target.right) / 2, y = (target.top + target.bottom) / 2;
        const box = other.small
            ? { left: (other.left + other.right) / 2 - RADIUS, right: (other.left + other.right) / 2 + RADIUS, top: (other.top + other.bottom) / 2 - RADIUS, bottom: (other.top + other.bottom) / 2 + RADIUS }
            : other;
        const dx = Math.max(box.left - x, 0, x - box.right), dy = Math.max(box.top - y, 0, y - box.bottom);
        return Math.hypot(dx, dy) < RADIUS - 0.01;
    };
    return targets.filter(target => target.small && !isInSentence(target.element)
            && targets.some(other => other !== target && !isInSentence(other.element) && isTooNear(target, other)))
        .map(target => `${describe(target.element)} is ${Math.round(target.right - target.left)} by ${Math.round(target.bottom - target.top)} px, and another target is near`);
";

/// Returns controls that are covered when they have the focus, and controls without a focus ring
/// (WCAG 2.4.7 and 2.4.11).
const HIDDEN_FOCUS: &str = "
    const scrolled = scrollY, before = document.activeElement, found = [];
    before.blur(); // focusing a focused element would not scroll to it
    for (const element of controls) {
        element.focus({ focusVisible: true });
        if (document.activeElement !== element) continue; // inert
        const style = getComputedStyle(element);
        if ((style.outlineStyle === 'none' || style.outlineWidth === '0px') && style.boxShadow === 'none')
            found.push(`${describe(element)} has no focus ring`);
        const points = [...element.getClientRects()].flatMap(box => [0.1, 0.5, 0.9].flatMap(across => [0.2, 0.5, 0.8].map(down =>
            [box.left + across * box.width, box.top + down * box.height])));
        const hits = points.map(([x, y]) => document.elementFromPoint(x, y));
        if (!hits.some(hit => hit && (element.contains(hit) || hit.contains(element) && hit !== document.body && hit !== document.documentElement && hit.matches('label, summary, a, button'))))
            found.push(`${describe(element)} is covered when it has the focus, by ${hits.find(Boolean)?.outerHTML.slice(0, 60) ?? 'the edge of the viewport'}`);
    }
    (before ?? document.body).focus?.({ preventScroll: true });
    if (before === document.body) document.activeElement.blur();
    scrollTo(0, scrolled);
    return found;
";

/// Returns elements that overflow the viewport sideways, and cut-off text in boxes that do not
/// scroll.
const CUT_OFF: &str = "
    const found = [], width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width)
        found.push(...[...document.body.querySelectorAll('*')].filter(element => element.checkVisibility() && element.getBoundingClientRect().right > width + 0.5)
            .map(element => `${element.outerHTML.slice(0, 80)} overflows the viewport`));
    for (const element of document.body.querySelectorAll('*')) {
        if (!element.checkVisibility() || !element.innerText?.trim() || getComputedStyle(element).clipPath !== 'none') continue;
        const { overflowX, overflowY } = getComputedStyle(element);
        const hides = overflow => overflow === 'hidden' || overflow === 'clip';
        if (hides(overflowX) && element.scrollWidth > element.clientWidth + 1 || hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
            found.push(`${element.outerHTML.slice(0, 80)} is cut off: ${element.scrollWidth} by ${element.scrollHeight} px in ${element.clientWidth} by ${element.clientHeight}`);
        if (element.matches(':popover-open, dialog[open]') && overflowY === 'visible' && element.scrollHeight > innerHeight)
            found.push(`${element.outerHTML.slice(0, 80)} does not scroll`);
    }
    return found;
";

/// Returns controls that look like text in forced colours.
const BORDERLESS: &str = "
    const has = (style, side) => style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) > 0;
    return controls.filter(element => {
        if (element.matches('a, summary, input[type=checkbox], input[type=file]')) return false; // browsers draw or colour these
        const style = getComputedStyle(element);
        return !['Top', 'Bottom', 'Left', 'Right'].some(side => has(style, side))
            && style.outlineStyle === 'none' && !style.textDecorationLine.includes('underline');
    }).map(element => `${describe(element)} has no border`);
";

/// Returns running animations, and elements with transitions or smooth scrolling.
const MOTION: &str = "
    const found = document.getAnimations().filter(animation => animation.timeline === document.timeline)
        .map(animation => `${animation.effect?.target?.outerHTML.slice(0, 80)} moves`);
    for (const element of document.querySelectorAll('*'))
        for (const part of [undefined, '::before', '::after', '::backdrop']) {
            const style = getComputedStyle(element, part);
            if (style.transitionDuration.split(', ').some(duration => parseFloat(duration) > 0) || style.scrollBehavior === 'smooth')
                found.push(`${element.outerHTML.slice(0, 80)} ${part ?? ''} would move`);
        }
    return [...new Set(found)].slice(0, 5);
";

/// Doubles the size of text, as the browser's own setting does.
const DOUBLE_TEXT: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('html { font-size: 200% }');
    document.adoptedStyleSheets = [sheet];
";

const RESTORE_TEXT: &str = "document.adoptedStyleSheets = []";

/// Runs one of the scripts above and puts the circumstances before each result.
#[track_caller]
fn find(page: &Page, script: &str, when: &str) -> Vec<String> {
    let found = expect_ok(page.session().run(&format!("{CONTROLS}{script}"), &json!([])));
    let found = found.as_array().unwrap_or_else(|| panic!("{found} from {script}"));
    found.iter().map(|found| format!("{when}: {}", found.as_str().unwrap_or_default())).collect()
}

/// Returns elements that are cut off or overflow the viewport at its current size.
#[track_caller]
pub(crate) fn cut_off(page: &Page, when: &str) -> Vec<String> {
    find(page, CUT_OFF, when)
}

/// Checks a scene after [`Scene::open`] and returns all violations.
#[track_caller]
pub(crate) fn violations(page: &Page, scene: &Scene) -> Vec<String> {
    let mut found = Vec::new();
    let mut check = |script, when: &str| found.extend(find(page, script, when));

    for width in [320, 1440].into_iter().filter(|width| *width == 320 || !scene.narrow_only) {
        page.resize(width, 900);
        check(SMALL_TARGETS, &format!("at {width} px"));
        check(HIDDEN_FOCUS, &format!("at {width} px"));
    }
    let (normal, zoomed) =
        if scene.narrow_only { ((640, 800), (320, 256)) } else { ((1280, 800), (320, 256)) };
    page.resize(normal.0, normal.1);
    page.script(DOUBLE_TEXT);
    check(CUT_OFF, "with text at twice its size");
    check(HIDDEN_FOCUS, "with text at twice its size");
    page.script(RESTORE_TEXT);
    page.resize(zoomed.0, zoomed.1); // 1280 by 1024 pixels at a zoom of 400%
    check(CUT_OFF, "at four times its size");
    check(HIDDEN_FOCUS, "at four times its size");
    page.resize(normal.0, normal.1);
    page.emulate_media(&[("forced-colors", "active")]);
    check(BORDERLESS, "in forced colours");
    page.emulate_media(&[("prefers-reduced-motion", "reduce")]);
    check(MOTION, "with reduced motion");
    page.emulate_media(&[]);
    found
}
