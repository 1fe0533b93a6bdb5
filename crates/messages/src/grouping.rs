//! The grouping of digits in each language, as in CLDR 48.

/// The grouping of a language that is not in [`GROUPINGS`], and of one unknown to CLDR.
const USUAL: &str = "43,";

/// Languages that group digits in another way. The first digit of a grouping is the number of
/// digits from which numbers are grouped, the second the size of all groups but the last, which has
/// three digits. The separator follows.
const GROUPINGS: &[(&str, &str)] = &[
    (
        "43.",
        "ar-DZ ar-LB ar-LY ar-MA ar-MR ar-TN az bs ca da de el en-AT en-BE en-DE en-DK en-ES en-ID \
         en-IT en-NL en-PL en-RO en-SI es-AR es-BO es-CL es-CO es-EC es-PY es-UY es-VE eu fo fr-LU \
         fr-MA fy gl hr id is jv kl ku lb ln lo lu mk ro ms-BN ms-ID nl ps pt qu-BO rn rw sc sg sr \
         su sw-CD tr uz-AF vi wo",
    ),
    ("53.", "es ia it sl"),
    (
        "43\u{a0}",
        "af ba br cs cv de-AT en-CZ en-EE en-FI en-HU en-LT en-LV en-NO en-PT en-SE en-SK en-UA \
         en-ZA es-CR ff fi fr-CA kk ky lt nb nn no oc os pt-AO ru se sk sv tg tk tt uk uz xh",
    ),
    (
        "53\u{a0}",
        "be bg et hu hy ie ka lv pl pt-CH pt-CV pt-GQ pt-GW pt-LU pt-MO pt-MZ pt-PT pt-ST pt-TL \
         ru-UA sq",
    ),
    ("43\u{202f}", "en-FR en-GE eo fr rm"),
    ("43\u{2019}", "de-CH de-LI en-CH tn"),
    ("53\u{2019}", "it-CH"),
    ("43\u{60c}", "ks"),
    ("42,", "as bn dz en-IN gu hi ml mr ne or pa sa ta te"),
    (
        "43,",
        "es-419 es-BR es-BZ es-CU es-DO es-GT es-HN es-MX es-NI es-PA es-PE es-PR es-SV es-US kk-CN \
         ku-IQ pa-PK ta-MY ta-SG",
    ),
    ("63,", "ee"),
];

/// Returns the grouping of a language by its BCP 47 tag, or of the longest beginning of the tag
/// that is listed.
pub(crate) fn grouping(language: &str) -> &'static str {
    let listed = GROUPINGS
        .iter()
        .find(|(_, tags)| tags.split(' ').any(|tag| tag.eq_ignore_ascii_case(language)));
    match (listed, language.rsplit_once(['-', '_'])) {
        (Some((grouping, _)), _) => grouping,
        (None, Some((parent, _))) => self::grouping(parent),
        (None, None) => USUAL,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_may_differ_from_its_language() {
        for (language, expected) in [
            ("en", "43,"),
            ("en-US", "43,"),
            ("en-ZA", "43\u{a0}"),
            ("de", "43."),
            ("DE-de", "43."),
            ("de-Latn-CH", "43."),
            ("de-CH", "43\u{2019}"),
            ("de-CH-1996", "43\u{2019}"),
            ("es", "53."),
            ("es-MX", "43,"),
            ("tlh", USUAL),
            ("", USUAL),
        ] {
            assert_eq!(grouping(language), expected, "{language}");
        }
    }
}
