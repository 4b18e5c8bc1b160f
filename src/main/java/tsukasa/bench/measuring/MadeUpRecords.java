package tsukasa.bench.measuring;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/// Invented vulnerabilities of invented products, in the format of NVD's API 2.0: always the same for the same numbers.
/// A few products are very common, as in life.
final class MadeUpRecords {
    private static final int PER_FILE = 10_000;
    private static final int FIRST = 700_000;
    private static final int VENDORS = 2_000;
    private static final List<String> KINDS = List.of(
            "Buffer overflow",
            "Cross-site scripting",
            "SQL injection",
            "Use after free",
            "Path traversal",
            "Improper access control");
    private static final List<String> CWES = List.of("CWE-120", "CWE-79", "CWE-89", "CWE-416", "CWE-22", "CWE-284");
    private static final List<String> VECTORS = List.of(
            "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
            "CVSS:3.1/AV:N/AC:L/PR:L/UI:R/S:C/C:L/I:L/A:N",
            "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N",
            "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:H");

    private MadeUpRecords() {}

    /// In as many files as it takes.
    static Path write(Path folder, int howMany) {
        for (int from = 0; from < howMany; from += PER_FILE) {
            file(folder.resolve("made-up-%07d.json.gz".formatted(from)), from, Math.min(howMany, from + PER_FILE), 0);
        }
        return folder;
    }

    /// A day's worth of changes to the first of them.
    static Path changes(Path folder, int howMany, int day) {
        file(folder.resolve("changes-%d.json.gz".formatted(day)), 0, howMany, day);
        return folder;
    }

    /// So many that were not there before.
    static Path fresh(Path folder, int from, int howMany) {
        file(folder.resolve("fresh-%07d.json.gz".formatted(from)), from, from + howMany, 0);
        return folder;
    }

    /// What people may have: what is common comes often.
    static List<String> names(int howMany, int seed) {
        Random random = new Random(seed);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            names.add("cpe:2.3:a:%s:%s:%d.%d:*:*:*:*:*:*:*"
                    .formatted(vendor(random), product(random), 1 + random.nextInt(9), random.nextInt(40)));
        }
        return names;
    }

    /// The most common ones, without a version.
    static List<String> products(int howMany) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            names.add("cpe:2.3:a:maker%d:product%d:*:*:*:*:*:*:*:*".formatted(i / 5, i % 5));
        }
        return names;
    }

    private static void file(Path path, int from, int until, int day) {
        try {
            Files.createDirectories(path.getParent());
            try (Writer out = new BufferedWriter(new OutputStreamWriter(
                    new GZIPOutputStream(Files.newOutputStream(path)), StandardCharsets.UTF_8))) {
                out.write("{\"format\":\"NVD_CVE\",\"version\":\"2.0\",\"vulnerabilities\":[");
                for (int i = from; i < until; i++) {
                    out.write(i == from ? "\n" : ",\n");
                    out.write(record(i, day));
                }
                out.write("\n]}\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String record(int i, int day) {
        Random random = new Random(i * 31L + 7);
        int kind = random.nextInt(KINDS.size());
        int year = 2005 + i % 17;
        String vendor = vendor(random);
        String product = product(random);
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < 1 + random.nextInt(6); row++) {
            int major = 1 + random.nextInt(9);
            rows.add("""
                    {"vulnerable":true,"criteria":"cpe:2.3:a:%s:%s:*:*:*:*:*:*:*:*","versionStartIncluding":"%d.0","versionEndExcluding":"%d.%d"}""".formatted(vendor, product, major, major, 1 + random.nextInt(30)));
        }
        return """
                {"cve":{"id":"CVE-%d-%d","sourceIdentifier":"cve@bench.example","published":"%d-0%d-1%dT09:00:00.000",\
                "lastModified":"%sT09:00:00.000","vulnStatus":"Analyzed","descriptions":[{"lang":"en",\
                "value":"%s in %s %s before %s allows remote attackers to read or change data, number %d%s."}],\
                "metrics":{"cvssMetricV31":[{"source":"nvd@nist.gov","type":"Primary","cvssData":{"version":"3.1","vectorString":"%s"}}]},\
                "weaknesses":[{"source":"nvd@nist.gov","type":"Primary","description":[{"lang":"en","value":"%s"}]}],\
                "configurations":[{"nodes":[{"operator":"OR","negate":false,"cpeMatch":[%s]}]}],\
                "references":[{"url":"https://%s.example/advisory/%d","source":"cve@bench.example","tags":["Vendor Advisory"]}]}}""".formatted(
                        year,
                        FIRST + i,
                        year,
                        1 + i % 9,
                        i % 10,
                        LocalDate.of(2022, 1, 1).plusDays(day),
                        KINDS.get(kind),
                        vendor,
                        product,
                        "9.0",
                        i,
                        day == 0 ? "" : ", looked at again on day " + day,
                        VECTORS.get(random.nextInt(VECTORS.size())),
                        CWES.get(kind),
                        String.join(",", rows),
                        vendor,
                        i);
    }

    private static String vendor(Random random) {
        int common = random.nextInt(VENDORS) * random.nextInt(VENDORS) / VENDORS;
        return "maker" + common;
    }

    private static String product(Random random) {
        return "product" + random.nextInt(5);
    }

    /// A list of components, CycloneDX 1.6: those of everybody, and those of few.
    static String bill(int components, int seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(
                "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"version\":1,\"components\":[");
        for (int i = 0; i < components; i++) {
            String vendor = vendor(random);
            String product = product(random);
            String version = (1 + random.nextInt(9)) + "." + random.nextInt(40);
            text.append(i == 0 ? "" : ",")
                    .append(
                            "{\"type\":\"application\",\"bom-ref\":\"c%d\",\"name\":\"%s\",\"version\":\"%s\",\"cpe\":\"cpe:2.3:a:%s:%s:%s:*:*:*:*:*:*:*\"}"
                                    .formatted(i, product, version, vendor, product, version));
        }
        return text.append("]}").toString();
    }
}
