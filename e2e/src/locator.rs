//! Finding elements as assistive technology does: by role and accessible name, both as the *browser* computes them.
//!
//! Asking the browser costs two commands an element, so a script first picks the elements that could have the role, by
//! what HTML gives it, and could have the name, by the texts that names are made of. That guess only ever leaves
//! elements out: what passes it is still asked for its computed role and name, by commands that all engines have.

use serde_json::{Value, json};

use crate::{
    guards::bring_axe,
    page::Page,
    webdriver::{Element, Result, Session},
};

/// The elements that HTML gives a role, as a selector. Any element may also be given it by `role=`.
fn native(role: &str) -> &'static str {
    match role {
        "alert" | "note" | "radiogroup" | "switch" | "menu" => "",
        "article" => "article,",
        "banner" => "header,",
        "blockquote" => "blockquote,",
        "button" => "button, summary, input:is([type=button], [type=submit], [type=reset]),",
        "checkbox" => "input[type=checkbox],",
        "combobox" => "select, input[list],",
        "complementary" => "aside,",
        "contentinfo" => "footer,",
        "dialog" => "dialog,",
        "group" => "fieldset, details, optgroup,",
        "heading" => "h1, h2, h3, h4, h5, h6,",
        "link" => "a[href], area[href],",
        "list" => "ul, ol, menu,",
        "listbox" => "",
        "listitem" => "li,",
        "main" => "main,",
        "mark" => "mark,",
        "navigation" => "nav,",
        "option" => "option,",
        "paragraph" => "p,",
        "radio" => "input[type=radio],",
        "region" => "section,",
        "search" => "search, form,",
        "searchbox" => "input[type=search],",
        "status" => "output,",
        "textbox" => "textarea, input[type=text],",
        _ => panic!("say in roles.rs which elements have the role {role}"),
    }
}

/// Arguments: a selector, a part of the name or null, the elements to look in (none: the document). Elements are arguments
/// of their own everywhere here, since WebKit's driver does not know them in a list.
const CANDIDATES: &str = "
    const [selector, part, ...scopes] = arguments;
    const bare = text => String(text ?? '').replace(/\\s+/g, '');
    const texts = element => [
        element.textContent, element.title, element.alt, element.value, element.placeholder,
        element.getAttribute('aria-label'),
        (element.getAttribute('aria-labelledby') ?? '').split(' ')
            .map(id => document.getElementById(id)?.textContent ?? '').join(' '),
        ...[...(element.labels ?? [])].map(label => label.textContent),
    ];
    const found = new Set();
    for (const scope of scopes.length ? scopes : [document])
        for (const element of scope.querySelectorAll(selector))
            if (part === null || texts(element).some(text => bare(text).includes(bare(part)))) found.add(element);
    return [...found];
";

/// Arguments: elements. Gives the role and the name of each, both empty for what assistive technology does not see.
const COMPUTE: &str = "
    axe.setup(document.documentElement);
    try {
        // What axe-core does not count as roles and browsers do.
        const further = { MARK: 'mark', P: 'paragraph' };
        return [...arguments].map(element => {
            const node = axe.utils.getNodeFromTree(element);
            return node && axe.commons.dom.isVisibleToScreenReaders(node)
                ? [axe.commons.aria.getRole(node) ?? further[element.tagName] ?? '',
                   axe.commons.text.accessibleTextVirtual(node).replace(/\\s+/g, ' ').trim()]
                : ['', ''];
        });
    } finally {
        axe.teardown();
    }
";

/// What has a role and a name of its own in an outline.
const LANDMARKS: &str =
    "header, nav, main, aside, footer, form, section, h1, h2, h3, h4, h5, h6, [role]";

/// The roles by which one moves about.
const OUTLINED: [&str; 9] = [
    "banner",
    "navigation",
    "main",
    "complementary",
    "contentinfo",
    "search",
    "region",
    "heading",
    "form",
];

impl Page {
    /// The landmarks and headings of the page, in order, each with its name.
    pub(crate) fn outline(&self) -> Result<Vec<String>> {
        let found = self.session().run(CANDIDATES, &json!([LANDMARKS, null]))?;
        let found =
            found.as_array().into_iter().flatten().filter_map(Element::from_script).collect();
        let mut outline = Vec::new();
        for candidate in Candidate::all(self, found)? {
            let role = candidate.role(self.session())?;
            if OUTLINED.contains(&role.as_str()) {
                let name = candidate.name(self.session())?;
                outline.push(format!("{role} {name}").trim().to_owned());
            }
        }
        Ok(outline)
    }
}

