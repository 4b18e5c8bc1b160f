package tsukasa.identity;

import java.util.List;
import java.util.Map;
import tsukasa.kernel.Text;

/// What a browser calls itself, in words people know. Good enough to recognise one's own; nothing depends on it.
public record BrowserName(String agent) {
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("Edg/", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("CriOS/", "Chrome"),
            Map.entry("Safari/", "Safari"));
    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Android", "Android"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS X", "Mac"),
            Map.entry("Linux", "Linux"));

    public Text words() {
        String browser = first(BROWSERS);
        String system = first(SYSTEMS);
        if (browser.isEmpty()) {
            return system.isEmpty()
                    ? Text.of("不明なブラウザー", "Unknown browser")
                    : Text.of(system + " の不明なブラウザー", "Unknown browser on " + system);
        }
        return system.isEmpty()
                ? Text.of(browser, browser)
                : Text.of(system + " の " + browser, browser + " on " + system);
    }

    private String first(List<Map.Entry<String, String>> marks) {
        return marks.stream()
                .filter(mark -> agent.contains(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
