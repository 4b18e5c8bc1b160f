package tsukasa.enrichment.proposal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tsukasa.enrichment.Enrichment.Affected;
import tsukasa.kernel.page.Fault;
import tsukasa.naming.CpeName;
import tsukasa.naming.CpeNames;
import tsukasa.naming.CpeReading;
import tsukasa.naming.CpeValue;
import tsukasa.naming.PackageUrl;
import tsukasa.naming.PackageUrlReading;
import tsukasa.naming.PackageUrls;
import tsukasa.naming.VersionScheme;
import tsukasa.naming.Versions;

/// Which products and stretches of versions can be said.
@Component
class AffectedRules {
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_VERSION = 100;
    private static final int ATTRIBUTES = 11;
    private final CpeNames cpes;
    private final PackageUrls packages;
    private final Versions versions;

    AffectedRules(CpeNames cpes, PackageUrls packages, Versions versions) {
        this.cpes = cpes;
        this.packages = packages;
        this.versions = versions;
    }

    Affected read(Affected typed, String field, List<Fault> faults) {
        int before = faults.size();
        Affected read = typed.packaged() ? packaged(typed, field, faults) : product(typed, field, faults);
        if (faults.size() == before) {
            bounds(read, field, faults);
        }
        return read;
    }

    private Affected product(Affected typed, String field, List<Fault> faults) {
        if (typed.name().length() > LONGEST_NAME) {
            faults.add(tooLong(field));
            return typed;
        }
        return switch (cpes.read(whole(typed.name()))) {
            case CpeReading.Refused(var why, int _) -> {
                faults.add(Fault.of(
                        field,
                        "製品名は CPE 名（cpe:2.3:a:…）か package URL（pkg:…）で書いてください。" + why.ja(),
                        "Name the product by CPE (cpe:2.3:a:…) or package URL (pkg:…). " + why.en()));
                yield typed;
            }
            case CpeReading.Read(CpeName name, var _) -> product(typed, name, field, faults);
        };
    }

    /// A version in the name is the same as a stretch of this version alone.
    private Affected product(Affected typed, CpeName name, String field, List<Fault> faults) {
        boolean named = exact(name.part()) && exact(name.vendor()) && exact(name.product());
        if (!named) {
            faults.add(Fault.of(
                    field,
                    "CPE 名には、種別・ベンダ・製品を書いてください（* や - は使えません）。",
                    "A CPE name needs its part, vendor and product, none of them * or -."));
            return typed;
        }
        if (name.version() == CpeValue.ANY) {
            return bounded(cpes.formatted(name), typed);
        }
        if (!typed.from().isEmpty() || !typed.until().isEmpty()) {
            faults.add(Fault.of(
                    field,
                    "バージョンは、CPE 名の中か範囲のどちらか一方に書いてください。",
                    "Give versions either in the CPE name or as a range, not both."));
            return typed;
        }
        return new Affected(cpes.formatted(name), "", false, "", false);
    }

    private Affected packaged(Affected typed, String field, List<Fault> faults) {
        if (typed.name().length() > LONGEST_NAME) {
            faults.add(tooLong(field));
            return typed;
        }
        return switch (packages.read(typed.name())) {
            case PackageUrlReading.Refused(var why, int _) -> {
                faults.add(new Fault(field, why));
                yield typed;
            }
            case PackageUrlReading.Read(PackageUrl url) -> packaged(typed, url, field, faults);
        };
    }

    private Affected packaged(Affected typed, PackageUrl url, String field, List<Fault> faults) {
        if (url.version() != null) {
            faults.add(Fault.of(
                    field,
                    "package URL にはバージョンを付けず、範囲の欄に書いてください。",
                    "Leave the version out of the package URL and give it as a range."));
        }
        if (typed.fromOpen() && !typed.from().isEmpty()) {
            faults.add(Fault.of(
                    field,
                    "パッケージの範囲は、影響を受ける最初のバージョンから書いてください（「より後」は使えません）。",
                    "A range of a package begins with the first version that is affected; “after” cannot be used."));
        }
        return bounded(packages.text(url), typed);
    }

    /// What a name leaves open at its end may be left out.
    private static String whole(String name) {
        if (!name.startsWith("cpe:2.3:")) {
            return name;
        }
        int parts = name.split("(?<!\\\\):", -1).length - 2;
        return name + ":*".repeat(Math.max(0, ATTRIBUTES - parts));
    }

    private static boolean exact(CpeValue value) {
        return value instanceof CpeValue.Words words && !words.wild();
    }

    private static Affected bounded(String name, Affected typed) {
        return new Affected(
                name,
                typed.from(),
                !typed.from().isEmpty() && typed.fromOpen(),
                typed.until(),
                !typed.until().isEmpty() && typed.untilOpen());
    }

    private void bounds(Affected line, String field, List<Fault> faults) {
        if (odd(line.from()) || odd(line.until())) {
            faults.add(Fault.of(
                    field,
                    "バージョンは" + LONGEST_VERSION + "字以内で、空白や制御文字を使わずに書いてください。",
                    "Write a version in at most " + LONGEST_VERSION + " characters, without blanks."));
            return;
        }
        if (line.from().isEmpty() || line.until().isEmpty()) {
            return;
        }
        int order = versions.compare(scheme(line), line.from(), line.until());
        if (order > 0 || order == 0 && (line.fromOpen() || line.untilOpen())) {
            faults.add(Fault.of(
                    field,
                    "範囲にバージョンがありません。" + line.from() + " は " + line.until() + " より前ではありません。",
                    "The range holds no version: " + line.from() + " is not before " + line.until() + "."));
        }
    }

    private static VersionScheme scheme(Affected line) {
        int slash = line.name().indexOf('/');
        Optional<VersionScheme> own = line.packaged() && slash > 0
                ? VersionScheme.named(line.name().substring("pkg:".length(), slash))
                : Optional.empty();
        return own.orElse(VersionScheme.GENERIC);
    }

    private static boolean odd(String version) {
        return version.length() > LONGEST_VERSION
                || version.chars()
                        .anyMatch(c ->
                                Character.isISOControl(c) || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    private static Fault tooLong(String field) {
        return Fault.of(
                field,
                "製品名は" + LONGEST_NAME + "字以内で書いてください。",
                "Write the name of a product in at most " + LONGEST_NAME + " characters.");
    }
}
