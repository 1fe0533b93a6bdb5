//! Finds elements as assistive technology does: by role and accessible name, both as computed by
//! the browser.
//!
//! Asking the driver costs two commands per element. A script therefore selects candidates first:
//! elements that HTML gives the role, with the name in one of the texts that names are computed
//! from. The driver then reports the computed role and name of each candidate.

use serde_json::{Value, json};

use crate::{
    axe,
    page::Page,
    webdriver::{Element, Result, Session},
};

/// Returns a selector of the elements that have a role by default, with a comma after it.
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
        "img" => "img,",
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
        "progressbar" => "progress,",
        "radio" => "input[type=radio],",
        "region" => "section,",
        "search" => "search, form,",
        "searchbox" => "input[type=search],",
        "slider" => "input[type=range],",
        "status" => "output,",
        "textbox" => "textarea, input[type=text],",
        _ => panic!("add the elements with the role {role} to locator.rs"),
    }
}

/// Selects candidates. Arguments: a selector, a part of the name or null, and the elements to
/// search in (none: the document). Each element is an argument of its own, because WebKit's driver
/// does not support elements in arrays.
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

/// Computes the role and name of each element in the arguments. Both are empty if the element is
/// hidden from assistive technology.
const COMPUTE: &str = "
    axe.setup(document.documentElement);
    try {
        // Roles that browsers compute and axe-core does not.
        const additional = { MARK: 'mark', P: 'paragraph' };
        return [...arguments].map(element => {
            const node = axe.utils.getNodeFromTree(element);
            return node && axe.commons.dom.isVisibleToScreenReaders(node)
                ? [axe.commons.aria.getRole(node) ?? additional[element.tagName] ?? '',
                   axe.commons.text.accessibleTextVirtual(node).replace(/\\s+/g, ' ').trim()]
                : ['', ''];
        });
    } finally {
        axe.teardown();
    }
";

/// The elements that can be part of an outline.
const OUTLINE_ELEMENTS: &str =
    "header, nav, main, aside, footer, form, section, h1, h2, h3, h4, h5, h6, [role]";

