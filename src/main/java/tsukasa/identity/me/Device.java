package tsukasa.identity.me;

import java.util.List;
import java.util.Map;
import tsukasa.kernel.page.Frame;

/// What a browser calls itself, in words people know. Good enough to recognise one's own; nothing depends on it.
final class Device {
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

    private Device() {}

    static String words(Frame frame, String agent) {
        String unknown = frame.say("不明なブラウザー", "Unknown browser");
        String browser = first(BROWSERS, agent, unknown);
        String system = first(SYSTEMS, agent, "");
        return system.isEmpty() ? browser : frame.say(system + " の " + browser, browser + " on " + system);
    }

    private static String first(List<Map.Entry<String, String>> marks, String agent, String otherwise) {
        return marks.stream()
                .filter(mark -> agent.contains(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }
}
