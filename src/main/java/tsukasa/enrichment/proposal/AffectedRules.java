package tsukasa.enrichment.proposal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tsukasa.enrichment.Enrichment.Affected;
import tsukasa.enrichment.Enrichment.Status;
import tsukasa.kernel.page.Fault;
import tsukasa.naming.CpeAttribute;
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
    private static final int MOST_PLATFORMS = 20;
    private static final Pattern RELEASE = Pattern.compile("[A-Za-z][A-Za-z ]{0,40}:v?[0-9][0-9.]{0,20}");
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
        if (!typed.platforms().isEmpty()) {
            read = platforms(read, field, faults);
        }
        return read;
    }

    /// What must be there besides is matched where it makes a product affected; that it is unaffected there would say
    /// nothing of all other platforms.
    private Affected platforms(Affected line, String field, List<Fault> faults) {
        if (line.status() != Status.AFFECTED) {
            faults.add(
                    Fault.of(
                            field,
                            "動作環境は「影響あり」の行にだけ書けます。ある環境だけで影響がないときは、影響を受ける環境を書いてください。",
                            "Say what it runs on only where it is affected. If it is unaffected on one platform only, name those on which it is affected."));
            return line;
        }
        if (line.platforms().size() > MOST_PLATFORMS) {
            faults.add(Fault.of(
                    field,
                    "動作環境は" + MOST_PLATFORMS + "個までです。",
                    "A line names at most " + MOST_PLATFORMS + " platforms."));
            return line;
        }
        return new Affected(
                line.name(),
                line.from(),
                line.fromOpen(),
                line.until(),
                line.untilOpen(),
                line.status(),
                line.platforms().stream()
                        .map(each -> line.packaged() ? release(each, field, faults) : platform(each, field, faults))
                        .distinct()
                        .toList());
    }

    private static String release(String typed, String field, List<Fault> faults) {
        if (!RELEASE.matcher(typed).matches()) {
            faults.add(Fault.of(
                    field,
                    "パッケージの動作環境は、ディストリビューションの版で書いてください（例：Debian:12）。",
                    "Name the platform of a package by the release of its distribution, such as Debian:12."));
        }
        return typed;
    }

    private String platform(String typed, String field, List<Fault> faults) {
        if (typed.length() <= LONGEST_NAME
                && cpes.read(whole(typed)) instanceof CpeReading.Read(CpeName name, var _)
                && named(name)) {
            return cpes.formatted(name);
        }
        faults.add(Fault.of(
                field,
                "動作環境は CPE 名で書いてください（例：cpe:2.3:o:microsoft:windows_10）。",
                "Name what it runs on by CPE, such as cpe:2.3:o:microsoft:windows_10."));
        return typed;
    }

    private static boolean named(CpeName name) {
        return exact(name.part()) && exact(name.vendor()) && exact(name.product());
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
        if (!named(name)) {
            faults.add(Fault.of(
                    field,
                    "CPE 名には、種別・ベンダ・製品を書いてください（* や - は使えません）。",
                    "A CPE name needs its part, vendor and product, none of them * or -."));
            return typed;
        }
        if (typed.status() != Status.AFFECTED) {
            return stretch(typed, name, field, faults);
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
        return new Affected(cpes.formatted(name), "", false, "", false, typed.status(), typed.platforms());
    }

    /// What is unaffected, fixed or open is told of versions of the product; a name that says more than that would be
    /// taken for the whole.
    private Affected stretch(Affected typed, CpeName name, String field, List<Fault> faults) {
        CpeName versioned = name.with(CpeAttribute.VERSION, CpeValue.ANY);
        if (!versioned.equals(name.bare())) {
            faults.add(Fault.of(
                    field,
                    "「影響あり」でない行の CPE 名には、種別・ベンダ・製品・バージョンだけを書いてください。",
                    "Unless it is affected, name a product by part, vendor, product and version alone."));
            return typed;
        }
        boolean ranged = !typed.from().isEmpty() || !typed.until().isEmpty();
        if (name.version() instanceof CpeValue.Words words && !words.wild() && !ranged) {
            String only = words.plain();
            return new Affected(
                    cpes.formatted(name.bare()), only, false, only, false, typed.status(), typed.platforms());
        }
        if (name.version() != CpeValue.ANY) {
            faults.add(Fault.of(
                    field,
                    "バージョンは、CPE 名の中か範囲のどちらか一方に書いてください。",
                    "Give versions either in the CPE name or as a range, not both."));
            return typed;
        }
        if (typed.fromOpen() && !typed.from().isEmpty()) {
            faults.add(Fault.of(
                    field,
                    "「影響あり」でない行の範囲は、最初のバージョンを含めて書いてください（「より後」は使えません）。",
                    "Unless it is affected, a range begins with its first version; “after” cannot be used."));
            return typed;
        }
        return bounded(cpes.formatted(name.bare()), typed);
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
                !typed.until().isEmpty() && typed.untilOpen(),
                typed.status(),
                typed.platforms());
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