/// The roles of an outline, by which users of screen readers navigate.
const OUTLINE_ROLES: [&str; 9] = [
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
    /// Returns an element with this role on the page.
    pub(crate) fn role(&self, role: &'static str) -> Locator<'_> {
        Locator { page: self, steps: vec![Step { role, name: Name::Any }] }
    }

    /// Returns the landmarks and headings of the page, in order, as `role name`.
    pub(crate) fn outline(&self) -> Result<Vec<String>> {
        let found = self.session().run(CANDIDATES, &json!([OUTLINE_ELEMENTS, null]))?;
        let found =
            found.as_array().into_iter().flatten().filter_map(Element::from_script).collect();
        let mut outline = Vec::new();
        for candidate in Candidate::all(self, found)? {
            let role = candidate.role(self.session())?;
            if OUTLINE_ROLES.contains(&role.as_str()) {
                let name = candidate.name(self.session())?;
                outline.push(format!("{role} {name}").trim().to_owned());
            }
        }
        Ok(outline)
    }
}

/// An element, with its role and name if axe-core computed them.
struct Candidate {
    element: Element,
    computed: Option<[String; 2]>,
}

impl Candidate {
    fn all(page: &Page, elements: Vec<Element>) -> Result<Vec<Candidate>> {
        let arguments: Vec<Value> = elements.iter().map(Element::argument).collect();
        let mut list: Vec<_> =
            elements.into_iter().map(|element| Candidate { element, computed: None }).collect();
        if !page.engine().computes_roles() && !list.is_empty() {
            axe::inject(page.session())?;
            let computed = page.session().run(COMPUTE, &Value::from(arguments))?;
            for (nth, candidate) in list.iter_mut().enumerate() {
                let text =
                    |part: usize| computed[nth][part].as_str().unwrap_or_default().to_owned();
                candidate.computed = Some([text(0), text(1)]);
            }
        }
        Ok(list)
    }

    fn role(&self, session: &Session) -> Result<String> {
        self.computed
            .as_ref()
            .map_or_else(|| session.role(&self.element), |[role, _]| Ok(role.clone()))
            // ARIA 1.3 has two names for this role.
            .map(|role| if role == "image" { "img".to_owned() } else { role })
    }

    fn name(&self, session: &Session) -> Result<String> {
        self.computed
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

    fn matches(&self, session: &Session, candidate: &Candidate) -> Result<bool> {
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

/// A description of elements: a role, optionally a name, optionally inside another locator. Every
/// use searches the document anew.
#[derive(Clone)]
pub(crate) struct Locator<'p> {
    page: &'p Page,
    steps: Vec<Step>,
}

/// An element and its computed name.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub(crate) element: Element,
    pub(crate) name: String,
}

impl<'p> Locator<'p> {
    /// Returns elements with a role inside this one.
    pub(crate) fn role(&self, role: &'static str) -> Locator<'p> {
        let mut inner = self.clone();
        inner.steps.push(Step { role, name: Name::Any });
        inner
    }

    /// Keeps only elements with exactly this name.
    pub(crate) fn named(self, name: &str) -> Locator<'p> {
        self.with_name(Name::Is(name.to_owned()))
    }

    /// Keeps only elements whose name starts with this text.
    pub(crate) fn starting_with(self, start: &str) -> Locator<'p> {
        self.with_name(Name::StartsWith(start.to_owned()))
    }

    fn with_name(mut self, name: Name) -> Locator<'p> {
        if let Some(last) = self.steps.last_mut() {
            last.name = name;
        }
        self
    }

    /// Returns the elements in the document at the moment, in document order.
    pub(crate) fn current(&self) -> Result<Vec<Element>> {
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
                if candidate.role(session)? == step.role
                    && step.name.matches(session, &candidate)?
                {
                    found.push(candidate.element);
                }
            }
        }
        Ok(found)
    }

    /// Returns the elements in the document at the moment with their names.
    pub(crate) fn current_named(&self) -> Result<Vec<Named>> {
        let session = self.page.session();
        Candidate::all(self.page, self.current()?)?
            .into_iter()
            .map(|candidate| {
                Ok(Named { name: candidate.name(session)?, element: candidate.element })
            })
            .collect()
    }

    /// Returns the only element at the moment.
    fn only(&self) -> std::result::Result<Element, String> {
        let mut found = self.current()?;
        match found.len() {
            1 => Ok(found.remove(0)),
            0 => Err("there is none".to_owned()),
            _ => Err(format!("there is more than one: {:?}", self.current_named()?)),
        }
    }

    /// Waits for exactly one element.
    #[track_caller]
    pub(crate) fn one(&self) -> Element {
        self.page.until(&format!("one {self}"), || self.only())
    }

    /// Waits for exactly one element and returns its name.
    #[track_caller]
    pub(crate) fn name(&self) -> String {
        self.one();
        self.names().remove(0)
    }

    /// Returns the role of the elements.
    pub(crate) fn last_role(&self) -> &'static str {
        self.steps.last().map_or("", |step| step.role)
    }

    /// Waits until there is no such element.
    #[track_caller]
    pub(crate) fn none(&self) {
        self.page.until(&format!("no {self}"), || match self.current_named()?.as_slice() {
            [] => Ok(()),
            found => Err(format!("there is {found:?}")),
        });
    }

    /// Waits for at least one element and returns all with their names.
    #[track_caller]
    pub(crate) fn some(&self) -> Vec<Named> {
        self.page.until(&format!("some {self}"), || {
            let found = self.current_named()?;
            if found.is_empty() { Err("there is none".to_owned()) } else { Ok(found) }
        })
    }

    /// Waits for at least one element and returns the names of all.
    #[track_caller]
    pub(crate) fn names(&self) -> Vec<String> {
        self.some().into_iter().map(|named| named.name).collect()
    }

    /// Waits for exactly one element and clicks it. If it is replaced before the click, the search
    /// is repeated.
    #[track_caller]
    pub(crate) fn click(&self) {
        self.page.until(&format!("a click on {self}"), || {
            Ok(self.page.session().click(&self.only()?)?)
        });
    }

    /// Waits for exactly one element and returns its rendered text.
    #[track_caller]
    pub(crate) fn text(&self) -> String {
        // WebDriver's own command treats the content of `noscript` as hidden.
        self.script("return arguments[0].innerText").as_str().unwrap_or_default().to_owned()
    }

    /// Waits for exactly one element, and runs the body of a function with it as the first
    /// argument.
    #[track_caller]
    pub(crate) fn script(&self, body: &str) -> Value {
        self.page.until(&format!("{body} of {self}"), || {
            Ok(self.page.session().run(body, &json!([self.only()?.argument()]))?)
        })
    }

    /// Waits for at least one element, and runs the body of a function with each as the argument.
    /// Returns the resulting strings; other results become empty strings.
    #[track_caller]
    pub(crate) fn script_all(&self, body: &str) -> Vec<String> {
        let run = |named: Named| {
            let result = self.page.session().run(body, &json!([named.element.argument()]));
            result.ok().and_then(|result| result.as_str().map(str::to_owned)).unwrap_or_default()
        };
        self.some().into_iter().map(run).collect()
    }

    /// Returns true if the only element at the moment has the focus.
    pub(crate) fn has_focus_now(&self) -> std::result::Result<bool, String> {
        let script = "return arguments[0] === document.activeElement";
        Ok(self.page.session().run(script, &json!([self.only()?.argument()]))? == true)
    }

    /// Waits for exactly one element, and returns true if it has the focus.
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
