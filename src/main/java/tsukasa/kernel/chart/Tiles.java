package tsukasa.kernel.chart;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tsukasa.kernel.Language;
import tsukasa.kernel.Prefecture;

/// Where each prefecture's tile lies, and how its name is broken in Latin letters to fit on it.
final class Tiles {
    private static final int[][] PLACES = {
        {11, 0}, {11, 1}, {11, 2}, {11, 3}, {10, 2}, {10, 3}, {11, 4}, {12, 5}, {11, 5}, {10, 5}, {10, 6}, {12, 6},
        {11, 6}, {10, 7}, {10, 4}, {9, 4}, {8, 4}, {7, 5}, {9, 6}, {9, 5}, {8, 5}, {9, 7}, {8, 6}, {7, 7},
        {7, 6}, {6, 5}, {6, 6}, {5, 5}, {6, 7}, {6, 8}, {4, 5}, {3, 5}, {4, 6}, {3, 6}, {2, 6}, {4, 8},
        {4, 7}, {3, 7}, {3, 8}, {1, 7}, {0, 7}, {0, 8}, {0, 9}, {1, 8}, {1, 9}, {0, 10}, {0, 11},
    };

    private static final Map<Prefecture, List<String>> BROKEN = new EnumMap<>(Map.ofEntries(
            broken(Prefecture.HOKKAIDO, "Hok-", "kaido"),
            broken(Prefecture.YAMAGATA, "Yama-", "gata"),
            broken(Prefecture.FUKUSHIMA, "Fuku-", "shima"),
            broken(Prefecture.IBARAKI, "Iba-", "raki"),
            broken(Prefecture.TOCHIGI, "Tochi-", "gi"),
            broken(Prefecture.SAITAMA, "Sai-", "tama"),
            broken(Prefecture.KANAGAWA, "Kana-", "gawa"),
            broken(Prefecture.NIIGATA, "Nii-", "gata"),
            broken(Prefecture.ISHIKAWA, "Ishi-", "kawa"),
            broken(Prefecture.YAMANASHI, "Yama-", "nashi"),
            broken(Prefecture.SHIZUOKA, "Shizu-", "oka"),
            broken(Prefecture.WAKAYAMA, "Waka-", "yama"),
            broken(Prefecture.TOTTORI, "Tot-", "tori"),
            broken(Prefecture.SHIMANE, "Shima-", "ne"),
            broken(Prefecture.OKAYAMA, "Oka-", "yama"),
            broken(Prefecture.HIROSHIMA, "Hiro-", "shima"),
            broken(Prefecture.YAMAGUCHI, "Yama-", "guchi"),
            broken(Prefecture.TOKUSHIMA, "Toku-", "shima"),
            broken(Prefecture.FUKUOKA, "Fuku-", "oka"),
            broken(Prefecture.NAGASAKI, "Naga-", "saki"),
            broken(Prefecture.KUMAMOTO, "Kuma-", "moto"),
            broken(Prefecture.MIYAZAKI, "Miya-", "zaki"),
            broken(Prefecture.KAGOSHIMA, "Kago-", "shima"),
            broken(Prefecture.OKINAWA, "Oki-", "nawa")));

    private Tiles() {}

    private static Map.Entry<Prefecture, List<String>> broken(Prefecture prefecture, String first, String second) {
        return Map.entry(prefecture, List.of(first, second));
    }

    static int column(Prefecture prefecture) {
        return PLACES[prefecture.ordinal()][0];
    }

    static int row(Prefecture prefecture) {
        return PLACES[prefecture.ordinal()][1];
    }

    static List<String> name(Prefecture prefecture, Language language) {
        String name = prefecture.shortTitle().in(language);
        return language == Language.JA ? List.of(name) : BROKEN.getOrDefault(prefecture, List.of(name));
    }
}
