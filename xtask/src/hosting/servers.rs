//! The web servers under test: the place of each on this machine, and its documented configuration
//! within the frame that a package provides.

use crate::root;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// A server with a documented configuration.
#[derive(Clone, Copy)]
pub(super) enum Server {
    Nginx,
    Apache,
    Caddy,
}

/// The commands that check a server's configuration and run it.
pub(super) struct SetUp {
    /// Checks the configuration.
    pub(super) check: Command,
    /// Serves in one process until it is killed.
    pub(super) serve: Command,
    /// True if the server serves files that are precompressed with brotli.
    pub(super) brotli: bool,
    /// A temporary folder, to be removed when the server has stopped.
    pub(super) copy: Option<PathBuf>,
}

impl Server {
    pub(super) const ALL: [Server; 3] = [Server::Nginx, Server::Apache, Server::Caddy];

    pub(super) fn name(self) -> &'static str {
        match self {
            Server::Nginx => "nginx",
            Server::Apache => "Apache",
            Server::Caddy => "Caddy",
        }
    }

    /// Returns the file under test.
    pub(super) fn configuration(self) -> &'static str {
        match self {
            Server::Nginx => "docs/hosting/nginx.conf",
            Server::Apache => ".htaccess",
            Server::Caddy => "docs/hosting/Caddyfile",
        }
    }

    /// Returns whether a line of the configuration check is a warning or an error.
    pub(super) fn warns(self, line: &str) -> bool {
        match self {
            Server::Nginx => true,
            Server::Apache => line != "Syntax OK",
            Server::Caddy => !line.contains(r#""level":"info""#),
        }
    }

    /// Writes the server's files into `home`, to serve `site` with an edition at `base`.
    pub(super) fn set_up(
        self,
        home: &Path,
        site: &Path,
        base: &str,
        port: u16,
    ) -> Result<SetUp, String> {
        match self {
            Server::Nginx => nginx(home, site, base, port),
            Server::Apache => apache(home, site, base, port),
            Server::Caddy => caddy(home, site, base, port),
        }
    }
}

fn nginx(home: &Path, site: &Path, base: &str, port: u16) -> Result<SetUp, String> {
    let nginx = Program::find("CUTTINGS_NGINX", "nginx");
    let module = nginx.file("usr/lib/nginx/modules/ngx_http_brotli_static_module.so");
    let types = nginx
        .file("etc/nginx/mime.types")
        .unwrap_or_else(|| PathBuf::from("/etc/nginx/mime.types"));
    let listen = format!("listen 127.0.0.1:{port};");
    let own = format!("root {};", site.display());
    let error_page = format!("error_page 404 {base}404.html;");
    let types = format!("include {};", types.display());
    let mut lines = vec![
        ("listen 80;", listen.as_str()),
        ("root /srv/www;", &own),
        ("error_page 404 /404.html;", &error_page),
        ("include /etc/nginx/mime.types;", &types),
    ];
    let mut out = String::from("daemon off;\nmaster_process off;\npid nginx.pid;\n");
    if let Some(module) = &module {
        lines.push(("# brotli_static on;", "brotli_static on;"));
        let _ = writeln!(out, "load_module {};", module.display());
    }
    out.push_str("events {}\nhttp {\naccess_log off;\n");
    for temporary in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"] {
        let _ = writeln!(out, "{temporary}_temp_path {temporary};");
    }
    out.push_str(&documented(Server::Nginx, &lines)?);
    out.push_str("\n}\n");
    write(&home.join("nginx.conf"), &out)?;
    let command = |options: &[&str]| {
        let mut command = nginx.command();
        command.arg("-p").arg(home).args(["-c", "nginx.conf", "-e", "error.log"]).args(options);
        command
    };
    Ok(SetUp {
        check: command(&["-t", "-q"]),
        serve: command(&[]),
        brotli: module.is_some(),
        copy: None,
    })
}

/// The modules that `.htaccess` uses, and those that every server needs. Some packages build them
/// in.
const APACHE_MODULES: [&str; 11] = [
    "mpm_event",
    "unixd",
    "authz_core",
    "dir",
    "mime",
    "env",
    "headers",
    "rewrite",
    "negotiation",
    "filter",
    "deflate",
];

