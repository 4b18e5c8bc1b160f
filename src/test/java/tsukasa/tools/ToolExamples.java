package tsukasa.tools;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.ByteArrayResource;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.kernel.foureyes.DraftOutcome;
import tsukasa.tools.ToolDraft.Kind;

/// People, words and files for tests of tools.
public final class ToolExamples {
    public static final Visitor WRITER = staff("700150a1-0000-4000-8000-000000000001", "書記 一", Role.STAFF);
    public static final Visitor COLLEAGUE = staff("700150a1-0000-4000-8000-000000000002", "同僚 二", Role.SUPERVISOR);
    public static final Visitor APPROVER = staff("700150a1-0000-4000-8000-000000000003", "承認 三", Role.SUPERVISOR);

    private ToolExamples() {}

    private static Visitor staff(String id, String name, Role role) {
        return new Visitor(UUID.fromString(id), name, id.substring(30) + "@example.jp", Set.of(role), null);
    }

    public static ToolWords words(String name) {
        return new ToolWords(Map.ofEntries(
                Map.entry("name", name),
                Map.entry("titleJa", "点検ツール<" + name + ">"),
                Map.entry("titleEn", "Check <" + name + ">"),
                Map.entry("purposeJa", name + "で設定を調べます。"),
                Map.entry("purposeEn", "Looks at settings with " + name + "."),
                Map.entry("aboutJa", "手元で動きます。"),
                Map.entry("aboutEn", "It runs where you are."),
                Map.entry("audiences", "developers,users"),
                Map.entry("licence", "MIT"),
                Map.entry("platforms", "Linux\nWindows"),
                Map.entry("contact", "tools@example.jp")));
    }

    public static ToolWords release(String version, String parts) {
        return new ToolWords(Map.of(
                "version", version,
                "released", "2021-09-0" + (1 + Math.floorMod(version.hashCode(), 9)),
                "notesJa", version + "で変わったこと。",
                "notesEn", "What changed in " + version + ".",
                "parts", parts));
    }

    public static ByteArrayResource archive(String content) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("tool.py"));
                zip.write(content.getBytes(StandardCharsets.UTF_8));
            }
            return new ByteArrayResource(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ToolDraft done(DraftOutcome<ToolDraft> outcome) {
        return switch (outcome) {
            case DraftOutcome.Done<ToolDraft>(ToolDraft draft) -> draft;
            case DraftOutcome.Refused<ToolDraft> refused -> throw new AssertionError(refused);
        };
    }

    public static ToolDraft submitted(ToolWriting desk, ToolDraft draft) {
        return done(desk.submit(draft.id(), draft.seen(), WRITER));
    }

    public static void published(ToolWriting desk, ToolDraft draft) {
        ToolDraft sent = submitted(desk, draft);
        done(desk.publish(sent.id(), sent.seen(), APPROVER));
    }

    public static ToolName offered(ToolWriting desk, String name) {
        published(desk, done(desk.begin(words(name), WRITER)));
        return new ToolName(name);
    }

    public static ToolDraft begun(ToolWriting desk, Kind kind, ToolName tool, String version, ToolWords words) {
        ToolDraft draft = done(desk.begin(kind, tool, version, WRITER));
        return done(desk.write(draft.id(), draft.seen(), words, WRITER));
    }

    /// With one archive, `tool.zip`.
    public static ToolDraft release(ToolWriting desk, ToolName tool, String version, String parts) {
        ToolDraft draft = begun(desk, Kind.RELEASE, tool, "", release(version, parts));
        return done(desk.attach(draft.id(), draft.seen(), "tool.zip", archive(version), WRITER));
    }

    public static void released(ToolWriting desk, ToolName tool, String version) {
        published(desk, release(desk, tool, version, ""));
    }
}
