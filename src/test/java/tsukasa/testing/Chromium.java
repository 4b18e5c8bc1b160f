package tsukasa.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static Visit open(String address, int width, boolean script, Map<String, String> cookies) {
        assumeTrue(CHROMIUM.isPresent(), "no browser installed");
        return new Visit(start(CHROMIUM.get()), address, width, script, cookies);
    }

    private static synchronized com.microsoft.playwright.Browser start(Path chromium) {
        if (running == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            running = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium)
                            .setArgs(FLAGS));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return running;
    }
}
