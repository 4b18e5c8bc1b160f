package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsukasa.plan.Doubt;

/// Finds the numbering style of a text: the profile with the most numbers in sequence, fitted to what this text does.
final class ProfileChoice {
    private static final int SAMPLE = 20_000;
    private static final int MOST_EXTRA_LEVELS = 4;

    private final List<SourceLine> lines;
    private final Furniture furniture;
    private final Wrapping wrapping;

    ProfileChoice(List<SourceLine> lines, Wrapping wrapping) {
        this.lines = lines;
        this.furniture = Furniture.of(lines);
        this.wrapping = wrapping;
    }

    Outline best(List<Profile> profiles) {
        List<SourceLine> sample = lines.subList(0, Math.min(lines.size(), SAMPLE));
        Outline best = profiles.stream()
                .map(p -> OutlineBuilder.build(p, sample, furniture, wrapping))
                .max(Comparator.comparingInt(Outline::score))
                .orElseThrow();
        return fitted(
                sample.size() == lines.size()
                        ? best
                        : OutlineBuilder.build(best.profile(), lines, furniture, wrapping));
    }

    private Outline fitted(Outline plain) {
        Outline outline = plain;
        List<MarkerStyle> extra = new ArrayList<>();
        for (int i = 0; i < MOST_EXTRA_LEVELS && !outline.unlisted().isEmpty(); i++) {
            Map.Entry<MarkerStyle, Integer> style =
                    outline.unlisted().entrySet().iterator().next();
            Outline richer = OutlineBuilder.build(
                    outline.profile().with(style.getKey(), style.getValue()), lines, furniture, wrapping);
            if (richer.inSequence() <= outline.inSequence() || richer.jumps() > outline.jumps()) {
                break;
            }
            extra.add(style.getKey());
            outline = richer;
        }
        Optional<Profile> evaluated = evaluatedElsewhere(outline);
        if (evaluated.isPresent()) {
            outline = OutlineBuilder.build(evaluated.get(), lines, furniture, wrapping);
        }
        for (MarkerStyle style : extra) {
            outline.doubts().add(new Doubt(0, Doubt.Kind.STRUCTURE, Doubts.extraLevel(style.label())));
        }
        return outline;
    }

    /// Where the indicators of this text end is where items of the level they belong to go on.
    private static Optional<Profile> evaluatedElsewhere(Outline outline) {
        Profile profile = outline.profile();
        int level = profile.level(profile.evaluated());
        return outline.evaluated().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .filter(deeper -> deeper > level)
                .map(deeper -> new Profile(
                        profile.name(),
                        profile.levels(),
                        profile.levels().get(deeper).getFirst()));
    }
}
