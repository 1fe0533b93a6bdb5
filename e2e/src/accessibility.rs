//! What everyone must be able to do on a page, whatever it is about and however they see it: hit every target, see what has
//! the focus, tell controls from text, read at four times the size. One page load serves all of it.

use serde_json::json;

use crate::{
    page::{Page, done},
    scenes::Scene,
};

/// What the scripts below begin with: `controls`, everything that can be operated now, and `said(element)`, how to speak of one.
const CONTROLS: &str = "
    const over = document.querySelector(':modal') ?? document.querySelector(':popover-open') ?? document;
    const controls = [...over.querySelectorAll('a[href], button, input, select, textarea, summary')].filter(element =>
        element.checkVisibility({ visibilityProperty: true }) && !element.disabled && element.getClientRects().length
        && getComputedStyle(element).clipPath === 'none');
    const said = element =>
        `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText ?? element.innerText ?? '').trim().slice(0, 60)}”`;
";

/// Targets smaller than 24 by 24 pixels that are no part of a sentence and have not that much room to themselves (WCAG 2.5.8).
const SMALL_TARGETS: &str = "
    const targets = controls.map(element => {
        const label = element.matches('input') ? element.labels[0] : undefined;
        const boxes = [element, label].filter(Boolean).flatMap(part => [...part.getClientRects()]);
        const left = Math.min(...boxes.map(box => box.left)), right = Math.max(...boxes.map(box => box.right));
        const top = Math.min(...boxes.map(box => box.top)), bottom = Math.max(...boxes.map(box => box.bottom));
        return { element, left, right, top, bottom, small: right - left < 23.99 || bottom - top < 23.99 };
    });
    const inASentence = element => {
        const around = element.parentElement.closest('p, li, dd, blockquote, label');
        return getComputedStyle(element).display === 'inline' && around && around.innerText.trim() !== element.innerText.trim();
    };
    const RADIUS = 12;
    const tooNear = (target, other) => {
        const x = (target.left + target.right) / 2, y = (target.top + target.bottom) / 2;
        const box = other.small
            ? { left: (other.left + other.right) / 2 - RADIUS, right: (other.left + other.right) / 2 + RADIUS, top: (other.top + other.bottom) / 2 - RADIUS, bottom: (other.top + other.bottom) / 2 + RADIUS }
            : other;
        const dx = Math.max(box.left - x, 0, x - box.right), dy = Math.max(box.top - y, 0, y - box.bottom);
        return Math.hypot(dx, dy) < RADIUS - 0.01;
    };
    return targets.filter(target => target.small && !inASentence(target.element)
            && targets.some(other => other !== target && !inASentence(other.element) && tooNear(target, other)))
        .map(target => `${said(target.element)} is ${Math.round(target.right - target.left)} by ${Math.round(target.bottom - target.top)} px, and another is near`);
";

/// Controls that nothing of can be seen when they have the focus, and controls with no ring (WCAG 2.4.7, 2.4.11).
const HIDDEN_FOCUS: &str = "
    const scrolled = scrollY, before = document.activeElement, found = [];
    before.blur(); // what has the focus already would not come into view
    for (const element of controls) {
        element.focus({ focusVisible: true });
        if (document.activeElement !== element) continue; // it is inert
        const style = getComputedStyle(element);
        if ((style.outlineStyle === 'none' || style.outlineWidth === '0px') && style.boxShadow === 'none')
            found.push(`${said(element)} has no ring`);
        const points = [...element.getClientRects()].flatMap(box => [0.1, 0.5, 0.9].flatMap(across => [0.2, 0.5, 0.8].map(down =>
            [box.left + across * box.width, box.top + down * box.height])));
        const hits = points.map(([x, y]) => document.elementFromPoint(x, y));
        if (!hits.some(hit => hit && (element.contains(hit) || hit.contains(element) && hit !== document.body && hit !== document.documentElement && hit.matches('label, summary, a, button'))))
            found.push(`${said(element)} is hidden when it has the focus, by ${hits.find(Boolean)?.outerHTML.slice(0, 60) ?? 'the edge of the window'}`);
    }
    (before ?? document.body).focus?.({ preventScroll: true });
    if (before === document.body) document.activeElement.blur();
    scrollTo(0, scrolled);
    return found;
";

/// What sticks out of the window sideways, and text that is cut off where nothing scrolls.
const CUT: &str = "
    const found = [], wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > wide)
        found.push(...[...document.body.querySelectorAll('*')].filter(element => element.checkVisibility() && element.getBoundingClientRect().right > wide + 0.5)
            .map(element => `${element.outerHTML.slice(0, 80)} sticks out of the window`));
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

/// Controls that look like text where the colours are the reader's own.
const SHAPELESS: &str = "
    const has = (style, side) => style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) > 0;
    return controls.filter(element => {
        if (element.matches('a, summary, input[type=checkbox], input[type=file]')) return false; // browsers draw these, or colour them
        const style = getComputedStyle(element);
        return !['Top', 'Bottom', 'Left', 'Right'].some(side => has(style, side))
            && style.outlineStyle === 'none' && !style.textDecorationLine.includes('underline');
    }).map(element => `${said(element)} has no border`);
";

/// What moves by itself.
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

/// Text at twice its size, by the browser's own setting.
const TWICE: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('html { font-size: 200% }');
    document.adoptedStyleSheets = [sheet];
";

const ONCE: &str = "document.adoptedStyleSheets = []";

/// What a script says of the page, each with the circumstances.
#[track_caller]
fn ask(page: &Page, script: &str, when: &str) -> Vec<String> {
    let found = done(page.session().run(&format!("{CONTROLS}{script}"), &json!([])));
    let found = found.as_array().unwrap_or_else(|| panic!("{found} of {script}"));
    found.iter().map(|found| format!("{when}: {}", found.as_str().unwrap_or_default())).collect()
}

/// What is cut off or sticks out of the window as it is.
#[track_caller]
pub(crate) fn cut_off(page: &Page, when: &str) -> Vec<String> {
    ask(page, CUT, when)
}

/// What stands in the way of someone in a scene, which is as [`Scene::open`] leaves it.
#[track_caller]
pub(crate) fn complaints(page: &Page, scene: &Scene) -> Vec<String> {
    let mut found = Vec::new();
    let mut consider = |script, when: &str| found.extend(ask(page, script, when));

    for width in [320, 1440].into_iter().filter(|width| *width == 320 || !scene.narrow) {
        page.view(width, 900);
        consider(SMALL_TARGETS, &format!("at {width} px"));
        consider(HIDDEN_FOCUS, &format!("at {width} px"));
    }
    let (desk, zoomed) =
        if scene.narrow { ((640, 800), (320, 256)) } else { ((1280, 800), (320, 256)) };
    page.view(desk.0, desk.1);
    page.script(TWICE);
    consider(CUT, "with text of twice the size");
    consider(HIDDEN_FOCUS, "with text of twice the size");
    page.script(ONCE);
    page.view(zoomed.0, zoomed.1); // 1280 by 1024 pixels, of which each is four wide
    consider(CUT, "at four times the size");
    consider(HIDDEN_FOCUS, "at four times the size");
    page.view(desk.0, desk.1);
    page.emulate("", &[("forced-colors", "active")]);
    consider(SHAPELESS, "in forced colours");
    page.emulate("", &[("prefers-reduced-motion", "reduce")]);
    consider(MOTION, "where motion is not wanted");
    page.emulate("", &[]);
    found
}
