package tsukasa.tools.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tsukasa.naming.CpeNames;
import tsukasa.naming.CpeReading;
import tsukasa.naming.CpeValue;
import tsukasa.naming.PackageUrl;
import tsukasa.naming.PackageUrlReading;
import tsukasa.naming.PackageUrls;
import tsukasa.tools.Parts;
import tsukasa.vulnerability.Component;
import tsukasa.vulnerability.Verdict.Answer;
import tsukasa.vulnerability.Verdicts;

@org.springframework.stereotype.Component
class PartDesk implements Parts {
    private static final int LONGEST = 500;
    private final PackageUrls packages;
    private final CpeNames names;
    private final Verdicts verdicts;

    PartDesk(PackageUrls packages, CpeNames names, Verdicts verdicts) {
        this.packages = packages;
        this.names = names;
        this.verdicts = verdicts;
    }

    @Override
    public Optional<Component> read(String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        return written.startsWith("pkg:") ? ofPackage(written) : ofCpe(written);
    }

    private Optional<Component> ofPackage(String written) {
        return packages.read(written) instanceof PackageUrlReading.Read(PackageUrl url) && url.version() != null
                ? Optional.of(new Component.ByPackage(url))
                : Optional.empty();
    }

    private Optional<Component> ofCpe(String written) {
        return names.read(written) instanceof CpeReading.Read read
                        && read.name().version() instanceof CpeValue.Words
                ? Optional.of(new Component.ByCpe(read.name()))
                : Optional.empty();
    }

    @Override
    public List<Concern> concerns(List<String> parts) {
        List<String> known =
                parts.stream().filter(part -> read(part).isPresent()).toList();
        if (known.isEmpty()) {
            return List.of();
        }
        List<Concern> concerns = new ArrayList<>();
        verdicts.check(known.stream().map(part -> read(part).orElseThrow()).toList(), verdict -> {
            if (verdict.answer() != Answer.NOT_AFFECTED) {
                concerns.add(new Concern(known.get(verdict.component()), verdict));
            }
        });
        concerns.sort(
                Comparator.comparing((Concern concern) -> concern.verdict().component())
                        .thenComparing(concern -> concern.verdict().answer())
                        .thenComparing(concern -> concern.verdict().entry()));
        return List.copyOf(concerns);
    }
}