/// An element, with its role and name if they are known without asking the driver.
struct Candidate {
    element: Element,
    known: Option<[String; 2]>,
}

impl Candidate {
    fn all(page: &Page, elements: Vec<Element>) -> Result<Vec<Candidate>> {
        let arguments: Vec<Value> = elements.iter().map(Element::argument).collect();
        let mut list: Vec<_> =
            elements.into_iter().map(|element| Candidate { element, known: None }).collect();
        if !page.browser().computes_roles() && !list.is_empty() {
            bring_axe(page.session())?;
            let computed = page.session().run(COMPUTE, &Value::from(arguments))?;
            for (nth, candidate) in list.iter_mut().enumerate() {
                let text =
                    |part: usize| computed[nth][part].as_str().unwrap_or_default().to_owned();
                candidate.known = Some([text(0), text(1)]);
            }
        }
        Ok(list)
    }

    fn role(&self, session: &Session) -> Result<String> {
        self.known
            .as_ref()
            .map_or_else(|| session.role(&self.element), |[role, _]| Ok(role.clone()))
    }

    fn name(&self, session: &Session) -> Result<String> {
        self.known
            .as_ref()
            .map_or_else(|| session.label(&self.element), |[_, name]| Ok(name.clone()))
    }
}

#[derive(Clone, Debug)]
enum Name {
    Any,
    Is(String),
    StartsWith(String),
}

impl Name {
    fn part(&self) -> Option<&str> {
        match self {
            Name::Any => None,
            Name::Is(name) | Name::StartsWith(name) => Some(name),
        }
    }

    fn fits(&self, session: &Session, candidate: &Candidate) -> Result<bool> {
        Ok(match self {
            Name::Any => true,
            Name::Is(name) => candidate.name(session)? == *name,
            Name::StartsWith(start) => candidate.name(session)?.starts_with(start.as_str()),
        })
    }
}

#[derive(Clone, Debug)]
struct Step {
    role: &'static str,
    name: Name,
}

/// A way to elements, walked anew whenever it is used: a role, perhaps a name, perhaps within another.
#[derive(Clone)]
pub(crate) struct Locator<'p> {
    page: &'p Page,
    steps: Vec<Step>,
}

/// An element with the name that the browser computes for it.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub(crate) element: Element,
    pub(crate) name: String,
}

