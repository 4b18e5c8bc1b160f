package tsukasa.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOnlyOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One page open in a browser window, with all it asked for and complained about.
public final class Visit implements AutoCloseable {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> strangers = new ArrayList<>();

    Visit(
            com.microsoft.playwright.Browser browser,
            String address,
            int width,
            boolean script,
            Map<String, String> cookies) {
        this.address = address;
        this.context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale("ja-JP")
                .setJavaScriptEnabled(script));
        context.addCookies(cookies.entrySet().stream()
                .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue())
                        .setUrl(URI.create(address).resolve("/").toString()))
                .toList());
        this.page = context.newPage();
        String host = URI.create(address).getHost();
        page.onRequest(request -> {
            URI target = URI.create(request.url());
            if (!"data".equals(target.getScheme()) && !host.equals(target.getHost())) {
                strangers.add(request.url());
            }
        });
        page.onConsoleMessage(message -> {
            // A form that came back with errors is answered with 422; the browser notes that it did.
            boolean aboutThePageItself =
                    message.location().startsWith(address) || message.text().endsWith("with a status of 422 ()");
            if (message.type().equals("error") && !aboutThePageItself) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(address);
    }

    public Page page() {
        return page;
    }

    /// What every page must be: accessible, no wider than its window, and talking to nobody but us.
    public Visit assertGood() {
        assertFits();
        assertAccessible();
        return assertQuiet();
    }

    /// WCAG 2.2 AA and the best practices, as far as a machine can judge.
    public Visit assertAccessible() {
        List<Rule> violations = new AxeBuilder(page)
                .options(onlyViolations())
                .setLegacyMode(true)
                .analyze()
                .getViolations();
        assertThat(violations.stream().map(Visit::describe).toList())
                .as("accessibility of %s", address)
                .isEmpty();
        return this;
    }

    /// What passed is not told, and the page is looked at where it stands: none of our pages holds another site's
    /// frame.
    private static AxeRunOptions onlyViolations() {
        AxeRunOnlyOptions rules = new AxeRunOnlyOptions();
        rules.setType("tag");
        rules.setValues(RULES);
        AxeRunOptions options = new AxeRunOptions();
        options.setRunOnly(rules);
        options.setResultTypes(List.of("violations"));
        return options;
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + "\n"
                + rule.getNodes().stream()
                        .limit(5)
                        .map(CheckedNode::getHtml)
                        .map(html -> "    " + html.substring(0, Math.min(200, html.length())))
                        .collect(Collectors.joining("\n"));
    }

    public Visit assertFits() {
        Object widest = page.evaluate("() => { const room = document.documentElement.clientWidth;"
                + " if (document.documentElement.scrollWidth <= room) return '';"
                + " return [...document.querySelectorAll('body *')]"
                + ".filter(e => e.getBoundingClientRect().right > room + 1 && !e.closest('.scroll, .tabs'))"
                + ".slice(0, 5).map(e => e.outerHTML.slice(0, 160)).join('\\n'); }");
        assertThat(widest).as("wider than the window: %s", address).isEqualTo("");
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
        context.close();
    }
}
