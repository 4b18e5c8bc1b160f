package tsukasa.demo.year;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tsukasa.tools.ToolWords;

/// A tool that the agency of the demonstration offers: small, and it works.
///
/// @param program the file among the resources that it consists of
record SampleTool(String name, String program, ToolWords words, List<Version> versions) {
    private static final String FOLDER = "/tsukasa/demo/tools/";

    /// @param downloads how many in each month from its own on
    record Version(
            String number, String day, String notesJa, String notesEn, List<String> parts, List<Integer> downloads) {}

    static ToolWords words(String ja, String en, String purposeJa, String purposeEn, String aboutJa, String aboutEn) {
        return new ToolWords(Map.ofEntries(
                Map.entry("titleJa", ja),
                Map.entry("titleEn", en),
                Map.entry("purposeJa", purposeJa),
                Map.entry("purposeEn", purposeEn),
                Map.entry("aboutJa", aboutJa),
                Map.entry("aboutEn", aboutEn),
                Map.entry("licence", "Apache-2.0"),
                Map.entry("contact", "セキュリティセンター tools@example.jp")));
    }

    static ToolWords release(Version version) {
        return new ToolWords(Map.of(
                "version",
                version.number(),
                "released",
                version.day(),
                "notesJa",
                version.notesJa(),
                "notesEn",
                version.notesEn(),
                "parts",
                String.join("\n", version.parts())));
    }

    String archiveName(Version version) {
        return name + "-" + version.number() + ".zip";
    }

    /// The program with what one needs to know of it; the same for the same version.
    byte[] archive(Version version) {
        String about = words.of("titleJa") + " " + version.number() + "\n\n" + words.of("aboutJa") + "\n\n"
                + words.of("titleEn") + " " + version.number() + "\n\n" + words.of("aboutEn") + "\n";
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                put(zip, version, "README.txt", about.getBytes(StandardCharsets.UTF_8));
                put(
                        zip,
                        version,
                        "PARTS.txt",
                        (String.join("\n", version.parts()) + "\n").getBytes(StandardCharsets.UTF_8));
                put(zip, version, program, read());
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(ZipOutputStream zip, Version version, String file, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name + "-" + version.number() + "/" + file);
        entry.setLastModifiedTime(
                FileTime.from(LocalDate.parse(version.day()).atStartOfDay().toInstant(ZoneOffset.UTC)));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private byte[] read() throws IOException {
        try (InputStream in = Objects.requireNonNull(SampleTool.class.getResourceAsStream(FOLDER + program))) {
            return in.readAllBytes();
        }
    }
}