impl<'p> Locator<'p> {
    pub(crate) fn new(page: &'p Page, role: &'static str) -> Locator<'p> {
        Locator { page, steps: vec![Step { role, name: Name::Any }] }
    }

    /// What has a role within this.
    pub(crate) fn role(&self, role: &'static str) -> Locator<'p> {
        let mut inner = self.clone();
        inner.steps.push(Step { role, name: Name::Any });
        inner
    }

    /// Only what has exactly this name.
    pub(crate) fn named(self, name: &str) -> Locator<'p> {
        self.with_name(Name::Is(name.to_owned()))
    }

    /// Only what has a name that starts so.
    pub(crate) fn starting(self, start: &str) -> Locator<'p> {
        self.with_name(Name::StartsWith(start.to_owned()))
    }

    fn with_name(mut self, name: Name) -> Locator<'p> {
        if let Some(last) = self.steps.last_mut() {
            last.name = name;
        }
        self
    }

    /// What is there at this moment, in document order.
    pub(crate) fn now(&self) -> Result<Vec<Element>> {
        let session = self.page.session();
        let mut found: Vec<Element> = Vec::new();
        for (depth, step) in self.steps.iter().enumerate() {
            if depth > 0 && found.is_empty() {
                break;
            }
            let selector = format!("{}[role~={}]", native(step.role), step.role);
            let mut arguments = vec![json!(selector), json!(step.name.part())];
            arguments.extend(found.drain(..).map(|scope| scope.argument()));
            let candidates = session.run(CANDIDATES, &Value::from(arguments))?;
            let candidates =
                candidates.as_array().into_iter().flatten().filter_map(Element::from_script);
            for candidate in Candidate::all(self.page, candidates.collect())? {
                if candidate.role(session)? == step.role && step.name.fits(session, &candidate)? {
                    found.push(candidate.element);
                }
            }
        }
        Ok(found)
    }

    /// The same with their names.
    pub(crate) fn named_now(&self) -> Result<Vec<Named>> {
        let session = self.page.session();
        Candidate::all(self.page, self.now()?)?
            .into_iter()
            .map(|candidate| {
                Ok(Named { name: candidate.name(session)?, element: candidate.element })
            })
            .collect()
    }

    /// The one element there is at this moment.
    fn only(&self) -> std::result::Result<Element, String> {
        let mut found = self.now()?;
        match found.len() {
            1 => Ok(found.remove(0)),
            0 => Err("there is none".to_owned()),
            _ => Err(format!("there is more than one: {:?}", self.named_now()?)),
        }
    }

    /// The one element there is, waiting for it.
    #[track_caller]
    pub(crate) fn one(&self) -> Element {
        self.page.until(&format!("one {self}"), || self.only())
    }

    /// The name of the one element there is, waiting for it.
    #[track_caller]
    pub(crate) fn one_name(&self) -> String {
        self.one();
        self.names().remove(0)
    }

    /// The role that everything found has.
    pub(crate) fn wanted_role(&self) -> &'static str {
        self.steps.last().map_or("", |step| step.role)
    }

    /// Waits until there is none.
    #[track_caller]
    pub(crate) fn none(&self) {
        self.page.until(&format!("no {self}"), || match self.named_now()?.as_slice() {
            [] => Ok(()),
            found => Err(format!("there is {found:?}")),
        });
    }

    /// All there are with their names, waiting until there is at least one.
    #[track_caller]
    pub(crate) fn some(&self) -> Vec<Named> {
        self.page.until(&format!("some {self}"), || {
            let found = self.named_now()?;
            if found.is_empty() { Err("there is none".to_owned()) } else { Ok(found) }
        })
    }

    /// The names of all there are, waiting until there is at least one.
    #[track_caller]
    pub(crate) fn names(&self) -> Vec<String> {
        self.some().into_iter().map(|named| named.name).collect()
    }

    /// Clicks the one element there is. An element that is replaced between the finding and the click is looked for
    /// again, as a person would.
    #[track_caller]
    pub(crate) fn click(&self) {
        self.page
            .until(&format!("to click {self}"), || Ok(self.page.session().click(&self.only()?)?));
    }

    /// The rendered text of the one element there is.
    #[track_caller]
    pub(crate) fn text(&self) -> String {
        // WebDriver's own command takes what `noscript` shows for hidden.
        self.script("return arguments[0].innerText").as_str().unwrap_or_default().to_owned()
    }

    /// What a function body returns for the one element there is, its first argument.
    #[track_caller]
    pub(crate) fn script(&self, body: &str) -> Value {
        self.page.until(&format!("{body} of {self}"), || {
            Ok(self.page.session().run(body, &json!([self.only()?.argument()]))?)
        })
    }

    /// What a function body returns for each of those that are there, waiting until there is one.
    #[track_caller]
    pub(crate) fn script_all(&self, body: &str) -> Vec<String> {
        let of = |named: Named| {
            let answer = self.page.session().run(body, &json!([named.element.argument()]));
            answer.ok().and_then(|answer| answer.as_str().map(str::to_owned)).unwrap_or_default()
        };
        self.some().into_iter().map(of).collect()
    }

    /// Whether the focus is on the one element there is at this moment.
    pub(crate) fn has_focus_now(&self) -> std::result::Result<bool, String> {
        let script = "return arguments[0] === document.activeElement";
        Ok(self.page.session().run(script, &json!([self.only()?.argument()]))? == true)
    }

    /// Whether the focus is on the one element there is.
    #[track_caller]
    pub(crate) fn has_focus(&self) -> bool {
        self.script("return arguments[0] === document.activeElement") == true
    }
}

impl std::fmt::Display for Locator<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (depth, step) in self.steps.iter().rev().enumerate() {
            if depth > 0 {
                f.write_str(" in ")?;
            }
            match &step.name {
                Name::Any => write!(f, "{}", step.role)?,
                Name::Is(name) => write!(f, "{} {name:?}", step.role)?,
                Name::StartsWith(start) => write!(f, "{} {start:?}…", step.role)?,
            }
        }
        Ok(())
    }
}
