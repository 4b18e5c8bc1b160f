package tsukasa.kernel;

import java.util.Locale;

/// A language the pages speak.
public enum Language {
    JA(Locale.JAPANESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /// What the terminal speaks: Japanese where the system does, else English.
    public static Language ofSystem() {
        return Locale.getDefault().getLanguage().equals(JA.tag()) ? JA : EN;
    }

    public Locale locale() {
        return locale;
    }

    /// The BCP 47 tag for `lang` attributes, cookies and the `lang` parameter.
    public String tag() {
        return locale.getLanguage();
    }

    public Language other() {
        return this == JA ? EN : JA;
    }
}
