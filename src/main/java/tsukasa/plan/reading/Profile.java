package tsukasa.plan.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// A numbering style of whole documents, from `profiles.yaml`.
///
/// @param levels    from the sections down; a level may be numbered in more than one way
/// @param evaluated the level whose items have evaluation indicators of their own
record Profile(String name, List<List<MarkerStyle>> levels, MarkerStyle evaluated) {

    static List<Profile> all() {
        try (InputStream file = Profile.class.getResourceAsStream("/tsukasa/plan/reading/profiles.yaml")) {
            List<Map<String, Object>> profiles = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Objects.requireNonNull(file, "profiles.yaml"));
            return profiles.stream().map(Profile::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Profile of(Map<String, Object> profile) {
        List<List<MarkerStyle>> levels = new ArrayList<>();
        for (Object level : (List<?>) Objects.requireNonNull(profile.get("levels"))) {
            List<?> styles = level instanceof List<?> several ? several : List.of(level);
            levels.add(styles.stream().map(s -> MarkerStyle.named(s.toString())).toList());
        }
        return new Profile(
                Objects.requireNonNull(profile.get("name")).toString(),
                levels,
                MarkerStyle.named(
                        Objects.requireNonNull(profile.get("evaluated")).toString()));
    }

    /// -1 when this profile does not use the style.
    int level(MarkerStyle style) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).contains(style)) {
                return i;
            }
        }
        return -1;
    }

    /// From the sections down.
    List<Marker> markers(SourceLine line) {
        return line.markers().isEmpty()
                ? List.of()
                : line.markers().stream()
                        .filter(m -> level(m.style()) >= 0)
                        .sorted(Comparator.comparingInt(m -> level(m.style())))
                        .toList();
    }

    /// With one more level, for texts that number deeper than their style usually does.
    Profile with(MarkerStyle style, int below) {
        List<List<MarkerStyle>> more = new ArrayList<>(levels);
        more.add(Math.min(below + 1, more.size()), List.of(style));
        return new Profile(name, more, evaluated);
    }
}
