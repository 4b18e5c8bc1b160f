package tsukasa.testing;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.Map;

/// A browser window that one visit after another looks through. A window of its own for each visit would mean new
/// processes and every script compiled anew, which takes longer than most pages do. What a visit could leave behind is
/// taken away when it ends.
final class Window {
    private final BrowserContext context;
    private final Page page;
    private final CDPSession tools;
    private final boolean script;

    Window(Browser browser, boolean script) {
        this.script = script;
        this.context = browser.newContext(
                new Browser.NewContextOptions().setLocale("ja-JP").setJavaScriptEnabled(script));
        this.page = context.newPage();
        this.tools = context.newCDPSession(page);
    }

    Page page() {
        return page;
    }

    /// Runs a script that is the same for many pages: the browser compiles it once.
    void run(String script) {
        JsonObject what = new JsonObject();
        what.addProperty("expression", script + ";0");
        JsonObject answer = tools.send("Runtime.evaluate", what);
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.toString());
        }
    }

    void prepare(String address, int width, Map<String, String> cookies) {
        page.setViewportSize(width, Visit.HEIGHT);
        context.addCookies(cookies.entrySet().stream()
                .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue())
                        .setUrl(URI.create(address).resolve("/").toString()))
                .toList());
    }

    /// Cookies, what scripts have stored, what is kept of pages, other windows that were opened, and paper.
    void forget() {
        context.pages().stream().filter(other -> other != page).forEach(Page::close);
        if (script) {
            page.evaluate("() => { try { localStorage.clear(); sessionStorage.clear(); } catch { /* has none */ } }");
        }
        page.navigate("about:blank");
        context.clearCookies();
        tools.send("Network.clearBrowserCache");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null));
    }

    void close() {
        context.close();
    }
}
