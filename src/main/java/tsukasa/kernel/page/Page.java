package tsukasa.kernel.page;

import tsukasa.kernel.Language;

/// A page ready to be shown. A controller returns one; the template of the same name in `src/main/jte/<module>/` draws
/// it.
public non-sealed interface Page extends Answer {
    Frame frame();

    /// What the page is called, without the platform's name.
    String title();

    /// In the browser's title bar, among its tabs and where search engines list it, if that says more than the title.
    default String tab() {
        return title();
    }

    default int status() {
        return 200;
    }

    default Language language() {
        return frame().language();
    }

    /// `tsukasa.plan.indicators.IndicatorPage` is drawn by `plan/IndicatorPage.jte`.
    default String template() {
        String[] names = getClass().getName().split("\\.", -1);
        return names[1] + "/" + getClass().getSimpleName() + ".jte";
    }
}