fn apache(home: &Path, site: &Path, base: &str, port: u16) -> Result<SetUp, String> {
    let apache = Program::find("CUTTINGS_APACHE", "apache2");
    // Apache drops its privileges, and may then be unable to read the folders above the edition.
    let copy = env::temp_dir().join(format!("cuttings-apache-{}", std::process::id()));
    let _ = fs::remove_dir_all(&copy);
    let place = copy.join(base.trim_matches('/'));
    let from = site.join(base.trim_matches('/'));
    fs::create_dir_all(&place).map_err(|error| format!("{}: {error}", place.display()))?;
    let copied = Command::new("cp").arg("-rL").arg(from.join(".")).arg(&place).status();
    if !copied.as_ref().is_ok_and(std::process::ExitStatus::success) {
        return Err(format!("cannot copy to {}: {copied:?}", place.display()));
    }

    let mut out =
        format!("ServerRoot {}\nServerName localhost\nListen 127.0.0.1:{port}\n", home.display());
    for name in APACHE_MODULES {
        if let Some(module) = apache.file(&format!("usr/lib/apache2/modules/mod_{name}.so")) {
            let _ = writeln!(out, "LoadModule {name}_module {}", module.display());
        }
    }
    let types = apache.file("etc/mime.types").ok_or("Apache has no etc/mime.types")?;
    let open = copy.display();
    let _ = write!(
        out,
        "ErrorLog error.log\nPidFile apache.pid\nUser www-data\nGroup www-data\nTypesConfig {types}\nDocumentRoot {open}\n\
         <Directory {open}>\n  AllowOverride All\n  Options FollowSymLinks\n  Require all granted\n</Directory>\n\
         <FilesMatch \"^\\.ht\">\n  Require all denied\n</FilesMatch>\n",
        types = types.display(),
    );
    write(&home.join("apache.conf"), &out)?;
    let command = |option: &str| {
        let mut command = apache.command();
        command.arg("-d").arg(home).args(["-f", "apache.conf", option]);
        command
    };
    Ok(SetUp { check: command("-t"), serve: command("-X"), brotli: true, copy: Some(copy) })
}

fn caddy(home: &Path, site: &Path, base: &str, port: u16) -> Result<SetUp, String> {
    let caddy = Program::find("CUTTINGS_CADDY", "caddy");
    let address = format!("http://127.0.0.1:{port} {{");
    let own = format!("root * {}", site.display());
    let missing = format!("rewrite @missing {base}404.html");
    let lines = [
        ("example.org {", address.as_str()),
        ("root * /srv/www", &own),
        ("rewrite @missing /404.html", &missing),
    ];
    let out = format!(
        "{{\n\tadmin off\n\tlog {{\n\t\tlevel ERROR\n\t}}\n}}\n{}",
        documented(Server::Caddy, &lines)?
    );
    write(&home.join("Caddyfile"), &out)?;
    let command = |name: &str| {
        let mut command = caddy.command();
        command.args([name, "--adapter", "caddyfile", "--config"]).arg(home.join("Caddyfile"));
        command.env("XDG_DATA_HOME", home).env("XDG_CONFIG_HOME", home);
        command
    };
    Ok(SetUp { check: command("validate"), serve: command("run"), brotli: true, copy: None })
}

/// Returns a documented configuration with its site-specific lines replaced.
fn documented(server: Server, lines: &[(&str, &str)]) -> Result<String, String> {
    let path = root().join(server.configuration());
    let mut text =
        fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    for (documented, ours) in lines {
        if !text.contains(documented) {
            return Err(format!("{} has no line {documented}", server.configuration()));
        }
        text = text.replace(documented, ours);
    }
    Ok(text)
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

/// The place of a server and its files.
struct Program {
    binary: PathBuf,
    /// The folder that its package was unpacked into, or the machine's root.
    above: PathBuf,
}

impl Program {
    /// Finds a server by a variable that `scripts/with` sets. Its files have Debian's paths, below
    /// the machine's root or below the folder that the package was unpacked into.
    fn find(variable: &str, otherwise: &str) -> Program {
        let binary = env::var_os(variable).filter(|name| !name.is_empty());
        let binary = binary.map_or_else(|| PathBuf::from(otherwise), PathBuf::from);
        let above = binary.ancestors().nth(3).unwrap_or(Path::new("/")).to_owned();
        Program { binary, above }
    }

    fn file(&self, path: &str) -> Option<PathBuf> {
        [&self.above, Path::new("/")]
            .map(|folder| folder.join(path))
            .into_iter()
            .find(|path| path.is_file())
    }

    /// Returns a command with the libraries that were unpacked beside the server.
    fn command(&self) -> Command {
        let mut command = Command::new(&self.binary);
        let libraries = ["x86_64", "aarch64"]
            .map(|machine| self.above.join(format!("usr/lib/{machine}-linux-gnu")));
        if let Ok(paths) = env::join_paths(libraries) {
            command.env("LD_LIBRARY_PATH", paths);
        }
        command
    }
}
