package tsukasa.naming.version;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tsukasa.naming.Containment;
import tsukasa.naming.CveVersionVerdict;
import tsukasa.naming.CveVersions;
import tsukasa.naming.VersionBounds;
import tsukasa.naming.VersionConstraint;
import tsukasa.naming.VersionEvent;
import tsukasa.naming.VersionRange;
import tsukasa.naming.VersionRangeReading;
import tsukasa.naming.VersionScheme;
import tsukasa.naming.Versions;

@Component
final class VersionDesk implements Versions {
    @Override
    public int compare(VersionScheme scheme, String one, String other) {
        return Orders.of(scheme).compare(one, other);
    }

    @Override
    public Comparator<String> order(VersionScheme scheme) {
        return Orders.of(scheme);
    }

    @Override
    public VersionRangeReading read(String vers) {
        return told(() -> RangeText.read(vers, false));
    }

    @Override
    public VersionRangeReading readCanonical(String vers) {
        return told(() -> RangeText.read(vers, true));
    }

    @Override
    public VersionRangeReading fromNative(VersionScheme scheme, String range) {
        return told(() -> NativeRanges.read(scheme, range));
    }

    private static VersionRangeReading told(Supplier<VersionRange> reading) {
        try {
            return new VersionRangeReading.Read(reading.get());
        } catch (NotARange refusal) {
            return new VersionRangeReading.Refused(refusal.why(), refusal.at());
        }
    }

    @Override
    public String text(VersionRange range) {
        return RangeText.write(range);
    }

    @Override
    public VersionRange between(VersionScheme scheme, VersionBounds given) {
        var bounds = new Bounds(scheme);
        if (given.startIncluding() != null) {
            bounds.add(VersionConstraint.Comparator.AT_LEAST, given.startIncluding());
        }
        if (given.startExcluding() != null) {
            bounds.add(VersionConstraint.Comparator.GREATER, given.startExcluding());
        }
        if (given.endIncluding() != null) {
            bounds.add(VersionConstraint.Comparator.AT_MOST, given.endIncluding());
        }
        if (given.endExcluding() != null) {
            bounds.add(VersionConstraint.Comparator.LESS, given.endExcluding());
        }
        var range = bounds.range();
        return range.constraints().isEmpty() ? VersionRange.all(scheme) : range;
    }

    @Override
    public VersionRange fromEvents(VersionScheme scheme, List<VersionEvent> events) {
        return EventRanges.read(scheme, events);
    }

    @Override
    public Containment contains(VersionRange range, String version) {
        return RangeCheck.contains(range, version);
    }

    @Override
    public CveVersionVerdict status(VersionScheme scheme, CveVersions versions, String version) {
        return CveCheck.status(scheme, versions, version);
    }
}
