package tsukasa.kernel.chart;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Language;
import tsukasa.kernel.Prefecture;

/// Japan as 47 equal tiles, so that a small prefecture is seen as well as a large one. Name and value stand in each
/// tile; prefectures outside the scope are outlined. Hidden on narrow screens, where its table says the same.
///
/// @param message   what the picture says, in one sentence
/// @param unitTitle what is shown and in which unit: 参加企業数（社）
/// @param scope     the prefectures that count
/// @param addresses where a tile leads; may be empty
public record PrefectureMap(
        Language language,
        String message,
        String unitTitle,
        Map<Prefecture, Double> values,
        Set<Prefecture> scope,
        Map<Prefecture, String> addresses,
        String suffix)
        implements Content {
    private static final int PITCH = 48;
    private static final int TILE = 46;

    public PrefectureMap {
        Map<Prefecture, Double> drawable = new EnumMap<>(Prefecture.class);
        values.forEach((prefecture, value) -> {
            if (Figures.drawable(value)) {
                drawable.put(prefecture, value);
            }
        });
        values = Collections.unmodifiableMap(drawable);
        scope = Set.copyOf(scope);
        addresses = Map.copyOf(addresses);
    }

    public static PrefectureMap of(
            Language language, String message, String unitTitle, Map<Prefecture, Double> values) {
        return new PrefectureMap(language, message, unitTitle, values, EnumSet.allOf(Prefecture.class), Map.of(), "");
    }

    public PrefectureMap scope(Set<Prefecture> counted) {
        return new PrefectureMap(language, message, unitTitle, values, counted, addresses, suffix);
    }

    public PrefectureMap addresses(Map<Prefecture, String> links) {
        return new PrefectureMap(language, message, unitTitle, values, scope, links, suffix);
    }

    public PrefectureMap suffix(String sign) {
        return new PrefectureMap(language, message, unitTitle, values, scope, addresses, sign);
    }

    /// All prefectures in scope in the order of their codes.
    public ChartTable table(String caption) {
        List<List<String>> rows = new ArrayList<>();
        for (Prefecture prefecture : Prefecture.values()) {
            if (scope.contains(prefecture)) {
                rows.add(List.of(prefecture.title().in(language), Figures.writeOrNil(values.get(prefecture), suffix)));
            }
        }
        return new ChartTable(caption, List.of(say("都道府県", "Prefecture"), unitTitle), rows);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        int tileHeight = language == Language.JA ? TILE : 60;
        double[] counted = scope.stream()
                .map(values::get)
                .filter(Figures::drawable)
                .mapToDouble(Double::doubleValue)
                .toArray();
        MapClasses classes = MapClasses.of(counted);
        int height = 12 * (tileHeight + 2);
        Svg svg = Svg.picture(13 * PITCH, height, "prefectures", message);
        drawLegend(svg, classes);
        for (Prefecture prefecture : Prefecture.values()) {
            drawTile(svg, prefecture, classes, tileHeight);
        }
        String picture = svg.close();
        // A picture hides what is in it from assistive technology; links must not be hidden.
        output.writeContent(addresses.isEmpty() ? picture : picture.replaceFirst("role=\"img\"", "role=\"group\""));
    }

    private void drawTile(Svg svg, Prefecture prefecture, MapClasses classes, int tileHeight) {
        double x = Tiles.column(prefecture) * PITCH;
        double y = Tiles.row(prefecture) * (tileHeight + 2);
        boolean counted = scope.contains(prefecture);
        Double value = values.get(prefecture);
        String address = counted ? addresses.get(prefecture) : null;
        openLink(svg, address, prefecture, value);
        String shade = !counted ? "tile out" : value == null ? "tile none" : "tile k" + classes.shade(value);
        svg.rect(shade, Svg.at(x + 0.5), y + 0.5, String.valueOf(TILE - 1), tileHeight - 1);
        String ink = counted && value != null && classes.shade(value) == 5 ? " light" : counted ? " ink" : "";
        List<String> lines = new ArrayList<>(Tiles.name(prefecture, language));
        double base = y + tileHeight / 2.0 - (lines.size() + (counted ? 1 : 0)) * 8.5 + 13;
        for (String line : lines) {
            svg.text("m" + (counted ? " b" : "") + ink, x + TILE / 2.0, base, line);
            base += 17;
        }
        if (counted) {
            svg.text("m" + ink, x + TILE / 2.0, base, Figures.writeOrNil(value, suffix));
        }
        if (address != null) {
            svg.raw("</a>");
        }
    }

    private void openLink(Svg svg, @Nullable String address, Prefecture prefecture, @Nullable Double value) {
        if (address != null) {
            svg.raw("<a href=\"" + Svg.escape(address) + "\" aria-label=\""
                    + Svg.escape(prefecture.title().in(language) + " " + Figures.writeOrNil(value, suffix))
                    + "\">");
        }
    }

    private void drawLegend(Svg svg, MapClasses classes) {
        svg.text("b ink", 0, 16, unitTitle);
        List<String> names = classes.names(suffix);
        for (int i = 0; i < names.size() && !classes.limits().isEmpty(); i++) {
            svg.rect("tile k" + classes.shadeOf(i), String.valueOf(i * 62), 28, "61", 14);
            svg.text("", i * 62, 60, names.get(i));
        }
        if (scope.size() < Prefecture.values().length) {
            svg.rect("tile out", "0.5", 74.5, "15", 15);
            svg.text("", 24, 87, say("対象外", "Not counted"));
        }
    }

    private String say(String ja, String en) {
        return language == Language.JA ? ja : en;
    }
}
