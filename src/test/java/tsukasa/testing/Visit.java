package tsukasa.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// One page open in a browser window, with all it asked for and complained about.
public final class Visit implements AutoCloseable {
    static final int HEIGHT = 900;
    private static final int DESK = 1280;
    private static final int PHONE = 390;
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /// What passed is not told. The page is looked at where it stands: none of ours holds another site's frame.
    private static final String VIOLATIONS = """
            rules => axe.run(document, { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] })
                .then(found => found.violations.map(rule => rule.id + ': ' + rule.help
                    + rule.nodes.slice(0, 5).map(node => '\\n    ' + node.html.slice(0, 200)).join('')))
            """;
    private final Window window;
    private final Consumer<Window> after;
    private final Page page;
    private final String address;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> strangers = new ArrayList<>();
    private final Consumer<Request> onRequest = this::asked;
    private final Consumer<ConsoleMessage> onMessage = this::said;
    private final Consumer<String> onError = complaints::add;

    /// @param after what becomes of the window
    Visit(Window window, Consumer<Window> after, String address, int width, Map<String, String> cookies) {
        this.window = window;
        this.after = after;
        this.page = window.page();
        this.address = address;
        window.prepare(address, width, cookies);
        page.onRequest(onRequest);
        page.onConsoleMessage(onMessage);
        page.onPageError(onError);
        page.navigate(address);
    }

    private void asked(Request request) {
        URI target = URI.create(request.url());
        if (!"data".equals(target.getScheme())
                && !Objects.equals(target.getHost(), URI.create(address).getHost())) {
            strangers.add(request.url());
        }
    }

    /// A form that came back with errors is answered with 422; the browser notes that it did.
    private void said(ConsoleMessage message) {
        boolean aboutThePageItself =
                message.location().startsWith(address) || message.text().endsWith("with a status of 422 ()");
        if (message.type().equals("error") && !aboutThePageItself) {
            complaints.add(message.text());
        }
    }

    public Page page() {
        return page;
    }

    /// What every page must be: accessible, no wider than its window nor than that of a phone or a desk, and talking to
    /// nobody but us.
    public Visit assertGood() {
        assertFits();
        assertAccessible();
        int width = page.viewportSize().width;
        page.setViewportSize(width < DESK ? DESK : PHONE, HEIGHT);
        assertFits();
        page.setViewportSize(width, HEIGHT);
        return assertQuiet();
    }

    /// WCAG 2.2 AA and the best practices, as far as a machine can judge.
    public Visit assertAccessible() {
        if (!Boolean.TRUE.equals(page.evaluate("() => typeof axe === 'object'"))) {
            window.run(AxeBuilder.getAxeScript());
        }
        assertThat((List<?>) page.evaluate(VIOLATIONS, RULES))
                .as("accessibility of %s", address)
                .isEmpty();
        return this;
    }

    public Visit assertFits() {
        Object widest = page.evaluate("() => { const room = document.documentElement.clientWidth;"
                + " if (document.documentElement.scrollWidth <= room) return '';"
                + " return [...document.querySelectorAll('body *')]"
                + ".filter(e => e.getBoundingClientRect().right > room + 1 && !e.closest('.scroll, .tabs'))"
                + ".slice(0, 5).map(e => e.outerHTML.slice(0, 160)).join('\\n'); }");
        assertThat(widest)
                .as("wider than the window of %d: %s", page.viewportSize().width, page.url())
                .isEqualTo("");
        return this;
    }

    /// No request to another host, nothing refused by the content security policy, no script error.
    public Visit assertQuiet() {
        assertThat(strangers).as("requests to others from %s", address).isEmpty();
        assertThat(complaints).as("complaints of the browser about %s", address).isEmpty();
        return this;
    }

    /// Writes a picture of the whole page to the folder named by `-Dtsukasa.screens=…`; does nothing without it.
    public Visit picture(String name) {
        String folder = System.getProperty("tsukasa.screens");
        if (folder != null) {
            page.evaluate("() => document.fonts.ready.then(() => true)");
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(folder).resolve(name + ".png")));
        }
        return this;
    }

    @Override
    public void close() {
        page.offRequest(onRequest);
        page.offConsoleMessage(onMessage);
        page.offPageError(onError);
        after.accept(window);
    }
}
