package tsukasa.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The machine's own Chromium, one per JVM. Where none is installed, browser tests are skipped and say so once.
public final class Chromium {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");
    private static final Optional<Path> CHROMIUM = find();
    private static final Map<Boolean, Window> RESTING = new HashMap<>();
    private static com.microsoft.playwright.@Nullable Browser running;

    private Chromium() {}

    private static Optional<Path> find() {
        Optional<Path> found = Stream.of(
                        Optional.ofNullable(System.getenv("CHROME_PATH")).orElse(""),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            System.out.println("no browser found: browser tests skipped (install chromium, or set CHROME_PATH)");
        }
        return found;
    }

    /// Opens an address in a window of the given width. The caller closes the visit.
    public static Visit open(String address, int width) {
        return open(address, width, true, Map.of());
    }

    /// The same page for somebody who has signed in, such as `WebClient.cookies()`.
    public static Visit open(String address, int width, Map<String, String> cookies) {
        return open(address, width, true, cookies);
    }

    /// The same page as a reader without script gets it.
    public static Visit openWithoutScript(String address, int width) {
        return open(address, width, false, Map.of());
    }

    /// In a window of its own, for a test that changes the browser itself: its scripts, its devices.
    public static Visit openApart(String address, int width) {
        return new Visit(new Window(running(), true), Window::close, address, width, Map.of());
    }

    private static Visit open(String address, int width, boolean script, Map<String, String> cookies) {
        return new Visit(window(script), window -> rest(window, script), address, width, cookies);
    }

    /// One that rests, if there is one.
    private static synchronized Window window(boolean script) {
        Window resting = RESTING.remove(script);
        return resting == null ? new Window(running(), script) : resting;
    }

    /// One that cannot be cleared, because its page crashed or asks something, is done with.
    private static synchronized void rest(Window window, boolean script) {
        try {
            window.forget();
        } catch (PlaywrightException unusable) {
            window.close();
            return;
        }
        Window other = RESTING.put(script, window);
        if (other != null) {
            other.close();
        }
    }

    private static synchronized com.microsoft.playwright.Browser running() {
        assumeTrue(CHROMIUM.isPresent(), "no browser installed");
        if (running == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            running = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(CHROMIUM.get())
                            .setArgs(FLAGS));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return running;
    }
}
